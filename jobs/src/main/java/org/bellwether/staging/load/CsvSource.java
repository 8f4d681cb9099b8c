package org.bellwether.staging.load;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.bellwether.engine.CsvDialect;
import org.bellwether.engine.Sql;
import org.bellwether.intake.HomeFault;
import org.bellwether.intake.profile.CsvText;
import org.bellwether.intake.profile.FileError;
import org.bellwether.intake.profile.FileProfile;
import org.bellwether.intake.profile.RefusedException;

/**
 * Brings the records of a CSV into the engine as text, each with its line: {@code (source_line, c0, c1, …)}.
 *
 * <p>A regular file is read by the engine as it lies. Any other goes record by record through Commons CSV, which names the
 * bad ones and hands the rest on; nothing is ever skipped by the engine.
 */
final class CsvSource {

    private final Connection connection;
    private final Path tmp;

    CsvSource(Connection connection, Path tmp) {
        this.connection = connection;
        this.tmp = tmp;
    }

    /** What was loaded; {@code ragged} are the lines of records of another width than the header, which were not. */
    record Loaded(long records, List<Long> ragged) {
    }

    /**
     * @param table name of the temporary table to make
     * @param places of the columns that it shall have; what nobody asks for is read past
     * @throws RefusedException where the engine or Commons CSV cannot tell rows apart, or the two readers' counts differ
     */
    Loaded load(String table, Path file, FileProfile profile, List<Integer> places) throws SQLException {
        String texts = places.stream().map(place -> "c" + place).collect(Collectors.joining(", "));
        Loaded loaded = profile.plain() ? plain(table, texts, file, profile) : null;
        return loaded != null ? loaded : explained(table, texts, file, profile);
    }

    private Loaded plain(String table, String texts, Path file, FileProfile profile) throws SQLException {
        String rows = "select " + texts + " from " + CsvDialect.table(file, columns(profile.header().size()).toList(), true);
        try {
            long records = profile.rows() > LoadedTable.FEW ? pack(table, texts, rows, profile.rows()) : hold(table, rows, profile.rows());
            return records == profile.rows() ? new Loaded(records, List.of()) : null;
        } catch (SQLException e) {
            if (HomeFault.is(e)) {
                throw e;
            }
            // The engine's message quotes the row; Commons CSV finds the line without telling what stands in it.
            return null;
        }
    }

    private long hold(String table, String rows, long expected) throws SQLException {
        Sql.execute(connection, "create or replace temp table %s_text as %s".formatted(table, rows));
        long records = Sql.queryLong(connection, "select count(*) from " + table + "_text");
        show(table, "*", "rowid", table + "_text", records == expected);
        return records;
    }

    /** As Parquet, each text stands once in a dictionary: from then on it is found, and what it means, at a third of the cost. */
    private long pack(String table, String texts, String rows, long expected) throws SQLException {
        String packed = Sql.literal(tmp.resolve(table + ".parquet").toString());
        long records = Sql.update(connection, "copy (%s) to %s (format parquet, compression uncompressed, row_group_size 30720)"
                .formatted(rows, packed));
        show(table, texts, "file_row_number", "read_parquet(" + packed + ", file_row_number = true)", records == expected);
        return records;
    }

    /** The engine keeps rows in the order of the file, and a regular file has a line a record. */
    private void show(String table, String texts, String place, String rows, boolean isWhole) throws SQLException {
        if (isWhole) {
            Sql.execute(connection, "create or replace temp view %s as select cast(%s + 2 as integer) as source_line, %s from %s"
                    .formatted(table, place, texts, rows));
        }
    }

    private Loaded explained(String table, String texts, Path file, FileProfile profile) throws SQLException {
        Path clean = tmp.resolve(table + "-" + profile.sha256().substring(0, 12) + ".csv");
        try {
            List<Long> ragged = new ArrayList<>();
            long records = rewrite(file, profile, clean, ragged);
            requireEqual(profile, profile.rows(), records);
            Sql.execute(connection, "create or replace temp table %s as select source_line, %s from %s"
                    .formatted(table, texts, CsvDialect.table(clean,
                            Stream.concat(Stream.of("'source_line': 'INTEGER'"), columns(profile.header().size())).toList(), false)));
            requireEqual(profile, records, ragged.size() + Sql.queryLong(connection, "select count(*) from " + table));
            return new Loaded(records, ragged);
        } finally {
            delete(clean);
        }
    }

    private static void requireEqual(FileProfile profile, long one, long other) {
        if (one != other) {
            throw new RefusedException(FileError.of("FILE-010", profile.file(), "one reader counts " + one + " records, another " + other));
        }
    }

    private static long rewrite(Path file, FileProfile profile, Path clean, List<Long> ragged) {
        long records = -1;
        long line = 1;
        try (CSVParser parser = CsvText.parser(file, profile.encoding());
                BufferedWriter writer = Files.newBufferedWriter(clean, StandardCharsets.UTF_8);
                CSVPrinter printer = new CSVPrinter(writer, CsvDialect.writing())) {
            for (CSVRecord record : parser) {
                if (records >= 0 && CsvText.isBlank(record)) {
                    continue;
                }
                records++;
                long begins = CsvText.beginning(parser, record);
                line = parser.getCurrentLineNumber() + 1;
                if (records == 0) {
                    continue;
                }
                if (record.size() != profile.header().size()) {
                    ragged.add(begins);
                } else {
                    printer.print(begins);
                    for (String value : record) {
                        printer.print(value.replace("\r\n", " ").replace('\n', ' ').replace('\r', ' '));
                    }
                    printer.println();
                }
            }
            return records;
        } catch (IOException | UncheckedIOException e) {
            if (HomeFault.is(e)) {
                throw e instanceof UncheckedIOException unchecked ? unchecked : new UncheckedIOException((IOException) e);
            }
            throw new RefusedException(FileError.at("FILE-016", profile.file(), line, "quotes do not pair up from here on"));
        }
    }

    private static Stream<String> columns(int width) {
        return IntStream.range(0, width).mapToObj(n -> "'c" + n + "': 'VARCHAR'");
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
