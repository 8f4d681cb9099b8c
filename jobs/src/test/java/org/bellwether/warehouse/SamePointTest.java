package org.bellwether.warehouse;

import java.time.LocalDate;
import java.util.StringJoiner;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SamePointTest {

    @RegisterExtension
    static final WarehouseFixture warehouse = new WarehouseFixture();

    private final StringJoiner notices = new StringJoiner("\n",
            "notice_id, pupil_key, laestab, category, start_date, notice_date, sessions, outcome, outcome_date\n", "\n");
    private int notice;

    @BeforeEach
    void a_calendar_and_two_schools() {
        StringJoiner terms = new StringJoiner("\n",
                "la_code, academic_year, date_from, date_to, day_type, term, half_term\n", "\n");
        for (int year = 2023; year <= 2025; year++) {
            int period = year * 100 + (year + 1) % 100;
            terms.add("899, %d, %d-09-%02d, %d-10-24, TERM, AUT, AUT1".formatted(period, year, year - 2022, year));
            terms.add("899, %d, %d-11-03, %d-12-19, TERM, AUT, AUT2".formatted(period, year, year));
            terms.add("899, %d, %d-01-05, %d-02-13, TERM, SPR, SPR1".formatted(period, year + 1, year + 1));
        }
        warehouse.given("staged.term_date", terms.toString());
        warehouse.given("staged.establishment_history", """
                urn,    laestab, la_code, school_name, phase_of_education, establishment_type, open_date,  snapshot_date
                990001, 8994001, 899,     High,        Secondary,          Community school,   2010-09-01, 2023-09-01
                990002, 8992002, 899,     Primary,     Primary,            Community school,   2010-09-01, 2023-09-01
                """);
        warehouse.asOf("2026-01-31T12:00:00Z");
    }

    @Test
    void ninety_nine_suspensions_that_fell_to_twenty_nine_are_a_change_of_minus_70_7_per_cent() {
        suspend(99, 8994001, "2024-11-20");
        suspend(29, 8994001, "2025-11-20");
        known("2026-01-09");

        build();

        warehouse.expect("select *, round(change_pct, 1) as shown from mart.mart_same_point_in_year"
                + " where measure_code = 'suspension'"
                + " and basis = 'ORDINAL' and time_period = 202526 and cutoff_date = '2025-12-19'"
                + " and coalesce(laestab, 8994001) = 8994001", """
                geographic_level, laestab, current, previous, change_abs, shown, is_low_base
                Local authority,  ,        29,      99,       -70,        -70.7, false
                School,           8994001, 29,      99,       -70,        -70.7, false
                """);
    }

    @Test
    void a_fall_from_few_is_no_headline_and_from_none_has_no_percentage() {
        exclude(4, 8994001, "2024-11-20");
        exclude(1, 8992002, "2025-11-20");
        known("2026-01-09");

        build();

        warehouse.expect("mart.mart_same_point_in_year where measure_code = 'perm_excl' and basis = 'ORDINAL'"
                + " and time_period = 202526 and cutoff_date = '2025-12-19'", """
                laestab, current, previous, change_pct, change_pct_status, is_low_base
                ,        1,       4,        -75.0,      ok,                true
                8994001, 0,       4,        -100.0,     ok,                true
                8992002, 1,       0,        ,           z,                 true
                """);
    }

    @Test
    void a_year_of_which_no_notice_tells_is_no_year_without_exclusions() {
        exclude(2, 8994001, "2025-11-20");
        known("2026-01-09");

        build();

        warehouse.expect("mart.mart_same_point_in_year where measure_code = 'perm_excl' and basis = 'ORDINAL'"
                + " and geographic_level = 'Local authority' and time_period = 202526 and cutoff_date = '2025-12-19'", """
                current, current_status, previous, previous_status, change_abs, change_abs_status, change_pct, change_pct_status
                2,       ok,             ,         x,               ,           x,                 ,           x
                """);
    }

    @Test
    void the_figures_of_the_bliss_table_change_as_the_table_says() {
        exclude(16, 8992002, "2024-09-20");
        exclude(13, 8992002, "2025-09-19");
        exclude(37, 8994001, "2024-09-20");
        exclude(31, 8994001, "2025-09-19");
        known("2026-01-09");

        build();

        warehouse.expect("select *, round(change_pct, 2) as shown from mart.mart_same_point_in_year"
                + " where measure_code = 'perm_excl'"
                + " and basis = 'ORDINAL' and time_period = 202526 and cutoff_date = '2025-12-19'", """
                laestab, previous, current, shown
                ,        53,       44,      -16.98
                8992002, 16,       13,      -18.75
                8994001, 37,       31,      -16.22
                """);
    }

    @Test
    void primary_exclusions_rose_by_60_per_cent_from_ten_and_by_45_5_from_eleven() {
        exclude(10, 8992002, "2023-09-20");
        exclude(11, 8994001, "2023-09-20");
        exclude(16, 8992002, "2024-09-20");
        exclude(16, 8994001, "2024-09-20");
        known("2026-01-09");

        build();

        warehouse.expect("select *, round(change_pct, 1) as shown from mart.mart_same_point_in_year"
                + " where measure_code = 'perm_excl'"
                + " and basis = 'ORDINAL' and time_period = 202425 and cutoff_date = '2024-12-19'"
                + " and geographic_level = 'School'", """
                laestab, previous, current, shown, is_low_base
                8992002, 10,       16,      60.0,  false
                8994001, 11,       16,      45.5,  false
                """);
    }

    @Test
    void the_same_school_day_and_the_same_date_are_two_rows() {
        suspend(1, 8994001, "2024-09-02");
        suspend(1, 8994001, "2025-09-08");
        known("2025-09-09");

        build();

        warehouse.expect("mart.mart_same_point_in_year where measure_code = 'suspension' and time_period = 202526"
                + " and geographic_level = 'Local authority'", """
                basis,    cutoff_date, previous_cutoff_date, school_day_ordinal, current, previous
                ORDINAL,  2025-09-09,  2024-09-06,           5,                  1,       1
                CALENDAR, 2025-09-09,  2024-09-09,           5,                  1,       1
                """);
    }

    @Test
    void a_notice_that_came_later_than_this_years_could_does_not_count_for_last_year() {
        notice(1, 8994001, "SUSP", "2024-11-20", "2024-12-30", "UPHELD", "");
        notice(1, 8994001, "SUSP", "2024-11-20", "2024-12-20", "UPHELD", "");
        suspend(1, 8994001, "2025-11-20");
        known("2026-01-09");

        build();

        warehouse.expect("mart.mart_same_point_in_year where measure_code = 'suspension' and basis = 'ORDINAL'"
                + " and geographic_level = 'Local authority' and time_period = 202526", """
                cutoff_date, lag_days, complete_to_date, previous
                2025-10-24,  5,        2026-01-09,       0
                2025-12-19,  5,        2026-01-09,       1
                2026-01-09,  0,        2026-01-09,       2
                """);
    }

    @Test
    void an_exclusion_that_was_overturned_later_counted_at_the_time() {
        notice(1, 8994001, "PERM", "2024-11-20", "2024-11-21", "REINSTATED", "2025-01-20");
        notice(1, 8992002, "PERM", "2024-11-20", "2024-11-21", "REINSTATED", "2024-12-10");
        known("2026-01-09");

        build();

        warehouse.expect("mart.mart_same_point_in_year where measure_code = 'perm_excl' and basis = 'ORDINAL'"
                + " and geographic_level = 'School' and cutoff_date = '2025-12-19'", """
                laestab, previous
                8994001, 1
                8992002, 0
                """);
    }

    @Test
    void a_pupil_suspended_at_two_schools_is_two_enrolments_and_one_pupil() {
        notices.add("A, 500, 8994001, SUSP, 2025-09-10, 2025-09-11, 2, UPHELD,");
        notices.add("B, 500, 8992002, SUSP, 2025-09-17, 2025-09-18, 2, UPHELD,");
        notices.add("C, 500, 8992002, SUSP, 2025-09-24, 2025-09-25, 2, UPHELD,");

        build();

        warehouse.expect("mart.mart_same_point_in_year where basis = 'ORDINAL' and geographic_level = 'Local authority'"
                + " and time_period = 202526", """
                measure_code,              current
                suspension,                3
                one_plus_susp,             2
                pupils_suspended_distinct, 1
                perm_excl,                 0
                """);
    }

    private void suspend(int times, int laestab, String start) {
        notice(times, laestab, "SUSP", start, LocalDate.parse(start).plusDays(1).toString(), "UPHELD", "");
    }

    private void exclude(int times, int laestab, String start) {
        notice(times, laestab, "PERM", start, LocalDate.parse(start).plusDays(1).toString(), "UPHELD", "");
    }

    /** A notice of nothing that counts says only up to which day notices have come. */
    private void known(String day) {
        notice(1, 8992002, "LNCH", day, day, "UPHELD", "");
    }

    private void notice(int times, int laestab, String category, String start, String told, String outcome,
            String decided) {
        for (int i = 0; i < times; i++) {
            notice++;
            notices.add("N%d, %d, %d, %s, %s, %s, %s, %s, %s".formatted(notice, notice, laestab, category, start, told,
                    category.equals("PERM") ? "" : "2", outcome, decided));
        }
    }

    private void build() {
        warehouse.given("staged.exclusion_notice", notices.toString());
        warehouse.build("mart.mart_same_point_in_year");
    }

    @Test
    void only_state_funded_schools_of_the_authority_and_unknown_ones_are_counted() {
        warehouse.given("staged.establishment_history", """
                urn,    laestab, la_code, school_name, phase_of_education, establishment_type,       open_date,  snapshot_date
                990003, 8996001, 899,     Hall,        Not applicable,     Other independent school, 2010-09-01, 2023-09-01
                990004, 8224001, 822,     Neighbour,   Secondary,          Community school,         2010-09-01, 2023-09-01
                990005, 8994005, 899,     New,         Secondary,          Community school,         2025-09-01, 2023-09-01
                """);
        suspend(1, 8994001, "2025-09-10");
        suspend(1, 8996001, "2025-09-10");
        suspend(1, 8224001, "2025-09-10");
        suspend(1, 8994005, "2025-08-20");    // which was not open yet, and no other tells it
        suspend(1, 8994009, "2025-09-10");    // which nobody knows
        known("2025-10-24");

        build();

        warehouse.expect("mart.mart_same_point_in_year where measure_code = 'suspension' and basis = 'ORDINAL'"
                + " and geographic_level = 'Local authority' and time_period = 202526 and cutoff_date = '2025-10-24'", """
                current, current_status
                3,       ok
                """);
    }

    @Test
    void a_figure_that_leaves_out_notices_without_their_date_says_so() {
        suspend(1, 8994001, "2025-09-10");
        notices.add("U1, 500, 8994001, SUSP, 2025-09-11, , 2, UPHELD,");
        notices.add("U2, 501, 8992002, SUSP, 2024-09-11, , 2, UPHELD,");
        known("2025-10-24");

        build();

        warehouse.expect("mart.mart_same_point_in_year where basis = 'ORDINAL' and time_period = 202526 and cutoff_date = '2025-10-24'"
                + " and measure_code in ('suspension', 'perm_excl')", """
                laestab, measure_code, current, current_status, previous, previous_status, change_abs_status, change_pct_status
                ,        suspension,   1,       u,              0,        u,               u,                 z
                8994001, suspension,   1,       u,              0,        ok,              u,                 z
                8992002, suspension,   0,       ok,             0,        u,               u,                 z
                ,        perm_excl,    0,       ok,             0,        ok,              ok,                z
                8994001, perm_excl,    0,       ok,             0,        ok,              ok,                z
                8992002, perm_excl,    0,       ok,             0,        ok,              ok,                z
                """);
    }
}
