package org.bellwether.warehouse;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whether there are places enough, week by week. */
class MartSufficiencyTest {

    private static final String MART = "mart.mart_sufficiency";

    @RegisterExtension
    static final WarehouseFixture warehouse = new WarehouseFixture();

    @BeforeEach
    void a_provision_that_grows_one_that_is_planned_and_a_special_school() {
        warehouse.asOf("2024-09-20T12:00:00Z");
        warehouse.config("config.support_tier", """
                code, label, la_code, ordinal
                T2,   Team,  899,     2
                """);
        warehouse.given("staged.term_date", """
                la_code, academic_year, term, half_term, day_type, date_from,  date_to
                899,     202425,        AUT,  AUT1,      TERM,     2024-09-02, 2024-10-25
                """);
        warehouse.given("staged.provision", """
                provision_code, provision_name, provision_type,      la_code, host_laestab, support_tier, commissioned_capacity, capacity_primary, valid_from, valid_to
                BP-NORTH,       North,          BEHAVIOUR_PROVISION, 899,     ,             T2,           1,                     1,                2022-09-01, 2024-09-11
                BP-NORTH,       North,          BEHAVIOUR_PROVISION, 899,     ,             T2,           4,                     4,                2024-09-12,
                SP-NEW,         New school,     SPECIAL,             899,     ,             ,             60,                    ,                 2027-09-01,
                SP-OLD,         Old school,     SPECIAL,             899,     8997001,      ,             2,                     ,                 2010-09-01,
                """);
    }

    @Test
    void a_pupil_in_two_placements_takes_one_place_and_the_fullest_day_of_a_week_counts() {
        warehouse.given("staged.placement", """
                placement_id, pupil_key, provision_code, referral_date, start_date, end_date,   sessions_per_week
                P1,           1,         BP-NORTH,       ,              2024-09-02, 2024-09-10, 10
                P2,           1,         BP-NORTH,       ,              2024-09-09, 2024-09-11, 5
                P3,           2,         BP-NORTH,       2024-09-05,    2024-09-10, ,           5
                P4,           3,         BP-NORTH,       2024-09-11,    2024-09-18, ,
                P5,           4,         NOBODY-KNOWS,   ,              2024-09-16, ,
                """);

        warehouse.build(MART);

        warehouse.expect(MART + " where scope_code = 'BP-NORTH'", """
                week_commencing, is_current, places, places_primary, placed, part_time_pupils, waiting, demand, headroom, occupancy_pct, planned_places
                2024-09-02,      false,      1,      1,              1,      0,                1,       2,      -1,       100,
                2024-09-09,      false,      4,      4,              2,      2,                1,       3,      1,        50,
                2024-09-16,      true,       4,      4,              2,      1,                0,       2,      2,        50,            4
                """);
        warehouse.expect(MART + " where scope_type = 'Total' or scope_code = 'Unknown'", """
                week_commencing, scope_type, places, placed, waiting, occupancy_pct, planned_places
                2024-09-02,      Total,      3,      1,      1,       33.33333,
                2024-09-09,      Total,      6,      2,      1,       33.33333,
                2024-09-16,      Total,      6,      3,      0,       50,            66
                2024-09-16,      PROVISION,  0,      1,      0,       ,
                """);
    }

    @Test
    void what_is_planned_has_no_place_yet_and_stands_in_the_last_week_alone() {
        warehouse.given("staged.placement", """
                placement_id, pupil_key, provision_code, start_date, end_date
                P1,           1,         BP-NORTH,       2024-09-09, 2024-09-10
                """);

        warehouse.build(MART);

        warehouse.expect(MART + " where scope_code = 'SP-NEW'", """
                week_commencing, places, placed, headroom, occupancy_pct_status, planned_places, planned_from
                2024-09-16,      0,      0,      0,        z,                    60,             2027-09-01
                """);
        warehouse.expect(MART + " where scope_type = 'SUPPORT_TIER'", """
                week_commencing, scope_code, places, planned_places
                2024-09-09,      T2,         4,
                2024-09-09,      None,       2,
                2024-09-16,      T2,         4,      4
                2024-09-16,      None,       2,      62
                """);
    }

    @Test
    void pupils_of_a_special_school_are_those_on_its_roll() {
        warehouse.given("staged.census_pupil", """
                academic_year, census_term, laestab, on_roll, pupil_key, enrol_status, sen_provision, reference_date
                202324,        SUM,         8997001, true,    1,         C,            E,             2024-05-16
                202324,        SUM,         8997001, true,    2,         C,            E,             2024-05-16
                202324,        SUM,         8997001, true,    3,         C,            K,             2024-05-16
                202324,        SUM,         8997001, false,   4,         C,            E,             2024-05-16
                """);
        warehouse.given("staged.placement", """
                placement_id, pupil_key, provision_code, start_date, end_date
                P1,           1,         SP-OLD,         2024-09-16, 2024-09-17
                P2,           5,         BP-NORTH,       2024-09-16, 2024-09-17
                """);

        warehouse.build(MART);

        warehouse.expect(MART + " where scope_code = 'SP-OLD'", """
                week_commencing, places, placed, ehcp_pupils, headroom, occupancy_pct
                2024-09-16,      2,      3,      2,           -1,       150
                """);
    }

    @Test
    void where_no_register_of_placements_has_come_nobody_knows_who_takes_places() {
        warehouse.build(MART);

        warehouse.expect(MART, "scope_code\n");
    }
}
