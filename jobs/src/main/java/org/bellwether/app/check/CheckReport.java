package org.bellwether.app.check;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.bellwether.intake.register.SubmissionState;

/**
 * What would become of files if they were received now.
 *
 * @param deliveries in order of arrival; files of one set are one delivery
 * @param left files that would not be taken in, each with its reason
 * @param notAsked rules that only a night can ask of what would be accepted
 */
public record CheckReport(List<Delivery> deliveries, List<Reason> left, List<Reason> notAsked) {

    /**
     * One delivery.
     *
     * @param returnName null where no return was recognised
     * @param set year and term of files that belong together; null for a return of single files
     * @param period what it would replace, by each column that names it; empty where nothing would be accepted
     * @param state what it would be
     * @param rows records behind the headers; with {@code accepted} and {@code rejected} null where it was refused before it could be counted
     * @param problem why it would not be accepted, or is known already; else null
     * @param warnings of what is accepted all the same
     * @param notes what was met on the way: a transcoded encoding, columns that no contract knows
     * @param rules broken by rows and values, those that cost rows first
     */
    public record Delivery(List<String> files, @JsonProperty("return") String returnName, String set, List<Period> period, SubmissionState state,
            Long rows, Long accepted, Long rejected, Reason problem, List<Reason> warnings, List<String> notes, List<BrokenRule> rules) {
    }

    /** The values of a column: from, to and how many. */
    public record Period(String column, String first, String last, int values) {
    }

    /**
     * A rule with its reason.
     *
     * @param file null where the delivery is meant
     * @param line null where no line is to blame
     */
    public record Reason(String rule, String file, Long line, String message, String why, String remedy) {
    }

    /**
     * A rule that rows or values break.
     *
     * @param count how often
     * @param rejected how many rows it rejects, alone or with others
     * @param first the first places
     */
    public record BrokenRule(String rule, String severity, String message, String why, String remedy, long count, long rejected, List<Place> first) {
    }

    /** A line of a file. */
    public record Place(String file, Integer line) {
    }

    /** Whether something would not be taken in. */
    public boolean isRefused() {
        return !left.isEmpty() || deliveries.stream().anyMatch(one -> one.state() == SubmissionState.REFUSED || one.state() == SubmissionState.REJECTED);
    }
}
