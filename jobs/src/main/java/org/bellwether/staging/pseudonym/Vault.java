package org.bellwether.staging.pseudonym;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.bellwether.config.BellwetherException;
import org.bellwether.config.ErrorCode;
import org.bellwether.config.Settings;
import org.bellwether.engine.DuckDb;
import org.bellwether.engine.EngineMessage;
import org.bellwether.engine.Sql;
import org.bellwether.home.Folders;
import org.bellwether.home.Home;

/**
 * The only place where a pseudonym can be turned back: UPN ↔ pupil_key, a file of its own that only its owner may read.
 *
 * <p>Staging leaves the pairs of a submission in {@code vault/pending/}; they enter the vault when it is registered.
 * The file is held from the first of them until the vault is closed.
 */
public final class Vault implements AutoCloseable {

    private static final String FILE = "vault.duckdb";
    private static final String COLUMNS = "(pupil_key bigint primary key, upn varchar not null unique)";

    private final Home home;
    private final Settings.Engine engine;

    /** Opened by the first submission that has pairs: to open it costs more than to take them in. */
    private DuckDb file;

    public Vault(Home home, Settings.Engine engine) {
        this.home = home;
        this.engine = engine;
    }

    /** Where staging leaves the pairs of one submission. */
    public Path pending(String submission) {
        return Folders.createPrivate(Folders.createPrivate(home.vault()).resolve("pending")).resolve(submission + ".parquet");
    }

    /**
     * Takes in the pairs of a submission; repeatable.
     *
     * @throws BellwetherException where two UPNs share a pseudonym: nothing of that submission may be used
     */
    public synchronized void admit(String submission) {
        Path pairs = pending(submission);
        if (!Files.exists(pairs)) {
            return;
        }
        try (Connection connection = connection()) {
            Sql.execute(connection, "insert into pupil by name select distinct pupil_key, upn from read_parquet("
                    + Sql.literal(pairs.toString()) + ") as pair where not exists (select 1 from pupil"
                    + " where pupil.pupil_key = pair.pupil_key and pupil.upn = pair.upn)");
        } catch (SQLException e) {
            // What the engine says of a key quotes the UPN, so it is not kept as the cause; any other failure is of the file.
            throw EngineMessage.isOfValues(e) ? ErrorCode.PSEUDONYM_SHARED.with(submission) : new IllegalStateException(e);
        }
        Folders.delete(pairs);
    }

    private Connection connection() throws SQLException {
        if (file == null) {
            file = DuckDb.plainFile(home.vault().resolve(FILE), engine, home.tmp());
            try (Connection connection = file.connection()) {
                Sql.execute(connection, "create table if not exists pupil " + COLUMNS);
            }
        }
        return file.connection();
    }

    /** Drops the pairs of a submission that will not be used. */
    public void forgetPending(String submission) {
        Folders.delete(pending(submission));
    }

    /** The UPNs of pseudonyms, of those that it has. */
    public synchronized Set<String> upns(Set<Long> keys) throws SQLException {
        if (!Files.exists(home.vault().resolve(FILE))) {
            return Set.of();
        }
        try (Connection connection = connection()) {
            return new TreeSet<>(Sql.queryTexts(connection, "select upn from pupil where pupil_key in " + inSql(keys)));
        }
    }

    /**
     * Forgets pseudonyms with their UPNs. The file is written anew: in a freed block of the old one they would stand on.
     *
     * @return how many it had
     */
    public synchronized long forget(Set<Long> keys) throws SQLException, IOException {
        for (Path pairs : Folders.list(home.vault().resolve("pending"))) {
            Folders.delete(pairs);
        }
        Path kept = home.vault().resolve(FILE);
        if (!Files.exists(kept)) {
            return 0;
        }
        Path next = home.vault().resolve(FILE + ".next");
        Files.deleteIfExists(next);
        long forgotten;
        try (Connection connection = connection()) {
            forgotten = Sql.queryLong(connection, "select count(*) from pupil where pupil_key in " + inSql(keys));
            Sql.execute(connection, "attach " + Sql.literal(next.toString()) + " as next");
            Sql.execute(connection, "create table next.pupil " + COLUMNS);
            Sql.execute(connection, "insert into next.pupil select pupil_key, upn from pupil where pupil_key not in " + inSql(keys) + " order by pupil_key");
            Sql.execute(connection, "detach next");
        }
        close();
        if (Files.getFileStore(kept).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(next, Files.getPosixFilePermissions(kept));
        }
        Files.move(next, kept, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return forgotten;
    }

    /** Every pseudonym that it has. */
    public synchronized Set<Long> keys() throws SQLException {
        if (!Files.exists(home.vault().resolve(FILE))) {
            return Set.of();
        }
        try (Connection connection = connection()) {
            return new TreeSet<>(Sql.query(connection, "select pupil_key from pupil", row -> row.getLong(1)));
        }
    }

    private static String inSql(Set<Long> keys) {
        return keys.stream().sorted().map(String::valueOf).collect(Collectors.joining(", ", "(", ")"));
    }

    /** What a killed process has taken in stands in a log beside the file until somebody opens it. */
    private void takeInLog() {
        if (file == null && Files.exists(home.vault().resolve(FILE + ".wal"))) {
            try (Connection connection = connection()) {
                Sql.execute(connection, "checkpoint");
            } catch (SQLException e) {
                throw new IllegalStateException("The vault does not take in its log", e);
            }
        }
    }

    @Override
    public synchronized void close() {
        takeInLog();
        if (file != null) {
            file.close();
            file = null;
        }
    }
}
