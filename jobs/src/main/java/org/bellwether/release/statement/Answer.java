package org.bellwether.release.statement;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * A statement, what its document says of it in figures, and what a release says today.
 *
 * @param la     authority whose document it is
 * @param isOwn  whether that is the authority of the release; the figures of two authorities are not held against each other
 * @param rows   of the register, by the names of their columns
 * @param awaits marts that are still missing for it
 * @param notAsked tables or columns that this tier of the release lacks, or of which it has other rows alone
 */
public record Answer(String statement, String strategy, String document, int la, boolean isOwn, String sourceRef, String says, State state, List<Stated> stated, List<Check> checks,
        List<Told> figures, List<Map<String, String>> rows, List<String> awaits, List<String> notAsked, String reason, String note) {

    /** How a statement stands. */
    public enum State {
        /** Figures or rows say how it is. */
        ANSWERED("answered"),
        /** Each figure that the document states and the release has is the same. */
        AGREES("agrees"),
        /** A figure that the document states is another than that of the release, or than the document's own figures come to. */
        DIFFERS("differs"),
        /** Its figures are of few children, or stand in the restricted tier alone. */
        HIDDEN("hidden"),
        /** Nobody has returned what it would be answered from. */
        NO_DATA("no data"),
        NOT_MEASURABLE("cannot be measured"),
        /** It will be answered by a mart that does not stand yet. */
        AWAITS("awaits a mart");

        private final String words;

        State(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /**
     * A figure that the document states, and the same one of the release.
     *
     * @param shown    as people read it
     * @param computed what the release has, as people read it; null where it has no such figure, or is another authority's
     * @param agrees   null where there is nothing to hold it against
     */
    public record Stated(String code, BigDecimal value, String shown, String period, String label, String sourceRef, String computed, Boolean agrees) {
    }

    /**
     * What the document's own figures come to.
     *
     * @param comesTo to as many places as the document says
     */
    public record Check(String what, BigDecimal says, BigDecimal comesTo, boolean agrees) {
    }

    /**
     * A figure of the release.
     *
     * @param name    of its measure, or what the statement calls it
     * @param value   null where the status says why there is none
     * @param shown   as people read it, also where it is hidden
     * @param status  {@code ok}, {@code c}, {@code x}, {@code z} or another of the mart's
     */
    public record Told(String mart, String column, String name, String label, String period, String value, String shown, String status, String asAtDate, String dataStatus) {
    }
}
