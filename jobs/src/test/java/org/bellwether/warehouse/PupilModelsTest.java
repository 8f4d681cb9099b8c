package org.bellwether.warehouse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who a pupil is, and what is known of the pupil in a term. */
class PupilModelsTest {

    @RegisterExtension
    static final WarehouseFixture warehouse = new WarehouseFixture();

    @Test
    void a_chain_of_former_upns_is_one_person_the_first_of_them() {
        warehouse.given("staged.census_pupil", """
                academic_year, census_term, laestab, on_roll, pupil_key, former_pupil_key, sex, birth_year_month
                202425,        AUT,         8992001, true,    30,        ,                 F,   2012-05
                202425,        SPR,         8992001, true,    10,        30,               F,   2012-05
                202526,        AUT,         8994001, true,    20,        10,               F,   2012-05
                202526,        AUT,         8994001, true,    99,        ,                 F,   2012-05
                """);

        warehouse.build("core.bridge_pupil_identity");

        warehouse.expect("core.bridge_pupil_identity", """
                alias_pupil_key, pupil_key, is_conflicting
                10,              30,        false
                20,              30,        false
                30,              30,        false
                """);
    }

    @Test
    void a_former_upn_of_another_sex_or_birth_is_another_child() {
        warehouse.given("staged.census_pupil", """
                academic_year, census_term, laestab, on_roll, pupil_key, former_pupil_key, sex, birth_year_month
                202425,        AUT,         8992001, true,    1,         ,                 F,   2012-05
                202425,        AUT,         8992001, true,    2,         1,                M,   2012-05
                202425,        AUT,         8992001, true,    3,         ,                 M,   2012-05
                202425,        AUT,         8992001, true,    4,         3,                M,   2012-06
                """);

        warehouse.build("core.bridge_pupil_identity");

        warehouse.expect("core.bridge_pupil_identity", """
                alias_pupil_key
                """);
    }

    @Test
    void what_is_known_last_of_a_pupil_of_two_schools_arrived_last() {
        warehouse.given("staged.census_pupil", """
                academic_year, census_term, laestab, on_roll, pupil_key, former_pupil_key, sex, submission_key, arrival
                202425,        AUT,         8992001, true,    1,         ,                 M,   9,              4
                202425,        AUT,         8992002, true,    1,         ,                 F,   3,              5
                202425,        AUT,         8992002, true,    2,         1,                F,   3,              5
                """);

        warehouse.build("core.bridge_pupil_identity");

        warehouse.expect("core.bridge_pupil_identity", """
                alias_pupil_key, pupil_key
                1,               1
                2,               1
                """);
    }

    @Test
    void a_chain_that_joins_two_children_over_an_unknown_third_is_taken_apart() {
        warehouse.given("staged.census_pupil", """
                academic_year, census_term, laestab, on_roll, pupil_key, former_pupil_key, sex, birth_year_month
                202425,        AUT,         8992001, true,    1,         7,                F,   2012-05
                202425,        AUT,         8992001, true,    2,         7,                M,   2012-05
                """);

        warehouse.build("core.bridge_pupil_identity");

        warehouse.expect("core.bridge_pupil_identity", """
                alias_pupil_key, pupil_key, is_conflicting
                1,               1,         true
                2,               2,         true
                7,               7,         true
                """);
    }

    @Test
    void two_upns_of_one_pupil_in_one_census_are_one_row() {
        warehouse.given("staged.census_pupil", """
                academic_year, census_term, laestab, on_roll, pupil_key, former_pupil_key, enrol_status, entry_date, reference_date
                202425,        AUT,         8992001, false,   1,         ,                 ,             2020-09-01, 2024-10-03
                202425,        AUT,         8992001, true,    2,         1,                C,            2024-09-03, 2024-10-03
                202425,        AUT,         8992001, true,    3,         ,                 ,             2024-09-03, 2024-10-03
                202425,        AUT,         8992001, true,    4,         ,                 S,            2024-09-03, 2024-10-03
                """);

        warehouse.build("core.fact_pupil_census");

        warehouse.expect("core.fact_pupil_census", """
                pupil_key, enrol_status, is_on_roll, is_in_headcount, is_in_headcount_unknown, school_key
                1,         C,            true,       true,            false,                   -1
                3,         ,             true,       false,           true,                    -1
                4,         S,            true,       false,           false,                   -1
                """);
    }

    @Test
    void a_pupil_has_a_row_for_every_term_and_a_term_without_census_carries_the_one_before() {
        warehouse.given("staged.census_pupil", """
                academic_year, census_term, laestab, on_roll, pupil_key, enrol_status, entry_date, ncyear, sen_provision, language, fsm_on_census_day
                202324,        SPR,         8992001, true,    1,         C,            2020-09-01, 5,      N,             ENG,      true
                202425,        AUT,         8992001, true,    1,         C,            2020-09-01, 6,      K,             ENG,      false
                202425,        SPR,         8992001, false,   1,         ,             2020-09-01, 6,      ,              ,
                """);

        warehouse.build("core.dim_pupil");

        warehouse.expect("core.dim_pupil where pupil_key > 0", """
                time_period, term, valid_from, valid_to,   ncyear, key_stage, sen_provision, is_fsm, is_fsm_ever6, is_carried, is_current
                202324,      SPR,  2024-01-01, 2024-03-31, 5,      KS2,       N,             true,   true,         false,      false
                202324,      SUM,  2024-04-01, 2024-07-31, 5,      KS2,       N,             true,   true,         true,       false
                202425,      AUT,  2024-08-01, 2024-12-31, 6,      KS2,       K,             false,  true,         false,      false
                202425,      SPR,  2025-01-01, 2025-04-20, 6,      KS2,       K,             false,  true,         true,       true
                """);
        warehouse.expect("core.dim_pupil where pupil_term_key < 0", """
                pupil_term_key, pupil_key, language_group
                -1,             -1,        Unknown
                -2,             -2,        Unknown
                """);
    }

    @Test
    void the_main_registration_speaks_then_the_later_entry_then_the_lower_laestab() {
        warehouse.given("staged.census_pupil", """
                academic_year, census_term, laestab, on_roll, pupil_key, enrol_status, entry_date
                202425,        AUT,         8991101, true,    1,         S,            2024-09-20
                202425,        AUT,         8994001, true,    1,         M,            2020-09-01
                202425,        AUT,         8994002, true,    2,         C,            2023-09-01
                202425,        AUT,         8994001, true,    2,         C,            2024-09-01
                202425,        AUT,         8994002, true,    3,         C,            2024-09-01
                202425,        AUT,         8994001, true,    3,         C,            2024-09-01
                """);

        warehouse.build("core.dim_pupil");

        warehouse.expect("core.dim_pupil where pupil_key > 0", """
                pupil_key, laestab
                1,         8994001
                2,         8994001
                3,         8994001
                """);
    }

    @Test
    void what_only_spring_asks_is_of_the_year_else_the_last_before_else_the_next() {
        warehouse.given("staged.census_pupil", """
                academic_year, census_term, laestab, on_roll, pupil_key, enrol_status, ethnicity, young_carer, sen_provision
                202324,        AUT,         8992001, true,    1,         C,            ,          ,            K
                202324,        SPR,         8992001, true,    1,         C,            WBRI,      N,           K
                202425,        SPR,         8992001, true,    1,         C,            ,          P,           K
                202526,        AUT,         8992001, true,    1,         C,            ,          ,            E
                202425,        AUT,         8992001, true,    2,         C,            ,          ,            N
                202526,        SPR,         8992001, true,    2,         C,            BCRB,      N,           N
                """);
        warehouse.given("staged.census_sen_need", """
                academic_year, census_term, laestab, pupil_key, sen_type_rank, sen_type
                202324,        SPR,         8992001, 1,         1,             SEMH
                202324,        SPR,         8992001, 1,         2,             SLCN
                202425,        SPR,         8992001, 1,         1,             ASD
                """);

        warehouse.build("core.dim_pupil");

        warehouse.expect("core.dim_pupil where pupil_key > 0 and term = 'AUT'", """
                pupil_key, time_period, ethnicity_code, ethnicity_major,                           young_carer, sen_primary_need, sen_secondary_need
                1,         202324,      WBRI,           White,                                     N,           SEMH,             SLCN
                1,         202425,      WBRI,           White,                                     P,           ASD,
                1,         202526,      WBRI,           White,                                     P,           ASD,
                2,         202425,      BCRB,           Black / African / Caribbean / Black British, N,         ,
                2,         202526,      BCRB,           Black / African / Caribbean / Black British, N,         ,
                """);
    }

    @Test
    void a_pupil_belongs_to_one_group_of_every_topic() {
        warehouse.given("staged.census_pupil", """
                academic_year, census_term, laestab, on_roll, pupil_key, enrol_status, sex, sen_provision, language, ncyear, fsm_on_census_day
                202425,        AUT,         8992001, true,    1,         C,            F,   K,             POL,      R,      true
                202425,        AUT,         8992001, true,    2,         C,            M,   N,             ENG,      X,      false
                """);
        warehouse.config("config.language", """
                code, label,   language_group
                ENG,  English, English
                POL,  Polish,  EAL
                """);

        warehouse.build("core.bridge_pupil_characteristic");

        warehouse.expect("select pupil_key, breakdown_topic, breakdown from core.bridge_pupil_characteristic"
                + " join core.dim_pupil using (pupil_term_key) where pupil_key > 0", """
                pupil_key, breakdown_topic,  breakdown
                1,         Total,            Total
                1,         Sex,              Female
                1,         SEN provision,    SEN support / SEN without an EHC plan
                1,         SEN primary need, Unknown
                1,         Ethnicity major,  Unknown
                1,         Ethnicity minor,  Unknown
                1,         FSM,              Eligible
                1,         Year group,       Reception
                1,         EAL,              EAL
                2,         Total,            Total
                2,         Sex,              Male
                2,         SEN provision,    No SEN provision
                2,         SEN primary need, No SEN provision
                2,         Ethnicity major,  Unknown
                2,         Ethnicity minor,  Unknown
                2,         FSM,              Not eligible
                2,         Year group,       Not following a year group
                2,         EAL,              English
                """);
        warehouse.expect("core.bridge_pupil_characteristic where pupil_term_key = -1 and breakdown_topic in ('Total', 'Sex')", """
                breakdown_topic, breakdown
                Total,           Total
                Sex,             Unknown
                """);
    }
}
