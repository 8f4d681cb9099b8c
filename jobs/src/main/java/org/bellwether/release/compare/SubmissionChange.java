package org.bellwether.release.compare;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * A submission of which rows are in one of two releases alone.
 *
 * @param receivedAt null where its record is gone
 * @param replaces ids of those that it supersedes in whole or in part
 * @param schools LAESTABs of its rows; null where they name none, or are gone
 */
public record SubmissionChange(Reason.Kind kind, String id, @JsonProperty("return") String returnName, Instant receivedAt,
        List<String> replaces, @JsonIgnore Set<Integer> schools) {

    /** Of which it is not said what has come or gone. */
    static SubmissionChange ofReturn(String name) {
        return new SubmissionChange(Reason.Kind.OTHER_DATA, null, name, null, List.of(), null);
    }

    /** Whether its rows may tell of the school. */
    boolean tellsOf(Integer school) {
        return school == null || schools == null || schools.contains(school);
    }

    Reason reason() {
        return new Reason(kind, returnName);
    }
}
