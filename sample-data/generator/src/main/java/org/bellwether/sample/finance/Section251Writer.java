package org.bellwether.sample.finance;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.bellwether.sample.comparator.Area;
import org.bellwether.sample.council.Chance;
import org.bellwether.sample.council.Council;
import org.bellwether.sample.file.CsvFile;

/** Writes Section 251 budgets and outturns of the council and its neighbours, wide, as DfE publishes them. */
public final class Section251Writer {

    /**
     * A line of the statement: pounds a pupil, income in hundredths of them, and how they fall on early years, primary,
     * secondary, special, alternative provision and post-16, in hundredths.
     */
    private record Line(String category, int perPupil, int income, int[] shares) {

        static Line of(String text) {
            String[] cells = text.split(" \\| ");
            int[] shares = Arrays.stream(cells[3].split(" ")).mapToInt(Integer::parseInt).toArray();
            return new Line(cells[0], Integer.parseInt(cells[1]), Integer.parseInt(cells[2]), shares);
        }
    }

    private static final String INCLUSION = "1.2.8";
    private static final List<Line> LINES = """
            1.0.2 High needs place funding within Individual Schools Budget | 205 | 0 | 0 6 8 66 16 4
            1.2.1 Top-up funding \u2013 maintained schools | 185 | 0 | 2 32 12 46 8 0
            1.2.2 Top-up funding \u2013 academies, free schools and colleges | 160 | 0 | 0 18 34 24 4 20
            1.2.3 Top-up and other funding \u2013 non-maintained and independent providers | 225 | 1 | 0 12 30 52 0 6
            1.2.4 Additional high needs targeted funding for mainstream schools and academies | 55 | 0 | 0 52 48 0 0 0
            1.2.5 SEN support services | 110 | 3 | 12 40 34 10 2 2
            1.2.6 Hospital education services | 8 | 0 | 0 24 50 26 0 0
            1.2.7 Other alternative provision services | 78 | 2 | 0 14 66 0 20 0
            1.2.8 Support for inclusion | 45 | 2 | 4 66 30 0 0 0
            1.2.9 Special schools and PRUs in financial difficulty | 0 | 0 | 0 0 0 0 0 0
            1.2.10 PFI and BSF costs at special schools, AP/PRUs and Post 16 institutions only | 0 | 0 | 0 0 0 0 0 0
            1.2.11 Direct payments (SEN and disability) | 4 | 0 | 0 40 50 10 0 0
            1.2.13 Therapies and other health related services | 12 | 0 | 10 50 30 10 0 0
            1.4.11 SEN transport | 10 | 0 | 0 40 40 20 0 0
            1.9.3 Dedicated Schools Grant carried forward to next year | 14 | 0 | 0 50 50 0 0 0
            2.1.1 Educational psychology service | 28 | 6 | 10 46 40 4 0 0
            2.1.2 SEN administration, assessment and coordination and monitoring | 46 | 2 | 10 40 40 10 0 0
            2.1.4 Home to school transport (pre 16): SEN transport expenditure | 138 | 1 | 0 20 25 55 0 0
            2.1.6 Home to post-16 provision: SEN/ LLDD transport expenditure (aged 16-18) | 22 | 0 | 0 0 0 0 0 100
            2.1.7 Home to post-16 provision: SEN/ LLDD transport expenditure (aged 19-25) | 9 | 0 | 0 0 0 0 0 100
            """.lines().map(Line::of).toList();

    private final Council council;
    private final CostWriter costs;

    public Section251Writer(Council council, CostWriter costs) {
        this.council = council;
        this.costs = costs;
    }

    /** Budgets to 2025-26; outturns to 2024-25, the last that are published. */
    public void write(Path folder) throws IOException {
        for (int start = council.years().get(0).start(); start <= 2025; start++) {
            int key = start * 100 + (start + 1) % 100;
            statement(folder.resolve("s251_budget_" + key + ".csv"), StandardCharsets.UTF_8, key, true);
            if (start < 2025) {
                statement(folder.resolve("s251_outturn_" + key + ".csv"), Charset.forName("windows-1252"), key, false);
            }
        }
    }

    private void statement(Path file, Charset charset, int key, boolean isBudget) throws IOException {
        String planned = isBudget ? "planned_" : "";
        try (CsvFile csv = new CsvFile(file, charset, "time_period", "time_identifier", "geographic_level", "country_name",
                "country_code", "region_name", "region_code", "la_name", "old_la_code", "new_la_code",
                isBudget ? "category_of_planned_expenditure" : "category_of_expenditure", "early_years_establishments",
                "primary_schools", "secondary_schools", "sen_and_special_schools",
                "pupil_referral_units_and_alt_provision", "post_16", "gross_" + planned + "expenditure", "income",
                "net_" + planned + "expenditure")) {
            for (Area area : Area.all(council)) {
                if (area.isLocal()) {
                    for (int i = 0; i < LINES.size(); i++) {
                        row(csv, area, LINES.get(i), i, key, isBudget);
                    }
                }
            }
        }
    }

    private void row(CsvFile csv, Area area, Line line, int number, int key, boolean isBudget) throws IOException {
        Chance chance = Chance.of(council.seed(), "section 251", area.identity(), number);
        double level = area.isHome() ? 1 : 0.8 + 0.4 * chance.unit();
        double growth = 1 + 0.05 * (key / 100 - 2023);
        Chance year = Chance.of(council.seed(), "outturn", area.identity(), number, key);
        double drift = isBudget ? 1 : 0.97 + 0.1 * year.unit();
        long total = (long) (line.perPupil() * (double) area.pupils() * level * growth * drift);
        if (area.isHome() && line.category().startsWith(INCLUSION)) {
            long placed = costs.pounds(key, "BEHAVIOUR_PROVISION") + costs.pounds(key, "OUTREACH")
                    + costs.pounds(key, "EBSNA_CENTRE");
            total += isBudget ? placed / 1000 * 1000 : placed;
        }
        Object[] cells = new Object[20];
        cells[0] = key;
        cells[1] = "Financial year";
        cells[2] = area.level();
        cells[3] = "England";
        cells[4] = "E92000001";
        cells[5] = area.regionName();
        cells[6] = area.regionCode();
        cells[7] = area.laName();
        cells[8] = area.oldLaCode();
        cells[9] = area.newLaCode();
        cells[10] = line.category();
        long gross = 0;
        for (int i = 0; i < 6; i++) {
            long amount = total * line.shares()[i] / 100;
            gross += amount;
            cells[11 + i] = amount;
        }
        long income = gross * line.income() / 100;
        cells[17] = gross;
        cells[18] = income;
        cells[19] = gross - income;
        csv.row(cells);
    }
}
