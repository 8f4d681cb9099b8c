package org.bellwether.sample.attendance;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.bellwether.sample.calendar.HalfTerm;
import org.bellwether.sample.calendar.SchoolYear;
import org.bellwether.sample.council.Chance;
import org.bellwether.sample.council.Council;
import org.bellwether.sample.council.Enrolment;
import org.bellwether.sample.council.Pupil;
import org.bellwether.sample.council.Scenario;
import org.bellwether.sample.file.CsvFile;

/** Writes a week as DfE gives it back to the council: the same marks, summed by child. */
public final class WeeklyAttendanceWriter {

    private static final int LATE_WEEKS_AGO = 1;

    private final Council council;
    private final Register register;

    public WeeklyAttendanceWriter(Council council) {
        this.council = council;
        this.register = new Register(council);
    }

    /** The second night brings a week that was overdue at the first; the one before that never comes. */
    public void write(Path firstNight, Path secondNight) throws IOException {
        write(firstNight, Scenario.LAST_WEEK.minusWeeks(LATE_WEEKS_AGO + 2));
        write(secondNight, Scenario.LAST_WEEK.minusWeeks(LATE_WEEKS_AGO));
        write(firstNight, Scenario.LAST_WEEK);
    }

    /** @param monday of the week */
    private void write(Path folder, LocalDate monday) throws IOException {
        try (CsvFile csv = new CsvFile(folder.resolve("attendance_weekly_" + monday + ".csv"), "UPN", "sen_support",
                "education_health_care_plan", "primary_sen_type", "looked_after_child", "child_in_need", "persistently_absent",
                "severely_absent", "unique_reference_number", "admission_date", "leaving_date", "possible_sessions", "absent_sessions",
                "present_sessions", "approved_educational_activity_sessions", "authorised_absent_sessions",
                "unauthorised_absent_sessions")) {
            for (List<Enrolment> roll : council.rolls()) {
                for (Enrolment enrolment : roll) {
                    if (enrolment.overlaps(monday, monday.plusDays(4))) {
                        row(csv, enrolment, monday);
                    }
                }
            }
        }
    }

    private void row(CsvFile csv, Enrolment enrolment, LocalDate monday) throws IOException {
        SchoolYear year = council.year(monday);
        Map<Mark.Kind, Integer> week = new EnumMap<>(Mark.Kind.class);
        int possible = 0;
        int absent = 0;
        int activity = 0;
        for (HalfTerm half : year.halfTerms()) {
            if (half.from().isAfter(monday.plusDays(4))) {
                break;
            }
            HalfTermDays days = HalfTermDays.of(year, half);
            Mark[] marks = register.marks(enrolment, days);
            for (int at = 0; at < marks.length; at++) {
                LocalDate day = days.days().get(at / 2);
                if (marks[at] == null || !marks[at].isPossible() || day.isAfter(monday.plusDays(4))) {
                    continue;
                }
                possible++;
                absent += marks[at].isAbsence() ? 1 : 0;
                if (!day.isBefore(monday)) {
                    week.merge(marks[at].kind(), 1, Integer::sum);
                    activity += isActivity(marks[at]) ? 1 : 0;
                }
            }
        }
        Pupil pupil = enrolment.pupil();
        char sen = pupil.sen(council.index(monday));
        int authorised = week.getOrDefault(Mark.Kind.AUTHORISED, 0);
        int unauthorised = week.getOrDefault(Mark.Kind.UNAUTHORISED, 0);
        int attending = week.getOrDefault(Mark.Kind.ATTENDING, 0);
        csv.row(pupil.upn(monday), flag(sen == 'K'), flag(sen == 'E'), sen == 'N' ? "" : pupil.traits().primaryNeed(), "",
                flag(Chance.of(council.seed(), "child in need", pupil.id()).happens(0.03)), flag(possible > 0 && absent * 10 >= possible),
                flag(possible > 0 && absent * 2 >= possible), enrolment.school().urn(monday), enrolment.entry(), enrolment.leaving(),
                attending + authorised + unauthorised, authorised + unauthorised, attending - activity, activity, authorised, unauthorised);
    }

    private static boolean isActivity(Mark mark) {
        return mark.kind() == Mark.Kind.ATTENDING && "VPWBKJ".contains(mark.code());
    }

    private static int flag(boolean holds) {
        return holds ? 1 : 0;
    }
}
