package org.bellwether.sample.records;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.bellwether.sample.calendar.SchoolYear;
import org.bellwether.sample.council.Chance;
import org.bellwether.sample.council.Council;
import org.bellwether.sample.council.EbsnaEpisode;
import org.bellwether.sample.council.Enrolment;
import org.bellwether.sample.council.Pupil;
import org.bellwether.sample.council.Scenario;
import org.bellwether.sample.file.CsvFile;

/** Writes the council's registers of pupils: those looked after, and those on a part-time timetable. */
public final class PupilRegisterWriter {

    private final Council council;
    private int timetables;

    public PupilRegisterWriter(Council council) {
        this.council = council;
    }

    public void write(Path folder) throws IOException {
        lookedAfter(folder);
        timetables(folder);
    }

    /** Of a thousand children some eight are looked after at any time, and some have been. */
    private void lookedAfter(Path folder) throws IOException {
        try (CsvFile csv = new CsvFile(folder.resolve("lac_register.csv"), "upn", "lac_from", "lac_to", "has_social_worker")) {
            for (Pupil pupil : spread(council.pupils(), Math.max(4, council.size() * 12 / 1000))) {
                Chance chance = Chance.of(council.seed(), "looked after", pupil.id());
                LocalDate from = council.years().get(0).first().plusDays(chance.between(-500, 500));
                LocalDate to = chance.happens(0.4) ? from.plusDays(chance.between(60, 500)) : null;
                csv.row(pupil.upn(), from, known(to), "Y");
            }
        }
    }

    private void timetables(Path folder) throws IOException {
        try (CsvFile csv = new CsvFile(folder.resolve("part_time_timetable.csv"), "timetable_id", "upn", "laestab", "start_date",
                "end_date", "sessions_offered_per_week", "review_due_date", "last_review_date", "parent_agreed_date", "reason")) {
            for (SchoolYear year : council.years()) {
                List<Enrolment> present = council.rolls().stream().flatMap(List::stream)
                        .filter(one -> one.school().phase().isMainstream() && one.isOnRoll(year.first()) && one.ncYear(year.start()) > 0)
                        .toList();
                for (Enrolment enrolment : spread(present, Math.max(3, council.size() / 125))) {
                    Chance chance = Chance.of(council.seed(), "part-time timetable", enrolment.id(), year.start());
                    LocalDate start = year.day(chance.between(10, 150));
                    if (enrolment.isOnRoll(start)) {
                        timetable(csv, enrolment, start, chance, chance.pick(List.of("BEHAVIOUR", "MEDICAL", "REINTEGRATION")));
                    }
                }
            }
            for (EbsnaEpisode episode : council.episodes()) {
                if (episode.started() != null && episode.enrolment().isOnRoll(episode.started())) {
                    Chance chance = Chance.of(council.seed(), "part-time timetable", episode.enrolment().id());
                    timetable(csv, episode.enrolment(), episode.started(), chance, "ANXIETY");
                }
            }
        }
    }

    private void timetable(CsvFile csv, Enrolment enrolment, LocalDate start, Chance chance, String reason) throws IOException {
        LocalDate end = start.plusDays(7L * chance.between(3, 10) - 1);
        LocalDate last = enrolment.leaving() != null && enrolment.leaving().isBefore(end) ? enrolment.leaving() : end;
        LocalDate reviewed = chance.happens(0.75) ? start.plusWeeks(chance.between(3, 6)) : null;
        LocalDate agreed = chance.happens(0.9) ? start.minusDays(chance.between(1, 9)) : null;
        int sessions = chance.between(3, 8);
        if (!start.isAfter(Scenario.FIRST_NIGHT)) {
            csv.row(String.format(Locale.ROOT, "PT%05d", ++timetables), enrolment.pupil().upn(), enrolment.school().laestab(), start,
                    known(last), sessions, start.plusWeeks(6), known(reviewed), agreed, reason);
        }
    }

    private static LocalDate known(LocalDate day) {
        return day == null || day.isAfter(Scenario.FIRST_NIGHT) ? null : day;
    }

    /** So many of them, from the first to the last. */
    private static <T> List<T> spread(List<T> all, int wanted) {
        int step = Math.max(1, all.size() / wanted);
        return IntStream.range(0, all.size()).filter(i -> i % step == step / 2).mapToObj(all::get).toList();
    }
}
