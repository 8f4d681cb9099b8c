package org.bellwether.release.disclosure;

import static org.bellwether.engine.Sql.identifier;
import static org.bellwether.engine.Sql.literal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bellwether.engine.Sql;
import org.bellwether.engine.Workers;
import org.bellwether.release.format.Table;
import org.bellwether.release.store.Manifest;

/**
 * Decides which cells of the marts stay hidden and gives the published form of each mart.
 *
 * <p>The marts themselves are never changed. A hidden figure is null with the status {@code c} beside it, and nothing
 * tells which rule has hidden it.
 */
public final class DisclosureControl implements AutoCloseable {

    private static final String STATUS = "_status";
    /** A database in memory, as what is hidden must be seen by everybody who works on the release. */
    static final String DATABASE = "disclosure";
    static final String HIDDEN = DATABASE + ".hidden_cell";

    private final Connection connection;
    private final Map<Table, MartDisclosure> marts;
    private final List<SuppressionRule> rules;

    public DisclosureControl(Connection connection, DisclosureConfig config, List<Table> marts) {
        this.connection = connection;
        this.marts = config.of(marts);
        this.rules = SuppressionRuleCatalog.inOrder(config.minDenominator());
    }

    public MartDisclosure of(Table mart) {
        return marts.get(mart);
    }

    /** Finds the cells to hide, and counts them. A figure that is hidden in one mart is hidden in all, with what is derived from it there. */
    public List<Manifest.Suppression> hide() throws SQLException {
        Sql.execute(connection, "attach if not exists ':memory:' as " + DATABASE);
        Sql.execute(connection, "create or replace table " + HIDDEN
                + " (mart varchar, mart_row bigint, figure varchar, rule varchar)");
        Workers workers = new Workers(connection);
        workers.each(List.copyOf(marts.keySet()), this::hide);
        ShownFigures shown = new ShownFigures(connection, marts);
        for (List<Table> changed = shown.hideEverywhere(); !changed.isEmpty(); changed = shown.hideEverywhere()) {
            workers.each(changed, this::hide);
        }
        return Sql.query(connection, "select mart, rule, count(*) from " + HIDDEN + " group by all order by all",
                row -> new Manifest.Suppression(row.getString(1), row.getString(2), row.getLong(3)));
    }

    private void hide(Connection own, Table mart) throws SQLException {
        for (SuppressionRule rule : rules) {
            for (String cells : rule.cells(mart, of(mart))) {
                Sql.execute(own, "insert into " + HIDDEN + " select " + literal(mart.name())
                        + ", mart_row, figure, " + literal(rule.name()) + " from (" + cells + ") as found"
                        + " where not exists (select 1 from " + HIDDEN + " as h where h.mart = "
                        + literal(mart.name()) + " and h.mart_row = found.mart_row and h.figure = found.figure)");
            }
        }
    }

    /** The mart as it is published: every figure that is a number is followed by its status. */
    public Table publishedTable(Table mart) {
        Set<String> figures = of(mart).figures();
        List<Table.Column> columns = new ArrayList<>();
        for (Table.Column column : mart.columns()) {
            columns.add(column);
            String status = Table.statusOf(column.name());
            if (figures.contains(column.name()) && column.isNumeric() && !mart.columnNames().contains(status)) {
                columns.add(new Table.Column(status, "VARCHAR", "Status of " + column.name()
                        + ": ok shown, c suppressed, z not applicable"));
            }
        }
        return new Table("main", mart.name(), mart.comment(), columns);
    }

    /** Rows of the published mart; {@link #hide} has been called. */
    public String publishedRows(Table mart) {
        List<String> columns = new ArrayList<>();
        for (Table.Column column : publishedTable(mart).columns()) {
            columns.add(shown(mart, column.name()) + " as " + identifier(column.name()));
        }
        return "select " + String.join(", ", columns) + " from " + mart.qualified() + " as m left join"
                + " (select mart_row, list(figure) as figures from " + HIDDEN + " where mart = " + literal(mart.name())
                + " group by mart_row) as hidden on hidden.mart_row = m.rowid";
    }

    private String shown(Table mart, String column) {
        Set<String> figures = of(mart).figures();
        String value = "m." + identifier(column);
        if (figures.contains(column)) {
            return "case when " + isHidden(column) + " then null else " + value + " end";
        }
        String figure = column.endsWith(STATUS) ? column.substring(0, column.length() - STATUS.length()) : "";
        if (!figures.contains(figure)) {
            return value;
        }
        String status = mart.columnNames().contains(column) ? value
                : "case when m." + identifier(figure) + " is null then 'z' else 'ok' end";
        return "case when " + isHidden(figure) + " then 'c' else " + status + " end";
    }

    private static String isHidden(String figure) {
        return "list_contains(hidden.figures, " + literal(figure) + ")";
    }

    @Override
    public void close() throws SQLException {
        Sql.execute(connection, "detach database if exists " + DATABASE);
    }
}
