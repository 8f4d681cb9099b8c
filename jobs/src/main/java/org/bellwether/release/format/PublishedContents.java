package org.bellwether.release.format;

import java.time.Instant;
import java.util.List;

/**
 * What the published tier says of itself; nothing in it differs between two runs over the same inputs.
 *
 * @param methodology digest of the models and the config that made it
 * @param disclosure  version of the disclosure rules
 * @param ees         names of the EES files
 */
public record PublishedContents(int la, Instant asOf, String methodology, String disclosure, List<Table> marts,
        List<Table> dimensions, List<String> ees) {
}
