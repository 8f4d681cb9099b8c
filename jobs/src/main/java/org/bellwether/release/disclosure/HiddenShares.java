package org.bellwether.release.disclosure;

import static org.bellwether.engine.Sql.identifier;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bellwether.engine.Sql;
import org.bellwether.release.format.Table;

/** What disclosure control costs readers, as far as they can count it themselves: from the published rows alone. */
public final class HiddenShares {

    /**
     * How many figures of a mart are hidden. A figure that does not apply, or is not available, is none.
     *
     * @param percent of its figures; null where it has none
     * @param hiddenByRow how many would be, if a row of which one figure is hidden were hidden whole
     * @param percentByRow of its figures
     */
    public record Share(String mart, long figures, long hidden, BigDecimal percent, long hiddenByRow, BigDecimal percentByRow) {
    }

    /**
     * How many figures are shown of those that a report rests on.
     *
     * @param column the figure; null for all of the authority as a whole
     */
    public record Shown(String mart, String column, long shown, long figures) {
    }

    private final Connection connection;
    private final DisclosureConfig config;
    private final Function<Table, String> rows;

    /** @param rows the published rows of a table, as they stand in a query */
    public HiddenShares(Connection connection, DisclosureConfig config, Function<Table, String> rows) {
        this.connection = connection;
        this.config = config;
        this.rows = rows;
    }

    /** Of those that have figures. */
    public List<Share> of(List<Table> tables) throws SQLException {
        List<Share> shares = new ArrayList<>();
        for (Table table : tables) {
            if (!figures(table).isEmpty()) {
                shares.add(share(table));
            }
        }
        return shares;
    }

    /** Figures of the authority as a whole, and those that a mart shows of others: of schools, and of what a strategy has come to. */
    public List<Shown> shown(List<Table> tables) throws SQLException {
        List<Shown> shown = new ArrayList<>();
        for (Table table : tables) {
            MartDisclosure mart = config.marts().get(table.name());
            List<String> figures = figures(table);
            if (mart != null && mart.hasOpenRows() && !figures.isEmpty()) {
                shown.add(shown(table, null, figures, " where not " + mart.isClosed()));
            }
            for (String column : mart == null ? List.<String>of() : mart.shows()) {
                if (figures.contains(column)) {
                    shown.add(shown(table, column, List.of(column), ""));
                }
            }
        }
        return shown;
    }

    private Shown shown(Table table, String column, List<String> figures, String where) throws SQLException {
        return Sql.queryFirst(connection, "select coalesce(sum(" + counted(figures, "ok', 'low") + "), 0), coalesce(sum(" + counted(figures, "c', 'ok', 'low") + "), 0) from "
                + rows.apply(table) + " as m" + where, row -> new Shown(table.name(), column, row.getLong(1), row.getLong(2))).orElseThrow();
    }

    private Share share(Table table) throws SQLException {
        List<String> figures = figures(table);
        return Sql.queryFirst(connection, """
                select figures, hidden, round(100.0 * hidden / nullif(figures, 0), 1), hidden_by_row, round(100.0 * hidden_by_row / nullif(figures, 0), 1)
                from (
                    select coalesce(sum(figures), 0) as figures, coalesce(sum(hidden), 0) as hidden,
                        coalesce(sum(case when is_touched then figures else hidden end), 0) as hidden_by_row
                    from (select %s as figures, %s as hidden, %s as is_touched from %s as m)
                )""".formatted(counted(figures, "c', 'ok', 'low"), counted(figures, "c"), isTouched(config.marts().get(table.name()), figures), rows.apply(table)),
                row -> new Share(table.name(), row.getLong(1), row.getLong(2), row.getBigDecimal(3), row.getLong(4), row.getBigDecimal(5))).orElseThrow();
    }

    private static List<String> figures(Table table) {
        return table.columnNames().stream().filter(name -> table.columnNames().contains(Table.statusOf(name))).toList();
    }

    /** Of the figures of a row of {@code m}, how many stand so. */
    private static String counted(List<String> figures, String statuses) {
        return figures.stream().map(figure -> "case when m." + identifier(Table.statusOf(figure)) + " in ('" + statuses + "') then 1 else 0 end").collect(Collectors.joining(" + "));
    }

    /** Whether a figure of the row is hidden. Those that are published of the authority as a whole alone are hidden in all other rows, and say nothing of one. */
    static String isTouched(MartDisclosure mart, List<String> figures) {
        List<String> chosen = figures.stream().filter(figure -> mart == null || !mart.openAlone().contains(figure))
                .map(figure -> "coalesce(m." + identifier(Table.statusOf(figure)) + " = 'c', false)").toList();
        return chosen.isEmpty() ? "false" : "(" + String.join(" or ", chosen) + ")";
    }
}
