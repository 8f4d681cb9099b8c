package org.bellwether.app.privacy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.bellwether.app.privacy.received.Pupil;
import org.bellwether.app.privacy.received.PupilPieces;
import org.bellwether.app.privacy.received.ReceivedBytes;
import org.bellwether.config.ErrorCode;
import org.bellwether.engine.DuckDb;
import org.bellwether.engine.Sql;
import org.bellwether.home.Folders;
import org.bellwether.home.Home;
import org.bellwether.home.Json;
import org.bellwether.release.store.Release;
import org.bellwether.release.store.ReleaseStore;
import org.bellwether.staging.pseudonym.Vault;

/**
 * Gathers all that a home holds on one pupil, for that pupil: the rows as they were received, with names where the files have them, and the
 * rows that were made of them. The answer lies in the vault, where its owner alone may read it.
 *
 * <p>The caller holds the home's lock.
 */
public final class SubjectService {

    private static final String ANSWER = "answer.json";
    private static final String CSV = " (format csv, header)";

    private final HomeData data;
    private final Home home;
    private final Vault vault;

    SubjectService(HomeData data) {
        this.data = data;
        this.home = data.home();
        this.vault = data.vault();
    }

    /**
     * An answer.
     *
     * @param folder     of {@code received/} with the rows of received files, {@code staged/} and {@code current/} with CSV of a table each
     * @param pupil      pseudonyms in hexadecimal digits
     * @param deliveries in which the pupil stands
     * @param tables     rows by table of the current release
     * @param releases   kept releases with rows of the pupil
     * @param unsearched refused files that are neither CSV nor XML, below the home
     */
    public record Answer(Path folder, Instant at, Set<String> pupil, int upns, List<Delivered> deliveries, Map<String, Long> tables, List<String> releases,
            List<String> unsearched) {

        /** @param rows of its files */
        public record Delivered(String id, String returnName, Instant receivedAt, List<String> files, long rows) {
        }
    }

    /** @throws org.bellwether.config.BellwetherException where the text is no UPN, or nothing is held */
    public Answer gather(String upn, Instant at, String by, String why) throws SQLException, IOException {
        try (DuckDb engine = data.engine(); Connection connection = engine.connection()) {
            Pupil pupil = new PupilLookup(home, connection, vault).find(upn);
            PrivacyAct.keep(home, at, "subject", pupil, by, why);
            HeldFiles files = new HeldFiles(home, connection, pupil);
            List<ReceivedDelivery> found = files.find();
            if (found.isEmpty()) {
                throw ErrorCode.NOTHING_HELD.with();
            }
            Path folder = Folders.createPrivate(Folders.createPrivate(home.subjects()).resolve(at.toString().replaceAll("[^0-9TZ]", "")));
            List<Answer.Delivered> deliveries = new ArrayList<>();
            for (ReceivedDelivery held : found) {
                deliveries.add(delivery(connection, pupil, held, files, folder));
            }
            Answer answer = new Answer(folder, at, pupil.pseudonyms(), pupil.upns().size(), deliveries, current(connection, pupil, folder),
                    new PupilSearch(home, connection).releasesOf(pupil).stream().map(one -> one.root().getFileName().toString()).toList(),
                    files.unsearched().stream().map(file -> Folders.name(home.root(), file)).toList());
            Json.write(folder.resolve(ANSWER), answer);
            return answer;
        } finally {
            vault.close();
        }
    }

    /** Takes away the answers that were given on the pupil. */
    static void forget(Home home, Pupil pupil) {
        Folders.list(home.subjects()).stream().filter(folder -> Json.readWhole(folder.resolve(ANSWER), Answer.class)
                .filter(answer -> !Collections.disjoint(answer.pupil(), pupil.pseudonyms())).isPresent()).forEach(Folders::delete);
    }

    private Answer.Delivered delivery(Connection connection, Pupil pupil, ReceivedDelivery held, HeldFiles files, Path folder) throws IOException, SQLException {
        Map<Path, PupilPieces> pieces = new SubmissionErasure(data, connection, pupil, null).pieces(held);
        long rows = 0;
        for (Map.Entry<Path, PupilPieces> file : pieces.entrySet()) {
            Path received = folder.resolve("received").resolve(held.submission().id())
                    .resolve(Folders.name(held.folder(), file.getKey()).replaceFirst("\\.gz$", ""));
            Files.createDirectories(received.getParent());
            ReceivedBytes.extract(file.getKey(), file.getValue(), received);
            rows += file.getValue().rows();
        }
        for (Path file : files.staged(held.submission())) {
            write(connection, PupilRows.of(connection, file, pupil), Files.createDirectories(folder.resolve("staged").resolve(held.submission().id())), file);
        }
        return new Answer.Delivered(held.submission().id(), held.submission().returnName(), held.submission().receivedAt(),
                pieces.keySet().stream().map(file -> Folders.name(held.folder(), file)).toList(), rows);
    }

    /** Rows of the current release by table. */
    private Map<String, Long> current(Connection connection, Pupil pupil, Path folder) throws IOException, SQLException {
        Map<String, Long> tables = new TreeMap<>();
        for (Release release : new ReleaseStore(home).current().stream().toList()) {
            for (Path file : Folders.files(release.folder().core())) {
                PupilRows rows = file.toString().endsWith(".parquet") ? PupilRows.of(connection, file, pupil) : null;
                if (rows != null && rows.count() > 0) {
                    tables.put(Folders.name(release.folder().core(), file).replaceFirst("\\.parquet$", ""), rows.count());
                    write(connection, rows, Files.createDirectories(folder.resolve("current")), file);
                }
            }
        }
        return tables;
    }

    private static void write(Connection connection, PupilRows rows, Path folder, Path file) throws SQLException {
        String name = file.getFileName().toString().replaceFirst("\\.parquet$", ".csv");
        Sql.execute(connection, "copy (" + rows.select() + ") to " + Sql.literal(folder.resolve(name).toString()) + CSV);
    }
}
