package org.bellwether.web.figure;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bellwether.engine.Sql;
import org.bellwether.release.disclosure.MartDisclosure;
import org.bellwether.release.site.chart.ChartKind;
import org.bellwether.release.site.chart.Days;
import org.bellwether.release.site.chart.Drawing;
import org.bellwether.release.site.chart.Figure;
import org.bellwether.release.site.chart.Row;
import org.bellwether.release.site.report.ReportTier;
import org.bellwether.release.store.Manifest;
import org.bellwether.release.store.ReleaseFolder;
import org.bellwether.release.format.Table;
import org.bellwether.warehouse.figure.Measure;
import org.bellwether.warehouse.figure.MeasureCatalog;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Makes of what a reader has chosen the page that shows it. */
@Component
class FigurePages {

    private static final int SHOWN = 200;
    private static final int OPTIONS = 200;
    private static final int BARS = 40;
    private static final int LINES = 6;
    private static final String TIME = "time_period";
    private static final String DATA_STATUS = "data_status";
    private static final String SCHOOL = "laestab";
    private static final String SCHOOL_NAME = "school_name";
    private static final String RUNNING = "year_to_date";

    private final CurrentTiers tiers;
    private final FigureConfig config;

    FigurePages(CurrentTiers tiers, FigureConfig config) {
        this.tiers = tiers;
        this.config = config;
    }

    /** What is asked of the shape of a mart, with a connection of its own. */
    interface Question<T> {
        T ask(MartShape shape, Connection connection, ReleaseFolder folder) throws SQLException;
    }

    /** @throws ResponseStatusException where the edition has no such mart */
    <T> T ask(Edition edition, String mart, Question<T> question) {
        return tiers.ask(edition, (ReportTier tier, ReleaseFolder folder) -> {
            MartDisclosure rules = config.of(folder).disclosure().marts().get(mart);
            if (rules == null) {
                throw new ResponseStatusException(HttpStatus.NOT_FOUND);
            }
            try (Connection connection = tier.another()) {
                MartShape shape = MartShape.of(tier, connection, mart, rules).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
                return question.ask(shape, connection, folder);
            }
        });
    }

    /** The measure of a column; empty of one that a mart alone makes. */
    Optional<Measure> measure(ReleaseFolder folder, String mart, String column) {
        MeasureCatalog measures = config.of(folder).measures();
        return Optional.ofNullable(measures.codesByColumn(mart).get(column)).map(measures::measure);
    }

    /**
     * Whether a figure of the published mart is another than the release knows: it stands until the next point of the grid. Told of the mart as a whole, since of single
     * figures it would say which have moved in between.
     */
    boolean isStanding(String mart) {
        MartShape published = ask(Edition.PUBLISHED, mart, (shape, connection, folder) -> shape);
        String same = published.grain().stream().map(column -> "shown.%1$s is not distinct from own.%1$s".formatted(Sql.identifier(column))).collect(Collectors.joining(" and "));
        String moved = published.figures().stream().map(column -> "shown.%1$s is not null and shown.%1$s is distinct from own.%1$s".formatted(Sql.identifier(column)))
                .collect(Collectors.joining(" or "));
        return ask(Edition.RESTRICTED, mart, (shape, connection, folder) -> Sql.queryLong(connection, "select count(*) from published.main." + Sql.identifier(mart) + " as shown left join "
                + shape.table() + " as own on (" + same + ") where " + moved) > 0);
    }

    /** What a column is called. */
    String name(Edition edition, String mart, String column) {
        return ask(edition, mart, (shape, connection, folder) -> measure(folder, mart, column).map(Measure::name).orElse(column));
    }

    FigurePage page(Edition edition, String mart, Map<String, String> request) {
        return ask(edition, mart, (shape, connection, folder) -> page(edition, shape, connection, folder, request));
    }

    private FigurePage page(Edition edition, MartShape shape, Connection connection, ReleaseFolder folder, Map<String, String> request) throws SQLException {
        String column = column(shape, request, folder);
        FigureQuery query = FigureQuery.first(shape, request, connection);
        List<FigurePage.Filter> filters = new ArrayList<>();
        List<String> telling = new ArrayList<>();
        for (String label : shape.labels()) {
            List<String> values = query.values(connection, label, OPTIONS);
            if (values.size() > 1 || query.chosen().containsKey(label)) {
                if (shape.grain().contains(label)) {
                    filters.add(filter(shape, query, label, values, connection));
                }
                if (!query.chosen().containsKey(label) && (shape.grain().contains(label) || label.endsWith("name"))) {
                    telling.add(label);
                }
            }
        }
        List<Row> rows = query.rows(connection, columns(query, shape, telling, column), SHOWN);
        Figure.Unit unit = unit(folder, shape.mart(), column);
        Optional<Measure> measure = measure(folder, shape.mart(), column);
        String choice = choice(column, query.chosen());
        List<FigurePage.Option> figures = shape.figures().stream().map(figure -> new FigurePage.Option(figure, measure(folder, shape.mart(), figure).map(Measure::name).orElse(figure), figure.equals(column))).toList();
        LocalDate asAt = query.asAt(connection);
        Manifest manifest = Manifest.read(folder);
        String citation = "Bellwether release " + manifest.release() + (edition.isRestricted() ? ", before disclosure control" : ", published") + ", content " + manifest.contentHash() + ", "
                + shape.mart() + "." + column + (asAt == null ? "" : ", known up to " + Days.LONG.format(asAt)) + (query.chosen().isEmpty() ? "" : " where " + query.chosen().entrySet().stream().map(one -> one.getKey() + " = " + one.getValue()).collect(Collectors.joining(", ")));
        return new FigurePage(edition, shape.mart(), shape.comment(), column, measure.map(Measure::name).orElse(column), measure.map(Measure::definition).orElse(shape.comments().get(column)), figures,
                filters, telling.stream().map(ColumnWords::of).toList(), rows.stream().map(row -> line(edition, shape, column, telling, unit, row, choice)).toList(), query.count(connection),
                drawing(measure.map(Measure::name).orElse(column), column, telling, rows, unit), rows.stream().anyMatch(row -> RUNNING.equals(row.text(DATA_STATUS))), asAt == null ? null : Days.LONG.format(asAt), choice, citation,
                query.written(columns(query, shape, telling, column)).replace(shape.table(), (edition.isRestricted() ? "mart." : "") + shape.mart()));
    }

    private static List<String> columns(FigureQuery query, MartShape shape, List<String> telling, String column) {
        List<String> columns = new ArrayList<>(shape.grain());
        telling.stream().filter(label -> !columns.contains(label)).forEach(columns::add);
        if (shape.labels().contains(DATA_STATUS) && !columns.contains(DATA_STATUS)) {
            columns.add(DATA_STATUS);
        }
        return query.columnsOf(columns, column);
    }

    /** Where none is chosen the first that is a measure. */
    private String column(MartShape shape, Map<String, String> request, ReleaseFolder folder) {
        String column = request.get("column");
        if (shape.figures().isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return column != null && shape.figures().contains(column) ? column : shape.figures().stream().filter(figure -> measure(folder, shape.mart(), figure).isPresent()).findFirst().orElse(shape.figures().get(0));
    }

    private static FigurePage.Filter filter(MartShape shape, FigureQuery query, String column, List<String> values, Connection connection) throws SQLException {
        String chosen = query.chosen().getOrDefault(column, "");
        Map<String, String> schools = column.equals(SCHOOL) ? query.named(connection, column, SCHOOL_NAME) : Map.of();
        return new FigurePage.Filter(column, ColumnWords.of(column),
                values.size() > OPTIONS ? List.of() : values.stream().map(value -> new FigurePage.Option(value, schools.containsKey(value) ? schools.get(value) + ", " + value : words(column, value), value.equals(chosen))).toList(), chosen);
    }

    private Figure.Unit unit(ReleaseFolder folder, String mart, String column) {
        return measure(folder, mart, column).map(one -> new Figure.Unit(one.unit() == null ? "" : one.unit(), one.dp() == null ? 0 : one.dp())).orElse(new Figure.Unit("", 1));
    }

    private static FigurePage.Line line(Edition edition, MartShape shape, String column, List<String> telling, Figure.Unit unit, Row row, String back) {
        Map<String, String> cell = new LinkedHashMap<>();
        shape.grain().forEach(label -> cell.put(label, row.text(label, "")));
        Figure figure = row.figure(column);
        return new FigurePage.Line(telling.stream().map(label -> words(label, row.text(label, ""))).toList(), figure.text(unit), figure.value() == null ? null : figure.value().toPlainString(),
                figure.isHidden(), edition.path() + "/" + shape.mart() + "/explain?" + choice(column, cell) + "&back=" + encoded(back));
    }

    private static String choice(String column, Map<String, String> cell) {
        return "column=" + encoded(column) + cell.entrySet().stream().map(one -> "&" + encoded(one.getKey()) + "=" + encoded(one.getValue())).collect(Collectors.joining());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Lines over years where years tell the rows apart, else bars; null where there are too many for one chart. */
    private static Drawing drawing(String name, String column, List<String> telling, List<Row> rows, Figure.Unit unit) {
        if (rows.isEmpty() || rows.stream().noneMatch(row -> row.figure(column).isThere())) {
            return null;
        }
        boolean isOverTime = telling.contains(TIME) && rows.stream().map(row -> row.text(TIME)).distinct().count() > 1;
        List<String> others = telling.stream().filter(label -> !label.equals(TIME)).toList();
        List<Row> drawn = rows.stream().map(row -> drawn(row, column, isOverTime ? others : telling, unit)).toList();
        long series = drawn.stream().map(row -> row.text("series")).distinct().count();
        if (isOverTime && series <= LINES) {
            return ChartKind.LINE.draw(name, drawn, unit, null, false);
        }
        return !isOverTime && drawn.size() <= BARS ? ChartKind.BAR.draw(name, drawn, unit, null, false) : null;
    }

    /** A year as people write it: 2025/26. */
    private static String words(String column, String value) {
        return column.equals(TIME) && value.matches("\\d{6}") ? value.substring(0, 4) + "/" + value.substring(4) : value;
    }

    private static Row drawn(Row row, String column, List<String> labels, Figure.Unit unit) {
        Map<String, Object> values = new LinkedHashMap<>();
        String label = labels.stream().map(one -> words(one, row.text(one, ""))).collect(Collectors.joining(", "));
        values.put("label", label);
        values.put("series", label);
        values.put("x", words(TIME, row.text(TIME, "")));
        values.put("running", RUNNING.equals(row.text(DATA_STATUS)));
        values.put("y", row.values().get(column));
        values.put(Table.statusOf("y"), row.text(Table.statusOf(column)));
        return new Row(values);
    }
}
