package org.bellwether.web.today;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A problem that somebody has decided to leave for a while.
 *
 * @param problem its id
 * @param title   what it was called then
 * @param until   last day on which it is left
 */
public record Postponement(String problem, String title, Instant at, LocalDate until, String by, String why) {
}
