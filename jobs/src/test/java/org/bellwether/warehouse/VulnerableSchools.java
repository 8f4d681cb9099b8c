package org.bellwether.warehouse;

/** Schools, a unit and the beginning of a term, of which pupils become vulnerable. */
final class VulnerableSchools {

    static final String MART = "mart.mart_vulnerable_cohorts";
    static final String LA = MART + " where geographic_level = 'Local authority' and ";
    static final String NOW = LA + "is_current and ";

    private VulnerableSchools() {
    }

    static void schools_a_unit_and_two_weeks_of_term(WarehouseFixture warehouse) {
        warehouse.asOf("2024-09-13T12:00:00Z");
        warehouse.given("core.dim_school", """
                school_key, laestab, la_code, is_mainstream, is_special, is_ap, phase_type_grouping,                       neighbourhood, valid_from, valid_to
                1,          8994001, 899,     true,          false,      false, State-funded secondary,                    NORTH,         2010-09-01, 9999-12-31
                2,          8994002, 899,     true,          false,      false, State-funded secondary,                    SOUTH,         2010-09-01, 9999-12-31
                3,          8991101, 899,     false,         false,      true,  State-funded alternative provision school, ,              2010-09-01, 9999-12-31
                4,          8224001, 822,     true,          false,      false, State-funded secondary,                    EAST,          2010-09-01, 9999-12-31
                """);
        warehouse.given("core.dim_neighbourhood", """
                neighbourhood_key, la_code, neighbourhood
                1,                 899,     NORTH
                2,                 899,     SOUTH
                3,                 822,     EAST
                """);
        warehouse.given("staged.term_date", """
                la_code, academic_year, term, half_term, day_type, date_from,  date_to
                899,     202425,        AUT,  AUT1,      TERM,     2024-09-02, 2024-10-25
                """);
        warehouse.given("staged.provision", """
                provision_code, provision_type, la_code, commissioned_capacity, valid_from
                PRU,            PRU_AP,         899,     18,                    2022-09-01
                REACH,          OUTREACH,       899,     8,                     2022-09-01
                """);
    }
}
