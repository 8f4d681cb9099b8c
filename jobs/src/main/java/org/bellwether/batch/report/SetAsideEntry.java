package org.bellwether.batch.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.bellwether.home.Home;
import org.bellwether.home.Json;
import org.bellwether.warehouse.source.Coverage;

/**
 * What was accepted and yet is left out of the build, a row or a whole submission, or a row that reaches no fact.
 *
 * @param file names of the submission's files, where it is left out whole
 * @param line null where the submission is left out whole
 */
public record SetAsideEntry(String submission, @JsonProperty("return") String returnName, String file, Integer line, String rule,
        String message, String remedy) {

    private record Entries(List<SetAsideEntry> entries) {
    }

    /** What the last run that built has left out; nothing where the file is damaged, which the next night builds for. */
    public static List<SetAsideEntry> read(Home home) {
        return Json.readWhole(home.setAsideFile(), Entries.class).map(Entries::entries).orElse(List.of());
    }

    public static void write(Home home, List<SetAsideEntry> entries) {
        Json.write(home.setAsideFile(), new Entries(entries));
    }

    /** Whether the build leaves it out; what reaches no fact is only told. */
    boolean isLeftOut() {
        return !rule.equals(Coverage.RULE);
    }

    /** For a person. */
    public String sentence() {
        return returnName + "  " + file + (line == null ? "" : " line " + line) + "  " + rule + ": " + message + "; " + remedy;
    }
}
