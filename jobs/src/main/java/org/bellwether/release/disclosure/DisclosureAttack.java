package org.bellwether.release.disclosure;

import static org.bellwether.engine.Sql.identifier;
import static org.bellwether.engine.Sql.literal;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.bellwether.engine.Sql;
import org.bellwether.release.disclosure.PublishedParts.PartCell;
import org.bellwether.release.disclosure.protection.Sensitive;
import org.bellwether.release.format.Table;
import org.bellwether.warehouse.figure.MeasureCatalog;

/**
 * Tries to work out what is hidden, from the published marts as they were written.
 *
 * <p>It knows nothing of how it was chosen what to hide: what is shown it reads from the files, and what that leaves open it asks of a
 * solver. A small count must be open over all small counts; of any other hidden figure, and of none where there are few, no exact amount may follow.
 */
public final class DisclosureAttack {

    private final Connection connection;
    private final Map<Table, MartDisclosure> marts;
    private final MeasureCatalog measures;
    private final int minDenominator;

    public DisclosureAttack(Connection connection, DisclosureConfig config, MeasureCatalog measures, List<Table> marts) {
        this.connection = connection;
        this.marts = config.of(marts);
        this.measures = measures;
        this.minDenominator = config.minDenominator();
    }

    /**
     * @param leak      what follows, by its name and never by its amount
     * @param relations what it follows from
     */
    public record Finding(String leak, String relations) {
    }

    /**
     * @param published   the relation that holds a mart, by the mart's name
     * @param shownBefore what the release before has kept of what readers have seen
     */
    public List<Finding> findings(UnaryOperator<String> published, Optional<Path> shownBefore) throws SQLException {
        DisclosureControl.open(connection);
        try {
            new ShownFigures(connection, marts);
            new ShownBefore(connection, shownBefore);
            for (Map.Entry<Table, MartDisclosure> mart : marts.entrySet()) {
                readHidden(mart.getKey(), mart.getValue(), published.apply(mart.getKey().name()));
            }
            PublishedParts parts = new PublishedParts(connection, measures, minDenominator);
            if (Sql.queryLong(connection, "select count(*) from " + ShownFigures.SHOWN) == 0) {
                return List.of();
            }
            List<PartCell> cells = parts.cells();
            List<Finding> findings = new ArrayList<>(findings(new PartSystem(cells, parts.sums(), parts.ofEveryCell())));
            findings.addAll(byDividing());
            findings.addAll(bySubtracting(cells));
            return findings;
        } finally {
            Sql.execute(connection, "detach database if exists " + DisclosureControl.DATABASE);
        }
    }

    /** What stands in the mart and not in what was published of it. */
    private void readHidden(Table mart, MartDisclosure disclosure, String published) throws SQLException {
        List<String> figures = disclosure.figures().stream().filter(mart.columnNames()::contains).filter(figure -> !disclosure.withheld().contains(figure)).toList();
        if (!figures.isEmpty()) {
            Sql.execute(connection, "insert into " + DisclosureControl.HIDDEN + " select " + literal(mart.name()) + ", mart_row, figure, '' from ("
                    + "select m.mart_row, unnest([" + figures.stream().map(figure -> "case when m." + identifier(figure) + " is not null and p."
                    + identifier(figure) + " is null then " + literal(figure) + " end").collect(Collectors.joining(", ")) + "]) as figure from ("
                    + SuppressionQueries.rowsOf(mart) + ") as m join " + published + " as p on " + SuppressionQueries.sameCell("p", disclosure.grain())
                    + ") as listed where figure is not null");
        }
    }

    /** Figures that are hidden though others tell all their parts. */
    private List<Finding> byDividing() throws SQLException {
        return Sql.query(connection, """
                select distinct shown.measure_code || ' of ' || regexp_replace(any_value(cell.name), '^[^ ]* of ', ''),
                    'parts told by ' || (
                        select string_agg(distinct teller.measure_code, ', ' order by teller.measure_code)
                        from %2$s as teller
                        join %3$s as said on said.measure_code = teller.measure_code
                        anti join %1$s as gone on gone.mart = teller.mart and gone.mart_row = teller.mart_row and gone.figure = teller.figure
                        where teller.is_published and teller.cell_key = shown.cell_key and list_contains(list(told.part), said.part))
                from %1$s as hidden
                join %2$s as shown on shown.mart = hidden.mart and shown.mart_row = hidden.mart_row and shown.figure = hidden.figure
                join %3$s as told on told.measure_code = shown.measure_code
                left join %4$s as cell on cell.part = told.part and cell.cell_key = shown.cell_key and told.position is not null
                where shown.is_published
                group by shown.mart, shown.mart_row, shown.figure, shown.measure_code, shown.cell_key
                having bool_and(coalesce(cell.is_shown, false))
                order by 1
                """.formatted(DisclosureControl.HIDDEN, ShownFigures.SHOWN, PublishedParts.TOLD_PART, PublishedParts.PART_CELL),
                row -> new Finding(row.getString(1), row.getString(2)));
    }

    /** Figures that are shown though few have come since they were last shown. */
    private static List<Finding> bySubtracting(List<PartCell> cells) {
        return cells.stream().filter(cell -> cell.isShown() && cell.isOfFewSince()).map(cell -> new Finding(cell.name(), "what an earlier release showed")).toList();
    }

    private static List<Finding> findings(PartSystem system) {
        List<Finding> findings = new ArrayList<>();
        PartAttack attack = new PartAttack(system, Set.of());
        for (List<PartCell> some : system.around(system.hiddenUnits(), false)) {
            Map<String, String> names = new HashMap<>();
            Set<String> small = new HashSet<>();
            List<Sensitive> hidden = new ArrayList<>();
            for (PartCell cell : some) {
                names.put(cell.key(), cell.name());
                if (!cell.isShown() && (cell.isSmall() || cell.isFigure() && (cell.amount() > 0 || cell.isOfFew()))) {
                    hidden.add(mustBeOpen(cell));
                }
                if (cell.isSmall()) {
                    small.add(cell.key());
                }
            }
            attack.leaks(some, hidden).stream()
                    .filter(leak -> small.contains(leak.cell()) || leak.isExact() && !leak.needed().isOneValue())
                    .forEach(leak -> findings.add(new Finding(names.get(leak.cell()), named(leak.relations(), names))));
        }
        return findings;
    }

    private static Sensitive mustBeOpen(PartCell cell) {
        return cell.isOfFewSince() ? PartSystem.since(cell) : cell.isSmall() ? Sensitive.below(cell.threshold(), cell.key())
                : Sensitive.within(Math.max(0, cell.amount() - 1), cell.amount() + 1, cell.key());
    }

    private static String named(List<String> relations, Map<String, String> names) {
        return relations.stream().map(relation -> names.entrySet().stream().filter(name -> relation.contains(name.getKey())).findFirst()
                .map(name -> relation.replace(name.getKey(), name.getValue())).orElse(relation)).collect(Collectors.joining("; "));
    }
}
