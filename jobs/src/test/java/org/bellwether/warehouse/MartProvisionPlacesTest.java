package org.bellwether.warehouse;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Places of provisions, who fills them and who waits, and the schools that they reach: both sides are of the same. */
class MartProvisionPlacesTest {

    private static final String MART = "mart.mart_provision_monitor";

    @RegisterExtension
    static final WarehouseFixture warehouse = new WarehouseFixture();

    @BeforeEach
    void two_provisions() {
        warehouse.asOf("2025-03-31T12:00:00Z");
        warehouse.config("config.support_tier", """
                code, label,    la_code, ordinal
                T1,   Outreach, 899,     1
                T2,   Team,     899,     2
                """);
        warehouse.given("staged.term_date", """
                la_code, academic_year, term, half_term, day_type, date_from,  date_to
                899,     202425,        AUT,  AUT1,      TERM,     2024-09-02, 2024-12-20
                899,     202425,        SPR,  SPR1,      TERM,     2025-01-06, 2025-04-04
                """);
        warehouse.given("staged.provision", """
                provision_code, provision_name, provision_type,      la_code, host_laestab, key_stages, support_tier, commissioned_capacity, valid_from
                BP-NORTH,       North,          BEHAVIOUR_PROVISION, 899,     8992001,      KS2,        T2,           4,                     2022-09-01
                OUT,            Outreach team,  OUTREACH,            899,     ,             KS1 KS2,    T1,           10,                    2024-09-01
                """);
    }

    @Test
    void schools_reached_are_among_those_that_can_be_whether_places_are_known_or_not_and_a_school_has_moved_since() {
        warehouse.given("core.dim_school", """
                school_key, laestab, la_code, education_phase, neighbourhood, valid_from, valid_to
                1,          8992001, 899,     Primary,         NORTH,         2010-09-01, 9999-12-31
                2,          8992002, 899,     Primary,         NORTH,         2010-09-01, 2024-10-31
                3,          8992002, 899,     Primary,         SOUTH,         2024-11-01, 9999-12-31
                """);
        warehouse.given("staged.provision", """
                provision_code, provision_type,      neighbourhood, key_stages, commissioned_capacity, valid_from
                SAID,           BEHAVIOUR_PROVISION, NORTH,         KS2,        4,                     2022-09-01
                UNSAID,         BEHAVIOUR_PROVISION, NORTH,         KS2,        ,                      2022-09-01
                """);
        warehouse.given("staged.placement", """
                placement_id, pupil_key, home_laestab, provision_code, start_date, end_date
                P1,           1,         8992001,      SAID,           2024-09-02, 2024-09-06
                P2,           2,         8992002,      SAID,           2024-09-02, 2024-09-06
                P3,           3,         8992001,      UNSAID,         2024-09-02, 2024-09-06
                """);

        warehouse.build(MART);

        warehouse.expect(MART + " where scope_code in ('SAID', 'UNSAID', 'BEHAVIOUR_PROVISION', 'Total') and breakdown_topic = 'Total' and time_identifier = 'Autumn term'", """
                scope_code,          schools_supported, schools_reached_pct, schools_reached_pct_status
                Total,               2,                 100,                 ok
                BEHAVIOUR_PROVISION, 2,                 100,                 ok
                SAID,                2,                 100,                 ok
                UNSAID,              1,                 100,                 ok
                """);
    }

    @Test
    void pupils_where_nobody_knows_of_places_fill_none() {
        warehouse.given("staged.provision", """
                provision_code, provision_type,      la_code, host_laestab, support_tier, commissioned_capacity, valid_from
                UNSAID,         BEHAVIOUR_PROVISION, 899,     ,             T2,           ,                      2022-09-01
                AWAY,           SPECIAL,             822,     8227001,      ,             2,                     2022-09-01
                HERE,           SPECIAL,             899,     8997001,      ,             2,                     2022-09-01
                """);
        warehouse.given("staged.placement", """
                placement_id, pupil_key, provision_code, start_date, end_date
                P1,           1,         BP-NORTH,       2024-09-02, 2024-12-20
                P2,           2,         UNSAID,         2024-09-02, 2024-12-20
                P3,           3,         NOBODY-KNOWS,   2024-09-02, 2024-12-20
                P4,           4,         AWAY,           2024-09-02, 2024-12-20
                P5,           5,         HERE,           2024-09-02, 2024-12-20
                """);

        warehouse.build(MART);

        warehouse.expect(MART + " where scope_code not in ('None', 'SPECIAL') and breakdown_topic = 'Total' and time_identifier = 'Autumn term'", """
                scope_code,          pupils_supported, capacity, capacity_status, mean_occupancy_pct, mean_occupancy_pct_status
                Total,               5,                16,       ok,              12.5,               ok
                BEHAVIOUR_PROVISION, 2,                4,        ok,              25,                 ok
                OUTREACH,            0,                10,       ok,              0,                  ok
                Unknown,             1,                ,         x,               ,                   x
                T1,                  0,                10,       ok,              0,                  ok
                T2,                  0,                4,        ok,              25,                 ok
                BP-NORTH,            1,                4,        ok,              25,                 ok
                OUT,                 0,                10,       ok,              0,                  ok
                UNSAID,              1,                ,         x,               ,                   x
                NOBODY-KNOWS,        1,                ,         x,               ,                   x
                AWAY,                1,                2,        ok,              50,                 ok
                HERE,                1,                0,        ok,              ,                   z
                """);
    }

    @Test
    void a_day_of_a_pupil_fills_one_place_and_who_waits_twice_or_is_there_already_waits_once_or_not() {
        warehouse.given("staged.placement", """
                placement_id, pupil_key, provision_code, referral_date, start_date, end_date
                P1,           1,         BP-NORTH,       ,              2024-09-02,
                P2,           1,         BP-NORTH,       ,              2024-09-02, 2024-09-13
                P3,           1,         OUT,            ,              2024-09-02, 2024-12-20
                P4,           1,         BP-NORTH,       2024-12-01,    2025-01-06,
                P5,           2,         OUT,            2024-12-01,    2025-01-06,
                P6,           2,         OUT,            2024-12-02,    2025-01-07,
                P7,           2,         BP-NORTH,       2024-12-02,    2025-01-08,
                """);

        warehouse.build(MART);

        warehouse.expect(MART + " where scope_type in ('PROVISION', 'Total') and breakdown_topic = 'Total' and time_identifier = 'Autumn term'", """
                scope_code, pupils_supported, mean_occupancy_pct, waiting_list
                Total,      1,                7.14286,            1
                BP-NORTH,   1,                25,                 1
                OUT,        1,                10,                 1
                """);
    }
}
