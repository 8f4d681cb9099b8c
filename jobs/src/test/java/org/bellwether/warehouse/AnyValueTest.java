package org.bellwether.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Models answer for every value that a staged column can hold: what staging accepts cannot stop a build. */
class AnyValueTest {

    @RegisterExtension
    static final WarehouseFixture warehouse = new WarehouseFixture();

    /** Ends of what staging reads as each type, and what is inside them but odd. */
    private static final Map<String, List<String>> ENDS = Map.of(
            "INTEGER", List.of("-999999999", "-3", "0", "13", "214749", "999999999", "null"),
            "BIGINT", List.of("0", "9223372036854775807"),
            "DATE", List.of("'0001-01-01'", "'0026-05-13'", "'1899-07-31'", "'2204-02-29'", "'9999-12-31'", "'infinity'", "'-infinity'", "null"),
            "TIMESTAMP", List.of("'0001-01-01 00:00:00'", "'9999-12-31 23:59:59'", "null"),
            "VARCHAR", List.of("''", "repeat('é', 400)", "'-1'", "'1e999'", "'😀|%_'", "null"),
            "DOUBLE", List.of("1.7e308", "-1.7e308", "1e16", "-0.0", "null"),
            "BOOLEAN", List.of("true", "false", "null"),
            "DECIMAL(14,2)", List.of("999999999999.99", "-999999999999.99", "null"));

    /** An ordinary row, so that each odd value is among ordinary ones and meets the rows of other tables. */
    private static final Map<String, String> ORDINARY = Map.ofEntries(
            Map.entry("academic_year", "202425"), Map.entry("census_term", "'AUT'"), Map.entry("laestab", "8992001"), Map.entry("la_code", "899"),
            Map.entry("financial_year", "202425"), Map.entry("time_period", "202425"), Map.entry("month", "3"), Map.entry("session", "'AM'"),
            Map.entry("attendance_code", "'/'"), Map.entry("attendance_window", "'TERM'"), Map.entry("attendance_reason", "'I'"),
            Map.entry("category", "'SUSP'"), Map.entry("block", "'HIGH_NEEDS'"), Map.entry("statement", "'OUTTURN'"),
            Map.entry("line_code", "'1.2.1'"), Map.entry("dataset", "'exclusions'"), Map.entry("measure", "'headcount'"),
            Map.entry("geographic_level", "'Local authority'"), Map.entry("time_identifier", "'Academic year'"), Map.entry("enrol_status", "'C'"),
            Map.entry("day_type", "'TERM'"), Map.entry("term", "'AUT'"), Map.entry("half_term", "'AUT1'"), Map.entry("provision_code", "'P1'"),
            Map.entry("establishment_type", "'Community school'"), Map.entry("phase_of_education", "'Secondary'"),
            Map.entry("outcome", "'UPHELD'"), Map.entry("birth_year_month", "'2012-05'"), Map.entry("age_at_31_august", "12"),
            Map.entry("on_roll", "true"), Map.entry("is_superseded", "false"));

    @Test
    void no_value_of_a_staged_column_stops_a_model() {
        for (String table : warehouse.ask("select distinct table_name from duckdb_tables() where schema_name = 'given' order by 1")) {
            warehouse.givenSelect("given." + table, rows(table));
        }

        assertThat(warehouse.buildAll()).isNotEmpty();
        for (String fact : List.of("fact_exclusion", "fact_pupil_census", "fact_attendance_session", "fact_placement_cost", "fact_s251",
                "fact_benchmark", "fact_ebsna_episode", "dim_school")) {
            assertThat(Long.parseLong(warehouse.ask("select count(*) from core." + fact).get(0))).as(fact).isPositive();
        }
    }

    /** One row for each end of each column, the others ordinary. */
    private static String rows(String table) {
        Map<String, String> types = new LinkedHashMap<>();
        warehouse.ask("select column_name || '=' || data_type from duckdb_columns() where schema_name = 'given' and table_name = '" + table
                + "' order by column_index").forEach(column -> types.put(column.split("=")[0], column.split("=")[1]));
        List<String> rows = new ArrayList<>(List.of(row(types, "", "", 1), row(types, "", "", 2)));
        for (Map.Entry<String, String> column : types.entrySet()) {
            // Of the session the contract itself lists all values.
            for (String end : column.getKey().equals("session") ? List.<String>of() : ENDS.get(column.getValue())) {
                rows.add(row(types, column.getKey(), end, rows.size() + 1));
            }
        }
        return rows.stream().collect(Collectors.joining(" union all "));
    }

    private static String row(Map<String, String> types, String odd, String value, int number) {
        return types.entrySet().stream().map(column -> "cast(" + (column.getKey().equals(odd) ? value : ordinary(column.getKey(), column.getValue(), number))
                + " as " + column.getValue() + ") as " + column.getKey()).collect(Collectors.joining(", ", "select ", ""));
    }

    private static String ordinary(String column, String type, int number) {
        return switch (column) {
            case "source_line" -> Integer.toString(number);
            case "notice_id", "episode_id", "urn", "placement_id" -> Integer.toString(100000 + number);
            default -> ORDINARY.getOrDefault(column, switch (type) {
                case "DATE" -> "'2024-09-10'";
                case "TIMESTAMP" -> "'2025-01-01 00:00:00'";
                case "VARCHAR" -> "'A'";
                case "BOOLEAN" -> "true";
                default -> "7";
            });
        };
    }
}
