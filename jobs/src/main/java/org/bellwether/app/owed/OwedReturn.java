package org.bellwether.app.owed;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A return that is owed, and what came of it: a row of mart_returns_register.
 *
 * @param laestab        of the school that owes it; null where the authority itself does
 * @param period         name of the stretch of time that it tells of
 * @param dueDate        last day on which it is on time
 * @param receivedAt     of the first that was accepted; null where none was
 * @param state          LATE, RESUBMITTED, QUERIES or RECEIVED; else REJECTED, MISSING or NOT_DUE
 * @param daysLate       null where nobody calls it late or on time
 * @param declined       how many submissions for it were refused or rejected whole
 * @param submission     key of the last that tells of it; null where there is none
 */
public record OwedReturn(@JsonProperty("return") String returnName, String title, Integer laestab, String school, String period, LocalDate dueDate,
        Instant receivedAt, String state, boolean isOverdue, Integer daysLate, int submissions, int declined, String submission) {
}
