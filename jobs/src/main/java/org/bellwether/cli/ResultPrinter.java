package org.bellwether.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.bellwether.home.Json;

/** Prints a result as a table for people, or as CSV or JSON for programs. */
final class ResultPrinter {

    /** How a result is printed. */
    enum Format { TABLE, CSV, JSON }

    /** Beyond it a number loses digits in readers that keep numbers as doubles. */
    private static final long EXACT = 1L << 53;

    private ResultPrinter() {
    }

    static void print(ResultSet rows, Format format) throws SQLException {
        ResultSetMetaData columns = rows.getMetaData();
        List<String> names = new ArrayList<>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            names.add(columns.getColumnLabel(i));
        }
        switch (format) {
            case CSV -> csv(rows, names);
            case JSON -> json(rows, names);
            default -> table(rows, names);
        }
    }

    private static void csv(ResultSet rows, List<String> names) throws SQLException {
        try (CSVPrinter printer = new CSVPrinter(new java.io.OutputStreamWriter(Output.OUT, java.nio.charset.StandardCharsets.UTF_8),
                CSVFormat.RFC4180.builder().setRecordSeparator('\n').get())) {
            printer.printRecord(names);
            while (rows.next()) {
                printer.printRecord(texts(rows, names.size()));
            }
            printer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void json(ResultSet rows, List<String> names) throws SQLException {
        List<Map<String, Object>> objects = new ArrayList<>();
        while (rows.next()) {
            Map<String, Object> object = new LinkedHashMap<>();
            for (int i = 0; i < names.size(); i++) {
                object.put(names.get(i), value(rows.getObject(i + 1)));
            }
            objects.add(object);
        }
        Output.OUT.println(Json.text(objects));
    }

    private static Object value(Object value) {
        if (value instanceof Long number && Math.abs(number) >= EXACT) {
            return number.toString();
        }
        return value == null || value instanceof Number || value instanceof Boolean ? value : value.toString();
    }

    private static void table(ResultSet rows, List<String> names) throws SQLException {
        List<List<String>> lines = new ArrayList<>();
        lines.add(names);
        while (rows.next()) {
            lines.add(texts(rows, names.size()));
        }
        int[] widths = new int[names.size()];
        for (List<String> line : lines) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], cell(line.get(i)).length());
            }
        }
        for (int n = 0; n < lines.size(); n++) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                String cell = cell(lines.get(n).get(i));
                text.append(cell).append(" ".repeat(widths[i] - cell.length() + (i < widths.length - 1 ? 2 : 0)));
            }
            Output.OUT.println(text.toString().stripTrailing());
            if (n == 0) {
                Output.OUT.println("-".repeat(Math.max(1, text.toString().stripTrailing().length())));
            }
        }
        Output.OUT.println("(" + (lines.size() - 1) + (lines.size() == 2 ? " row)" : " rows)"));
    }

    private static List<String> texts(ResultSet rows, int columns) throws SQLException {
        List<String> texts = new ArrayList<>();
        for (int i = 1; i <= columns; i++) {
            Object value = rows.getObject(i);
            texts.add(value == null ? null : value.toString());
        }
        return texts;
    }

    private static String cell(String text) {
        return text == null ? "" : text;
    }
}
