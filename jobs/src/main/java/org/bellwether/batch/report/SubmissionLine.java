package org.bellwether.batch.report;

import java.util.Locale;
import org.bellwether.config.Shown;
import org.bellwether.intake.register.Submission;
import org.bellwether.intake.register.SubmissionFile;

/** A submission in one line, for a person. */
public final class SubmissionLine {

    private SubmissionLine() {
    }

    public static String of(Submission submission) {
        long count = submission.files().stream().map(SubmissionFile::file).distinct().count();
        String files = count == 1 ? Shown.text(submission.files().get(0).file()) : submission.set() + " (" + count + " files)";
        String counts = submission.rows() == null ? ""
                : String.format(Locale.ROOT, "  %,d rows, %,d accepted, %,d rejected", submission.rows(), submission.accepted(), submission.rejected());
        String error = submission.error() == null ? ""
                : "  " + submission.error().rule() + (submission.error().line() == null ? "" : " line " + submission.error().line())
                        + ": " + submission.error().sentence();
        return String.format(Locale.ROOT, "%-22s %s%s%s", submission.state().label(), files, counts, error);
    }

}
