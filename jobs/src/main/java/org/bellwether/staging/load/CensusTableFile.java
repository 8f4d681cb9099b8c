package org.bellwether.staging.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVPrinter;
import org.bellwether.contract.Located;
import org.bellwether.contract.ReturnContract;
import org.bellwether.contract.TableContract;
import org.bellwether.engine.CsvDialect;
import org.bellwether.engine.Sql;
import org.bellwether.intake.profile.FileProfile;

/** The rows of one table of a census XML on their way into the engine, with their lines: a CSV file that nobody keeps. */
final class CensusTableFile {

    private static final String NATIVE_ID = "native_id";
    private static final String PUPIL_ID = "pupil_table_id";

    private final TableContract table;
    private final List<String> columns;
    private final Path path;
    private final CSVPrinter printer;
    private long rows;

    /** @param tmp folder in which the file lies until it is discarded */
    CensusTableFile(TableContract table, Path tmp) {
        this.table = table;
        this.columns = List.copyOf(table.columns().keySet());
        this.path = tmp.resolve("xml-" + table.name() + ".csv");
        try {
            this.printer = new CSVPrinter(Files.newBufferedWriter(path, StandardCharsets.UTF_8), CsvDialect.writing());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param nativeId LAESTAB of the school whose XML it is */
    void print(CensusXmlRow row, String nativeId) throws IOException {
        rows++;
        printer.print(row.line());
        for (String column : columns) {
            String value = switch (column) {
                case NATIVE_ID -> nativeId;
                case PUPIL_ID -> Long.toString(row.pupil());
                default -> row.value(column, table.columns().get(column).absentText().orElse(""));
            };
            printer.print(value.replace('\n', ' ').replace('\r', ' '));
        }
        printer.println();
    }

    /** Ends the file and makes the raw table of it. */
    LoadedTable load(Connection connection, ReturnContract contract, FileProfile profile) throws IOException, SQLException {
        printer.close(true);
        List<String> texts = Stream.concat(Stream.of("'source_line': 'INTEGER'"),
                IntStream.range(0, columns.size()).mapToObj(n -> "'c" + n + "': 'VARCHAR'")).toList();
        Sql.execute(connection, "create temp table " + LoadedTable.raw(table.name()) + " as select * from "
                + CsvDialect.table(path, texts, false));
        Map<String, Integer> positions = new LinkedHashMap<>();
        columns.forEach(column -> positions.put(column, positions.size()));
        Located located = new Located(positions, Map.of(), List.of(), List.of(), List.of());
        return new LoadedTable(contract.table(table.name()), profile, located, rows, List.of());
    }

    void discard() {
        try {
            printer.close(false);
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
