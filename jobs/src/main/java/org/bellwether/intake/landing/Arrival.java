package org.bellwether.intake.landing;

import java.time.Instant;
import java.util.List;

/**
 * What came in together and is not judged yet.
 *
 * @param files names of the files, sorted
 * @param carried names among them that were taken over from the last submission of the same set
 */
public record Arrival(long number, Instant receivedAt, List<String> files, List<String> carried) {
}
