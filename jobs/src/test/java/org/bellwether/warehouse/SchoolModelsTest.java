package org.bellwether.warehouse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Authorities and schools, with their history. */
class SchoolModelsTest {

    @RegisterExtension
    static final WarehouseFixture warehouse = new WarehouseFixture();

    @Test
    void the_first_version_of_a_school_is_valid_from_its_opening_and_a_change_makes_the_next() {
        warehouse.given("staged.establishment_history", """
                urn,    laestab, la_code, school_name, phase_of_education, open_date,  establishment_status, snapshot_date
                990001, 8992001, 899,     Old name,    Primary,            2010-09-01, Open,                 2024-09-01
                990001, 8992001, 899,     Old name,    Primary,            2010-09-01, Open,                 2024-10-01
                990001, 8992001, 899,     New name,    Primary,            2010-09-01, Open,                 2024-11-01
                990002, 8992002, 899,     Always,      Primary,            ,           Open,                 2024-09-01
                """);

        warehouse.build("core.dim_school");

        warehouse.expect("core.dim_school where urn is not null", """
                urn,    school_name, valid_from, valid_to,   is_current, phase_type_grouping
                990001, Old name,    2010-09-01, 2024-10-31, false,      State-funded primary
                990001, New name,    2024-11-01, 9999-12-31, true,       State-funded primary
                990002, Always,      1900-01-01, 9999-12-31, true,       State-funded primary
                """);
        warehouse.expect("core.dim_school where urn is null", """
                school_key, school_name
                -1,         Unknown
                -2,         Not applicable
                -3,         Not open yet
                """);
    }

    @Test
    void an_establishment_without_a_number_is_no_school_of_the_figures() {
        warehouse.given("staged.establishment_history", """
                urn,    laestab, la_code, school_name, phase_of_education, open_date,  establishment_status, snapshot_date
                990001, ,        899,     Free school, Primary,            2024-09-01, Open,                 2024-09-01
                990001, 8992009, 899,     Free school, Primary,            2024-09-01, Open,                 2024-11-01
                """);

        warehouse.build("core.dim_school");

        warehouse.expect("core.dim_school where urn is not null", """
                urn,    laestab, phase_type_grouping,  counts_in_exclusions, valid_from
                990001, ,        ,                     false,                2024-09-01
                990001, 8992009, State-funded primary, true,                 2024-11-01
                """);
    }

    @Test
    void of_two_days_in_the_wrong_order_the_one_counts_that_goes_with_the_status() {
        warehouse.given("staged.establishment_history", """
                urn,    laestab, la_code, school_name, open_date,  close_date, establishment_status, snapshot_date
                990001, 8992001, 899,     Open,        2010-09-01, 2005-01-01, Open,                 2024-09-01
                990002, 8992002, 899,     Closed,      2030-09-01, 2020-08-31, Closed,               2024-09-01
                """);

        warehouse.build("core.dim_school");

        warehouse.expect("core.dim_school where urn is not null", """
                urn,    valid_from, valid_to
                990001, 2010-09-01, 9999-12-31
                990002, 1900-01-01, 2020-08-31
                """);
    }

    @Test
    void an_academy_conversion_leaves_one_school_a_day_under_its_laestab() {
        warehouse.given("staged.establishment_history", """
                urn,    laestab, la_code, school_name, establishment_status, open_date,  close_date, snapshot_date
                990001, 8994001, 899,     School,      Open,                 ,           ,           2024-08-01
                990001, 8994001, 899,     School,      Closed,               ,           2024-08-31, 2024-10-01
                990009, 8994001, 899,     Academy,     Open,                 2024-09-01, ,           2024-10-01
                """);

        warehouse.build("core.dim_school");

        warehouse.expect("core.dim_school where laestab = 8994001", """
                urn,    establishment_status, valid_from, valid_to,   predecessor_urn, successor_urn
                990001, Closed,               1900-01-01, 2024-08-31, ,                990009
                990009, Open,                 2024-09-01, 9999-12-31, 990001,
                """);
    }

    @Test
    void a_school_that_changed_before_it_opened_has_one_version_from_its_opening() {
        warehouse.given("staged.establishment_history", """
                urn,    laestab, la_code, school_name, open_date,  snapshot_date
                990001, 8994001, 899,     Proposed,    2025-09-01, 2025-01-01
                990001, 8994001, 899,     Chosen,      2025-09-01, 2025-05-01
                """);

        warehouse.build("core.dim_school");

        warehouse.expect("core.dim_school where urn = 990001", """
                school_name, valid_from, valid_to
                Chosen,      2025-09-01, 9999-12-31
                """);
    }

    @Test
    void the_kind_of_a_school_follows_from_its_type_and_phase() {
        warehouse.given("staged.establishment_history", """
                urn, laestab, la_code, establishment_type,                establishment_type_group,          phase_of_education, snapshot_date
                1,   8991101, 899,     Pupil referral unit,               Local authority maintained schools, Not applicable,    2024-09-01
                2,   8997001, 899,     Community special school,          Special schools,                   Not applicable,     2024-09-01
                3,   8994001, 899,     Academy converter,                 Academies,                         All-through,        2024-09-01
                4,   8991001, 899,     Local authority nursery school,    Local authority maintained schools, Nursery,           2024-09-01
                5,   8996001, 899,     Other independent school,          Independent schools,               Not applicable,     2024-09-01
                6,   8991102, 899,     Free schools alternative provision, Free Schools,                     Not applicable,     2024-09-01
                7,   8994002, 899,     Academy 16-19 converter,           Academies,                         16 plus,            2024-09-01
                8,   8998001, 899,     Further education,                 Colleges,                          Secondary,          2024-09-01
                9,   8998002, 899,     Special post 16 institution,       Special schools,                   Not applicable,     2024-09-01
                10,  8994003, 899,     University technical college,      Free Schools,                      Secondary,          2024-09-01
                11,  8997002, 899,     Non-maintained special school,     Special schools,                   Not applicable,     2024-09-01
                12,  8996002, 899,     City technology college,           Independent schools,               Secondary,          2024-09-01
                """);

        warehouse.build("core.dim_school");

        warehouse.expect("core.dim_school where urn is not null", """
                urn, education_phase,       phase_type_grouping,                      is_mainstream, is_special, is_ap, counts_in_exclusions
                1,   Alternative provision, State-funded alternative provision school, false,        false,      true,  true
                2,   Special,               State-funded special school,              false,         true,       false, true
                3,   Secondary,             State-funded secondary,                   true,          false,      false, true
                4,   Nursery,               State-funded nursery,                     false,         false,      false, false
                5,   Independent,           Independent school,                       false,         false,      false, false
                6,   Alternative provision, State-funded alternative provision school, false,        false,      true,  true
                7,   ,                      ,                                         false,         false,      false, false
                8,   ,                      ,                                         false,         false,      false, false
                9,   ,                      ,                                         false,         false,      false, false
                10,  Secondary,             State-funded secondary,                   true,          false,      false, true
                11,  Special,               Non-maintained special school,            false,         true,       false, false
                12,  Secondary,             State-funded secondary,                   true,          false,      false, true
                """);
    }

    @Test
    void the_home_authority_is_one_even_where_the_published_list_lacks_it() {
        warehouse.build("core.dim_local_authority");

        warehouse.expect("core.dim_local_authority where is_home_la or la_code = 821 or la_key < 0", """
                la_code, la_name,         region_name,     is_home_la
                899,     Wardown Borough, ,                true
                821,     Luton,           East of England, false
                ,        Unknown,         ,                false
                ,        Not applicable,  ,                false
                """);
    }

    @Test
    void a_neighbourhood_that_only_a_school_names_keeps_its_code_as_name() {
        warehouse.config("config.neighbourhood", """
                la_code, code,  label
                899,     NORTH, North Wardown
                """);
        warehouse.given("staged.establishment_history", """
                urn,    laestab, la_code, neighbourhood, snapshot_date
                990001, 8992001, 899,     NORTH,         2024-09-01
                990002, 8992002, 899,     RIVER,         2024-09-01
                """);

        warehouse.build("core.dim_neighbourhood", "core.dim_school");

        warehouse.expect("select school.urn, place.label from core.dim_school as school"
                + " join core.dim_neighbourhood as place on place.neighbourhood_key = school.neighbourhood_key", """
                urn,    label
                990001, North Wardown
                990002, RIVER
                ,       Unknown
                ,       Unknown
                ,       Not applicable
                """);
    }
}
