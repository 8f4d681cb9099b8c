package org.bellwether.staging.validation;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.bellwether.intake.profile.FileError;
import org.bellwether.intake.register.Scope;
import org.bellwether.intake.register.SubmissionFile;
import org.bellwether.staging.shape.TableShape;

/**
 * What staging found in a submission.
 *
 * @param scopes what the accepted rows are true for
 * @param rules how many rows or values each rule found
 * @param mainReason the rule that rejected most rows; null where none was rejected
 * @param shapes what its tables look like; none where nothing of it may be used
 * @param error why nothing of it may be used, or null; the counts stay those of the judging
 */
public record StagingResult(List<SubmissionFile> files, List<Scope> scopes, Map<String, Long> rules, String mainReason, @JsonProperty("problem") FileError error,
        List<TableShape> shapes) {

    public StagingResult {
        shapes = shapes == null ? List.of() : shapes;
    }

    public long rows() {
        return files.stream().mapToLong(SubmissionFile::rows).sum();
    }

    public long accepted() {
        return files.stream().mapToLong(SubmissionFile::accepted).sum();
    }

    public long rejected() {
        return files.stream().mapToLong(SubmissionFile::rejected).sum();
    }
}
