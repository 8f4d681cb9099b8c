package org.bellwether.release.statement;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.bellwether.release.site.chart.Figure;
import org.bellwether.warehouse.figure.Measure;
import org.bellwether.warehouse.figure.MeasureCatalog;
import org.bellwether.warehouse.figure.Strategy;
import org.bellwether.warehouse.stated.StatedCheck;
import org.bellwether.warehouse.stated.StatedFigure;

/** Makes of what was found for a statement its answer: words for figures, and whether they agree with the document. */
final class AnswerMaker {

    private static final Set<String> SAID = Set.of("GBP", "pp");

    private final String id;
    private final Statement statement;
    private final Strategy strategy;
    private final Map<String, StatedFigure> stated;
    private final MeasureCatalog measures;
    private final boolean isOwn;
    private final StatementSql sql;

    AnswerMaker(String id, StatementCatalog statements, int la, StatementSql sql) {
        this.id = id;
        this.statement = statements.statement(id);
        this.strategy = statements.strategyOf(id);
        this.stated = statements.statedOf(id);
        this.measures = statements.measures();
        this.isOwn = strategy.la() == la;
        this.sql = sql;
    }

    /** @param checks what the document's figures come to, by the place of the check */
    Answer answer(List<FigureRow> found, List<List<String>> cells, Map<Integer, BigDecimal> checks) {
        List<Answer.Told> figures = found.stream().map(this::told).toList();
        List<Map<String, String>> rows = cells.stream().map(this::row).toList();
        List<Answer.Stated> held = statement.stated().stream().map(code -> held(code, found)).toList();
        List<Answer.Check> checked = new ArrayList<>();
        checks.forEach((place, comesTo) -> checked.add(check(statement.checks().get(place), comesTo)));
        return new Answer(id, strategy.strategy(), strategy.title(), strategy.la(), isOwn, statement.sourceRef(), statement.says(), state(found, rows, held, checked), held, checked,
                figures, rows, statement.awaits().stream().filter(mart -> !sql.has(mart)).toList(), notAsked(), statement.reason(), statement.note());
    }

    private Answer.State state(List<FigureRow> found, List<Map<String, String>> rows, List<Answer.Stated> held, List<Answer.Check> checks) {
        if (statement.reason() != null) {
            return Answer.State.NOT_MEASURABLE;
        }
        if (held.stream().anyMatch(one -> Boolean.FALSE.equals(one.agrees())) || checks.stream().anyMatch(one -> !one.agrees())) {
            return Answer.State.DIFFERS;
        }
        if (!statement.isAsked()) {
            return Answer.State.AWAITS;
        }
        if (held.stream().anyMatch(one -> Boolean.TRUE.equals(one.agrees()))) {
            return Answer.State.AGREES;
        }
        if (!rows.isEmpty() || found.stream().anyMatch(row -> row.value() != null)) {
            return Answer.State.ANSWERED;
        }
        boolean isHidden = !notAsked().isEmpty() || found.stream().anyMatch(row -> new Figure(null, row.status()).isHidden());
        return isHidden ? Answer.State.HIDDEN : Answer.State.NO_DATA;
    }

    private List<String> notAsked() {
        List<String> lacking = new ArrayList<>();
        statement.figures().stream().filter(figure -> !sql.canAsk(figure)).map(figure -> figure.mart() + (figure.column() == null ? "" : "." + figure.column())).forEach(lacking::add);
        Optional.ofNullable(statement.register()).filter(register -> !sql.canAsk(register)).map(Statement.Register::table).ifPresent(lacking::add);
        return lacking;
    }

    private Answer.Told told(FigureRow row) {
        Statement.Figure figure = statement.figures().get(row.place());
        Optional<Measure> measure = measure(figure);
        return new Answer.Told(figure.mart(), figure.column() == null ? figure.value() : figure.column(), figure.name() != null ? figure.name() : measure.map(Measure::name).orElse(null), row.label(), row.period(),
                row.value(), shown(row, unit(figure, measure)), row.status(), row.asAtDate(), row.dataStatus());
    }

    private Optional<Measure> measure(Statement.Figure figure) {
        String code = figure.measure() != null || figure.column() == null ? figure.measure() : measures.codesByColumn(figure.mart()).get(figure.column());
        return Optional.ofNullable(code).map(measures::measure);
    }

    /** The figure's own, else its measure's. */
    private static Figure.Unit unit(Statement.Figure figure, Optional<Measure> measure) {
        String unit = figure.unit() != null ? figure.unit() : measure.map(Measure::unit).orElse("");
        int places = figure.dp() != null ? figure.dp() : figure.unit() != null ? 0 : measure.map(Measure::dp).orElse(0);
        return new Figure.Unit(unit, places);
    }

    /** A number with its unit, anything else as it is, and what stands in place of a figure in words. */
    private static String shown(FigureRow row, Figure.Unit unit) {
        Optional<BigDecimal> number = number(row);
        if (row.value() == null || number.isPresent()) {
            String text = new Figure(number.orElse(null), row.status()).text(unit);
            return number.isEmpty() ? text : text + words(unit);
        }
        return switch (row.value()) {
            case "true" -> "yes";
            case "false" -> "no";
            default -> row.value();
        };
    }

    private static Optional<BigDecimal> number(FigureRow row) {
        return Optional.ofNullable(row.value()).filter(value -> value.matches("-?[0-9]+(\\.[0-9]+)?([eE]-?[0-9]+)?")).map(BigDecimal::new);
    }

    private Map<String, String> row(List<String> cells) {
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < cells.size(); i++) {
            row.put(statement.register().columns().get(i), cells.get(i));
        }
        return row;
    }

    /** A stated figure beside the same one of the release, where the document is of its authority. */
    private Answer.Stated held(String code, List<FigureRow> found) {
        StatedFigure figure = stated.get(code);
        Optional<FigureRow> same = found.stream().filter(row -> isOwn && figure.column() != null && isOf(figure, statement.figures().get(row.place()))
                && (figure.period() == null || figure.period().equals(row.timePeriod())) && (figure.label() == null || Objects.equals(figure.label(), row.label())))
                .reduce((earlier, later) -> later);
        Boolean agrees = same.flatMap(AnswerMaker::number).map(figure::isMet).orElse(null);
        Figure.Unit unit = new Figure.Unit(figure.unit(), Math.max(0, figure.value().scale()));
        return new Answer.Stated(code, figure.value(), unit.text(figure.value()) + words(unit), figure.period() == null ? null : FigureRow.year(figure.period()), figure.label(), figure.sourceRef(),
                same.map(row -> shown(row, unit(statement.figures().get(row.place()), measure(statement.figures().get(row.place()))))).orElse(null), agrees);
    }

    private static boolean isOf(StatedFigure stated, Statement.Figure figure) {
        return stated.column().equals(figure.column() == null ? figure.name() : figure.column());
    }

    /** The unit behind a number that does not say it by itself. */
    private static String words(Figure.Unit unit) {
        return unit.words().isEmpty() || SAID.contains(unit.name()) ? "" : " " + unit.words();
    }

    private static Answer.Check check(StatedCheck check, BigDecimal comesTo) {
        return new Answer.Check(check.what(), check.says(), comesTo == null ? null : comesTo.setScale(check.says().scale(), RoundingMode.HALF_UP), check.isMet(comesTo));
    }
}
