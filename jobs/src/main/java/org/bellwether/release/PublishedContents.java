package org.bellwether.release;

import java.time.Instant;
import java.util.List;

/**
 * What the published tier says of itself; nothing in it differs between two runs over the same inputs.
 *
 * @param methodology digest of the models and the config that made it
 * @param disclosure  version of the disclosure rules
 * @param ees         names of the EES files
 */
record PublishedContents(int la, Instant asOf, String methodology, String disclosure, List<Table> marts,
        List<Table> dimensions, List<String> ees) {

    /** Who may read the published tier: as long as differences between its figures are not looked at, not everybody. */
    static final String AUDIENCE = "For staff who may know small counts, not for the public: figures of one to four children are hidden here"
            + " (status c), but some of them can be worked out from others.";
}
