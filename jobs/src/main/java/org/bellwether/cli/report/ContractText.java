package org.bellwether.cli.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.bellwether.contract.ReturnContract;
import org.bellwether.contract.sheet.ContractDifference;
import org.bellwether.contract.sheet.ContractSheet;

/** What a return has to look like, for a person. */
final class ContractText {

    private static final int CODES = 12;

    private ContractText() {
    }

    static List<String> of(Collection<ReturnContract> returns) {
        return returns.stream().map(one -> String.format(Locale.ROOT, "%-22s %s; every %s", one.name(), one.title(), one.cadence().every())).toList();
    }

    static List<String> of(ContractSheet sheet) {
        List<String> lines = new ArrayList<>();
        lines.add(sheet.returnName() + ": " + sheet.title());
        lines.add("as on " + sheet.on() + "; " + sheet.grain() + "; due every " + sheet.due() + ", late after " + sheet.lateAfter().getDays() + " days");
        lines.add(sheet.replacement());
        lines.add("from " + sheet.source() + "; read as " + String.join(" or ", sheet.encodings()));
        sheet.changes().forEach(change -> lines.add("  since " + change.from() + " " + change.why()));
        sheet.tables().forEach(table -> add(lines, table));
        return lines;
    }

    static List<String> of(ContractDifference difference) {
        List<String> lines = new ArrayList<>();
        lines.add(difference.returnName() + " on " + difference.to() + ", against " + difference.from());
        difference.changes().forEach(change -> lines.add("  " + change.from() + " " + change.why()));
        difference.lines().forEach(line -> lines.add("  " + line.table() + (line.column() == null ? "" : "." + line.column()) + "  " + line.what() + " "
                + (line.before() == null ? "added: " + line.after() : line.after() == null ? "ended: " + line.before() : line.before() + " → " + line.after())));
        if (difference.lines().isEmpty()) {
            lines.add("nothing of its files has changed");
        }
        return lines;
    }

    private static void add(List<String> lines, ContractSheet.Table table) {
        lines.add("");
        lines.add(table.name() + (table.files().isEmpty() ? "" : ", of files " + String.join(", ", table.files()))
                + (table.keys().isEmpty() ? "" : "; a row is named by " + String.join(", ", table.keys())));
        int width = table.columns().stream().mapToInt(column -> column.header().length()).max().orElse(0);
        table.columns().forEach(column -> add(lines, column, width));
    }

    private static void add(List<String> lines, ContractSheet.Column column, int width) {
        lines.add(String.format(Locale.ROOT, "  %-" + Math.max(1, width) + "s  %s%s%s", column.header(), column.values(),
                column.whenMissing() == null ? "" : "; without it " + column.whenMissing().words() + " (" + column.whenMissing().rule() + ")",
                column.says() == null ? "" : ". " + column.says()).stripTrailing());
        String margin = " ".repeat(width + 4);
        if (!column.aliases().isEmpty()) {
            lines.add(margin + "also called " + String.join(", ", column.aliases()));
        }
        if (!column.codes().isEmpty()) {
            lines.add(margin + column.codes().stream().limit(CODES).map(code -> code.label() == null ? code.code() : code.code() + " " + code.label()).collect(Collectors.joining(", "))
                    + (column.codes().size() > CODES ? String.format(Locale.ROOT, ", … (%,d)", column.codes().size()) : "")
                    + (column.codesOn() == null ? "" : "; as valid on " + column.codesOn()));
        }
    }
}
