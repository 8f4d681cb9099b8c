package org.bellwether.warehouse;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PlacementModelsTest {

    @RegisterExtension
    static final WarehouseFixture warehouse = new WarehouseFixture();

    @BeforeEach
    void a_provision_that_changed_once() {
        warehouse.config("config.support_tier", """
                code, label, la_code, ordinal
                T1,   One,   899,     1
                """);
        warehouse.given("core.dim_school", """
                school_key, laestab, valid_from, valid_to
                10,         8992002, 2010-09-01, 9999-12-31
                """);
        warehouse.given("core.bridge_pupil_identity", """
                alias_pupil_key, pupil_key
                77,              7
                """);
        warehouse.given("core.dim_date", """
                date,       is_school_day, time_period, term, school_day_ordinal
                2024-08-30, false,         202425,      AUT,  0
                2024-07-19, true,          202324,      SUM,
                2024-09-05, true,          202425,      AUT,  1
                2024-09-06, true,          202425,      AUT,  2
                2024-09-07, false,         202425,      AUT,  2
                2024-09-09, true,          202425,      AUT,  3
                2024-09-10, true,          202425,      AUT,  4
                """);
        warehouse.given("core.dim_pupil", """
                pupil_term_key, pupil_key, time_period, term, valid_from, valid_to,   key_stage, sen_provision
                701,            7,         202425,      AUT,  2024-08-01, 2024-12-31, KS1,       K
                702,            7,         202324,      SUM,  2024-04-01, 2024-07-31, KS2,       K
                801,            8,         202425,      AUT,  2024-08-01, 2024-12-31, KS2,       E
                """);
        warehouse.given("staged.provision", """
                provision_code, provision_name, host_laestab, key_stages, support_tier, commissioned_capacity, valid_from, valid_to
                BP-NORTH,       North,          8992002,      KS2,        T1,           8,                     2022-09-01, 2024-09-05
                BP-NORTH,       North,          8992002,      KS1 KS2,    T1,           10,                    2024-09-06,
                """);
        warehouse.asOf("2024-09-09T12:00:00Z");
    }

    @Test
    void a_provision_has_a_version_for_each_entry_of_the_register() {
        warehouse.build("core.dim_provision");

        warehouse.expect("core.dim_provision where provision_code is not null", """
                commissioned_capacity, host_school_key, valid_from, valid_to,   is_current, is_latest
                8,                     10,              2022-09-01, 2024-09-05, false,      false
                10,                    10,              2024-09-06, 9999-12-31, true,       true
                """);
        warehouse.expect("core.dim_provision where provision_code is null", """
                provision_key, provision_name
                -1,            Unknown
                -2,            Not applicable
                """);
    }

    @Test
    void a_pupil_of_key_stage_one_in_a_provision_for_key_stage_two_is_outside_it() {
        placements("""
                P1, 77, 2024-09-05, 2024-09-06
                P2, 77, 2024-09-06, 2024-09-06
                P3, 8,  2024-09-05, 2024-09-06
                P4, 9,  2024-09-05, 2024-09-06
                P5, 7,  2024-07-19, 2024-08-31
                """);

        warehouse.expect("core.fact_placement", """
                placement_id, pupil_key, pupil_term_key, is_outside_key_stage, has_ehcp
                P1,           7,         701,            true,                 false
                P2,           7,         701,            false,                false
                P3,           8,         801,            false,                true
                P4,           9,         -1,             ,
                P5,           7,         702,            false,                false
                """);
    }

    @Test
    void length_of_stay_counts_school_days_to_the_day_of_the_as_of_while_it_is_open() {
        placements("""
                P1, 7, 2024-09-05, 2024-09-06
                P2, 7, 2024-09-06,
                P3, 7, 2024-09-06, 2024-09-10
                P4, 7, 2024-09-10,
                """);

        warehouse.expect("core.fact_placement", """
                placement_id, days_in_provision, is_open, fte
                P1,           2,                 false,   0.50
                P2,           2,                 true,    0.50
                P3,           2,                 true,    0.50
                P4,           0,                 false,   0.50
                """);
    }

    @Test
    void nobody_knows_how_long_a_stay_is_of_whose_year_no_term_dates_are_told() {
        placements("""
                P1, 7, 2024-06-03, 2024-09-06
                P2, 7, 2024-09-05, 2024-09-06
                """);

        warehouse.expect("core.fact_placement", """
                placement_id, days_in_provision
                P1,
                P2,           2
                """);
    }

    @Test
    void a_cost_finds_its_placement_and_is_kept_without_one() {
        warehouse.given("staged.placement_cost", """
                placement_id, la_code, financial_year, month, element, s251_line, actual_gbp
                P1,           899,     202425,         6,     PLACE,   1.2.7,     100.10
                P9,           899,     202425,         10,    FEE,     ,          200.20
                """);
        placements("P1, 7, 2024-09-05, 2024-09-06\n");

        warehouse.build("core.fact_placement_cost");

        warehouse.expect("core.fact_placement_cost", """
                placement_id, provision_code, month_start, actual_gbp, line_code
                P1,           BP-NORTH,       2024-09-01,  100.10,     1.2.7
                P9,           ,               2025-01-01,  200.20,
                """);
        warehouse.expect("core.fact_placement_cost where placement_key = -1", """
                placement_id, s251_line_key
                P9,           -2
                """);
    }

    @Test
    void an_event_finds_the_school_of_its_day() {
        warehouse.given("staged.policy_event", """
                laestab, event_date, event,         detail
                8992002, 2024-09-02, POLICY_CHANGE, New rules
                8992003, 2025-05-01, TRAINED,       Two days
                """);

        warehouse.build("core.fact_policy_event");

        warehouse.expect("core.fact_policy_event", """
                laestab, school_key, time_period, term, event
                8992002, 10,         202425,      AUT,  POLICY_CHANGE
                8992003, -1,         202425,      SUM,  TRAINED
                """);
    }

    private static void placements(String rows) {
        StringBuilder csv = new StringBuilder(
                "placement_id, pupil_key, start_date, end_date, provision_code, home_laestab, sessions_per_week\n");
        rows.lines().forEach(line -> csv.append(line).append(", BP-NORTH, 8992002, 5\n"));
        warehouse.given("staged.placement", csv.toString());
        warehouse.build("core.fact_placement");
    }
}
