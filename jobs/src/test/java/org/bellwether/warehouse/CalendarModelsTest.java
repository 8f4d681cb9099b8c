package org.bellwether.warehouse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The calendar, against the official windows and an authority's term dates. */
class CalendarModelsTest {

    @RegisterExtension
    static final WarehouseFixture warehouse = new WarehouseFixture();

    private static final String CALENDAR = """
            la_code, academic_year, date_from,  date_to,    day_type,  term, half_term
            899,     202425,        2024-09-03, 2024-10-25, TERM,      AUT,  AUT1
            899,     202425,        2024-10-28, 2024-11-01, HALF_TERM, AUT,
            899,     202425,        2024-11-04, 2024-12-20, TERM,      AUT,  AUT2
            899,     202425,        2024-09-03, 2024-09-03, INSET,     AUT,
            899,     202425,        2025-01-06, 2025-02-14, TERM,      SPR,  SPR1
            899,     202425,        2025-02-24, 2025-04-04, TERM,      SPR,  SPR2
            899,     202425,        2025-04-22, 2025-07-22, TERM,      SUM,  SUM1
            822,     202425,        2024-09-01, 2025-08-31, INSET,     AUT,
            """;

    @Test
    void a_day_belongs_to_the_official_window_and_half_terms_to_the_calendar() {
        warehouse.given("staged.term_date", CALENDAR);

        warehouse.build("core.dim_date");

        warehouse.expect("core.dim_date where date in ('2024-08-31', '2024-09-03', '2024-11-03', '2024-11-04', '2024-12-31',"
                + " '2025-04-20', '2025-04-21', '2025-05-25', '2025-05-26', '2025-07-31', '2025-08-01', '2026-04-06',"
                + " '2022-05-29', '2022-05-30')", """
                date,       time_period, term, half_term
                2024-08-31, 202425,      AUT,  AUT1
                2024-09-03, 202425,      AUT,  AUT1
                2024-11-03, 202425,      AUT,  AUT1
                2024-11-04, 202425,      AUT,  AUT2
                2024-12-31, 202425,      AUT,  AUT2
                2025-04-20, 202425,      SPR,  SPR2
                2025-04-21, 202425,      SUM,  SUM1
                2025-05-25, 202425,      SUM,  SUM1
                2025-05-26, 202425,      SUM,  SUM2
                2025-07-31, 202425,      SUM,  SUM2
                2025-08-01, 202526,      AUT,
                2026-04-06, 202526,      SUM,  SUM1
                2022-05-29, 202122,      SUM,  SUM1
                2022-05-30, 202122,      SUM,  SUM2
                """);
    }

    @Test
    void a_school_day_is_a_day_of_term_that_nothing_closes() {
        warehouse.given("staged.term_date", CALENDAR);

        warehouse.build("core.dim_date");

        warehouse.expect("core.dim_date where date in ('2024-09-02', '2024-09-03', '2024-09-04', '2024-09-06', '2024-09-07',"
                + " '2024-10-28', '2025-05-05', '2025-08-01')", """
                date,       is_school_day, school_day_ordinal, bank_holiday
                2024-09-02, false,         0,
                2024-09-03, false,         0,
                2024-09-04, true,          1,
                2024-09-06, true,          3,
                2024-09-07, false,         3,
                2024-10-28, false,         38,
                2025-05-05, false,         142,                Early May bank holiday
                2025-08-01, false,         ,
                """);
    }

    @Test
    void weeks_are_iso_weeks_and_financial_years_begin_in_april() {
        warehouse.build("core.dim_date");

        warehouse.expect("core.dim_date where date in ('2000-08-01', '2024-12-30', '2025-03-31', '2025-04-01', '2027-01-03')", """
                date,       day_number, week_commencing, iso_year, iso_week, financial_year, financial_quarter, financial_month
                2000-08-01, 0,          2000-07-31,      2000,     31,       200001,         2,                 5
                2024-12-30, 8917,       2024-12-30,      2025,     1,        202425,         3,                 9
                2025-03-31, 9008,       2025-03-31,      2025,     14,       202425,         4,                 12
                2025-04-01, 9009,       2025-03-31,      2025,     14,       202526,         1,                 1
                2027-01-03, 9651,       2026-12-28,      2026,     53,       202627,         4,                 10
                """);
    }

    @Test
    void a_period_is_closed_once_its_window_has_ended() {
        warehouse.asOf("2025-04-20T23:30:00Z");

        warehouse.build("core.dim_academic_period");

        warehouse.expect("core.dim_academic_period where time_period = 202425", """
                time_identifier, term, window_start, window_end, is_closed, is_begun
                Academic year,   ,     2024-08-01,   2025-07-31, false,     true
                Autumn term,     AUT,  2024-08-01,   2024-12-31, true,      true
                Spring term,     SPR,  2025-01-01,   2025-04-20, true,      true
                Summer term,     SUM,  2025-04-21,   2025-07-31, false,     true
                """);
    }

    @Test
    void a_census_asks_about_the_two_terms_before_it() {
        warehouse.build("core.dim_census");

        warehouse.expect("core.dim_census where time_period = 202526", """
                census,     reference_date, exclusion_window_start, exclusion_window_end
                202526-AUT, 2025-10-02,     2025-01-01,             2025-07-31
                202526-SPR, 2026-01-15,     2025-04-21,             2025-12-31
                202526-SUM, 2026-05-21,     2025-08-01,             2026-04-05
                """);
    }
}
