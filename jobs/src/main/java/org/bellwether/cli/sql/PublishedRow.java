package org.bellwether.cli.sql;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.bellwether.config.BellwetherException;
import org.bellwether.config.ErrorCode;
import org.bellwether.engine.Sql;
import org.bellwether.release.disclosure.DisclosureConfig;

/**
 * A figure as the published tier shows it.
 *
 * @param row the columns that name its row
 * @param condition SQL that names the same row anywhere
 * @param value as text; null where the status is not ok
 * @param status null where the mart says none of this column
 */
record PublishedRow(Map<String, Object> row, String condition, String value, String status) {

    private static final String SUPPRESSED = "c";

    /** @throws BellwetherException where there is no such mart or column, or the condition names none or several rows, or is no condition */
    static PublishedRow find(ReleaseSql release, DisclosureConfig disclosure, String mart, String column, String where) throws SQLException {
        List<String> columns = Sql.queryTexts(release.connection(), "select column_name from duckdb_columns() where database_name = 'published' and table_name = "
                + Sql.literal(mart) + " order by column_index");
        if (columns.isEmpty() && disclosure.isRestrictedAlone(mart)) {
            throw ErrorCode.RESTRICTED_ALONE.with(mart);
        }
        if (columns.isEmpty() || !disclosure.marts().containsKey(mart)) {
            throw ErrorCode.NO_SUCH_MART.with(mart, disclosure.marts().keySet());
        }
        if (!columns.contains(column)) {
            throw ErrorCode.NOT_EXPLAINED.with(column, mart, columns.stream().filter(name -> columns.contains(name + "_status")).toList());
        }
        List<String> grain = disclosure.marts().get(mart).grain().stream().filter(columns::contains).toList();
        List<PublishedRow> rows = rows(release, "select cast(" + Sql.identifier(column) + " as varchar), "
                + (columns.contains(column + "_status") ? column + "_status" : "null") + grain.stream().map(name -> ", " + name).collect(Collectors.joining())
                + " from " + mart + " where (" + where + "\n)", mart, grain);
        if (rows.size() != 1) {
            throw rows.isEmpty() ? ErrorCode.NO_ROW.with(mart, String.join(", ", grain))
                    : ErrorCode.SEVERAL_ROWS.with(rows.size(), mart, String.join(", ", grain));
        }
        return rows.get(0);
    }

    private static List<PublishedRow> rows(ReleaseSql release, String query, String mart, List<String> grain) throws SQLException {
        try {
            release.allow(query);
            return Sql.query(release.connection(), query, one -> {
                Map<String, Object> row = new LinkedHashMap<>();
                for (int i = 0; i < grain.size(); i++) {
                    row.put(grain.get(i), one.getObject(i + 3) instanceof Number number ? number : one.getString(i + 3));
                }
                return new PublishedRow(row, condition(row), one.getString(1), one.getString(2));
            });
        } catch (SQLException e) {
            throw ErrorCode.CONDITION_WRONG.because(e, mart, e.getMessage().lines().findFirst().orElse("it is no SQL"));
        }
    }

    private static String condition(Map<String, Object> row) {
        return row.entrySet().stream().map(one -> one.getKey() + " is not distinct from "
                + (one.getValue() instanceof Number number ? number : Sql.literal((String) one.getValue()))).collect(Collectors.joining(" and "));
    }

    boolean isSuppressed() {
        return SUPPRESSED.equals(status);
    }

    /** Whether readers see this very figure. */
    boolean shows(Object figure) {
        return figure instanceof Number && value != null ? new BigDecimal(value).compareTo(new BigDecimal(figure.toString())) == 0
                : Objects.equals(value, figure == null ? null : figure.toString());
    }
}
