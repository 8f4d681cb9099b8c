package org.bellwether.app.status;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.bellwether.app.owed.ReturnsRegister;
import org.bellwether.batch.report.UnplacedRows;
import org.bellwether.intake.profile.FileError;
import org.bellwether.intake.register.Submission;
import org.bellwether.intake.register.SubmissionFile;
import org.bellwether.intake.register.SubmissionState;

/**
 * What control/status.json says: enough for every command that only reports.
 *
 * @param release id of the current release, or null
 * @param submissions what is live and what came last, in order of arrival
 * @param audits of the last time they were made, those that gave rows
 * @param held the release that waits for approval; null where none does
 * @param omitted how many came before and are not live any more, by state
 * @param overdue returns that were due by the cut-off of the current release and have not come
 * @param kept of each return, whatever became of it
 */
public record Status(int la, String release, List<SubmissionStatus> submissions, Map<String, Long> omitted, List<String> waiting,
        List<Run> runs, UnplacedRows unplacedRows, List<Audit> audits,
        Held held, List<ReturnsRegister.Overdue> overdue, List<Kept> kept) {

    public Status {
        audits = audits == null ? List.of() : audits;
        overdue = overdue == null ? List.of() : overdue;
        kept = kept == null ? List.of() : kept;
    }

    /** The same after another release has become the current one. */
    public Status withRelease(String current) {
        return new Status(la, current, submissions, omitted, waiting, runs, unplacedRows, audits,
                held == null || held.release.equals(current) ? null : held, overdue, kept);
    }

    /** The same with these runs. */
    public Status withRuns(List<Run> known) {
        return new Status(la, release, submissions, omitted, waiting, known, unplacedRows, audits, held, overdue, kept);
    }

    /** A submission as it stands now: one whose scopes all belong to others is replaced. */
    public record SubmissionStatus(String id, @JsonProperty("return") String returnName, SubmissionState state, Instant receivedAt,
            Long rows, Long accepted, Long rejected, List<SubmissionFile> files, Map<String, Long> rules, @JsonProperty("problem") FileError error,
            List<String> warnings) {

        static SubmissionStatus of(Submission one, SubmissionState state, List<String> warnings) {
            return new SubmissionStatus(one.id(), one.returnName(), state, one.receivedAt(), one.rows(), one.accepted(), one.rejected(),
                    one.files().stream().map(SubmissionFile::withoutSchools).toList(), one.rules(), one.error(), warnings);
        }
    }

    /**
     * An audit that gave rows.
     *
     * @param outcome WARN or FAIL
     * @param file where the rows are kept; null where they could not be
     */
    public record Audit(String name, String outcome, String message, String resolve, long rows, String file) {
    }

    /** @param audits sentences of those by which it is held */
    public record Held(String release, List<String> audits) {
    }

    /**
     * What a home has of a return: its files lie in landing until they are purged.
     *
     * @param returnName null of what was not recognised
     * @param oldest     when the first of them was received
     */
    public record Kept(@JsonProperty("return") String returnName, long submissions, Instant oldest) {
    }

    /** One execution of a job. */
    public record Run(String job, String status, Instant started, Instant ended, List<Step> steps) {
    }

    public record Step(String step, String status, long read, long accepted, long rejected, long written, Long rowsPerSecond) {
    }
}
