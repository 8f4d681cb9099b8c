package org.bellwether.warehouse.source;

import java.time.Instant;
import java.util.List;

/**
 * How the rows of what came were judged, and which of those that were rejected have been told again since.
 *
 * @param schools  rows of each submission by school
 * @param rejected those of which rows were rejected
 * @param owners   who owns what the rejected rows may tell of
 */
public record Judgement(List<SchoolRow> schools, List<Rejected> rejected, List<ScopeOwner> owners) {

    /** Nothing came. */
    public static final Judgement NONE = new Judgement(List.of(), List.of(), List.of());

    /** A submission that was judged. */
    public record Judged(long submissionKey, String returnName, Instant receivedAt, long arrival) {
    }

    /**
     * The rows of a submission that one school answers for.
     *
     * @param laestab null for those that name no school
     * @param flagged accepted rows of which something was found; with the two after it null where an earlier version has judged them
     */
    public record SchoolRow(Judged of, Integer laestab, long rows, long rejected, Long flagged, Long queries, Long values) {
    }

    /** @param reasons a relation {@code (table_name, source_line, laestab, scope_key, rule, column_name)}, a row a reason for which a row was rejected */
    public record Rejected(Judged of, String reasons) {
    }

    /**
     * @param scopeKey what is told, as a key under the home's own
     * @param laestab  of its school; null where it is of no single one
     */
    public record ScopeOwner(Judged of, long scopeKey, Integer laestab) {
    }
}
