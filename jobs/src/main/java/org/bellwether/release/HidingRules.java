package org.bellwether.release;

import static org.bellwether.engine.Sql.identifier;
import static org.bellwether.engine.Sql.literal;

import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.bellwether.engine.Sql;
import org.bellwether.release.MartDisclosure.Follows;
import org.bellwether.release.MartDisclosure.Rate;

/** The rules in the order in which they hide. DOMAIN 2.7 rules 1, 2 and 4; what hides a second cell goes after the first. */
final class HidingRules {

    private HidingRules() {
    }

    static List<HidingRule> inOrder(int minDenominator) {
        return List.of(
                rule("small count", HidingRules::smallCounts),
                rule("rate", (mart, disclosure) -> rates(mart, disclosure, minDenominator)),
                rule("derived", HidingRules::derived),
                rule("change", HidingRules::changes),
                rule("follows", HidingRules::follows));
    }

    private static HidingRule rule(String name, BiFunction<Table, MartDisclosure, List<String>> cells) {
        return new HidingRule() {
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
        return disclosure.counts().stream()
                .map(count -> cells(mart, count) + closed(disclosure)
                        + " and " + isSmall("m." + identifier(count), disclosure))
                .toList();
    }

    /** Rule 2: with its numerator or denominator, on a small base, or where those without the event are few. */
    private static List<String> rates(Table mart, MartDisclosure disclosure, int minDenominator) {
        return disclosure.rates().entrySet().stream()
                .map(entry -> quotients(mart, disclosure, entry.getKey(), entry.getValue()) + " where "
                        + shown(entry.getKey()) + " and (" + isHidden(mart, entry.getValue().bases()) + " or "
                        + closed(disclosure) + " and " + disclosure.threshold() + " > 0 and coalesce(m.denominator < "
                        + minDenominator + " or " + isSmall("m.numerator", disclosure) + " or "
                        + isSmall("(m.denominator - m.numerator)", disclosure) + ", true))")
                .toList();
    }

    /** The mart's rows with the two numbers that a rate divides. */
    private static String quotients(Table mart, MartDisclosure disclosure, String figure, Rate rate) {
        String select = "select m.mart_row, " + literal(figure) + " as figure from (select r.*, r.rowid as mart_row, ";
        if (!rate.isOfParts()) {
            String per = "r." + identifier(rate.per());
            // A rate tells its numerator to whoever knows the denominator, also where the mart does not hold it.
            String of = rate.of() == null ? "round(r." + identifier(figure) + " * " + per + " / 100)"
                    : "r." + identifier(rate.of());
            return select + of + " as numerator, " + per + " as denominator from " + mart.qualified() + " as r) as m";
        }
        String grain = disclosure.grain().stream().map(Sql::identifier).collect(Collectors.joining(", "));
        String sameCell = disclosure.grain().stream().map(Sql::identifier)
                .map(column -> "part." + column + " is not distinct from r." + column)
                .collect(Collectors.joining(" and "));
        return select + "part.numerator, part.denominator from " + mart.qualified() + " as r left join (select " + grain
                + ", coalesce(sum(amount) filter (part = 'numerator'), 0) as numerator"
                + ", sum(amount) filter (part = 'denominator') as denominator from "
                + identifier(mart.schema()) + "." + identifier(mart.name() + "__parts")
                + " where measure = " + literal(figure) + " group by " + grain + ") as part on " + sameCell + ") as m";
    }

    /** Rule 4: with any figure that it would tell. */
    private static List<String> derived(Table mart, MartDisclosure disclosure) {
        return disclosure.derived().entrySet().stream()
                .map(entry -> cells(mart, entry.getKey()) + shown(entry.getKey())
                        + " and " + isHidden(mart, entry.getValue()))
                .toList();
    }

    /** Rule 4 for a change: it tells last year's count to whoever sees this year's, and the other way about. */
    private static List<String> changes(Table mart, MartDisclosure disclosure) {
        String sameCell = disclosure.grain().stream()
                .map(column -> column.equals("time_period")
                        ? "before.time_period = m.time_period - 101"
                        : "before." + identifier(column) + " is not distinct from m." + identifier(column))
                .collect(Collectors.joining(" and "));
        return disclosure.changes().entrySet().stream()
                .map(entry -> cells(mart, entry.getKey()) + shown(entry.getKey()) + " and ("
                        + isHidden(mart, List.of(entry.getValue()))
                        + " or exists (select 1 from " + mart.qualified() + " as before join hidden_cell as h"
                        + " on h.mart = " + literal(mart.name()) + " and h.mart_row = before.rowid and h.figure = "
                        + literal(entry.getValue()) + " where " + sameCell + "))")
                .toList();
    }

    /** Rule 4 for a mart that tells the cells of others again. */
    private static List<String> follows(Table mart, MartDisclosure disclosure) {
        return disclosure.follows().stream()
                .flatMap(follows -> follows.hides().stream().map(figure -> follows(mart, follows, figure)))
                .toList();
    }

    private static String follows(Table mart, Follows follows, String figure) {
        String sameRow = follows.by().entrySet().stream()
                .map(columns -> " and told." + identifier(columns.getKey()) + " is not distinct from m."
                        + identifier(columns.getValue()))
                .collect(Collectors.joining());
        return cells(mart, figure) + shown(figure)
                + " and exists (select 1 from config.measure_column as place join hidden_cell as h on h.mart = place.mart"
                + " and h.figure = place.mart_column join " + identifier(mart.schema()) + "." + identifier(follows.mart())
                + " as told on told.rowid = h.mart_row where place.mart = " + literal(follows.mart())
                + " and place.measure_code = m." + identifier(follows.measure()) + sameRow
                + " and (" + follows.condition() + "))";
    }

    private static String cells(Table mart, String figure) {
        return "select m.mart_row, " + literal(figure) + " as figure from (select *, rowid as mart_row from "
                + mart.qualified() + ") as m where ";
    }

    private static String closed(MartDisclosure disclosure) {
        return "coalesce(not (" + disclosure.open() + "), true)";
    }

    private static String shown(String figure) {
        return "m." + identifier(figure) + " is not null";
    }

    private static String isSmall(String number, MartDisclosure disclosure) {
        return number + " between 1 and " + (disclosure.threshold() - 1);
    }

    private static String isHidden(Table mart, List<String> figures) {
        if (figures.isEmpty()) {
            return "false";
        }
        String names = figures.stream().map(name -> literal(name)).collect(Collectors.joining(", "));
        return "exists (select 1 from hidden_cell as h where h.mart = " + literal(mart.name())
                + " and h.mart_row = m.mart_row and h.figure in (" + names + "))";
    }
}
