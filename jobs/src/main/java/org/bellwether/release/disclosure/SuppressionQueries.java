package org.bellwether.release.disclosure;

import static org.bellwether.engine.Sql.identifier;
import static org.bellwether.engine.Sql.literal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.bellwether.engine.Sql;
import org.bellwether.release.format.Table;

/** Asks which cells of a mart to hide, for many of its figures at once. */
final class SuppressionQueries {

    private SuppressionQueries() {
    }

    /** A figure of a mart, the figures that it is hidden with, and when it is hidden besides. */
    record Figure(String name, Collection<String> bases, String condition) {
    }

    /** As few as can be: many figures in one pass over the mart, but none in the same as another that it rests on. */
    static List<String> of(Table mart, List<Figure> figures) {
        List<String> queries = new ArrayList<>();
        List<Figure> pass = new ArrayList<>();
        for (Figure figure : figures) {
            if (pass.stream().anyMatch(earlier -> figure.bases.contains(earlier.name))) {
                queries.add(query(mart, pass));
                pass.clear();
            }
            pass.add(figure);
        }
        if (!pass.isEmpty()) {
            queries.add(query(mart, pass));
        }
        return queries;
    }

    private static String query(Table mart, List<Figure> figures) {
        String hidden = "select mart_row, list(figure) as figures from " + DisclosureControl.HIDDEN + " where mart = "
                + literal(mart.name()) + " group by mart_row";
        return listed(figures.stream()
                .map(figure -> named(figure.name, isHidden(figure.bases) + " or " + figure.condition))
                .collect(Collectors.joining(", ")),
                "(" + rowsOf(mart) + ") as m left join (" + hidden + ") as hidden on hidden.mart_row = m.mart_row");
    }

    /** @param figures names of figures, or nulls, for each row of {@code from} */
    static String listed(String figures, String from) {
        return "select mart_row, figure from (select m.mart_row, unnest([" + figures + "]) as figure from " + from
                + ") as listed where figure is not null";
    }

    /** The name where the row has the figure and fulfils the condition. */
    static String named(String figure, String condition) {
        return "case when m." + identifier(figure) + " is not null and (" + condition + ") then " + literal(figure)
                + " end";
    }

    private static String isHidden(Collection<String> figures) {
        return figures.isEmpty() ? "false" : "coalesce(list_has_any(hidden.figures, ["
                + figures.stream().map(Sql::literal).collect(Collectors.joining(", ")) + "]), false)";
    }

    /** The condition under which a row of another relation is of the cell of {@code m}: all these columns are the same, or none has a value. */
    static String sameCell(String other, Collection<String> columns) {
        return columns.isEmpty() ? "true" : columns.stream().map(column -> other + "." + identifier(column) + " is not distinct from m." + identifier(column))
                .collect(Collectors.joining(" and "));
    }

    static String rowsOf(Table mart) {
        return "select *, rowid as mart_row from " + mart.qualified();
    }

    /** With whether each is published, and whether it is open. */
    static String rowsOf(Table mart, MartDisclosure disclosure) {
        return "select *, rowid as mart_row, " + disclosure.isPublished() + " as row_is_published, not " + disclosure.isClosed() + " as row_is_open from "
                + mart.qualified();
    }
}
