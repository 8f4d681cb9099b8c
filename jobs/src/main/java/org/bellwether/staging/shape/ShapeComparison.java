package org.bellwether.staging.shape;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.bellwether.contract.Kind;
import org.bellwether.contract.ReturnContract;
import org.bellwether.intake.register.Submission;
import org.bellwether.intake.register.SubmissionFile;

/** Compares a submission with the earlier ones of its feed: columns with those of the last, codes and counts with those of many. */
public final class ShapeComparison {

    /** Before so many submissions every other code is new. */
    private static final int FEWEST = 3;
    /** What was usual longer ago is not any more. */
    private static final int LATEST = 20;

    private final ReturnContract contract;
    private final List<Submission> earlier;
    private final Function<Submission, Path> folders;

    /**
     * @param earlier submissions of the feed, oldest first
     * @param folders in which the files of each lie
     */
    public ShapeComparison(ReturnContract contract, List<Submission> earlier, Function<Submission, Path> folders) {
        this.contract = contract;
        this.earlier = earlier;
        this.folders = folders;
    }

    /** @return the report with what differs; without an earlier one that has a report it knows its own codes alone */
    public ShapeReport compare(Submission submission, ShapeReport own) {
        Optional<Submission> last = earlier.isEmpty() ? Optional.empty() : Optional.of(earlier.get(earlier.size() - 1));
        Optional<ShapeReport> before = last.flatMap(one -> ShapeReport.in(folders.apply(one)));
        Map<String, SeenCodes> seen = new TreeMap<>(before.map(ShapeReport::seen).orElse(Map.of()));
        List<Drift> drifts = new ArrayList<>();
        for (TableShape table : own.tables()) {
            before.flatMap(report -> report.table(table.table())).ifPresent(one -> drifts.addAll(ColumnComparison.of(one, table)));
            SeenCodes known = seen.getOrDefault(table.table(), SeenCodes.NONE);
            drifts.addAll(newCodes(table, known));
            seen.put(table.table(), known.with(table));
            unusual(submission, table.table()).ifPresent(drifts::add);
        }
        drifts.sort(Comparator.comparing(Drift::kind));
        return new ShapeReport(before.isPresent() ? last.get().id() : null, drifts, own.tables(), seen);
    }

    private static List<Drift> newCodes(TableShape table, SeenCodes known) {
        List<Drift> drifts = new ArrayList<>();
        if (known.submissions() >= FEWEST) {
            known.codes().forEach((column, codes) -> table.codes().getOrDefault(column, List.of()).stream().filter(code -> !codes.contains(code))
                    .forEach(code -> drifts.add(new Drift(DriftKind.NEW_CODE, table.table(), column, code))));
        }
        return drifts;
    }

    /** Of single events nobody knows how many there should be. */
    private Optional<Drift> unusual(Submission submission, String table) {
        if (contract.kind() == Kind.EVENTS) {
            return Optional.empty();
        }
        double rows = rows(submission, table);
        List<Double> counts = earlier.stream().filter(one -> one.files().stream().anyMatch(file -> table.equals(file.table())))
                .map(one -> rows(one, table)).toList();
        return UsualCount.of(counts.subList(Math.max(0, counts.size() - LATEST), counts.size())).filter(usual -> !usual.has(rows))
                .map(usual -> new Drift(DriftKind.COUNT, table, null, String.format(Locale.ROOT, "%,.0f rows in %s%s, usual are %,.0f to %,.0f",
                        rows, table, isByScope() ? " for each " + String.join(" and ", contract.replaces()) : "", Math.max(0, usual.low()), usual.high())));
    }

    /** Of a return that comes in parts, those of one part: a term has more than a day, and neither is unusual. */
    private double rows(Submission submission, String table) {
        double rows = submission.files().stream().filter(file -> table.equals(file.table()) && file.rows() != null).mapToLong(SubmissionFile::rows).sum();
        return isByScope() ? rows / Math.max(1, submission.scopes().size()) : rows;
    }

    private boolean isByScope() {
        return contract.kind() == Kind.PART;
    }
}
