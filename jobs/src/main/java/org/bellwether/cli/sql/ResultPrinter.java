package org.bellwether.cli.sql;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVPrinter;
import org.bellwether.cli.console.Output;
import org.bellwether.engine.CsvDialect;
import org.bellwether.home.Json;
import tools.jackson.databind.SequenceWriter;

/** Prints a result as a table for people, or as CSV or JSON for programs; row by row, so that a result may be of any size. */
final class ResultPrinter {

    /** How a result is printed. */
    enum Format { TABLE, CSV, JSON }

    /** Beyond it a number loses digits in readers that keep numbers as doubles. */
    private static final long EXACT = 1L << 53;
    /** The first rows of a table say how wide its columns are. */
    private static final int MEASURED = 1_000;

    private final ResultSet rows;
    private final Writer out;
    private final List<String> names = new ArrayList<>();

    private ResultPrinter(ResultSet rows, Writer out) throws SQLException {
        this.rows = rows;
        this.out = out;
        ResultSetMetaData columns = rows.getMetaData();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            names.add(columns.getColumnLabel(i));
        }
    }

    static void print(ResultSet rows, Format format) throws SQLException {
        print(rows, format, Output.writer());
    }

    /** The writer stays open, for the next answer. */
    static void print(ResultSet rows, Format format, Writer to) throws SQLException {
        try (Writer out = new BufferedWriter(new Output.StayingOpen(to))) {
            ResultPrinter printer = new ResultPrinter(rows, out);
            switch (format) {
                case CSV -> printer.csv();
                case JSON -> printer.json();
                default -> printer.table();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void csv() throws SQLException, IOException {
        CSVPrinter printer = new CSVPrinter(out, CsvDialect.writing());
        printer.printRecord(names);
        while (rows.next()) {
            printer.printRecord(texts());
        }
        printer.flush();
    }

    private void json() throws SQLException, IOException {
        try (SequenceWriter objects = Json.MAPPER.writer().writeValuesAsArray(new Output.StayingOpen(out))) {
            while (rows.next()) {
                Map<String, Object> object = new LinkedHashMap<>();
                for (int i = 0; i < names.size(); i++) {
                    object.put(names.get(i), value(rows.getObject(i + 1)));
                }
                objects.write(object);
            }
        }
        out.write(System.lineSeparator());
    }

    private static Object value(Object value) {
        if (value instanceof Long number && Math.abs(number) >= EXACT) {
            return number.toString();
        }
        return value == null || value instanceof Number || value instanceof Boolean ? value : value.toString();
    }

    private void table() throws SQLException, IOException {
        List<List<String>> first = new ArrayList<>();
        while (first.size() < MEASURED && rows.next()) {
            first.add(texts());
        }
        int[] widths = new int[names.size()];
        for (int i = 0; i < widths.length; i++) {
            widths[i] = names.get(i).length();
            for (List<String> line : first) {
                widths[i] = Math.max(widths[i], cell(line.get(i)).length());
            }
        }
        String header = line(names, widths);
        out.write(header + System.lineSeparator() + "-".repeat(Math.max(1, header.length())) + System.lineSeparator());
        long count = first.size();
        for (List<String> line : first) {
            out.write(line(line, widths) + System.lineSeparator());
        }
        while (count >= MEASURED && rows.next()) {
            out.write(line(texts(), widths) + System.lineSeparator());
            count++;
        }
        out.write("(" + count + (count == 1 ? " row)" : " rows)") + System.lineSeparator());
    }

    private static String line(List<String> cells, int[] widths) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String cell = cell(cells.get(i));
            text.append(cell).append(" ".repeat(Math.max(0, widths[i] - cell.length()) + (i < widths.length - 1 ? 2 : 0)));
        }
        return text.toString().stripTrailing();
    }

    private List<String> texts() throws SQLException {
        List<String> texts = new ArrayList<>();
        for (int i = 1; i <= names.size(); i++) {
            Object value = rows.getObject(i);
            texts.add(value == null ? null : value.toString());
        }
        return texts;
    }

    private static String cell(String text) {
        return text == null ? "" : text;
    }
}
