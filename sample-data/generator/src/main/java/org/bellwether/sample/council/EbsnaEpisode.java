package org.bellwether.sample.council;

import java.time.LocalDate;

/**
 * A child referred for emotionally based school non-attendance; {@code started} null: still waiting, {@code ended}
 * null: still supported.
 */
public record EbsnaEpisode(int id, Enrolment enrolment, LocalDate referred, LocalDate started, LocalDate ended,
        String outcome) {
}
