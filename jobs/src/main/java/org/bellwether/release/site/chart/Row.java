package org.bellwether.release.site.chart;

import java.math.BigDecimal;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bellwether.release.format.Table;

/** A row of the query behind a chart or a table, by the names of its columns. */
public record Row(Map<String, Object> values) {

    /** The row on which the result stands; moments are days. */
    public static Row of(ResultSet result) throws SQLException {
        ResultSetMetaData columns = result.getMetaData();
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            values.put(columns.getColumnLabel(i), plain(result.getObject(i)));
        }
        return new Row(values);
    }

    private static Object plain(Object value) {
        if (value instanceof Date date) {
            return date.toLocalDate();
        }
        return value instanceof Timestamp instant ? instant.toLocalDateTime().toLocalDate() : value;
    }

    /** Null where it has no such column, or no value in it. */
    public String text(String column) {
        Object value = values.get(column);
        return value == null ? null : value.toString();
    }

    public String text(String column, String otherwise) {
        String text = text(column);
        return text == null ? otherwise : text;
    }

    /** The value with the status that stands beside it; {@code ok} or {@code x} where none does. */
    public Figure figure(String column) {
        BigDecimal value = number(column);
        return new Figure(value, text(Table.statusOf(column), value == null ? "x" : "ok"));
    }

    /** Null where there is none, or none that is finite. */
    public BigDecimal number(String column) {
        Object value = values.get(column);
        boolean isNumber = value instanceof Number number && Double.isFinite(number.doubleValue());
        return isNumber ? new BigDecimal(value.toString()) : null;
    }

    /** Null where there is none. */
    public LocalDate date(String column) {
        return values.get(column) instanceof LocalDate date ? date : null;
    }

    public boolean has(String column) {
        return values.containsKey(column);
    }
}
