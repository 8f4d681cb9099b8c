package org.bellwether.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bellwether.engine.Sql;
import org.bellwether.release.check.ParquetContents;
import org.bellwether.release.store.ReleaseFolder;

/**
 * A reader in a process of its own that asks without a pause, until it is told to stop, and prints how often it did. It knows nothing of who
 * publishes. Whatever it reads at once must be of one release: every row of one says its number.
 */
final class ReleaseReader {

    private final Path current;
    private final Source source;
    private int reads;

    private ReleaseReader(Path current, Source source) {
        this.current = current;
        this.source = source;
    }

    /** How it reads. */
    interface Source extends AutoCloseable {

        /** Numbers of the releases of which the tables of one database are. */
        Set<String> database(Path file) throws SQLException, IOException;

        /** Numbers of the releases of which the rows of one Parquet file are. */
        Set<String> file(Path parquet) throws SQLException, IOException;
    }

    /** @param arguments link to the current release, {@code duckdb} or {@code parquet}, and a file that is there once it has to stop */
    public static void main(String[] arguments) throws Exception {
        Path stop = Path.of(arguments[2]);
        try (Source source = arguments[1].equals("duckdb") ? new Engine() : new Parquet()) {
            ReleaseReader reader = new ReleaseReader(Path.of(arguments[0]), source);
            while (!Files.exists(stop)) {
                reader.readByTheLink();
                reader.readOneRelease();
            }
            System.out.println("reads " + reader.reads);
        }
    }

    /** Each file by itself: the link may have moved before the next. */
    private void readByTheLink() throws SQLException, IOException {
        ReleaseFolder release = new ReleaseFolder(current);
        expectOne(source.database(release.publishedDatabase()), "marts.duckdb");
        expectOne(source.database(release.coreDatabase()), "warehouse.duckdb");
        for (Path file : files(release)) {
            expectOne(source.file(file), file.toString());
        }
    }

    /** The link is resolved once, and all files, again and again, are of that release. */
    private void readOneRelease() throws SQLException, IOException {
        ReleaseFolder release = new ReleaseFolder(current.toRealPath());
        Set<String> numbers = new HashSet<>();
        for (int round = 0; round < 3; round++) {
            numbers.addAll(source.database(release.publishedDatabase()));
            numbers.addAll(source.database(release.coreDatabase()));
            for (Path file : files(release)) {
                numbers.addAll(source.file(file));
            }
        }
        expectOne(numbers, release.root().toString());
    }

    private static List<Path> files(ReleaseFolder release) {
        return List.of(release.publishedDimensions().resolve("dim_school.parquet"), release.core().resolve("dim_school.parquet"),
                release.core().resolve("fact_exclusion.parquet"));
    }

    private void expectOne(Set<String> numbers, String where) {
        reads++;
        if (numbers.size() > 1) {
            throw new IllegalStateException("Read at once in " + where + ": rows of the releases " + numbers);
        }
    }

    /** DuckDB, whose queries read every table of a database at once. */
    private static final class Engine implements Source {

        private final Connection connection;

        Engine() throws SQLException {
            connection = DriverManager.getConnection("jdbc:duckdb:");
        }

        @Override
        public Set<String> database(Path file) throws SQLException {
            Sql.execute(connection, "attach " + Sql.literal(file.toString()) + " as release (read_only)");
            try {
                List<String> selects = new ArrayList<>();
                for (String table : Sql.queryTexts(connection, "select schema_name || '.' || table_name || '.' || column_name from duckdb_columns()"
                        + " where database_name = 'release' and (table_name, column_name) in (('dim_school', 'school_name'), ('fact_exclusion', 'day_count'))")) {
                    String[] names = table.split("\\.");
                    selects.add("select regexp_extract(cast(" + names[2] + " as varchar), '\\d+$') from release." + names[0] + "." + names[1]);
                }
                return new HashSet<>(Sql.queryTexts(connection, String.join(" union ", selects)));
            } finally {
                Sql.execute(connection, "detach release");
            }
        }

        @Override
        public Set<String> file(Path parquet) throws SQLException {
            String column = parquet.endsWith("fact_exclusion.parquet") ? "day_count" : "school_name";
            return new HashSet<>(Sql.queryTexts(connection, "select distinct regexp_extract(cast(" + column + " as varchar), '\\d+$') from read_parquet("
                    + Sql.literal(parquet.toString()) + ")"));
        }

        @Override
        public void close() throws SQLException {
            connection.close();
        }
    }

    /** parquet-java, which knows no databases. */
    private static final class Parquet implements Source {

        @Override
        public Set<String> database(Path file) {
            return Set.of();
        }

        @Override
        public Set<String> file(Path parquet) throws IOException {
            ParquetContents contents = ParquetContents.of(parquet);
            int column = contents.columns().indexOf(parquet.endsWith("fact_exclusion.parquet") ? "day_count" : "school_name");
            Set<String> numbers = new HashSet<>();
            try (ParquetContents.Rows rows = contents.read()) {
                for (List<Object> row = rows.next(); row != null; row = rows.next()) {
                    String text = String.valueOf(row.get(column));
                    numbers.add(text.substring(text.lastIndexOf(' ') + 1));
                }
            }
            return numbers;
        }

        @Override
        public void close() {
            // It holds nothing open.
        }
    }
}
