package org.bellwether.sample.finance;

import java.io.IOException;
import java.nio.file.Path;
import org.bellwether.sample.calendar.SchoolYear;
import org.bellwether.sample.council.Council;
import org.bellwether.sample.council.Phase;
import org.bellwether.sample.council.Scenario;
import org.bellwether.sample.council.School;
import org.bellwether.sample.file.CsvFile;

/** Writes the high needs places that are funded at each institution, a file an academic year. */
public final class PlaceWriter {

    private PlaceWriter() {
    }

    public static void write(Path folder, Council council) throws IOException {
        for (SchoolYear year : council.years()) {
            try (CsvFile csv = new CsvFile(folder.resolve("hn_places_" + year.key() + ".csv"), "urn", "academic_year", "place_type", "places",
                    "rate_gbp")) {
                int scale = Math.max(1, council.size() / 1500);
                for (School school : council.schools()) {
                    int urn = school.urn(year.first());
                    if (school.phase() == Phase.SPECIAL) {
                        csv.row(urn, year.key(), "SPECIAL_PRE16", 44 * scale + year.start() - 2023, 10_000);
                        csv.row(urn, year.key(), "SPECIAL_POST16", 4 * scale, 10_000);
                    } else if (school.phase() == Phase.PRU) {
                        csv.row(urn, year.key(), "AP", 18 * scale, 10_000);
                    } else if (school.laestab() == Scenario.RESOURCED_SCHOOL) {
                        csv.row(urn, year.key(), "SEN_UNIT", 6 * scale, 6_000);
                        csv.row(urn, year.key(), "SEN_UNIT", 2 * scale, 10_000);
                    }
                }
            }
        }
    }
}
