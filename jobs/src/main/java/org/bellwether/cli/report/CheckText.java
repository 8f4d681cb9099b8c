package org.bellwether.cli.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.bellwether.app.check.CheckReport;
import org.bellwether.app.check.CheckReport.BrokenRule;
import org.bellwether.app.check.CheckReport.Delivery;
import org.bellwether.app.check.CheckReport.Place;
import org.bellwether.app.check.CheckReport.Reason;

/** What a check has found, for a person. */
final class CheckText {

    private CheckText() {
    }

    static List<String> of(CheckReport report) {
        List<String> lines = new ArrayList<>();
        report.deliveries().forEach(one -> add(lines, one));
        report.left().forEach(one -> {
            lines.add(String.format(Locale.ROOT, "%-22s %s  %s: %s", "not taken in", one.file(), one.rule(), one.message()));
            addReason(lines, one);
        });
        if (!report.notAsked().isEmpty()) {
            lines.add("not asked, since only a night can: " + report.notAsked().stream().map(one -> one.rule() + " " + one.message())
                    .collect(Collectors.joining("; ")));
        }
        lines.add("nothing was kept");
        return lines;
    }

    private static void add(List<String> lines, Delivery one) {
        String files = one.files().size() == 1 ? one.files().get(0) : one.set() + " (" + one.files().size() + " files)";
        String counts = one.rows() == null ? ""
                : String.format(Locale.ROOT, "  %,d rows, %,d accepted, %,d rejected", one.rows(), one.accepted(), one.rejected());
        lines.add(String.format(Locale.ROOT, "%-22s %s%s", one.state().label(), files, counts));
        lines.add("    taken for " + (one.returnName() == null ? "no return" : one.returnName()) + (one.set() == null ? "" : ", " + one.set())
                + one.period().stream().map(period -> ", " + period.column() + " " + (period.values() == 1 ? period.first()
                        : String.format(Locale.ROOT, "%s to %s (%,d)", period.first(), period.last(), period.values()))).collect(Collectors.joining()));
        if (one.problem() != null) {
            lines.add("    " + one.problem().rule() + (one.problem().line() == null ? "" : " line " + one.problem().line()) + ": " + one.problem().message());
            addReason(lines, one.problem());
        }
        one.warnings().forEach(warning -> {
            lines.add("    " + warning.rule() + ": " + warning.message());
            addReason(lines, warning);
        });
        one.notes().forEach(note -> lines.add("    " + note));
        one.rules().forEach(rule -> add(lines, rule, one.files().size() == 1));
    }

    private static void add(List<String> lines, BrokenRule rule, boolean isOneFile) {
        lines.add(String.format(Locale.ROOT, "%,10d  %s %s (%s)", rule.count(), rule.rule(), rule.message(),
                rule.rejected() > 0 ? String.format(Locale.ROOT, "%,d rows rejected", rule.rejected()) : rule.severity()));
        String places = rule.first().stream().filter(place -> place.line() != null).map(place -> place(place, isOneFile)).collect(Collectors.joining(", "));
        if (!places.isEmpty()) {
            lines.add("            line " + places + (rule.count() > rule.first().size() ? ", …" : ""));
        }
        lines.add("            why: " + rule.why());
        lines.add("            to mend: " + rule.remedy());
    }

    private static String place(Place place, boolean isOneFile) {
        return (isOneFile ? "" : place.file() + " ") + place.line();
    }

    private static void addReason(List<String> lines, Reason reason) {
        if (reason.why() != null) {
            lines.add("            why: " + reason.why());
        }
        lines.add("            to mend: " + reason.remedy());
    }
}
