package org.bellwether.sample.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CalendarTest {

    @ParameterizedTest
    @ValueSource(strings = {"2019-04-21", "2020-04-12", "2021-04-04", "2022-04-17", "2023-04-09", "2024-03-31",
        "2025-04-20", "2026-04-05", "2027-03-28"})
    void easter_falls_where_the_church_says(LocalDate easter) {
        assertThat(Easter.sunday(easter.getYear())).isEqualTo(easter);
    }

    @ParameterizedTest
    @CsvSource({"2025-04-20, SPR", "2025-04-21, SUM", "2024-08-01, AUT", "2024-07-31, SUM", "2025-01-01, SPR"})
    void a_term_is_its_official_window(LocalDate date, Term term) {
        assertThat(Term.of(date)).isEqualTo(term);
    }

    @ParameterizedTest
    @ValueSource(ints = {2021, 2022, 2023, 2024, 2025})
    void a_year_has_190_days_of_school_none_of_them_a_holiday(int start) {
        SchoolYear year = new SchoolYear(start);
        assertThat(year.first()).isAfterOrEqualTo(LocalDate.of(start, 9, 3));
        assertThat(year.last()).isBetween(LocalDate.of(start + 1, 7, 15), LocalDate.of(start + 1, 7, 28));
        for (int i = 0; i < 190; i++) {
            LocalDate day = year.day(i);
            assertThat(day.getDayOfWeek().getValue()).isLessThan(6);
            assertThat(year.trainingDays()).doesNotContain(day);
            assertThat(year.bankHolidays()).noneMatch(holiday -> holiday.date().equals(day));
            assertThat(year.halfTerms()).anyMatch(half -> half.holds(day));
        }
        for (HalfTerm half : year.halfTerms()) {
            assertThat(Term.of(half.from())).isEqualTo(half.term());
            assertThat(Term.of(half.to())).isEqualTo(half.term());
        }
    }
}
