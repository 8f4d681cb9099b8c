package org.bellwether.release.site.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.bellwether.release.format.Table;
import org.bellwether.release.site.chart.Row;

/** The rows behind a panel as a CSV file, figures as the mart has them, each with the status beside it. */
final class RowsFile {

    private static final CSVFormat FORMAT = CSVFormat.RFC4180.builder().setRecordSeparator("\n").get();

    private RowsFile() {
    }

    static String text(Panel panel, List<Row> rows) throws IOException {
        StringBuilder text = new StringBuilder();
        try (CSVPrinter printer = new CSVPrinter(text, FORMAT)) {
            List<String> columns = new ArrayList<>();
            List<String> heads = new ArrayList<>();
            for (Map.Entry<String, String> column : panel.columns().entrySet()) {
                columns.add(column.getKey());
                heads.add(column.getValue());
                String status = Table.statusOf(column.getKey());
                if (!rows.isEmpty() && rows.get(0).has(status)) {
                    columns.add(status);
                    heads.add(column.getValue() + ", status");
                }
            }
            printer.printRecord(heads);
            for (Row row : rows) {
                printer.printRecord(columns.stream().map(column -> row.number(column) == null ? inert(row.text(column)) : row.number(column).toPlainString()));
            }
        }
        return text.toString();
    }

    /** A text that a spreadsheet would take for a formula is one no longer. */
    private static String inert(String text) {
        return text != null && !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
