package org.bellwether.release.check;

import static org.bellwether.engine.Sql.identifier;
import static org.bellwether.engine.Sql.literal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bellwether.engine.Sql;
import org.bellwether.release.format.Table;
import org.bellwether.release.store.ReleaseFolder;
import org.bellwether.warehouse.audit.Audit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The unsuppressed marts of the last release, as {@code before.<mart>}, for audits that ask whether this one can be so far from it.
 *
 * <p>Each has the columns that the mart has today, empty where it had none then; before the first release none has a row.
 */
final class EarlierRelease implements AutoCloseable {

    /** What audits call it. */
    static final String ALIAS = "before";

    private static final Logger LOG = LoggerFactory.getLogger(EarlierRelease.class);
    /** Of the rows of a mart so many tenths stay from one release to the next. */
    private static final int TENTHS_THAT_STAY = 8;
    private static final int FEW = 20;
    private static final String PERIOD = "time_period";
    private static final String PUPIL = "pupil_key";

    private final Connection connection;

    private EarlierRelease(Connection connection) {
        this.connection = connection;
    }

    /** @param released the last release; empty where there is none */
    static EarlierRelease open(Connection connection, Optional<ReleaseFolder> released, List<Table> marts) throws SQLException {
        Sql.execute(connection, "detach database if exists " + ALIAS);
        Sql.execute(connection, "attach ':memory:' as " + ALIAS);
        EarlierRelease opened = new EarlierRelease(connection);
        for (Table mart : marts) {
            opened.read(mart, released.map(folder -> folder.rows(folder.martsDatabase(), mart.name())));
        }
        return opened;
    }

    /** A file that is damaged compares with nothing: another release is made in place of its own, whatever this one holds. */
    private void read(Table mart, Optional<Path> file) throws SQLException {
        String create = "create or replace table " + ALIAS + "." + identifier(mart.name()) + " as select ";
        if (file.filter(Files::exists).isPresent()) {
            try {
                String rows = "read_parquet(" + literal(file.get().toString()) + ")";
                List<String> there = Sql.queryTexts(connection, "select column_name from (describe select * from " + rows + ")");
                Sql.execute(connection, create + columns(mart, there) + " from " + rows);
                return;
            } catch (SQLException e) {
                LOG.warn("{} of the last release cannot be read and is compared with nothing", mart.name(), e);
            }
        }
        Sql.execute(connection, create + columns(mart, List.of()) + " where false");
    }

    private static String columns(Table mart, List<String> there) {
        return mart.columns().stream().map(column -> "%s as %s".formatted(
                there.contains(column.name()) ? "try_cast(" + identifier(column.name()) + " as " + column.type() + ")" : "cast(null as " + column.type() + ")",
                identifier(column.name()))).collect(Collectors.joining(", "));
    }

    /** What can be asked of any mart: some of them show the running period alone, so periods are compared that both have. */
    static List<Audit> audits(List<Table> marts) {
        List<Audit> audits = new ArrayList<>();
        // A list of pupils is of its last week: who is on it comes and goes.
        for (Table mart : marts.stream().filter(one -> one.columnNames().contains(PERIOD) && !one.columnNames().contains(PUPIL)).toList()) {
            audits.add(new Audit(mart.name() + "_shrinks", Audit.Severity.HOLD, null, "A mart has lost more than a fifth of its rows",
                    "rows of a period come with schools and groups of pupils, and hardly ever go", "whoever reads the mart misses what it told before",
                    "see what went (bellwether releases review): withdraw or send again what was wrong, or approve the release",
                    shrinks(mart)));
        }
        return audits;
    }

    private static String shrinks(Table mart) {
        return """
                select *
                from (
                    select
                        (select count(*) from %1$s where time_period in (select time_period from %2$s)) as rows_before,
                        (select count(*) from %2$s where time_period in (select time_period from %1$s)) as rows_now
                ) as counted
                where rows_now * 10 < rows_before * %3$d
                    and rows_before - rows_now > %4$d""".formatted(ALIAS + "." + identifier(mart.name()), mart.qualified(), TENTHS_THAT_STAY, FEW);
    }

    @Override
    public void close() throws SQLException {
        Sql.execute(connection, "detach " + ALIAS);
    }
}
