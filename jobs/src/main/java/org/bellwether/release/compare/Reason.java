package org.bellwether.release.compare;

import com.fasterxml.jackson.annotation.JsonValue;

/** Why something differs between two releases: of which kind the cause is, and which it is. */
public record Reason(Kind kind, String what) {

    public enum Kind {
        /** Of a scope of which nothing was known. */
        NEW_DATA("new data"),
        /** A submission that supersedes another of the same return and period. */
        RESTATED_DATA("restated data"),
        /** A submission that is in use no longer, with nothing in its place. */
        WITHDRAWN_DATA("withdrawn data"),
        /** Other submissions of a return are in use than were; which they are, and of which school, is not for readers. */
        OTHER_DATA("other data"),
        CHANGED_DEFINITION("changed definition"),
        CHANGED_TARGET("changed target"),
        CHANGED_COLUMNS("changed columns"),
        CHANGED_SUPPRESSION("changed suppression"),
        /** The same data and definitions, told of another moment. */
        LATER_MOMENT("another moment"),
        UNKNOWN("cause not found");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        @JsonValue
        public String words() {
            return words;
        }
    }

    @Override
    public String toString() {
        return what.isEmpty() ? kind.words : kind.words + ": " + what;
    }
}
