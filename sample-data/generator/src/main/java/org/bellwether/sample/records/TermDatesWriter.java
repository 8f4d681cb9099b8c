package org.bellwether.sample.records;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.bellwether.sample.calendar.BankHoliday;
import org.bellwether.sample.calendar.HalfTerm;
import org.bellwether.sample.calendar.SchoolYear;
import org.bellwether.sample.calendar.Term;
import org.bellwether.sample.council.Scenario;
import org.bellwether.sample.file.CsvFile;

/** Writes the council's term dates, one file an academic year. */
public final class TermDatesWriter {

    private TermDatesWriter() {
    }

    public static void write(Path folder, SchoolYear year) throws IOException {
        try (CsvFile csv = new CsvFile(folder.resolve("term_dates_" + year.key() + ".csv"), "la_code", "academic_year",
                "date_from", "date_to", "day_type", "term", "half_term")) {
            List<HalfTerm> halves = year.halfTerms();
            for (int i = 0; i < halves.size(); i++) {
                HalfTerm half = halves.get(i);
                csv.row(Scenario.LA_CODE, year.key(), half.from(), half.to(), "TERM", half.term(), half.code());
                if (i + 1 < halves.size() && halves.get(i + 1).term() == half.term()) {
                    LocalDate back = halves.get(i + 1).from();
                    csv.row(Scenario.LA_CODE, year.key(), half.to().plusDays(1), back.minusDays(1), "HALF_TERM",
                            half.term(), "");
                }
            }
            for (LocalDate day : year.trainingDays()) {
                String half = halves.stream().filter(one -> one.holds(day)).map(HalfTerm::code).findFirst().orElse("");
                csv.row(Scenario.LA_CODE, year.key(), day, day, "INSET", half.isEmpty() ? "" : half.substring(0, 3),
                        half);
            }
            for (BankHoliday holiday : year.bankHolidays()) {
                csv.row(Scenario.LA_CODE, year.key(), holiday.date(), holiday.date(), "BANK_HOLIDAY",
                        Term.of(holiday.date()), "");
            }
        }
    }
}
