package org.bellwether.sample;

import java.time.LocalDate;

/**
 * A child referred for emotionally based school non-attendance; {@code started} null: still waiting, {@code ended}
 * null: still supported.
 */
record EbsnaEpisode(int id, Enrolment enrolment, LocalDate referred, LocalDate started, LocalDate ended,
        String outcome) {
}
