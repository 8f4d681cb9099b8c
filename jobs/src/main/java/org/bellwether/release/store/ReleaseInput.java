package org.bellwether.release.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bellwether.config.Settings;
import org.bellwether.engine.Sql;

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

    /**
     * Keys of {@code run}: who started it, when it was made, the version of the engine, ids of submissions that were held out of the build, the release
     * that readers had then, the version of what may be published, and the number of the last arrival that the build could know of.
     */
    public static final String STARTED_BY = "started_by";
    public static final String MADE = "made";
    /** When rows of a pupil were last erased from it. */
    public static final String ERASED = "erased";
    public static final String ENGINE = "engine";
    public static final String HELD_OUT = "held_out";
    public static final String AFTER = "after";
    public static final String DISCLOSURE = "disclosure";
    public static final String LAST_ARRIVAL = "last_arrival";

    /** A submission as the manifest lists it; rows = accepted + rejected. */
    public record Submission(String id, String returnName, String state, Instant receivedAt, long rows, long accepted,
            long rejected) {
    }

    /** Ids of the submissions of which the warehouse has rows, by return. */
    public static Map<String, List<String>> live(Connection warehouse) throws SQLException {
        Map<String, List<String>> live = new TreeMap<>();
        Sql.query(warehouse, """
                select distinct submission.return_name, submission.submission_id
                from build.delivery as delivery join build.submission as submission using (submission_key)
                order by all
                """, row -> live.computeIfAbsent(row.getString(1), name -> new ArrayList<>()).add(row.getString(2)));
        return live;
    }

    /** The day, in England, of which the release tells. */
    public LocalDate date() {
        return LocalDate.ofInstant(asOf, Settings.LONDON);
    }
}
