package org.bellwether.release.format;

import static org.bellwether.engine.Sql.literal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.bellwether.engine.CsvDialect;
import org.bellwether.engine.Sql;

/** The metadata file beside an EES table: what each filter and indicator is, and how it is shown. */
final class EesMeta {

    private static final CSVFormat FORMAT = CsvDialect.writing().builder()
            .setHeader("col_name", "col_type", "label", "indicator_grouping", "indicator_unit", "indicator_dp",
                    "filter_hint", "filter_grouping_column").get();

    /** Units that EES has a sign for; any other stands in the label of its measure. */
    private static final Map<String, String> UNITS = Map.of("%", "%", "pp", "pp", "GBP", "£");

    private final Map<String, Measure> measures;

    private EesMeta(Map<String, Measure> measures) {
        this.measures = measures;
    }

    private record Measure(String name, String unit, int places) {
    }

    /** With the measures that stand in the columns of this mart. */
    static EesMeta of(Connection connection, Table mart) throws SQLException {
        Map<String, Measure> measures = new HashMap<>();
        Sql.query(connection, "select place.mart_column, measure.measure_name, measure.unit, measure.dp"
                + " from config.measure_column as place join config.measure as measure using (measure_code)"
                + " where place.mart = " + literal(mart.name()) + " and measure.valid_to = date '9999-12-31'",
                row -> measures.put(row.getString(1), new Measure(row.getString(2), row.getString(3), row.getInt(4))));
        return new EesMeta(measures);
    }

    /** @param groups filters whose values stand in groups, by the column of the groups: that is described with them alone */
    String text(List<Table.Column> filters, Map<String, String> groups, List<Table.Column> indicators) {
        List<String> names = filters.stream().map(Table.Column::name).toList();
        Map<String, String> grouped = new HashMap<>(groups);
        grouped.entrySet().removeIf(entry -> !names.contains(entry.getKey()) || !names.contains(entry.getValue()));
        StringBuilder text = new StringBuilder();
        try (CSVPrinter csv = new CSVPrinter(text, FORMAT)) {
            for (Table.Column column : filters) {
                if (!grouped.containsValue(column.name())) {
                    csv.printRecord(column.name(), "Filter", label(column), "", "", "", "", grouped.getOrDefault(column.name(), ""));
                }
            }
            for (Table.Column column : indicators) {
                Measure measure = measures.getOrDefault(column.name(), new Measure(label(column), "", places(column)));
                csv.printRecord(column.name(), "Indicator", measure.name, "", UNITS.getOrDefault(measure.unit, ""),
                        measure.places, "", "");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static String label(Table.Column column) {
        String name = column.name().replace('_', ' ');
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    private static int places(Table.Column column) {
        if (column.type().startsWith("DECIMAL")) {
            return Integer.parseInt(column.type().replaceFirst(".*,\\s*(\\d+)\\)", "$1"));
        }
        return column.type().equals("DOUBLE") ? 5 : 0;
    }
}
