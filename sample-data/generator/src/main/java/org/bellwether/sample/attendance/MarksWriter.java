package org.bellwether.sample.attendance;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bellwether.sample.calendar.HalfTerm;
import org.bellwether.sample.calendar.SchoolYear;
import org.bellwether.sample.council.Council;
import org.bellwether.sample.council.Enrolment;
import org.bellwether.sample.council.Scenario;
import org.bellwether.sample.council.School;
import org.bellwether.sample.council.Upn;
import org.bellwether.sample.file.CsvFile;
import org.bellwether.sample.file.OutputFile;
import org.bellwether.sample.file.Task;

/**
 * Writes the attendance marks: a compressed file a half term, one a day for the last ten school days, school by school
 * and child by child. No mark is held longer than its half term and child.
 */
public final class MarksWriter {

    private static final String[] HEADER = {"laestab", "urn", "upn", "attendance_date", "session", "attendance_code",
        "minutes_late", "recorded_at", "source_system"};
    private static final int DAILY_FILES = 10;

    private final Council council;
    private final Register register;

    public MarksWriter(Council council) {
        this.council = council;
        this.register = new Register(council);
    }

    public List<Task> firstNight(Path folder) {
        SchoolYear last = council.years().get(council.years().size() - 1);
        int known = last.ordinal(Scenario.FIRST_NIGHT);
        LocalDate firstDaily = last.day(known - DAILY_FILES + 1);
        List<Task> files = new ArrayList<>();
        for (SchoolYear year : council.years()) {
            for (HalfTerm half : year.halfTerms()) {
                if (!half.from().isAfter(Scenario.FIRST_NIGHT)) {
                    files.add(new Task("marks of " + year.key() + " " + half.code(),
                            () -> halfTerm(folder, HalfTermDays.of(year, half), firstDaily)));
                }
            }
        }
        files.add(new Task("marks of the last ten school days", () -> {
            for (int i = known - DAILY_FILES + 1; i <= known; i++) {
                day(folder, last.day(i), i == known - 1);
            }
        }));
        return files;
    }

    /** The next day's marks, and one school's day again, in which reasons have been found for absences. */
    public void secondNight(Path folder) throws IOException {
        day(folder, Scenario.SECOND_NIGHT, false);
        LocalDate corrected = LocalDate.of(2026, 5, 11);
        School school = council.schools().get(8);
        HalfTermDays half = halfTermOf(corrected);
        int at = half.days().indexOf(corrected);
        Session[] sessions = Arrays.stream(Session.of(half))
                .map(session -> session.recordedAt(Scenario.SECOND_NIGHT + "T15:20:00")).toArray(Session[]::new);
        Path file = folder.resolve("attendance_marks_" + corrected + "_" + school.laestab() + ".csv");
        try (CsvFile csv = new CsvFile(file, HEADER)) {
            for (Enrolment enrolment : council.roll(school)) {
                Mark[] marks = register.marks(enrolment, half);
                for (int i = 2 * at; i < 2 * at + 2; i++) {
                    if (marks[i] == Mark.NO_REASON_YET || marks[i] == Mark.OTHER) {
                        marks[i] = Mark.ILLNESS;
                    }
                }
                write(csv, enrolment, marks, sessions, at, at);
            }
        }
    }

    /** A file of which only the first part arrived. */
    public void broken(Path folder) throws IOException {
        LocalDate date = LocalDate.of(2026, 5, 8);
        HalfTermDays half = halfTermOf(date);
        int at = half.days().indexOf(date);
        Session[] sessions = Session.of(half);
        Path file = folder.resolve("attendance_marks_" + date + "_resent.csv.gz");
        try (CsvFile csv = new CsvFile(file, HEADER)) {
            for (Enrolment enrolment : council.roll(council.schools().get(0))) {
                write(csv, enrolment, register.marks(enrolment, half), sessions, at, at);
            }
        }
        OutputFile.cutOff(file);
    }

    private void halfTerm(Path folder, HalfTermDays half, LocalDate before) throws IOException {
        int last = half.size() - 1;
        while (last >= 0 && !half.days().get(last).isBefore(before)) {
            last--;
        }
        Session[] sessions = Session.of(half);
        Path file = folder.resolve("attendance_marks_" + half.year().key() + "_" + half.half().code() + ".csv.gz");
        try (CsvFile csv = new CsvFile(file, HEADER)) {
            for (List<Enrolment> roll : council.rolls()) {
                for (Enrolment enrolment : roll) {
                    if (enrolment.overlaps(half.half().from(), half.half().to())) {
                        write(csv, enrolment, register.marks(enrolment, half), sessions, 0, last);
                    }
                }
            }
        }
    }

    private void day(Path folder, LocalDate date, boolean withMistakes) throws IOException {
        HalfTermDays half = halfTermOf(date);
        int at = half.days().indexOf(date);
        Session[] sessions = Session.of(half);
        try (CsvFile csv = new CsvFile(folder.resolve("attendance_marks_" + date + ".csv"), HEADER)) {
            int mistakes = withMistakes ? 0 : 3;
            for (List<Enrolment> roll : council.rolls()) {
                for (Enrolment enrolment : roll) {
                    if (!enrolment.isOnRoll(date)) {
                        continue;
                    }
                    Mark[] marks = register.marks(enrolment, half);
                    if (mistakes < 3 && marks[2 * at] == Mark.ILLNESS) {
                        mistake(csv, enrolment, sessions, at, mistakes++);
                    } else {
                        write(csv, enrolment, marks, sessions, at, at);
                    }
                }
            }
        }
    }

    /** Ordinary mistakes: a code that ended in 2024, a code that never was, a mistyped UPN. */
    private static void mistake(CsvFile csv, Enrolment enrolment, Session[] sessions, int day, int number)
            throws IOException {
        for (Session session : List.of(sessions[2 * day], sessions[2 * day + 1])) {
            String upn = enrolment.pupil().upn(session.day());
            String child = CsvFile.fields(enrolment.school().laestab(), enrolment.school().urn(session.day()),
                    number == 2 ? Upn.spoiled(upn) : upn);
            csv.join(child, session.before(), number == 0 ? "H" : number == 1 ? "A1" : "I", "", session.after());
        }
    }

    private static void write(CsvFile csv, Enrolment enrolment, Mark[] marks, Session[] sessions, int from, int to)
            throws IOException {
        School school = enrolment.school();
        int urn = 0;
        String upn = "";
        String child = "";
        for (int at = 2 * from; at <= 2 * to + 1; at++) {
            if (marks[at] != null) {
                LocalDate day = sessions[at].day();
                if (school.urn(day) != urn || !enrolment.pupil().upn(day).equals(upn)) {
                    urn = school.urn(day);
                    upn = enrolment.pupil().upn(day);
                    child = CsvFile.fields(school.laestab(), urn, upn);
                }
                boolean isLate = marks[at] == Mark.LATE;
                String minutes = isLate ? Integer.toString(3 + (enrolment.id() * 7 + at / 2 * 13) % 22) : "";
                csv.join(child, sessions[at].before(), marks[at].code(), minutes, sessions[at].after());
            }
        }
    }

    private HalfTermDays halfTermOf(LocalDate date) {
        SchoolYear year = council.year(date);
        return year.halfTerms().stream().filter(half -> half.holds(date)).map(half -> HalfTermDays.of(year, half))
                .findFirst().orElseThrow();
    }
}
