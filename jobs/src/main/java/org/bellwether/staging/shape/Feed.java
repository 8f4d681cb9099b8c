package org.bellwether.staging.shape;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.bellwether.intake.register.SchoolRows;
import org.bellwether.intake.register.Submission;
import org.bellwether.intake.register.SubmissionFile;

/**
 * Submissions that come from one source and should look alike.
 *
 * @param laestab the school whose rows alone they have; null where they have those of several, or of none
 * @param part    which tables they have; of a set that comes as a whole its name without the year, as a spring census asks what an autumn one does not
 */
public record Feed(String returnName, Integer laestab, String part) {

    public static Feed of(Submission submission) {
        return new Feed(submission.returnName(), onlySchool(submission.files()), submission.set() != null
                ? submission.set().replaceAll("[0-9]", "")
                : submission.files().stream().map(SubmissionFile::table).filter(Objects::nonNull).distinct().sorted().collect(Collectors.joining("|")));
    }

    private static Integer onlySchool(List<SubmissionFile> files) {
        List<Integer> schools = files.stream().filter(file -> file.schools() != null).flatMap(file -> file.schools().stream()).map(SchoolRows::laestab)
                .filter(Objects::nonNull).distinct().limit(2).toList();
        return schools.size() == 1 ? schools.get(0) : null;
    }
}
