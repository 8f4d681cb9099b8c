package org.bellwether.release.disclosure;

import static org.bellwether.engine.Sql.identifier;
import static org.bellwether.engine.Sql.literal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.bellwether.engine.Sql;
import org.bellwether.release.disclosure.MartDisclosure.Rate;
import org.bellwether.release.disclosure.SuppressionQueries.Figure;
import org.bellwether.release.format.Table;

/**
 * The rules in the order in which they hide.
 *
 * <p>A rule that hides a second cell for the sake of a first one belongs after small counts: rates and all that is
 * derived are hidden with whatever count is hidden, for whatever reason.
 */
final class SuppressionRuleCatalog {

    private SuppressionRuleCatalog() {
    }

    static List<SuppressionRule> inOrder(int minDenominator) {
        return List.of(
                rule("small count", SuppressionRuleCatalog::smallCounts),
                rule("rate", (mart, disclosure) -> rates(mart, disclosure, minDenominator)),
                rule("rank", SuppressionRuleCatalog::ranks),
                rule("derived", SuppressionRuleCatalog::derived),
                rule("change", SuppressionRuleCatalog::changes));
    }

    private static SuppressionRule rule(String name, BiFunction<Table, MartDisclosure, List<String>> cells) {
        return new SuppressionRule() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public List<String> cells(Table mart, MartDisclosure disclosure) {
                return cells.apply(mart, disclosure);
            }
        };
    }

    /** Rule 1: 1 to threshold - 1 is hidden, 0 is shown. */
    private static List<String> smallCounts(Table mart, MartDisclosure disclosure) {
        return SuppressionQueries.of(mart, disclosure.counts().stream()
                .map(count -> new Figure(count, List.of(),
                        disclosure.isClosed() + " and " + isSmall("m." + identifier(count), disclosure)))
                .toList());
    }

    /** Rule 2: with its numerator or denominator, on a small base, or where those without the event are few. */
    private static List<String> rates(Table mart, MartDisclosure disclosure, int minDenominator) {
        List<String> queries = new ArrayList<>();
        List<Figure> ofColumns = new ArrayList<>();
        disclosure.rates().forEach((name, rate) -> {
            if (rate.isOfFigure()) {
                queries.add(cells(quotients(mart, disclosure.grain(), name), name,
                        isSmallRate("m.numerator", "m.denominator", disclosure, minDenominator)));
            } else {
                ofColumns.add(new Figure(name, rate.bases(),
                        isSmallRate(numerator(name, rate), "m." + identifier(rate.per()), disclosure, minDenominator)));
            }
        });
        queries.addAll(SuppressionQueries.of(mart, ofColumns));
        return queries;
    }

    private static String isSmallRate(String numerator, String denominator, MartDisclosure disclosure, int minimum) {
        return "%s and %d > 0 and coalesce(%s < %d or %s or %s, true)".formatted(disclosure.isClosed(),
                disclosure.threshold(), denominator, minimum, isSmall(numerator, disclosure),
                isSmall("(" + denominator + " - " + numerator + ")", disclosure));
    }

    /** A rate tells its numerator to whoever knows the denominator, also where the mart does not hold it. */
    private static String numerator(String figure, Rate rate) {
        return rate.of() == null ? "round(m." + identifier(figure) + " * m." + identifier(rate.per()) + " / 100)"
                : "m." + identifier(rate.of());
    }

    /** Rule 4: with any figure that it would tell. */
    private static List<String> derived(Table mart, MartDisclosure disclosure) {
        return SuppressionQueries.of(mart, disclosure.derived().entrySet().stream()
                .map(entry -> new Figure(entry.getKey(), entry.getValue(), "false"))
                .toList());
    }

    /** A place tells how many lie below and above, those among them that are hidden too. */
    private static List<String> ranks(Table mart, MartDisclosure disclosure) {
        return SuppressionQueries.of(mart, disclosure.ranks().entrySet().stream()
                .map(entry -> new Figure(entry.getKey(), List.of(entry.getValue().of()),
                        isHiddenInAnother(mart, entry.getValue().of(), SuppressionQueries.sameCell("other", entry.getValue().among()))))
                .toList());
    }

    /** Rule 4 for a change: it tells last year's count to whoever sees this year's, and the other way about. */
    private static List<String> changes(Table mart, MartDisclosure disclosure) {
        String yearBefore = "other.time_period = m.time_period - 101 and "
                + SuppressionQueries.sameCell("other", disclosure.grain().stream().filter(column -> !column.equals("time_period")).toList());
        return SuppressionQueries.of(mart, disclosure.changes().entrySet().stream()
                .map(entry -> new Figure(entry.getKey(), List.of(entry.getValue()), isHiddenInAnother(mart, entry.getValue(), yearBefore)))
                .toList());
    }

    /** @param isTheOther condition on a row {@code other} of the mart beside {@code m} */
    private static String isHiddenInAnother(Table mart, String figure, String isTheOther) {
        return """
                exists (
                    select 1
                    from %s as other
                    join %s as h on h.mart = %s and h.mart_row = other.rowid and h.figure = %s
                    where %s)""".formatted(mart.qualified(), DisclosureControl.HIDDEN, literal(mart.name()), literal(figure), isTheOther);
    }

    /** The cells of one figure in those rows that have it and fulfil the condition. */
    private static String cells(String rows, String figure, String condition) {
        return """
                select m.mart_row, %s as figure
                from (%s) as m
                where m.%s is not null and (%s)""".formatted(literal(figure), rows, identifier(figure), condition);
    }

    /** The mart's rows with the two numbers that a rate divides. */
    private static String quotients(Table mart, List<String> grain, String figure) {
        return """
                select m.*, m.rowid as mart_row, divided.numerator, divided.denominator
                from %s as m
                left join %s.%s as divided
                    on divided.mart_column = %s
                    and %s""".formatted(mart.qualified(), identifier(mart.schema()), identifier(mart.name() + "__figure"), literal(figure),
                SuppressionQueries.sameCell("divided", grain));
    }

    private static String isSmall(String number, MartDisclosure disclosure) {
        return number + " between 1 and " + (disclosure.threshold() - 1);
    }
}
