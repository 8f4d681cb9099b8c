package org.bellwether.warehouse.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bellwether.engine.Sql;

/** Composes the SELECT of a mart: its own rows and labels, and its figures beside them as columns. */
final class MartSql {

    private final String rows;
    private final List<String> labels;
    private final List<Figure> figures = new ArrayList<>();

    private record Figure(String subject, String code, Measure measure, String column) {
    }

    /**
     * @param rows the mart's own SELECT: its labels and the {@code cell_key} of each row
     * @param labels names of the columns that it gives to the mart
     */
    MartSql(String mart, String rows, List<String> labels, Map<String, Subject> subjects) {
        this.rows = rows.strip();
        this.labels = labels;
        subjects.values().forEach(subject -> subject.measures().forEach((code, measure) -> {
            String column = measure.marts().get(mart);
            if (column != null && measure.kind() != Measure.Kind.OWN) {
                figures.add(new Figure(subject.subject(), code, measure, column));
            }
        }));
    }

    boolean hasFigures() {
        return !figures.isEmpty();
    }

    /** The columns that the figures add to the mart's labels. */
    List<TableDeclaration.Column> columns() {
        List<TableDeclaration.Column> columns = new ArrayList<>();
        for (Figure figure : figures) {
            columns.add(new TableDeclaration.Column(figure.column, figure.measure.sqlType(), figure.measure.definition()));
            columns.add(new TableDeclaration.Column(figure.column + "_status", "VARCHAR",
                    "ok, or why there is no figure: z it does not apply or there is nothing to divide by, x nobody has told of it"));
        }
        return columns;
    }

    String select() {
        List<String> columns = new ArrayList<>();
        labels.forEach(label -> columns.add("own." + Sql.identifier(label)));
        for (Figure figure : figures) {
            String column = Sql.identifier(figure.column);
            String status = Sql.identifier(figure.column + "_status");
            columns.add("cast(figure." + column + " as " + figure.measure.sqlType() + ") as " + column);
            columns.add("coalesce(figure." + status + ", 'x') as " + status);
        }
        return """
                %s
                select
                    %s
                from own
                left join figure
                    on figure.cell_key = own.cell_key
                """.formatted(head(pivot()), String.join(",\n    ", columns));
    }

    /** One row a row of the mart and column: the figure that it shows, and what that divides. */
    String shown() {
        return """
                %s
                select
                    %s,
                    figure.mart_column,
                    figure.measure_code as shown_measure,
                    figure.cell_key,
                    figure.numerator,
                    figure.denominator
                from own
                join figure
                    on figure.cell_key = own.cell_key
                """.formatted(head("""
                        select
                            cell_key,
                            measure_code,
                            case measure_code%s end as mart_column,
                            numerator,
                            denominator
                        from %s
                        where measure_code in (%s)""".formatted(figures.stream()
                        .map(figure -> " when " + Sql.literal(figure.code) + " then " + Sql.literal(figure.column)).collect(Collectors.joining()),
                        source(), codes())),
                labels.stream().map(label -> "own." + Sql.identifier(label)).collect(Collectors.joining(",\n    ")));
    }

    private String head(String figure) {
        Matcher comment = Pattern.compile("(?s)\\A((?:--[^\\n]*\\n)*)(.*)\\z").matcher(rows);
        comment.matches();
        return """
                %swith own as (

                %s

                ),

                figure as (

                %s

                )
                """.formatted(comment.group(1), comment.group(2).indent(4).stripTrailing(), figure.indent(4).stripTrailing());
    }

    private String pivot() {
        return """
                select
                    cell_key,
                    %s
                from %s
                where measure_code in (%s)
                group by cell_key""".formatted(figures.stream().map(figure -> "max(value) filter (where measure_code = " + Sql.literal(figure.code)
                        + ") as " + Sql.identifier(figure.column) + ",\n    max(status) filter (where measure_code = " + Sql.literal(figure.code) + ") as "
                        + Sql.identifier(figure.column + "_status")).collect(Collectors.joining(",\n    ")), source(), codes());
    }

    private String source() {
        List<String> subjects = figures.stream().map(Figure::subject).distinct().toList();
        return subjects.size() == 1 ? "figure." + subjects.get(0)
                : subjects.stream().map(subject -> "select cell_key, measure_code, numerator, denominator, value, status from figure." + subject)
                        .collect(Collectors.joining("\n    union all\n    ", "(\n    ", "\n) as figure"));
    }

    private String codes() {
        return figures.stream().map(figure -> Sql.literal(figure.code)).collect(Collectors.joining(", "));
    }
}
