package org.bellwether.sample.council;

import java.time.LocalDate;
import java.util.List;

/**
 * A suspension, permanent exclusion or lunchtime exclusion, as it happened.
 *
 * @param sessions half days lost; an odd number begins in the afternoon; 0 for a permanent exclusion
 * @param noticed the day of the headteacher's notice
 * @param outcome what the notice says today: UPHELD, REINSTATED, RESCINDED, WITHDRAWN or PENDING
 */
public record Exclusion(int id, Enrolment enrolment, String category, List<String> reasons, LocalDate start, int sessions,
        LocalDate noticed, String outcome, Telling telling) {

    /** How the two sources tell of it: life is not tidy. */
    public enum Telling {
        /** Notice and both censuses agree. */
        BOTH,
        /** The school forgets it in its census. */
        NOTICE_ONLY,
        /** The notice never reached the council. */
        CENSUS_ONLY,
        /** The census has the next school day. */
        DATE_DIFFERS,
        /** In the first census of its term, taken out of the second. */
        WITHDRAWN,
        /** A suspension at first; a second notice and the second census call it permanent. */
        UPGRADED
    }

    public boolean isPermanent() {
        return category.equals("PERM");
    }

    public String reason(int rank) {
        return rank <= reasons.size() ? reasons.get(rank - 1) : "";
    }

    public char sen(Council council) {
        return enrolment.pupil().sen(council.index(start));
    }
}
