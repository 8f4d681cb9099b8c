package org.bellwether.cli.release;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bellwether.app.Moment;
import org.bellwether.release.compare.Reason;
import org.bellwether.release.compare.ReleaseDifference;
import org.bellwether.release.compare.ReleaseDifference.ColumnChange;
import org.bellwether.release.compare.ReleaseDifference.FigureChange;
import org.bellwether.release.compare.SubmissionChange;

/** A difference of two releases as a person reads it: what went in, what defines it, what came of it. */
final class DifferenceText {

    private static final int FIRST = 25;

    private final ReleaseDifference difference;
    private final int most;

    /** @param isWhole whether every line is wanted */
    DifferenceText(ReleaseDifference difference, boolean isWhole) {
        this.difference = difference;
        this.most = isWhole ? Integer.MAX_VALUE : FIRST;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(side(difference.from()) + " → " + side(difference.to()) + ", " + difference.tier() + " tier");
        lines.addAll(submissions());
        difference.definitions().forEach(reason -> lines.add("  " + reason));
        difference.columns().forEach(column -> lines.add("  " + column(column)));
        if (difference.isNone()) {
            lines.add("No figure differs.");
        }
        byMart().forEach((mart, changes) -> lines.addAll(mart(mart, changes)));
        return lines;
    }

    private static String side(ReleaseDifference.Side side) {
        return side.release() + " (as of " + Moment.shown(side.asOf()) + ")";
    }

    private List<String> submissions() {
        List<String> lines = difference.submissions().stream().limit(most).map(DifferenceText::submission).collect(Collectors.toCollection(ArrayList::new));
        addMore(lines, difference.submissions().size());
        return lines;
    }

    private static String submission(SubmissionChange one) {
        return String.format(Locale.ROOT, "  %-15s %-20s %s%s", one.kind().words(), one.returnName(), one.id(),
                one.replaces().isEmpty() ? "" : ", in place of " + String.join(", ", one.replaces()));
    }

    private static String column(ColumnChange change) {
        String what = change.before() == null ? "new, " + change.after() : change.after() == null ? "gone" : change.before() + " → " + change.after();
        return Reason.Kind.CHANGED_COLUMNS.words() + ": " + change.mart() + "." + change.column() + " (" + what + ")";
    }

    private Map<String, List<FigureChange>> byMart() {
        return difference.figures().stream().collect(Collectors.groupingBy(FigureChange::mart, LinkedHashMap::new, Collectors.toList()));
    }

    private List<String> mart(String mart, List<FigureChange> changes) {
        List<FigureChange> figures = changes.stream().filter(change -> !change.isLabel()).toList();
        List<String> lines = new ArrayList<>();
        lines.add(String.format(Locale.ROOT, "%s: %,d figures", mart, figures.stream().mapToLong(FigureChange::cells).sum()));
        figures.stream().limit(most).forEach(change -> lines.add(figure(change)));
        addMore(lines, figures.size());
        Set<String> labels = changes.stream().filter(FigureChange::isLabel).map(FigureChange::column).collect(Collectors.toCollection(LinkedHashSet::new));
        if (!labels.isEmpty()) {
            lines.add("  labels: " + String.join(", ", labels));
        }
        return lines;
    }

    private static String figure(FigureChange change) {
        String measure = change.measure().equals(change.column()) ? change.measure() : change.measure() + "." + change.column();
        return String.format(Locale.ROOT, "  %s%-36s %s  [%s: %s → %s]  %s", change.laestab() == null ? "" : change.laestab() + "  ", measure, counts(change),
                change.first().cell(), shown(change.first().before()), shown(change.first().after()),
                why(change.why()));
    }

    /** By kind, each with what it is of. */
    private static String why(List<Reason> reasons) {
        Map<Reason.Kind, List<String>> byKind = new LinkedHashMap<>();
        reasons.forEach(reason -> byKind.computeIfAbsent(reason.kind(), kind -> new ArrayList<>()).add(reason.what()));
        return byKind.entrySet().stream().map(kind -> new Reason(kind.getKey(), String.join(", ", kind.getValue())).toString()).collect(Collectors.joining("; "));
    }

    private static String counts(FigureChange change) {
        return Stream.of(count(change.changed(), "changed"), count(change.appeared(), "new"), count(change.gone(), "gone"),
                count(change.hidden(), "now hidden"), count(change.shown(), "now shown")).filter(Objects::nonNull).collect(Collectors.joining(", "));
    }

    private static String count(long cells, String what) {
        return cells == 0 ? null : String.format(Locale.ROOT, "%,d %s", cells, what);
    }

    private static String shown(String value) {
        return value == null ? "none" : value;
    }

    private void addMore(List<String> lines, int all) {
        if (all > most) {
            lines.add(String.format(Locale.ROOT, "  … and %,d more; --all shows them", all - most));
        }
    }
}
