package org.bellwether.sample;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Writes the attendance marks: a compressed file a half term, one a day for the last ten school days, school by school
 * and child by child. No mark is held longer than its half term and child.
 */
final class MarksWriter {

    private static final int DAILY_FILES = 10;

    private final Council council;
    private final Register register;

    MarksWriter(Council council) {
        this.council = council;
        this.register = new Register(council);
    }

    List<Task> firstNight(Path folder) {
        SchoolYear last = council.years.get(council.years.size() - 1);
        int known = last.ordinal(Scenario.FIRST_NIGHT);
        LocalDate firstDaily = last.day(known - DAILY_FILES + 1);
        List<Task> files = new ArrayList<>();
        for (SchoolYear year : council.years) {
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
    void secondNight(Path folder) throws IOException {
        day(folder, Scenario.SECOND_NIGHT, false);
        LocalDate corrected = LocalDate.of(2026, 5, 11);
        School school = council.schools.get(8);
        HalfTermDays half = halfTermOf(corrected);
        int at = half.days().indexOf(corrected);
        Path file = folder.resolve("attendance_marks_" + corrected + "_" + school.laestab() + ".csv");
        try (OutputStream out = open(file)) {
            MarkLines lines = new MarkLines(out);
            byte[][][] frames = MarkLines.frames(half);
            for (int i = 0; i < 2; i++) {
                frames[2 * at + i][1] = MarkLines.ascii("," + Scenario.SECOND_NIGHT + "T15:20:00,SYNTH\n");
            }
            for (Enrolment enrolment : council.roll(school)) {
                Mark[] marks = register.marks(enrolment, half);
                for (int i = 2 * at; i < 2 * at + 2; i++) {
                    if (marks[i] == Mark.NO_REASON_YET || marks[i] == Mark.OTHER) {
                        marks[i] = Mark.ILLNESS;
                    }
                }
                write(lines, enrolment, half, marks, frames, at, at);
            }
            lines.flush();
        }
    }

    /** A file of which only the first part arrived. */
    void broken(Path folder) throws IOException {
        Path file = folder.resolve("attendance_marks_2026-05-08_resent.csv.gz");
        HalfTermDays half = halfTermOf(LocalDate.of(2026, 5, 8));
        int at = half.days().indexOf(LocalDate.of(2026, 5, 8));
        try (OutputStream out = new GzipFile(file)) {
            MarkLines lines = new MarkLines(out);
            byte[][][] frames = MarkLines.frames(half);
            for (Enrolment enrolment : council.roll(council.schools.get(0))) {
                write(lines, enrolment, half, register.marks(enrolment, half), frames, at, at);
            }
            lines.flush();
        }
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length * 3 / 5));
    }

    private void halfTerm(Path folder, HalfTermDays half, LocalDate before) throws IOException {
        int last = half.size() - 1;
        while (last >= 0 && !half.days().get(last).isBefore(before)) {
            last--;
        }
        Path file = folder.resolve("attendance_marks_" + half.year().key() + "_" + half.half().code() + ".csv.gz");
        byte[][][] frames = MarkLines.frames(half);
        try (OutputStream out = new GzipFile(file)) {
            MarkLines lines = new MarkLines(out);
            for (List<Enrolment> roll : council.rolls) {
                for (Enrolment enrolment : roll) {
                    if (enrolment.overlaps(half.half().from(), half.half().to())) {
                        write(lines, enrolment, half, register.marks(enrolment, half), frames, 0, last);
                    }
                }
            }
            lines.flush();
        }
    }

    private void day(Path folder, LocalDate date, boolean withMistakes) throws IOException {
        HalfTermDays half = halfTermOf(date);
        int at = half.days().indexOf(date);
        byte[][][] frames = MarkLines.frames(half);
        try (OutputStream out = open(folder.resolve("attendance_marks_" + date + ".csv"))) {
            MarkLines lines = new MarkLines(out);
            int mistakes = withMistakes ? 0 : 3;
            for (List<Enrolment> roll : council.rolls) {
                for (Enrolment enrolment : roll) {
                    if (!enrolment.isOnRoll(date)) {
                        continue;
                    }
                    Mark[] marks = register.marks(enrolment, half);
                    if (mistakes < 3 && marks[2 * at] == Mark.ILLNESS) {
                        mistake(lines, enrolment, date, mistakes++);
                    } else {
                        write(lines, enrolment, half, marks, frames, at, at);
                    }
                }
            }
            lines.flush();
        }
    }

    /** Ordinary mistakes: a code that ended in 2024, a code that never was, a mistyped UPN. */
    private static void mistake(MarkLines lines, Enrolment enrolment, LocalDate date, int number) throws IOException {
        String upn = enrolment.pupil.upn(date);
        String code = number == 0 ? "H" : number == 1 ? "A1" : "I";
        for (String session : List.of("AM", "PM")) {
            lines.line(String.join(",", Integer.toString(enrolment.school.laestab()),
                    Integer.toString(enrolment.school.urn(date)), number == 2 ? Upn.spoiled(upn) : upn, date.toString(),
                    session, code, "", date + (session.equals("AM") ? "T09:20:00" : "T13:35:00"), "SYNTH"));
        }
    }

    private void write(MarkLines lines, Enrolment enrolment, HalfTermDays half, Mark[] marks, byte[][][] frames,
            int from, int to) throws IOException {
        String known = "";
        byte[] child = null;
        for (int day = from; day <= to; day++) {
            if (marks[2 * day] == null) {
                continue;
            }
            LocalDate date = half.days().get(day);
            if (child == null || enrolment.pupil.temporaryUpn != null || enrolment.school.convertedOn() != null) {
                String now = enrolment.school.laestab() + "," + enrolment.school.urn(date) + ","
                        + enrolment.pupil.upn(date) + ",";
                child = now.equals(known) ? child : MarkLines.ascii(now);
                known = now;
            }
            int late = marks[2 * day] == Mark.LATE ? 3 + (enrolment.id * 7 + day * 13) % 22 : 0;
            lines.line(child, frames[2 * day], marks[2 * day], late);
            lines.line(child, frames[2 * day + 1], marks[2 * day + 1], 0);
        }
    }

    private HalfTermDays halfTermOf(LocalDate date) {
        SchoolYear year = council.year(date);
        return year.halfTerms().stream().filter(half -> half.holds(date)).map(half -> HalfTermDays.of(year, half))
                .findFirst().orElseThrow();
    }

    private static OutputStream open(Path file) throws IOException {
        return new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
    }
}
