package org.bellwether.sample.finance;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.bellwether.sample.council.Chance;
import org.bellwether.sample.council.Council;
import org.bellwether.sample.council.Provision;
import org.bellwether.sample.council.Scenario;
import org.bellwether.sample.file.CsvFile;

/** Writes what host schools report of their provisions each quarter: budget and spending by category, and single items. */
public final class ProvisionFinanceWriter {

    private static final List<String> CATEGORIES = List.of("STAFFING", "RESOURCES", "TRAINING", "OVERHEADS", "CONTINGENCY");
    private static final List<String> CODES = List.of("E03", "E19", "E09", "E05", "E27");
    private static final int[] SHARES = {78, 6, 4, 8, 4};

    private final Council council;
    private final List<Provision> provisions;
    private int items;

    public ProvisionFinanceWriter(Council council, List<Provision> provisions) {
        this.council = council;
        this.provisions = provisions.stream().filter(one -> one.type().equals("BEHAVIOUR_PROVISION")).toList();
    }

    public void write(Path folder) throws IOException {
        for (int start = council.years().get(0).start(); start <= Scenario.LAST_YEAR; start++) {
            int key = start * 100 + (start + 1) % 100;
            try (CsvFile budget = new CsvFile(folder.resolve("provision_budget_q_" + key + ".csv"), "provision_code", "neighbourhood",
                    "host_laestab", "financial_year", "quarter", "category", "cfr_code", "annual_budget_gbp", "budget_to_date_gbp",
                    "actual_to_date_gbp", "committed_gbp", "forecast_outturn_gbp", "variance_reason", "balance_brought_forward_gbp",
                    "planned_surplus_use", "submitted_date", "submitted_by_role");
                    CsvFile item = new CsvFile(folder.resolve("provision_spend_item_" + key + ".csv"), "item_id", "provision_code",
                            "financial_year", "quarter", "item_date", "description_category", "cfr_code", "amount_gbp",
                            "signature_host_school", "signature_host_date", "signature_partnership", "signature_partnership_date")) {
                for (Provision provision : provisions) {
                    for (int quarter = 1; quarter <= 4; quarter++) {
                        LocalDate from = LocalDate.of(start, 4, 1).plusMonths(3L * (quarter - 1));
                        if (!provision.to().isBefore(from)) {
                            budget(budget, provision, key, quarter, from);
                            items(item, provision, key, quarter, from);
                        }
                    }
                }
            }
        }
    }

    private void budget(CsvFile csv, Provision provision, int key, int quarter, LocalDate from) throws IOException {
        Chance year = Chance.of(council.seed(), provision.code() + " budget", key);
        long annual = 12L * provision.monthly() * provision.capacity();
        long brought = annual * year.between(0, 4) / 100;
        int pace = year.between(94, 103);
        boolean isPlanned = year.happens(0.7);
        for (int i = 0; i < CATEGORIES.size(); i++) {
            long share = annual * SHARES[i] / 100;
            long due = share * quarter / 4;
            long spent = due * (CATEGORIES.get(i).equals("CONTINGENCY") ? 60 : pace) / 100;
            csv.row(provision.code(), provision.neighbourhood(), provision.host(), key, quarter, CATEGORIES.get(i), CODES.get(i),
                    pounds(share), pounds(due), pounds(spent), pounds(quarter == 4 ? 0 : share / 50), pounds(share * pace / 100),
                    pace > 100 ? "Supply cover" : "", pounds(brought), quarter == 4 && isPlanned ? "CPD" : "",
                    from.plusMonths(3).plusDays(year.between(8, 28)), "BUSINESS_MANAGER");
        }
    }

    private void items(CsvFile csv, Provision provision, int key, int quarter, LocalDate from) throws IOException {
        Chance chance = Chance.of(council.seed(), provision.code() + " items", key, quarter);
        int several = chance.between(2, 4);
        for (int i = 0; i < several; i++) {
            LocalDate paid = from.plusDays(chance.between(3, 85));
            boolean isLarge = chance.happens(0.06);
            long amount = isLarge ? chance.between(3_000_100, 4_200_000) : chance.between(4_000, 240_000);
            boolean hasBoth = isLarge && chance.happens(0.7);
            int before = chance.between(1, 12);
            csv.row(String.format(Locale.ROOT, "IT%05d", ++items), provision.code(), key, quarter, paid,
                    isLarge ? "Building works" : chance.pick(List.of("Furniture", "Therapy", "Books", "Transport")), isLarge ? "E12" : "E19",
                    pounds(amount), isLarge ? "Y" : "N", isLarge ? paid.minusDays(before) : null, hasBoth ? "Y" : "N",
                    hasBoth ? paid.minusDays(before) : null);
        }
    }

    private static BigDecimal pounds(long pence) {
        return BigDecimal.valueOf(pence, 2);
    }
}
