package org.bellwether.sample.records;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.bellwether.sample.calendar.SchoolYear;
import org.bellwether.sample.council.Chance;
import org.bellwether.sample.council.Council;
import org.bellwether.sample.council.Enrolment;
import org.bellwether.sample.council.Phase;
import org.bellwether.sample.council.Pupil;
import org.bellwether.sample.file.CsvFile;

/** Writes the results of key stage 4 of each school year that is over. */
public final class ResultsWriter {

    private final Council council;

    public ResultsWriter(Council council) {
        this.council = council;
    }

    public void write(Path folder) throws IOException {
        List<SchoolYear> years = council.years();
        for (SchoolYear year : years.subList(0, years.size() - 1)) {
            try (CsvFile csv = new CsvFile(folder.resolve("ks4_results_" + year.key() + ".csv"), "upn", "laestab", "academic_year",
                    "gcse_entries", "gcse_9_4", "gcse_9_5_english_maths", "attainment8", "is_comparable")) {
                LocalDate june = LocalDate.of(year.start() + 1, 6, 1);
                for (List<Enrolment> roll : council.rolls()) {
                    for (Enrolment enrolment : roll) {
                        boolean isMain = enrolment.status(year) != 'S';
                        if (enrolment.ncYear(year.start()) == 11 && isMain && enrolment.isOnRoll(june)) {
                            row(csv, enrolment, year);
                        }
                    }
                }
            }
        }
    }

    private void row(CsvFile csv, Enrolment enrolment, SchoolYear year) throws IOException {
        Pupil pupil = enrolment.pupil();
        Chance chance = Chance.of(council.seed(), "results", pupil.id());
        boolean isElsewhere = enrolment.school().phase() == Phase.PRU || enrolment.school().phase() == Phase.SPECIAL;
        int entries = isElsewhere ? chance.between(0, 5) : chance.between(7, 10);
        int missing = pupil.sen(council.index(year.last())) == 'N' ? 3 : 6;
        int passed = Math.max(0, entries - chance.between(0, missing));
        boolean hasBoth = passed > 4 && chance.happens(0.7);
        csv.row(pupil.upn(year.last()), enrolment.school().laestab(), year.key(), entries, passed, hasBoth ? 1 : 0,
                BigDecimal.valueOf(passed * 560L + chance.between(0, 900), 2), 1);
    }
}
