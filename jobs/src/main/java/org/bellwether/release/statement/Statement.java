package org.bellwether.release.statement;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bellwether.warehouse.stated.StatedCheck;
import org.bellwether.warehouse.stated.StatedFigure;

/**
 * What a strategy's document says, and what answers it: figures, rows of a register, both in part, or a reason why nothing can.
 *
 * @param says     its words, shortened
 * @param sourceRef page or slide; null where the document has none
 * @param figures  questions to marts
 * @param register rows that a document of config or a dimension holds; null where none answer it
 * @param awaits   marts without which it cannot be answered, or not wholly
 * @param reason   why it cannot be measured; null where it can be
 * @param note     what must be known to read the answer
 * @param stated   codes of the figures that the document states there
 * @param checks   what those figures must come to
 */
public record Statement(String says, String sourceRef, List<Figure> figures, Register register, List<String> awaits, String reason, String note, List<String> stated,
        List<StatedCheck> checks) {

    public Statement {
        figures = figures == null ? List.of() : List.copyOf(figures);
        awaits = awaits == null ? List.of() : List.copyOf(awaits);
        stated = stated == null ? List.of() : List.copyOf(stated);
        checks = checks == null ? List.of() : List.copyOf(checks);
    }

    private Statement within(Map<String, Cells> cells) {
        return new Statement(says, sourceRef, figures.stream().map(figure -> figure.within(cells)).toList(), register, awaits, reason, note, stated, checks);
    }

    boolean isAsked() {
        return !figures.isEmpty() || register != null;
    }

    /**
     * Cells of a mart.
     *
     * @param of      name of the file's cells that say what is not said here
     * @param column  that has the figure; null where {@code value} says it
     * @param value   SQL on the rows of a period and label, such as {@code count(*)}, in place of a column; of what disclosure control hides it would tell too little
     * @param name    what the value is, in words; a column's is its measure's
     * @param measure whose figure it is, where the column holds that of several
     * @param unit    where no measure says it
     * @param dp      decimal places, where no measure says them
     * @param where   SQL that the rows meet
     * @param label   SQL that tells rows of a period apart
     * @param latest  SQL by which periods are put in order, latest last
     * @param restricted whether its rows are not published: only the restricted tier is asked
     * @param last    how many of the latest periods that have a figure are told; those that the document states figures of are told besides
     */
    public record Figure(String of, String mart, String column, String value, String name, String measure, String unit, Integer dp, String where, String label, String latest, Boolean restricted, Integer last) {

        Figure within(Map<String, Cells> cells) {
            Cells named = of == null ? Cells.NOTHING : cells.getOrDefault(of, Cells.NOTHING);
            return new Figure(of, or(mart, named.mart), column, value, name, or(measure, named.measure), unit, dp, or(or(where, named.where), "true"), or(label, named.label),
                    or(latest, named.latest), Boolean.TRUE.equals(restricted) || Boolean.TRUE.equals(named.restricted), last == null ? 1 : last);
        }

        private static String or(String own, String named) {
            return own == null ? named : own;
        }
    }

    /** Cells of a mart that several figures of a document are of. */
    record Cells(String mart, String measure, String where, String label, String latest, Boolean restricted) {

        private static final Cells NOTHING = new Cells(null, null, null, null, null, null);
    }

    /** Rows of a table of the release: {@code columns} of those that meet {@code where}, in order of the columns in {@code order}. */
    public record Register(String table, List<String> columns, String where, List<String> order) {

        public Register {
            columns = columns == null ? List.of() : List.copyOf(columns);
            where = where == null ? "true" : where;
            order = order == null ? List.of() : List.copyOf(order);
        }
    }

    /** A file of config/statements. */
    record OfStrategy(String strategy, Map<String, Cells> cells, Map<String, StatedFigure> stated, Map<String, Statement> statements) {

        OfStrategy {
            stated = stated == null ? Map.of() : stated;
            Map<String, Cells> named = cells == null ? Map.of() : cells;
            Map<String, Statement> whole = new LinkedHashMap<>();
            (statements == null ? Map.<String, Statement>of() : statements).forEach((id, statement) -> whole.put(id, statement.within(named)));
            cells = named;
            statements = whole;
        }
    }
}
