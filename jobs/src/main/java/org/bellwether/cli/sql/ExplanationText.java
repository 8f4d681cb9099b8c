package org.bellwether.cli.sql;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.bellwether.app.explain.Explanation;
import org.bellwether.config.Shown;

/** An explanation for a person, line by line. */
final class ExplanationText {

    /** Of what may be many, so many are shown; --json has them all. */
    private static final int SHOWN = 12;

    private final Explanation figure;
    private final List<String> lines = new ArrayList<>();

    ExplanationText(Explanation figure) {
        this.figure = figure;
    }

    List<String> lines() {
        lines.add(figure.mart() + "." + figure.column() + " where " + figure.row().entrySet().stream().map(one -> one.getKey() + " = " + one.getValue())
                .collect(Collectors.joining(", ")));
        if (figure.measure() != null) {
            definition(figure.measure());
        }
        if (figure.suppressed() != null) {
            lines.add("Shown: " + shown(figure.value()) + (figure.status() == null ? "" : " (" + figure.status() + ")") + "; not explained: " + figure.suppressed());
            return lines;
        }
        lines.add("Shown: " + shown(figure.value()) + (figure.status() == null ? "" : " (" + figure.status() + ")"));
        if (figure.numerator() != null) {
            lines.add("Numerator: " + number(figure.numerator()) + (figure.denominator() == null ? "" : "; denominator: " + number(figure.denominator())));
        }
        parts();
        lines.add((figure.recomputes() ? "These rows make the figure again: " : "These rows do NOT make the figure again, but: ") + shown(figure.recomputed()));
        some("Made of, or to be read beside", figure.figures().stream().map(one -> one.role() + " " + one.measure()
                + (one.value() == null ? "" : " = " + number(one.value())) + (one.explain() == null ? "" : "; bellwether explain " + one.explain())).toList());
        lines.add("Models: " + String.join(" < ", figure.models()));
        some("Submissions", figure.submissions().stream().map(ExplanationText::source).toList());
        figure.published().forEach(this::published);
        lines.addAll(figure.notes());
        return lines;
    }

    private void definition(Explanation.Measured measure) {
        lines.add(measure.name() + (measure.unit() == null ? "" : " (" + measure.unit() + ")") + (measure.definition() == null ? "" : ": " + measure.definition()));
        if (measure.numerator() != null) {
            lines.add("Made of " + measure.numerator() + (measure.denominator() == null ? "" : " per " + measure.denominator()) + ", as a "
                    + measure.kind().toLowerCase(Locale.ROOT).replace('_', ' '));
        }
    }

    private void parts() {
        some(figure.facts() == null ? "Rows of facts behind it" : "Rows of facts behind it: " + String.format(Locale.ROOT, "%,d", figure.facts()), figure.parts().stream().map(one -> String.format(Locale.ROOT,
                "%s%s = %s, of %,d of %s%s", one.part(), one.period() == null ? "" : " of " + one.period(), number(one.amount()), one.facts(), one.fact(),
                one.keys().isEmpty() ? "" : ": " + one.keys().stream().limit(SHOWN).collect(Collectors.joining(" ")) + more(one.keys().size()))).toList());
    }

    private static String source(Explanation.Source source) {
        String rows = source.facts() == null ? "of " + source.fact() : String.format(Locale.ROOT, "%,d of %s, lines %s%s", source.facts(), source.fact(),
                source.ranges().stream().limit(SHOWN).collect(Collectors.joining(", ")), more(source.ranges().size()));
        return String.format(Locale.ROOT, "%s %s%s, received %s: %s", source.returnName(), source.id(),
                source.file() == null ? "" : " " + Shown.text(source.file()), source.receivedAt(), rows)
                + source.rules().stream().map(one -> String.format(Locale.ROOT, "; %s %s: %,d", one.rule(), one.message(), one.lines())).collect(Collectors.joining())
                + (source.rejected() == 0 ? "" : String.format(Locale.ROOT, "; %,d of its %,d rows were rejected", source.rejected(), source.rows()));
    }

    private void published(Explanation.Published published) {
        lines.add("DfE's (" + published.dataset() + "." + published.measure() + "): " + (published.value() == null ? published.status() : number(published.value()))
                + (published.reasons().isEmpty() ? ", the same" : "; " + String.join("; ", published.reasons())));
    }

    private void some(String title, List<String> items) {
        if (!items.isEmpty()) {
            lines.add(title);
            items.stream().limit(SHOWN).forEach(one -> lines.add("  " + one));
            if (items.size() > SHOWN) {
                lines.add(" " + more(items.size()));
            }
        } else if (title.contains(":")) {
            lines.add(title);
        }
    }

    private static String more(int all) {
        return all > SHOWN ? String.format(Locale.ROOT, " … and %,d more", all - SHOWN) : "";
    }

    private static String shown(Object value) {
        return value == null ? "no figure" : value.toString();
    }

    private static String number(BigDecimal number) {
        return number == null ? "none" : number.stripTrailingZeros().toPlainString();
    }
}
