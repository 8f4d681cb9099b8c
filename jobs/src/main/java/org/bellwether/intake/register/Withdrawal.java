package org.bellwether.intake.register;

import java.time.Instant;

/**
 * That somebody has taken a submission out of use.
 *
 * @param was its state before: what was known before {@code at} still goes by it
 */
public record Withdrawal(Instant at, String by, String why, SubmissionState was) {
}
