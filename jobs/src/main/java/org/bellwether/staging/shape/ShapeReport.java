package org.bellwether.staging.shape;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.bellwether.home.Json;

/**
 * What a submission looks like, and how that differs from what the same source has sent before. It stands beside the received files.
 *
 * @param before id of the submission that it was compared with; null where there was none, or while it has yet to be compared
 * @param seen   codes that the source has used up to this submission, by table
 */
public record ShapeReport(String before, List<Drift> drifts, List<TableShape> tables, Map<String, SeenCodes> seen) {

    /** Names a submission that looks different. */
    public static final String DIFFERS = "FILE-073";
    /** Name of the file in the folder of a submission. */
    public static final String FILE = "shape.json";

    /** So many columns or codes of a kind are named in a sentence; the file names all. */
    private static final int NAMED = 4;

    /** Of a submission that nobody has compared. */
    public static ShapeReport of(List<TableShape> tables) {
        return new ShapeReport(null, List.of(), tables, Map.of());
    }

    /** Empty of what an earlier version has received. */
    public static Optional<ShapeReport> in(Path folder) {
        return Json.readWhole(folder.resolve(FILE), ShapeReport.class);
    }

    Optional<TableShape> table(String name) {
        return tables.stream().filter(table -> table.table().equals(name)).findFirst();
    }

    public void writeInto(Path folder) {
        Json.write(folder.resolve(FILE), this);
    }

    /** Its drifts in a sentence. */
    public String sentence() {
        return "since " + before + ": " + drifts.stream().collect(Collectors.groupingBy(Drift::kind, TreeMap::new, Collectors.toList()))
                .entrySet().stream().map(kind -> kind.getKey().words() + " " + subjects(kind.getValue())).collect(Collectors.joining("; "));
    }

    /** What several tables of a set have lost is told once. */
    private static String subjects(List<Drift> drifts) {
        List<String> subjects = drifts.stream().map(Drift::subject).distinct().toList();
        String named = subjects.stream().limit(NAMED).collect(Collectors.joining(", "));
        return subjects.size() <= NAMED ? named : named + " and " + (subjects.size() - NAMED) + " more";
    }
}
