package org.bellwether.release.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.bellwether.config.Settings;

/**
 * What a release says of its origin.
 *
 * @param asOf         what was known then is in it
 * @param la           LA code of the home's authority
 * @param submissions  what came since the release before, for the manifest
 * @param live         ids of the submissions of which rows are in it, by return
 * @param fingerprints of each model, by its name
 * @param run          facts of this run (times, versions); outside the content hash
 */
public record ReleaseInput(Instant asOf, int la, List<Submission> submissions, Map<String, List<String>> live, Map<String, String> fingerprints,
        Map<String, String> run) {

    /** Keys of {@code run}: who started it, and the version of the engine. */
    public static final String STARTED_BY = "started_by";
    public static final String ENGINE = "engine";

    /** A submission as the manifest lists it; rows = accepted + rejected. */
    public record Submission(String id, String returnName, String state, Instant receivedAt, long rows, long accepted,
            long rejected) {
    }

    /** The day, in England, of which the release tells. */
    public LocalDate date() {
        return LocalDate.ofInstant(asOf, Settings.LONDON);
    }
}
