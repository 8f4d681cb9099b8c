package org.bellwether.sample.finance;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.bellwether.sample.council.Chance;
import org.bellwether.sample.council.Council;
import org.bellwether.sample.council.Placement;
import org.bellwether.sample.council.Provision;
import org.bellwether.sample.council.Scenario;
import org.bellwether.sample.file.CsvFile;

/** Writes what placements cost, one file a financial year with its months so far, and sums it for Section 251. */
public final class CostWriter {

    private static final LocalDate LAST_MONTH = LocalDate.of(2026, 4, 1);

    private final Council council;
    private final List<Placement> placements;
    /** Actual cost in pence by financial year and provision type. */
    private final Map<String, Long> totals = new TreeMap<>();

    public CostWriter(Council council, List<Placement> placements) {
        this.council = council;
        this.placements = placements;
    }

    public void write(Path folder) throws IOException {
        for (int start = council.years().get(0).start(); start <= 2026; start++) {
            int key = start * 100 + (start + 1) % 100;
            try (CsvFile csv = new CsvFile(folder.resolve("placement_cost_" + key + ".csv"), "placement_id", "la_code",
                    "financial_year", "month", "element", "provider_sector", "s251_line", "budget_gbp", "actual_gbp",
                    "forecast_gbp", "invoice_ref")) {
                for (int month = 1; month <= 12; month++) {
                    LocalDate from = LocalDate.of(start, 4, 1).plusMonths(month - 1);
                    if (!from.isAfter(LAST_MONTH)) {
                        month(csv, key, month, from);
                    }
                }
            }
        }
    }

    /** Pounds that placements in provisions of that type cost in the year. */
    long pounds(int financialYear, String type) {
        return totals.getOrDefault(financialYear + type, 0L) / 100;
    }

    private void month(CsvFile csv, int key, int month, LocalDate from) throws IOException {
        LocalDate to = from.plusMonths(1).minusDays(1);
        for (Placement placement : placements) {
            Provision provision = placement.provision();
            if (provision.monthly() == 0 || !placement.isOn(from, to)) {
                continue;
            }
            LocalDate first = placement.start().isAfter(from) ? placement.start() : from;
            LocalDate last = placement.end() != null && placement.end().isBefore(to) ? placement.end() : to;
            long days = last.toEpochDay() - first.toEpochDay() + 1;
            long budget = provision.monthly() * days / to.getDayOfMonth();
            long actual = budget * Chance.of(council.seed(), "cost", placement.id(), key, month).between(97, 106) / 100;
            row(csv, placement, key, month, provision.element(), provision.line(), budget, actual);
            totals.merge(key + provision.type(), actual, Long::sum);
            if (provision.isOutOfBorough()) {
                row(csv, placement, key, month, "TRANSPORT", "2.1.4", 68_000 * days / to.getDayOfMonth(),
                        70_500 * days / to.getDayOfMonth());
            }
        }
    }

    private static void row(CsvFile csv, Placement placement, int key, int month, String element, String line, long budget,
            long actual) throws IOException {
        String invoice = String.format(Locale.ROOT, "INV%d%02d-%05d%c", key, month, placement.id(), element.charAt(0));
        csv.row(String.format(Locale.ROOT, "PL%05d", placement.id()), Scenario.LA_CODE, key, month, element,
                placement.provision().sector(), line, BigDecimal.valueOf(budget, 2), BigDecimal.valueOf(actual, 2),
                BigDecimal.valueOf(actual, 2), invoice);
    }
}
