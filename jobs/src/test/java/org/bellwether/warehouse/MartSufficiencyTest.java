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
                T3,   Place, 899,     3
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
    void a_pupil_in_two_placements_takes_one_place_and_all_of_a_week_is_of_its_Thursday() {
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
                week_commencing, as_at_date, is_current, places, places_primary, placed, part_time_pupils, waiting, demand, headroom, occupancy_pct, planned_places
                2024-09-02,      2024-09-05, false,      1,      1,              1,      0,                1,       2,      -1,       100,
                2024-09-09,      2024-09-12, false,      4,      4,              1,      1,                1,       2,      2,        25,
                2024-09-16,      2024-09-19, true,       4,      4,              2,      1,                0,       2,      2,        50,            4
                """);
        warehouse.expect(MART + " where scope_type = 'Total' or scope_code = 'Unknown'", """
                week_commencing, scope_type, places, placed, waiting, headroom, occupancy_pct, occupancy_pct_status, planned_places
                2024-09-02,      Total,      3,      1,      1,       1,        33.33333,      ok,
                2024-09-09,      Total,      6,      1,      1,       4,        16.66667,      ok,
                2024-09-16,      Total,      6,      3,      0,       4,        33.33333,      ok,                   66
                2024-09-16,      PROVISION,  ,       1,      0,       ,         ,              x,                    0
                """);
    }

    /** Golden fact G15: a provision of two parts has the places of both, 12 + 42 and 10 + 6, and 54 pupils in 54 places fill them. */
    @Test
    void places_of_the_parts_of_a_provision_add_up_and_as_many_pupils_as_places_are_all_of_them() {
        warehouse.given("staged.provision", """
                provision_code, provision_name, provision_type, la_code, commissioned_capacity, capacity_primary, capacity_secondary, capacity_post16, valid_from
                GREY,           Grey,           PRU_AP,         899,     54,                    12,               42,                 ,                2010-09-01
                MARK,           Mark,           RESOURCED,      899,     16,                    ,                 10,                 6,               2010-09-01
                """);
        warehouse.givenSelect("staged.placement", """
                select 'P' || i as placement_id, i as pupil_key, 'GREY' as provision_code, date '2024-09-02' as start_date, 10 as sessions_per_week
                from range(1, 55) as numbers (i)
                """);

        warehouse.build(MART);

        warehouse.expect(MART + " where scope_code in ('GREY', 'MARK') and is_current", """
                scope_code, places, places_primary, places_secondary, places_post16, placed, headroom, occupancy_pct
                GREY,       54,     12,             42,               ,              54,     0,        100
                MARK,       16,     ,               10,               6,             0,      16,       0
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
    void what_has_no_known_places_stands_on_neither_side_of_occupancy_and_headroom() {
        warehouse.given("staged.provision", """
                provision_code, provision_name, provision_type,      la_code, support_tier, commissioned_capacity, valid_from, valid_to
                KNOWN,          Known,          BEHAVIOUR_PROVISION, 899,     T2,           4,                     2022-09-01,
                UNSAID,         Unsaid,         OUTREACH,            899,     T2,           ,                      2022-09-01,
                CLOSED,         Closed,         OUTREACH,            899,     ,             5,                     2022-09-01, 2024-08-31
                BLANK,          Blank,          OUTREACH,            899,     T3,           ,                      2022-09-01,
                """);
        warehouse.given("staged.placement", """
                placement_id, pupil_key, provision_code, referral_date, start_date
                P1,           1,         KNOWN,          ,              2024-09-16
                P2,           2,         UNSAID,         ,              2024-09-16
                P3,           3,         UNSAID,         2024-09-17,    2024-09-20
                P4,           4,         NOBODY-KNOWS,   ,              2024-09-16
                P5,           5,         CLOSED,         ,              2024-09-16
                """);

        warehouse.build(MART);

        warehouse.expect(MART + " where scope_code not in ('BP-NORTH', 'SP-NEW', 'SP-OLD', 'None')", """
                scope_type,   scope_code, places, placed, waiting, demand, headroom, occupancy_pct, occupancy_pct_status, planned_places
                Total,        Total,      10,     4,      1,       5,      9,        10,            ok,                   70
                SUPPORT_TIER, T2,         8,      2,      1,       3,      7,        12.5,          ok,                   8
                SUPPORT_TIER, T3,         ,       0,      0,       0,      ,         ,              x,
                PROVISION,    BLANK,      ,       0,      0,       0,      ,         ,              x,
                PROVISION,    KNOWN,      4,      1,      0,       1,      3,        25,            ok,                   4
                PROVISION,    UNSAID,     ,       1,      1,       2,      ,         ,              x,
                PROVISION,    Unknown,    ,       1,      0,       1,      ,         ,              x,                    0
                PROVISION,    CLOSED,     0,      1,      0,       1,      0,        ,              z,                    0
                """);
    }

    @Test
    void a_child_in_two_provisions_is_one_of_all_and_who_is_placed_does_not_wait_there_too() {
        warehouse.given("staged.placement", """
                placement_id, pupil_key, provision_code, referral_date, start_date, end_date
                P1,           1,         BP-NORTH,       ,              2024-09-16,
                P2,           1,         BP-NORTH,       2024-09-17,    2024-09-20,
                P3,           1,         NEAR,           2024-09-17,    2024-09-20,
                P4,           2,         BP-NORTH,       ,              2024-09-16,
                P5,           2,         NEAR,           ,              2024-09-16,
                """);
        warehouse.given("staged.provision", """
                provision_code, provision_type,      la_code, support_tier, commissioned_capacity, valid_from
                NEAR,           OUTREACH,            899,     ,             4,                     2022-09-01
                """);

        warehouse.build(MART);

        warehouse.expect(MART + " where scope_code in ('Total', 'BP-NORTH', 'NEAR')", """
                scope_code, places, placed, waiting, demand, headroom, occupancy_pct
                Total,      10,     2,      1,       2,      8,        20
                BP-NORTH,   4,      2,      0,       2,      2,        50
                NEAR,       4,      1,      1,       2,      2,        25
                """);
    }

    @Test
    void a_roll_is_of_an_open_school_of_the_authority_and_counts_once_however_many_provisions_it_hosts() {
        warehouse.given("staged.provision", """
                provision_code, provision_type, la_code, host_laestab, commissioned_capacity, valid_from, valid_to
                AWAY,           SPECIAL,        822,     8227001,      10,                    2010-09-01,
                SHUT,           SPECIAL,        899,     8997002,      5,                     2010-09-01, 2024-07-31
                SP-OLD-ASD,     SPECIAL,        899,     8997001,      2,                     2010-09-01,
                ONE-ASD,        SPECIAL,        899,     8997003,      2,                     2010-09-01,
                ONE-SEMH,       SPECIAL,        899,     8997003,      2,                     2010-09-01,
                """);
        warehouse.given("staged.census_pupil", """
                academic_year, census_term, laestab, on_roll, pupil_key, enrol_status, sen_provision, reference_date
                202324,        SUM,         8997001, true,    1,         C,            E,             2024-05-16
                202324,        SUM,         8997001, true,    2,         C,            E,             2024-05-16
                202324,        SUM,         8997001, true,    3,         C,            E,             2024-05-16
                202324,        SUM,         8997002, true,    4,         C,            E,             2024-05-16
                202324,        SUM,         8997003, true,    5,         C,            E,             2024-05-16
                """);
        warehouse.given("staged.placement", """
                placement_id, pupil_key, provision_code, start_date
                P1,           1,         SP-OLD-ASD,     2024-09-16
                P2,           5,         ONE-SEMH,       2024-09-16
                P3,           6,         AWAY,           2024-09-16
                P4,           7,         AWAY,           2024-09-16
                """);

        warehouse.build(MART);

        warehouse.expect(MART + " where scope_type <> 'SUPPORT_TIER' and scope_code not in ('BP-NORTH', 'SP-NEW')", """
                scope_code, places, placed, headroom, occupancy_pct, occupancy_pct_status
                Total,      22,     6,      16,       27.27273,      ok
                AWAY,       10,     2,      8,        20,            ok
                SP-OLD,     2,      ,       ,         ,              x
                SP-OLD-ASD, 2,      ,       ,         ,              x
                ONE-ASD,    2,      0,      2,        0,             ok
                ONE-SEMH,   2,      1,      1,        50,            ok
                """);
    }

    @Test
    void where_Thursday_is_no_school_day_the_last_before_it_counts_and_the_first_after_where_there_is_none() {
        warehouse.given("staged.term_date", """
                la_code, academic_year, term, half_term, day_type, date_from,  date_to
                899,     202425,        AUT,  AUT1,      INSET,    2024-09-05, 2024-09-12
                """);
        warehouse.given("staged.placement", """
                placement_id, pupil_key, provision_code, start_date, end_date
                P1,           1,         BP-NORTH,       2024-09-02, 2024-09-04
                P2,           2,         BP-NORTH,       2024-09-13, 2024-09-18
                P3,           3,         BP-NORTH,       2024-09-20,
                """);

        warehouse.build(MART);

        warehouse.expect(MART + " where scope_code = 'BP-NORTH'", """
                week_commencing, as_at_date, places, placed, occupancy_pct
                2024-09-02,      2024-09-04, 1,      1,      100
                2024-09-09,      2024-09-13, 4,      1,      25
                2024-09-16,      2024-09-19, 4,      0,      0
                """);
    }

    @Test
    void where_no_register_of_placements_has_come_nobody_knows_who_takes_places() {
        warehouse.build(MART);

        warehouse.expect(MART, "scope_code\n");
    }
}
