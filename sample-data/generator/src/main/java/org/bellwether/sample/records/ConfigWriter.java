package org.bellwether.sample.records;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.bellwether.sample.council.Scenario;
import org.bellwether.sample.file.CsvFile;

/** Writes the overlay that makes a home Wardown's: its code and name, neighbourhoods and statistical neighbours. */
public final class ConfigWriter {

    static final String NEIGHBOUR_SET = "2025-05";
    /** Nearest first. */
    static final int[] NEIGHBOURS = {874, 821, 870, 826, 883, 822, 866, 871, 941, 839};

    private ConfigWriter() {
    }

    public static void write(Path folder) throws IOException {
        Path reference = Files.createDirectories(folder.resolve("reference"));
        Files.writeString(folder.resolve("application.yml"), """
                # The home of Wardown Borough, a council that exists only here.
                bellwether:
                  la: %d
                  la_name: %s
                """.formatted(Scenario.LA_CODE, Scenario.LA_NAME));
        try (CsvFile csv = new CsvFile(reference.resolve("local_authority.csv"), "old_la_code", "new_la_code", "la_name",
                "region_code", "region_name")) {
            csv.row(Scenario.LA_CODE, Scenario.NEW_LA_CODE, Scenario.LA_NAME, Scenario.REGION_CODE,
                    Scenario.REGION_NAME);
        }
        try (CsvFile csv = new CsvFile(reference.resolve("neighbourhood.csv"), "la_code", "code", "label")) {
            for (String code : Scenario.NEIGHBOURHOODS) {
                csv.row(Scenario.LA_CODE, code, code.charAt(0) + code.substring(1).toLowerCase(Locale.ROOT));
            }
        }
        try (CsvFile csv = new CsvFile(reference.resolve("statistical_neighbour.csv"), "la_code", "sn_version",
                "neighbour_la_code", "rank", "closeness")) {
            for (int i = 0; i < NEIGHBOURS.length; i++) {
                csv.row(Scenario.LA_CODE, NEIGHBOUR_SET, NEIGHBOURS[i], i + 1, i < 6 ? "Very close" : "Close");
            }
        }
    }
}
