package org.bellwether.intake.preflight;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.bellwether.intake.profile.FileError;
import org.bellwether.intake.profile.FileProfile;
import org.bellwether.intake.register.Submission;

/**
 * An arrival that has been looked at: what it is, by name and header, and what its bytes told.
 *
 * @param returnName null where no return was recognised
 * @param set what the names of files that belong together share; null for a return of single files
 * @param error why it is refused, or null
 * @param knownAs id of the submission that it is already, whose files may have been changed since by an erasure; else null
 */
public record PreflightReport(long arrival, Instant receivedAt, String contentSha256, String returnName, String set,
        List<ReceivedFile> files, @JsonProperty("problem") FileError error,
        @JsonInclude(JsonInclude.Include.NON_NULL) String knownAs) {

    /** Names of the notes that the steps of receiving leave beside the files until the last one is done; homes have them, so they stay. */
    public static final String FILE = "receipt.json";
    public static final String STAGING_RESULT_FILE = "judgement.json";
    public static final List<String> NOTES = List.of(FILE, STAGING_RESULT_FILE);

    /** One file and the contract table it is read as; null for XML and for what was not recognised. */
    public record ReceivedFile(FileProfile profile, String table, boolean carried) {
    }

    public String submissionId() {
        return knownAs != null ? knownAs : Submission.id(arrival, contentSha256);
    }

    /** The same, of what is registered already. */
    public PreflightReport knownAs(String submissionId) {
        return new PreflightReport(arrival, receivedAt, contentSha256, returnName, set, files, error, submissionId);
    }

    /** The same, with why it is not taken in. */
    public PreflightReport refused(FileError why) {
        return new PreflightReport(arrival, receivedAt, contentSha256, returnName, set, files, why, knownAs);
    }

    /** The name of the file where there is one alone, with what it was packed in; else null. */
    public String onlyFile() {
        return files.size() == 1 ? files.get(0).profile().file() : null;
    }
}
