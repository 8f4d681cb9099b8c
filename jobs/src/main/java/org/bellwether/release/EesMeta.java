package org.bellwether.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** The metadata file beside an EES table: what each filter and indicator is, and how it is shown. */
final class EesMeta {

    private static final CSVFormat FORMAT = CSVFormat.RFC4180.builder().setRecordSeparator("\n")
            .setHeader("col_name", "col_type", "label", "indicator_grouping", "indicator_unit", "indicator_dp",
                    "filter_hint", "filter_grouping_column").get();

    private EesMeta() {
    }

    static String text(List<Table.Column> filters, List<Table.Column> indicators) {
        StringBuilder text = new StringBuilder();
        try (CSVPrinter csv = new CSVPrinter(text, FORMAT)) {
            for (Table.Column column : filters) {
                csv.printRecord(column.name(), "Filter", label(column), "", "", "", "", "");
            }
            for (Table.Column column : indicators) {
                csv.printRecord(column.name(), "Indicator", label(column), "", unit(column), places(column), "", "");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static String label(Table.Column column) {
        String name = column.name().replace('_', ' ');
        return column.comment() != null ? column.comment() : Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    /** By the ending of the name, as units stand in the names of columns. */
    private static String unit(Table.Column column) {
        String name = column.name();
        if (name.endsWith("_gbp")) {
            return "£";
        }
        if (name.endsWith("_pp")) {
            return "pp";
        }
        return name.endsWith("_pct") || name.endsWith("_rate") ? "%" : "";
    }

    private static String places(Table.Column column) {
        if (column.type().startsWith("DECIMAL")) {
            return column.type().replaceFirst(".*,\\s*(\\d+)\\)", "$1");
        }
        return column.type().equals("DOUBLE") ? "5" : "0";
    }
}
