package org.bellwether.release.compare;

import java.time.Instant;
import java.util.List;

/**
 * What differs between two releases, and why.
 *
 * @param tier published or restricted: whose marts were compared
 * @param submissions what is in one of them alone
 * @param definitions what else made them differ, a sentence each
 * @param columns of marts, that one of them alone has or has otherwise
 * @param figures that differ, by mart, school and measure
 */
public record ReleaseDifference(Side from, Side to, String tier, List<SubmissionChange> submissions, List<Reason> definitions,
        List<ColumnChange> columns, List<FigureChange> figures) {

    /** One of the two. */
    public record Side(String release, Instant asOf) {
    }

    /**
     * A column of a mart; of a mart that one of them alone has, each.
     *
     * @param before its type; null where it is new
     * @param after its type; null where it is gone
     */
    public record ColumnChange(String mart, String column, String before, String after) {
    }

    /**
     * The cells of one measure that differ in a mart, of one school where the mart tells of schools.
     *
     * @param measure its code; the column's name where it is no measure's
     * @param isLabel whether the column holds no figure
     * @param changed how many have a value in both, and another one
     * @param appeared how many have one now alone
     * @param gone how many have none any more
     * @param hidden how many are hidden now alone
     * @param shown how many were hidden before alone
     * @param first the first of them
     */
    public record FigureChange(String mart, Integer laestab, String measure, String column, boolean isLabel, long changed, long appeared,
            long gone, long hidden, long shown, Example first, List<Reason> why) {

        public long cells() {
            return changed + appeared + gone + hidden + shown;
        }

        /** The same of whatever school, as far as readers of the published tier may know what it is made of. */
        FigureChange ofAnySchool() {
            return new FigureChange(mart, null, measure, column, isLabel, changed, appeared, gone, hidden, shown, first, why);
        }

        /** Without the value that a figure had before it was hidden, or has since. */
        FigureChange withoutHidden() {
            return new FigureChange(mart, laestab, measure, column, isLabel, changed, appeared, gone, hidden, shown, first.withoutHidden(), why);
        }

        FigureChange because(List<Reason> reasons) {
            return new FigureChange(mart, laestab, measure, column, isLabel, changed, appeared, gone, hidden, shown, first, reasons);
        }
    }

    /**
     * A cell, its value before and after.
     *
     * @param before null where there was none; c where it was hidden
     */
    public record Example(String cell, String before, String after) {

        static final String HIDDEN = "c";

        Example withoutHidden() {
            boolean isHidden = HIDDEN.equals(before) || HIDDEN.equals(after);
            return isHidden ? new Example(cell, word(before), word(after)) : this;
        }

        private static String word(String value) {
            return value == null ? null : value.equals(HIDDEN) ? "hidden" : "shown";
        }
    }

    public boolean isNone() {
        return columns.isEmpty() && figures.isEmpty();
    }
}
