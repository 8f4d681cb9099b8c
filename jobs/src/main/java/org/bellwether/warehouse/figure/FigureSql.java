package org.bellwether.warehouse.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.bellwether.engine.Sql;

/** Composes the SELECT of a subject's figures: one row a measure and cell, from the sums of its parts. */
final class FigureSql {

    private final Subject subject;

    FigureSql(Subject subject) {
        this.subject = subject;
    }

    /** The sums of one relation of sql/parts, one row a cell and part. */
    static String totals(String parts, Subject subject) {
        String cell = String.join(", ", subject.cell());
        return """
                -- One row per cell and part: the sum of what part.%1$s adds to it.
                select %2$s, part, try_cast(sum(amount) as %3$s) as amount
                from part.%1$s
                group by %2$s, part
                """.formatted(parts, cell, subject.amount());
    }

    String figures() {
        return """
                -- One row per measure and cell: %s.
                --
                -- Composed of config/measures/%s.yml. What adds up to a part stands in %s.
                with amount as (

                %s

                ),

                total as (

                    select
                        %s,
                        %s
                    from amount
                    group by %s

                ),

                known as (

                    select
                        total.*,
                        %s,
                        %s as cell_key
                    from total
                    %s

                )

                %s
                """.formatted(subject.title().toLowerCase(Locale.ROOT), subject.subject(),
                subject.parts().keySet().stream().map(parts -> "part." + parts).collect(Collectors.joining(", ")),
                amounts(), Cell.list().replace(", ", ",\n        "), sums(), Cell.list(), known(), Cell.key("total"), coverage(),
                subject.measures().entrySet().stream().filter(measure -> measure.getValue().kind() != Measure.Kind.OWN)
                        .map(measure -> figure(measure.getKey(), measure.getValue())).collect(Collectors.joining("\nunion all\n\n")));
    }

    private String amounts() {
        List<String> relations = new ArrayList<>();
        for (Map.Entry<String, List<String>> parts : subject.parts().entrySet()) {
            relations.add("    select " + Cell.select(subject.cell()) + ", part, amount\n    from total." + parts.getKey());
        }
        if (!subject.coverage().cells().isEmpty()) {
            relations.add("    select " + Cell.select(subject.coverage().by()) + ", null as part, null as amount\n    from part."
                    + subject.coverage().of() + "\n    where geographic_level in ("
                    + subject.coverage().cells().stream().map(Sql::literal).collect(Collectors.joining(", ")) + ")");
        }
        return String.join("\n\n    union all\n\n", relations);
    }

    private String sums() {
        return subject.partNames().stream().map(part -> "max(amount) filter (where part = " + Sql.literal(part) + ") as " + part)
                .collect(Collectors.joining(",\n        "));
    }

    private String known() {
        return subject.coverage().columns().stream().map(column -> "coverage." + column).collect(Collectors.joining(",\n        "));
    }

    private String coverage() {
        return subject.coverage().by().stream().map(column -> column.equals("period_start")
                ? "coalesce(coverage.period_start, date '1900-01-01') = coalesce(total.period_start, date '1900-01-01')"
                : "coverage." + column + " = total." + column)
                .collect(Collectors.joining("\n        and ", "left join part." + subject.coverage().of() + " as coverage\n        on ", ""));
    }

    private String figure(String code, Measure measure) {
        boolean isChange = measure.kind() == Measure.Kind.CHANGE;
        return """
                select
                    %s as subject,
                    %s as measure_code,
                    known.cell_key,
                    %s,
                    %s as numerator,
                    %s as denominator,
                    %s as value,
                    %s as status,
                    known.as_at_date,
                    known.preferred_source,
                    known.data_status
                from known%s%s
                """.formatted(Sql.literal(subject.subject()), Sql.literal(code),
                Cell.names().stream().map(column -> "known." + column).collect(Collectors.joining(",\n    ")),
                where(measure, numerator(measure)), where(measure, denominator(measure)), where(measure, value(measure)),
                status(measure), isChange ? yearBefore() : "", levels(measure));
    }

    /** Nothing is counted where nobody told, or where the measure does not apply. */
    private String where(Measure measure, String expression) {
        String amount = "try_cast(" + expression + " as " + subject.figureType() + ")";
        String there = isThere(measure);
        return there.equals("true") ? amount : "case when " + there + " then " + amount + " end";
    }

    private String numerator(Measure measure) {
        return switch (measure.kind()) {
            case CHANGE -> summed(measure.of(), "known") + " - " + summed(measure.of(), "before");
            case DIFFERENCE -> value(measure);
            default -> operand(measure);
        };
    }

    private String denominator(Measure measure) {
        return measure.kind() == Measure.Kind.CHANGE ? summed(measure.of(), "before") : measure.kind().divides() ? summed(measure.per(), "known")
                : "null";
    }

    /** What is summed or divided: 0 where no part is there, unless the measure says that there is no figure then. */
    private String operand(Measure measure) {
        return measure.empty() == null ? summed(measure.of(), "known") : qualified(measure.of(), "known", false);
    }

    private String value(Measure measure) {
        String of = measure.kind() == Measure.Kind.DIFFERENCE || measure.kind() == Measure.Kind.CHANGE ? "" : operand(measure);
        String times = measure.times() == null ? "1" : qualified(measure.times(), "known", false);
        return switch (measure.kind()) {
            case SUM -> measure.times() == null ? of : of + " * " + times;
            case RATE -> "rate(" + of + ", " + denominator(measure) + ")";
            case QUOTIENT -> "quotient(" + of + ", " + denominator(measure) + ", " + times + ")";
            case MONEY -> "gbp(" + of + ")";
            case MONEY_QUOTIENT -> "money_quotient(" + of + ", cast(" + denominator(measure) + " as bigint), " + times + ")";
            case DIFFERENCE -> "gbp(" + value(subject.measures().get(measure.of())) + " - " + value(subject.measures().get(measure.less())) + ")";
            case CHANGE -> "rate(" + numerator(measure) + ", " + denominator(measure) + ")";
            case OWN -> throw new IllegalArgumentException(measure.name() + " is said by its mart");
        };
    }

    private String isThere(Measure measure) {
        List<String> conditions = new ArrayList<>();
        for (String condition : Arrays.asList(subject.applies(measure), measure.told())) {
            if (condition != null) {
                conditions.add(qualified(condition, "known", true));
            }
        }
        return conditions.isEmpty() ? "true" : String.join(" and ", conditions);
    }

    private String status(Measure measure) {
        StringBuilder status = new StringBuilder("case");
        if (subject.applies(measure) != null) {
            status.append(" when not coalesce(").append(qualified(subject.applies(measure), "known", true)).append(", false) then 'z'");
        }
        if (measure.told() != null) {
            status.append(" when not coalesce(").append(qualified(measure.told(), "known", true)).append(", false) then 'x'");
        }
        if (measure.empty() != null) {
            status.append(" when ").append(measure.kind() == Measure.Kind.DIFFERENCE ? value(measure) : operand(measure)).append(" is null then ")
                    .append(Sql.literal(measure.empty()));
        }
        if (measure.kind().divides() || measure.kind() == Measure.Kind.CHANGE) {
            status.append(" when coalesce(").append(denominator(measure)).append(", 0) = 0 then ")
                    .append(Sql.literal(measure.undefined() == null ? "z" : measure.undefined()));
        }
        return status.length() == 4 ? "'ok'" : status.append(" else 'ok' end").toString();
    }

    private String yearBefore() {
        return Cell.names().stream().map(column -> column.equals("time_period") ? "before.time_period = known.time_period - 101"
                : column.equals("period_start") ? "coalesce(before.period_start, date '1900-01-01') = coalesce(known.period_start, date '1900-01-01')"
                : "before." + column + " = known." + column).collect(Collectors.joining("\n    and ", "\nleft join known as before\n    on ", ""));
    }

    private static String levels(Measure measure) {
        return measure.levels().isEmpty() ? "" : measure.levels().stream().map(Sql::literal)
                .collect(Collectors.joining(", ", "\nwhere known.geographic_level in (", ")"));
    }

    private String summed(String expression, String relation) {
        return qualified(expression, relation, true);
    }

    /** The expression with the columns of a relation; a part that is not there is 0, or nothing. */
    private String qualified(String expression, String relation, boolean isZero) {
        return new Expression(expression).sql(name -> isZero && subject.partNames().contains(name)
                ? "coalesce(" + relation + "." + name + ", 0)" : relation + "." + name);
    }
}
