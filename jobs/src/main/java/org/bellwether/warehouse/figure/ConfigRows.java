package org.bellwether.warehouse.figure;

import java.util.Collections;
import java.util.List;
import org.bellwether.warehouse.table.Rows;

/**
 * Rows that config gives to one table of the schema {@code config}.
 *
 * @param table name without its schema
 * @param columns in the order of the values of each row; a value is text, a number, a boolean, a date or null
 */
public record ConfigRows(String table, List<String> columns, List<List<Object>> rows) {

    public ConfigRows {
        columns = List.copyOf(columns);
        rows = rows.stream().map(Collections::unmodifiableList).toList();
        for (List<Object> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException(table + ": a row of " + row.size() + " values for " + columns);
            }
        }
    }

    /** The same as text, as tables are filled with it. */
    Rows asText() {
        return new Rows(columns, rows.stream()
                .map(row -> row.stream().map(value -> value == null ? "" : value.toString()).toList())
                .toList());
    }
}
