package org.bellwether.batch.receive;

import java.util.stream.Collectors;
import org.bellwether.config.Shown;
import org.bellwether.intake.landing.Arrival;
import org.bellwether.intake.preflight.PreflightReport;

/**
 * An arrival and what preflight has told of it.
 *
 * @param report  null where the home failed
 * @param failure of the home; else null
 */
record InspectedArrival(Arrival arrival, PreflightReport report, Throwable failure) {

    boolean hasFailed() {
        return report == null;
    }

    /** To be judged: 0 where it is refused, or where only reading it will tell. */
    long rows() {
        return hasFailed() || report.error() != null ? 0 : report.files().stream().mapToLong(one -> Math.max(0, one.profile().rows())).sum();
    }

    /** Of its files, for a person. */
    String names() {
        return arrival.files().stream().map(Shown::text).collect(Collectors.joining(", "));
    }
}
