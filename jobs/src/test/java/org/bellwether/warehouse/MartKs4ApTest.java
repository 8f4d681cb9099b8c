package org.bellwether.warehouse;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What pupils in alternative provision, supported on roll or excluded achieve at the end of key stage 4. */
class MartKs4ApTest {

    private static final String MART = "mart.mart_ks4_ap";
    private static final String COHORTS = MART + " where breakdown_topic = 'Total'";

    @RegisterExtension
    static final WarehouseFixture warehouse = new WarehouseFixture();

    @BeforeEach
    void schools_and_provisions() {
        warehouse.given("core.dim_school", """
                school_key, laestab, la_code, is_mainstream, is_ap, valid_from, valid_to
                1,          8994001, 899,     true,          false, 2010-09-01, 9999-12-31
                2,          8991101, 899,     false,         true,  2010-09-01, 9999-12-31
                """);
        warehouse.given("staged.provision", """
                provision_code, provision_type, la_code, commissioned_capacity, valid_from
                PRU,            PRU_AP,         899,     18,                    2022-09-01
                PART,           PARTNERSHIP,    899,     8,                     2022-09-01
                """);
    }

    @Test
    void a_pupil_is_in_each_cohort_that_it_belongs_to_and_a_cohort_of_nobody_has_a_nought() {
        warehouse.given("staged.placement", """
                placement_id, pupil_key, home_laestab, provision_code, start_date, end_date
                P1,           1,         8994001,      PRU,            2024-09-09, 2024-12-06
                P2,           1,         8994001,      PRU,            2025-01-13, 2025-02-14
                P3,           3,         8994001,      PRU,            2022-09-09, 2022-12-06
                """);
        warehouse.given("staged.exclusion_notice", """
                notice_id, pupil_key, laestab, category, start_date
                N1,        2,         8994001, PERM,     2023-02-06
                """);
        warehouse.given("staged.ks4_result", """
                pupil_key, laestab, academic_year, gcse_entries, gcse_9_4, gcse_9_5_english_maths, attainment8, is_comparable
                1,         8994001, 202425,        6,            5,        true,                   41.25,       true
                2,         8991101, 202425,        2,            0,        false,                  7.5,         true
                3,         8994001, 202425,        9,            4,        false,                  30.00,       true
                """);

        warehouse.build(MART);

        warehouse.expect(COHORTS, """
                time_period, cohort,           pupils, gcse_entries_mean, gcse_9_4, gcse_mean, five_plus_pct, five_plus_pct_status, english_maths_pct, attainment8, is_comparable, is_comparable_with_year_before
                202425,      ALL,              3,      5.66667,           9,        3,         33.33333,      ok,                   33.33333,          26.25,       true,          false
                202425,      IN_AP,            2,      4,                 5,        2.5,       50,            ok,                   50,                24.375,      true,          false
                202425,      PARTNERSHIP_Y11,  0,      ,                  0,        ,          ,              z,                    ,                  ,            true,          false
                202425,      REMAINED_ON_ROLL, 1,      6,                 5,        5,         100,           ok,                   100,               41.25,       true,          false
                202425,      EVER_PEX,         1,      2,                 0,        0,         0,             ok,                   0,                 7.5,         true,          false
                """);
    }

    @Test
    void what_is_not_told_of_a_pupil_stands_on_neither_side() {
        warehouse.given("staged.ks4_result", """
                pupil_key, laestab, academic_year, gcse_entries, gcse_9_4, gcse_9_5_english_maths, attainment8
                1,         8994001, 202425,        8,            6,        true,                   50
                2,         8994001, 202425,        ,             ,         ,
                """);

        warehouse.build(MART);

        warehouse.expect(COHORTS + " and cohort = 'ALL'", """
                pupils, gcse_entries_mean, gcse_mean, five_plus_pct, english_maths_pct, attainment8
                2,      8,                 6,         100,           100,               50
                """);
    }

    @Test
    void where_nobodys_passes_are_told_nobody_knows_how_many_there_are() {
        warehouse.given("staged.ks4_result", """
                pupil_key, laestab, academic_year, gcse_entries, gcse_9_4
                1,         8994001, 202425,        8,
                """);

        warehouse.build(MART);

        warehouse.expect(COHORTS + " and cohort in ('ALL', 'EVER_PEX')", """
                cohort,   pupils, gcse_9_4
                ALL,      1,
                EVER_PEX, 0,      0
                """);
    }

    @Test
    void grades_that_centres_assessed_are_not_comparable_nor_those_of_the_year_after_with_them() {
        warehouse.given("staged.ks4_result", """
                pupil_key, laestab, academic_year, gcse_9_4, is_comparable
                1,         8994001, 201819,        6,        true
                2,         8994001, 201920,        7,        true
                3,         8994001, 202122,        6,        true
                4,         8994001, 202223,        6,
                5,         8994001, 202324,        6,        true
                6,         8994001, 202324,        6,        false
                """);

        warehouse.build(MART);

        warehouse.expect(COHORTS + " and cohort = 'ALL'", """
                time_period, is_comparable, is_comparable_with_year_before
                201819,      true,          false
                201920,      false,         false
                202122,      true,          false
                202223,      true,          true
                202324,      false,         false
                """);
    }

    @Test
    void days_in_school_are_those_of_the_year_at_all_schools_and_study_leave_is_left_out() {
        warehouse.given("staged.ks4_result", """
                pupil_key, laestab, academic_year, gcse_9_4
                1,         8994001, 202425,        6
                2,         8994001, 202425,        2
                3,         8994001, 202425,        1
                """);
        warehouse.givenSelect("staged.attendance_mark", """
                select pupil.pupil_key, pupil.laestab, pupil.monday + slot.n // 2 as attendance_date,
                    case slot.n % 2 when 0 then 'AM' else 'PM' end as session, case when slot.n < pupil.missed then 'O' else '/' end as attendance_code
                from (values
                    (1, 8994001, date '2024-09-09', 0), (1, 8991101, date '2024-11-11', 1), (1, 8994001, date '2025-06-16', 10),
                    (2, 8994001, date '2024-09-09', 5), (2, 8994001, date '2023-09-11', 0)) as pupil (pupil_key, laestab, monday, missed)
                cross join (select cast(unnest(range(10)) as integer) as n) as slot
                """);

        warehouse.build(MART);

        warehouse.expect(MART + " where breakdown_topic = 'Attendance'", """
                cohort, breakdown,     pupils, gcse_mean
                ALL,    95 % and more, 1,      6
                ALL,    50 % and less, 1,      2
                ALL,    Unknown,       1,      1
                """);
    }
}
