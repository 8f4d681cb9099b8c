package org.bellwether.sample.finance;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.bellwether.sample.council.Chance;
import org.bellwether.sample.council.Council;
import org.bellwether.sample.council.Scenario;
import org.bellwether.sample.council.School;
import org.bellwether.sample.file.CsvFile;

/** Writes what maintained schools return of their money, a file a financial year that is over; their balances roll forward. */
public final class CfrWriter {

    private static final String[] HEADER = {"LANumber", "LAEstab", "Estab", "Federated Flag", "I01", "I03", "I05", "I09", "E01", "E03", "E05",
        "E09", "E16", "E19", "E26", "OB01", "B01", "B02"};
    /** Of a thousand pounds of a school's own, what it spends on the codes of the header. */
    private static final int[] SHARES = {560, 170, 70, 12, 38, 90, 48};

    private final Council council;

    public CfrWriter(Council council) {
        this.council = council;
    }

    public void write(Path folder) throws IOException {
        for (int start = council.years().get(0).start(); start < Scenario.LAST_YEAR; start++) {
            LocalDate last = LocalDate.of(start + 1, 3, 31);
            try (CsvFile csv = new CsvFile(folder.resolve("cfr_" + (start * 100 + (start + 1) % 100) + ".csv"), HEADER)) {
                for (School school : council.schools()) {
                    boolean isMaintained = !school.isAcademy() && (school.convertedOn() == null || last.isBefore(school.convertedOn()));
                    if (isMaintained) {
                        csv.row(line(school, start, last));
                    }
                }
            }
        }
    }

    private Object[] line(School school, int start, LocalDate last) {
        long pupils = council.roll(school).stream().filter(one -> one.isOnRoll(last)).count();
        long opening = balance(school, start);
        long closing = balance(school, start + 1);
        long funds = pupils * 568_000;
        long topUp = pupils * 31_000;
        long premium = pupils * 40_000;
        long meals = pupils * 21_000;
        long spent = funds + topUp + premium + meals + opening - closing;
        List<Object> line = new ArrayList<>(List.of(Scenario.LA_CODE, school.laestab(), school.establishment(), "N", pounds(funds), pounds(topUp),
                pounds(premium), pounds(meals)));
        long left = spent;
        for (int i = 0; i < SHARES.length; i++) {
            long amount = i == SHARES.length - 1 ? left : spent * SHARES[i] / 1000;
            line.add(pounds(amount));
            left -= amount;
        }
        line.add(pounds(opening));
        line.add(pounds(closing / 4));
        line.add(pounds(closing - closing / 4));
        return line.toArray();
    }

    /** In pence, on 1 April of the year. */
    private long balance(School school, int year) {
        return Chance.of(council.seed(), "balance", school.laestab(), year).between(-40, 160) * 100_000L;
    }

    private static BigDecimal pounds(long pence) {
        return BigDecimal.valueOf(pence, 2);
    }
}
