package org.bellwether.warehouse;

/** Two schools, a unit and a school year of which pupils are suspended; Friday 20 December 2024 ends the autumn term and Monday 6 January begins the next. */
final class SuspensionSchools {

    static final String PUPILS = "mart.mart_suspension_thresholds";
    static final String DUTIES = "mart.mart_suspension_duties";

    private SuspensionSchools() {
    }

    static void two_schools_a_unit_and_a_school_year(WarehouseFixture warehouse) {
        warehouse.asOf("2025-03-20T12:00:00Z");
        warehouse.given("core.dim_school", """
                school_key, laestab, la_code, school_name, is_mainstream, is_special, is_ap, valid_from, valid_to
                1,          8994001, 899,     Ash Park,    true,          false,      false, 2010-09-01, 9999-12-31
                2,          8994002, 899,     Beech Hall,  true,          false,      false, 2010-09-01, 9999-12-31
                """);
        warehouse.given("staged.term_date", """
                la_code, academic_year, term, half_term, day_type, date_from,  date_to
                899,     202425,        AUT,  AUT1,      TERM,     2024-09-02, 2024-10-25
                899,     202425,        AUT,  AUT2,      TERM,     2024-11-04, 2024-12-20
                899,     202425,        SPR,  SPR1,      TERM,     2025-01-06, 2025-02-14
                899,     202425,        SPR,  SPR2,      TERM,     2025-02-24, 2025-04-04
                899,     202425,        SUM,  SUM1,      TERM,     2025-04-22, 2025-05-23
                899,     202425,        SUM,  SUM2,      TERM,     2025-06-02, 2025-07-22
                """);
        warehouse.given("staged.provision", """
                provision_code, provision_type, la_code, valid_from
                PRU,            PRU_AP,         899,     2022-09-01
                """);
    }
}
