package org.bellwether.sample.records;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.bellwether.sample.council.Chance;
import org.bellwether.sample.council.Council;
import org.bellwether.sample.council.Enrolment;
import org.bellwether.sample.council.Exclusion;
import org.bellwether.sample.council.Phase;
import org.bellwether.sample.council.Pupil;
import org.bellwether.sample.council.Scenario;
import org.bellwether.sample.file.CsvFile;

/** Writes the council's register of movements: what its pupils' enrolments say, and why they came and went. */
public final class MovementWriter {

    private final Council council;
    private int movements;

    public MovementWriter(Council council) {
        this.council = council;
    }

    public void write(Path folder) throws IOException {
        try (CsvFile csv = new CsvFile(folder.resolve("pupil_movement.csv"), "movement_id", "upn", "movement_type", "from_laestab",
                "to_laestab", "movement_date", "end_date", "is_trial", "outcome", "reason", "linked_notice_id")) {
            for (Pupil pupil : council.pupils()) {
                pupil(csv, pupil);
            }
        }
    }

    private void pupil(CsvFile csv, Pupil pupil) throws IOException {
        Chance chance = Chance.of(council.seed(), "movement", pupil.id());
        List<Enrolment> enrolments = pupil.enrolments();
        Enrolment first = enrolments.get(0);
        if (isInYear(first.entry()) && chance.happens(0.5)) {
            row(csv, pupil, "NEW_AWAITING_PLACE", null, first, first.entry().minusDays(chance.between(5, 30)), first.entry(), "", "", "");
        }
        for (int i = 1; i < enrolments.size(); i++) {
            moved(csv, pupil, enrolments.get(i - 1), enrolments.get(i), chance);
        }
        Enrolment last = enrolments.get(enrolments.size() - 1);
        if (last.leaving() != null && isInYear(last.leaving())) {
            left(csv, pupil, last, chance);
        }
    }

    private void moved(CsvFile csv, Pupil pupil, Enrolment from, Enrolment to, Chance chance) throws IOException {
        LocalDate day = to.entry();
        if (day.isAfter(Scenario.FIRST_NIGHT)) {
            return;
        }
        if (to.school().phase() == Phase.PRU) {
            Exclusion exclusion = pupil.exclusions().stream().filter(one -> one.isPermanent() && !one.start().isAfter(day)).findFirst()
                    .orElse(null);
            if (exclusion != null) {
                boolean hasNotice = exclusion.telling() != Exclusion.Telling.CENSUS_ONLY;
                row(csv, pupil, "PEX_MOVE", from, to, day, null, "N", "",
                        hasNotice ? String.format(Locale.ROOT, "N%06d", exclusion.id()) : "");
            }
        } else if (from.school().phase() == Phase.PRU) {
            row(csv, pupil, "REINTEGRATION", from, to, day, null, "N", outcome(day, chance), "");
        } else if (isInYear(day) && from.school().phase().isMainstream() && to.school().phase().isMainstream()) {
            LocalDate end = day.plusWeeks(12);
            row(csv, pupil, "MANAGED_MOVE", from, to, day, end.isAfter(Scenario.FIRST_NIGHT) ? null : end, "Y", outcome(day, chance), "");
        }
    }

    private void left(CsvFile csv, Pupil pupil, Enrolment last, Chance chance) throws IOException {
        LocalDate day = last.leaving().plusDays(1);
        if (day.isAfter(Scenario.FIRST_NIGHT)) {
            return;
        }
        switch (chance.weighted(0.3, 0.15, 0.35, 0.2)) {
            case 0 -> row(csv, pupil, "EHE_START", last, null, day, null, "", "", "");
            case 1 -> {
                LocalDate found = day.plusDays(chance.between(10, 90));
                row(csv, pupil, "CME_START", last, null, day, found.isAfter(Scenario.FIRST_NIGHT) ? null : found, "", "", "");
            }
            case 2 -> row(csv, pupil, "OUT_OF_AREA", last, null, day, null, "", "", "");
            default -> row(csv, pupil, "OFF_ROLL", last, null, day, null, "", "", "");
        }
    }

    private void row(CsvFile csv, Pupil pupil, String type, Enrolment from, Enrolment to, LocalDate day, LocalDate end, String isTrial,
            String outcome, String notice) throws IOException {
        csv.row(String.format(Locale.ROOT, "MV%05d", ++movements), pupil.upn(), type, from == null ? null : from.school().laestab(),
                to == null ? null : to.school().laestab(), day, end, isTrial, outcome, "", notice);
    }

    private static String outcome(LocalDate day, Chance chance) {
        return day.plusWeeks(12).isAfter(Scenario.FIRST_NIGHT) ? "IN_PROGRESS" : chance.happens(0.8) ? "SUCCESSFUL" : "UNSUCCESSFUL";
    }

    /** Not with all others at the beginning or the end of a school year. */
    private boolean isInYear(LocalDate day) {
        return day.isAfter(council.years().get(0).first()) && day.isBefore(Scenario.FIRST_NIGHT) && day.getMonthValue() != 7
                && day.getMonthValue() != 8 && !(day.getMonthValue() == 9 && day.getDayOfMonth() < 12)
                && !(day.getMonthValue() == 6 && day.getDayOfMonth() > 20);
    }
}
