package org.bellwether.release.disclosure;

import static org.bellwether.engine.Sql.identifier;
import static org.bellwether.engine.Sql.literal;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bellwether.engine.Sql;
import org.bellwether.engine.Workers;
import org.bellwether.release.format.Table;
import org.bellwether.release.store.Manifest;
import org.bellwether.warehouse.figure.MeasureCatalog;

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
    private final MeasureCatalog measures;
    private final int minDenominator;
    private final List<SuppressionRule> rules;
    private ShownBefore shownBefore;

    public DisclosureControl(Connection connection, DisclosureConfig config, MeasureCatalog measures, List<Table> marts) {
        this.connection = connection;
        this.marts = config.of(marts);
        this.measures = measures;
        this.minDenominator = config.minDenominator();
        this.rules = SuppressionRuleCatalog.inOrder(minDenominator);
    }

    /** Makes room for what is hidden; nothing is yet. */
    static void open(Connection connection) throws SQLException {
        Sql.execute(connection, "attach if not exists ':memory:' as " + DATABASE);
        Sql.execute(connection, "create or replace table " + HIDDEN + " (mart varchar, mart_row bigint, figure varchar, rule varchar)");
    }

    public MartDisclosure of(Table mart) {
        return marts.get(mart);
    }

    /** Every mart as it is published, with what its columns are. */
    public Map<Table, MartDisclosure> published() {
        Map<Table, MartDisclosure> published = new LinkedHashMap<>();
        marts.forEach((mart, disclosure) -> published.put(publishedTable(mart), disclosure));
        return published;
    }

    /** Finds the cells to hide, and counts them. A figure that is hidden in one mart is hidden in all, with what is derived from it there. */
    public List<Manifest.Suppression> hide() throws SQLException {
        return hide(Optional.empty(), true);
    }

    /**
     * @param shownBefore  what the release before has kept of what readers have seen
     * @param isChosenAnew whether any row is published anew to which a threshold applies
     */
    public List<Manifest.Suppression> hide(Optional<Path> shownBefore, boolean isChosenAnew) throws SQLException {
        open(connection);
        this.shownBefore = new ShownBefore(connection, shownBefore);
        Workers workers = new Workers(connection);
        workers.each(List.copyOf(marts.keySet()), this::hide);
        ShownFigures shown = new ShownFigures(connection, marts);
        hideEverywhere(workers, shown);
        if (isChosenAnew && new CompanionFigures(connection, measures, minDenominator).hide()) {
            workers.each(List.copyOf(marts.keySet()), this::hide);
            hideEverywhere(workers, shown);
        }
        return counted();
    }

    private void hideEverywhere(Workers workers, ShownFigures shown) throws SQLException {
        for (List<Table> changed = shown.hideEverywhere(); !changed.isEmpty(); changed = shown.hideEverywhere()) {
            workers.each(changed, this::hide);
        }
    }

    /** Of the rows that are published. */
    private List<Manifest.Suppression> counted() throws SQLException {
        List<Manifest.Suppression> counted = new ArrayList<>();
        for (Map.Entry<Table, MartDisclosure> mart : marts.entrySet()) {
            counted.addAll(Sql.query(connection, "select rule, count(*) from " + HIDDEN + " as hidden where mart = " + literal(mart.getKey().name())
                    + " and mart_row in (select rowid from " + mart.getKey().qualified() + " where " + mart.getValue().isPublished() + ") group by all order by all",
                    row -> new Manifest.Suppression(mart.getKey().name(), row.getString(1), row.getLong(2))));
        }
        return counted;
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

    /** Keeps what readers have seen, once it is said what is hidden. */
    public void keepShown(Path file, boolean isChosenAnew) throws SQLException, IOException {
        boolean isMore = isChosenAnew && Sql.queryLong(connection, "select count(*) from " + ShownFigures.SHOWN) > 0;
        if (isMore) {
            new PublishedParts(connection, measures, minDenominator).cells();
        }
        shownBefore.write(file, isMore);
    }

    /** The mart as it is published: every figure that is a number is followed by its status. */
    public Table publishedTable(Table mart) {
        Set<String> figures = of(mart).figures();
        List<Table.Column> columns = new ArrayList<>();
        for (Table.Column column : mart.columns()) {
            if (isWithheld(mart, column.name())) {
                continue;
            }
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
        return "select " + String.join(", ", columns) + " from (" + SuppressionQueries.rowsOf(mart) + ") as m left join"
                + " (select mart_row, list(figure) as figures from " + HIDDEN + " where mart = " + literal(mart.name())
                + " group by mart_row) as hidden on hidden.mart_row = m.mart_row where " + of(mart).isPublished();
    }

    private boolean isWithheld(Table mart, String column) {
        return of(mart).withheld().stream().anyMatch(withheld -> column.equals(withheld) || column.equals(Table.statusOf(withheld)));
    }

    private String shown(Table mart, String column) {
        Set<String> figures = of(mart).figures();
        String value = "m." + identifier(column);
        if (figures.contains(column)) {
            return "case when " + isHidden(mart, column) + " then null else " + value + " end";
        }
        String figure = column.endsWith(STATUS) ? column.substring(0, column.length() - STATUS.length()) : "";
        if (!figures.contains(figure)) {
            return value;
        }
        String status = mart.columnNames().contains(column) ? value
                : "case when m." + identifier(figure) + " is null then 'z' else 'ok' end";
        return "case when " + isHidden(mart, figure) + " then 'c' else " + status + " end";
    }

    private String isHidden(Table mart, String figure) {
        return "(coalesce(list_contains(hidden.figures, " + literal(figure) + "), false)"
                + (of(mart).openAlone().contains(figure) ? " or " + of(mart).isClosed() : "") + ")";
    }

    @Override
    public void close() throws SQLException {
        Sql.execute(connection, "detach database if exists " + DATABASE);
    }
}
