package org.bellwether.release.disclosure;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.bellwether.engine.Sql;
import org.bellwether.release.format.Table;

/** How many figures of each published mart are hidden. */
public final class HiddenShares {

    /** @param percent of its figures; null where it has none */
    public record Share(String mart, long figures, long hidden, BigDecimal percent) {
    }

    private final Connection connection;

    /** @param connection to which the published database is attached as {@code published} */
    public HiddenShares(Connection connection) {
        this.connection = connection;
    }

    /** Of those that have figures. A figure that does not apply, or is not available, is none. */
    public List<Share> of(List<Table> tables) throws SQLException {
        List<Share> shares = new ArrayList<>();
        for (Table table : tables) {
            List<String> statuses = table.columnNames().stream().filter(name -> table.columnNames().contains(Table.statusOf(name))).map(Table::statusOf).toList();
            if (!statuses.isEmpty()) {
                shares.add(share(table, statuses));
            }
        }
        return shares;
    }

    private Share share(Table table, List<String> statuses) throws SQLException {
        String hidden = statuses.stream().map(name -> "count(*) filter (where " + Sql.identifier(name) + " = 'c')").collect(Collectors.joining(" + "));
        String figures = statuses.stream().map(name -> "count(*) filter (where " + Sql.identifier(name) + " in ('c', 'ok', 'low'))").collect(Collectors.joining(" + "));
        return Sql.queryFirst(connection, "select figures, hidden, round(100.0 * hidden / nullif(figures, 0), 1) from (select " + figures + " as figures, " + hidden
                + " as hidden from published." + table.qualified() + ")", row -> new Share(table.name(), row.getLong(1), row.getLong(2), row.getBigDecimal(3))).orElseThrow();
    }
}
