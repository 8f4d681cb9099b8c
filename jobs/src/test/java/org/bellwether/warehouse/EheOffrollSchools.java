package org.bellwether.warehouse;

/** Two schools, from whose rolls pupils go. */
final class EheOffrollSchools {

    static final String MART = "mart.mart_ehe_offroll";
    static final String FIRST = MART + " where laestab = 8994001";
    static final String ALL = MART + " where geographic_level = 'Local authority'";

    private EheOffrollSchools() {
    }

    static void two_schools(WarehouseFixture warehouse) {
        warehouse.asOf("2025-07-01T12:00:00Z");
        warehouse.given("core.dim_school", """
                school_key, laestab, la_code, school_name, high_age, neighbourhood, valid_from, valid_to
                1,          8994001, 899,     Hill School, 16,       NORTH,         2024-08-01, 9999-12-31
                2,          8994002, 899,     Lake School, 18,       NORTH,         2024-08-01, 9999-12-31
                """);
    }
}
