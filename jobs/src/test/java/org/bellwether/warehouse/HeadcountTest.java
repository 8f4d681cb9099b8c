package org.bellwether.warehouse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whose January stands for a school's headcount. */
class HeadcountTest {

    private static final String MART = "mart.mart_exclusions_la";
    private static final String TOTAL = MART + " where phase_type_grouping = 'Total' and breakdown_topic = 'Total'";
    private static final String YEAR = TOTAL + " and time_identifier = 'Academic year'";

    @RegisterExtension
    static final WarehouseFixture warehouse = new WarehouseFixture();

    @Test
    void until_this_years_january_is_told_the_last_one_stands_whole() {
        warehouse.asOf("2025-11-30T12:00:00Z");
        warehouse.given("staged.establishment_history", """
                urn,    laestab, la_code, phase_of_education, close_date, snapshot_date
                990001, 8992001, 899,     Primary,            ,           2024-09-01
                990002, 8992002, 899,     Primary,            2025-08-31, 2024-09-01
                """);
        warehouse.given("staged.census_pupil", """
                academic_year, census_term, laestab, on_roll, pupil_key, enrol_status, reference_date
                202425,        SPR,         8992001, true,    1,         C,            2025-01-16
                202425,        SPR,         8992002, true,    2,         C,            2025-01-16
                202526,        AUT,         8992001, true,    1,         C,            2025-10-02
                """);

        warehouse.build(MART);

        warehouse.expect(TOTAL + " and time_period >= 202425", """
                time_period, time_identifier, headcount, denominator_status, data_status
                202425,      Academic year,   2,         final,              provisional
                202425,      Autumn term,     2,         final,              provisional
                202425,      Spring term,     2,         final,              final
                202425,      Summer term,     2,         final,              provisional
                202526,      Academic year,   2,         provisional,        year_to_date
                202526,      Autumn term,     2,         provisional,        year_to_date
                """);
    }

    @Test
    void while_an_open_schools_january_is_awaited_pupils_of_a_closed_school_stay_until_another_school_tells_them() {
        warehouse.asOf("2026-02-28T12:00:00Z");
        threeJanuaries("");

        warehouse.build(MART);

        warehouse.expect(YEAR + " and time_period = 202526", """
                time_period, headcount, denominator_status
                202526,      5,         provisional
                """);
    }

    @Test
    void once_every_open_school_has_told_its_january_those_of_a_closed_school_are_no_longer_pupils() {
        warehouse.asOf("2026-02-28T12:00:00Z");
        threeJanuaries("202526,        SPR,         8992001, true,    1,         C,            2026-01-15\n");

        warehouse.build(MART);

        warehouse.expect(YEAR + " and time_period = 202526", """
                time_period, headcount, denominator_status
                202526,      4,         final
                """);
    }

    /** Of three schools of 1, 2 and 2 pupils the second has closed since; the third has told again, with a pupil of it. */
    private static void threeJanuaries(String more) {
        warehouse.given("staged.establishment_history", """
                urn,    laestab, la_code, phase_of_education, close_date, snapshot_date
                990001, 8992001, 899,     Primary,            ,           2024-09-01
                990002, 8992002, 899,     Primary,            2025-08-31, 2024-09-01
                990003, 8992003, 899,     Primary,            ,           2024-09-01
                """);
        warehouse.given("staged.census_pupil", """
                academic_year, census_term, laestab, on_roll, pupil_key, enrol_status, reference_date
                202425,        SPR,         8992001, true,    1,         C,            2025-01-16
                202425,        SPR,         8992002, true,    2,         C,            2025-01-16
                202425,        SPR,         8992002, true,    3,         C,            2025-01-16
                202425,        SPR,         8992003, true,    4,         C,            2025-01-16
                202425,        SPR,         8992003, true,    5,         C,            2025-01-16
                202526,        SPR,         8992003, true,    3,         C,            2026-01-15
                202526,        SPR,         8992003, true,    4,         C,            2026-01-15
                202526,        SPR,         8992003, true,    6,         C,            2026-01-15
                """ + more);
    }

    @Test
    void a_january_with_nobody_on_roll_ends_the_headcount_of_the_year_before() {
        warehouse.given("staged.census_return", """
                academic_year, census_term, laestab
                202425,        SPR,         8992001
                202526,        SPR,         8992001
                202425,        SPR,         8992002
                202526,        SPR,         8992002
                """);
        warehouse.given("staged.census_pupil", """
                academic_year, census_term, laestab, on_roll, pupil_key, enrol_status, reference_date
                202425,        SPR,         8992001, true,    1,         C,            2025-01-16
                202425,        SPR,         8992002, true,    2,         C,            2025-01-16
                202526,        SPR,         8992002, true,    2,         C,            2026-01-15
                """);

        warehouse.build(MART);

        warehouse.expect(YEAR, """
                time_period, headcount, denominator_status
                202425,      2,         final
                202526,      1,         final
                """);
    }
}
