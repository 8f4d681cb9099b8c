package org.bellwether.sample.finance;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import org.bellwether.sample.council.Council;
import org.bellwether.sample.council.Scenario;
import org.bellwether.sample.file.CsvFile;

/** Writes the council's Dedicated Schools Grant by block, with the July edition that follows that of December. */
public final class GrantWriter {

    private GrantWriter() {
    }

    public static void write(Path folder, Council council) throws IOException {
        try (CsvFile csv = new CsvFile(folder.resolve("dsg_allocation.csv"), "la_code", "financial_year", "block", "gross_gbp",
                "recoupment_gbp", "net_gbp", "published_on")) {
            for (int start = council.years().get(0).start(); start <= 2026; start++) {
                int key = start * 100 + (start + 1) % 100;
                long growth = 100 + 4L * (start - 2023);
                edition(csv, council, key, growth, LocalDate.of(start - 1, 12, 19));
                if (start < 2026) {
                    edition(csv, council, key, growth + 1, LocalDate.of(start, 7, 18));
                }
            }
        }
    }

    private static void edition(CsvFile csv, Council council, int key, long growth, LocalDate published)
            throws IOException {
        long pupils = council.size();
        block(csv, key, "SCHOOLS", pupils * 5_720 * growth / 100, 61, published);
        block(csv, key, "HIGH_NEEDS", pupils * 1_185 * growth / 100, 9, published);
        block(csv, key, "EARLY_YEARS", pupils * 610 * growth / 100, 0, published);
        block(csv, key, "CENTRAL", pupils * 34 * growth / 100, 0, published);
    }

    private static void block(CsvFile csv, int key, String block, long gross, int recouped, LocalDate published)
            throws IOException {
        long recoupment = gross * recouped / 100;
        csv.row(Scenario.LA_CODE, key, block, gross, recoupment, gross - recoupment, published);
    }
}
