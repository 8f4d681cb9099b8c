package org.bellwether.warehouse;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who is at risk of exclusion and why, and who is absent severely so far. */
class MartVulnerablePupilsTest {

    private static final String MART = VulnerableSchools.MART;
    private static final String LA = VulnerableSchools.LA;
    private static final String NOW = VulnerableSchools.NOW;

    @RegisterExtension
    static final WarehouseFixture warehouse = new WarehouseFixture();

    @BeforeEach
    void schools_a_unit_and_two_weeks_of_term() {
        VulnerableSchools.schools_a_unit_and_two_weeks_of_term(warehouse);
    }

    @Test
    void at_risk_is_told_of_suspensions_absence_and_provision_before_and_not_of_who_is_excluded() {
        warehouse.given("staged.exclusion_notice", """
                notice_id, pupil_key, laestab, category, start_date, sessions
                N1,        1,         8994001, SUSP,     2024-09-02, 2
                N2,        1,         8994001, SUSP,     2024-09-12, 2
                N3,        2,         8994001, SUSP,     2024-09-02, 2
                N4,        3,         8994001, SUSP,     2024-09-02, 2
                N5,        4,         8994001, SUSP,     2024-09-02, 2
                N6,        4,         8994001, SUSP,     2024-09-03, 2
                N7,        4,         8994001, PERM,     2024-09-10,
                """);
        warehouse.given("staged.placement", """
                placement_id, pupil_key, home_laestab, provision_code, start_date, end_date
                P1,           5,         8994001,      PRU,            2023-03-01, 2023-09-12
                P2,           6,         8994001,      PRU,            2023-03-01, 2023-09-14
                """);
        pupils();
        attendance();

        warehouse.build(MART, "mart.mart_vulnerable_pupils");

        warehouse.expect(LA + "cohort = 'AT_RISK' and week_commencing >= date '2024-09-02'", """
                week_commencing, pupils, at_risk
                2024-09-02,      3,      3
                2024-09-09,      3,      3
                """);
        warehouse.expect(NOW + "cohort in ('Total', 'SEVERE_ABSENCE')", """
                cohort,         pupils, at_risk
                Total,          3,      1
                SEVERE_ABSENCE, 2,      1
                """);
        warehouse.expect("mart.mart_vulnerable_pupils", """
                week_commencing, pupil_key, neighbourhood, cohorts, is_at_risk, is_suspended_twice, is_absent_and_suspended, was_in_ap, is_excluded, is_severely_absent, longest_days
                2024-09-09,      1,         NORTH,         1,       true,       true,               true,                    false,     false,       true,
                2024-09-09,      2,         NORTH,         0,       true,       false,              true,                    false,     false,       false,
                2024-09-09,      4,         NORTH,         1,       false,      false,              false,                   false,     true,        false,              2
                2024-09-09,      6,         NORTH,         0,       true,       false,              false,                   true,      false,       false,
                2024-09-09,      8,         SOUTH,         1,       false,      false,              false,                   false,     false,       true,
                """);
    }

    @Test
    void severe_absence_is_of_the_year_to_date_from_enough_sessions_on_and_a_late_school_is_as_it_was() {
        warehouse.asOf("2024-09-20T12:00:00Z");
        pupils();
        attendance();

        warehouse.build(MART);

        warehouse.expect(LA + "cohort = 'SEVERE_ABSENCE' and week_commencing >= date '2024-09-02'", """
                week_commencing, pupils, is_known, change, median_days, returned
                2024-09-02,      ,       false,           ,       ,
                2024-09-09,      2,      true,            ,       ,
                2024-09-16,      1,      true,            -1,     ,
                """);
        warehouse.expect(LA + "cohort = 'SEVERE_ABSENCE' and week_commencing < date '2024-09-02' and is_known", "pupils\n");
    }

    private static void pupils() {
        warehouse.given("staged.census_pupil", """
                academic_year, census_term, laestab, on_roll, pupil_key, enrol_status, birth_year_month, reference_date
                202324,        SUM,         8994001, true,    1,         C,            2010-01,          2024-05-16
                202324,        SUM,         8994001, true,    2,         C,            2010-01,          2024-05-16
                202324,        SUM,         8994001, true,    3,         C,            2010-01,          2024-05-16
                202324,        SUM,         8994002, true,    8,         C,            2010-01,          2024-05-16
                202324,        SUM,         8224001, true,    9,         C,            2010-01,          2024-05-16
                202324,        SUM,         8994001, true,    10,        C,            2007-01,          2024-05-16
                """);
    }

    /** Ten sessions of each week: those that were missed, and the others present. */
    private static void attendance() {
        warehouse.givenSelect("staged.attendance_mark", """
                select pupil.pupil_key, pupil.laestab, pupil.monday + slot.n // 2 as attendance_date,
                    case slot.n % 2 when 0 then 'AM' else 'PM' end as session, case when slot.n < pupil.missed then 'O' else '/' end as attendance_code
                from (values
                    (1, 8994001, date '2024-09-02', 0), (1, 8994001, date '2024-09-09', 10), (1, 8994001, date '2024-09-16', 0),
                    (2, 8994001, date '2024-09-02', 2), (2, 8994001, date '2024-09-09', 0),
                    (3, 8994001, date '2024-09-02', 1), (3, 8994001, date '2024-09-09', 0),
                    (8, 8994002, date '2024-09-02', 10), (8, 8994002, date '2024-09-09', 10),
                    (9, 8224001, date '2024-09-02', 10), (9, 8224001, date '2024-09-09', 10),
                    (10, 8994001, date '2024-09-02', 10), (10, 8994001, date '2024-09-09', 10)) as pupil (pupil_key, laestab, monday, missed)
                cross join (select cast(unnest(range(10)) as integer) as n) as slot
                """);
    }
}
