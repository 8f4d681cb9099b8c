package org.bellwether.warehouse;

/** Two schools and an autumn, in which pupils are on part-time timetables. */
final class PartTimeSchools {

    static final String MART = "mart.mart_part_time_timetables";
    static final String SCHOOL = MART + " where laestab = 8994001";
    static final String ALL = MART + " where geographic_level = 'Local authority'";

    private PartTimeSchools() {
    }

    static void two_schools_and_an_autumn(WarehouseFixture warehouse) {
        warehouse.asOf("2024-11-29T12:00:00Z");
        warehouse.given("core.dim_school", """
                school_key, laestab, la_code, school_name, education_phase, valid_from, valid_to
                1,          8994001, 899,     Hill School, Secondary,       2010-09-01, 9999-12-31
                2,          8994002, 899,     Lake School, Secondary,       2010-09-01, 9999-12-31
                """);
        warehouse.given("staged.term_date", """
                la_code, academic_year, term, half_term, day_type, date_from,  date_to
                899,     202425,        AUT,  AUT1,      TERM,     2024-09-02, 2024-10-25
                899,     202425,        AUT,  AUT2,      TERM,     2024-11-04, 2024-12-20
                """);
    }
}
