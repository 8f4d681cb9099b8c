package org.bellwether.warehouse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whose January stands for a school's headcount, and which schools say what a year's figures stand on. */
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

    @Test
    void what_an_independent_school_or_another_authority_tells_leaves_the_source_of_a_year_as_it_is() {
        warehouse.given("staged.establishment_history", """
                urn,    laestab, la_code, establishment_type,       phase_of_education, snapshot_date
                990001, 8994001, 899,     Community school,         Secondary,          2024-09-01
                990002, 8996001, 899,     Other independent school, Not applicable,     2024-09-01
                """);
        warehouse.given("staged.census_return", """
                laestab, academic_year, census_term
                8994001, 202425,        SPR
                8994001, 202425,        SUM
                8994001, 202526,        AUT
                8994001, 202526,        SPR
                """);
        warehouse.given("staged.census_exclusion", """
                pupil_key, laestab, category, start_date, sessions, academic_year, census_term, on_roll
                1,         8994001, SUSP,     2024-11-05, 2,        202425,        SUM,         true
                """);
        warehouse.given("staged.exclusion_notice", """
                notice_id, pupil_key, laestab, category, start_date, sessions
                N1,        2,         8996001, SUSP,     2024-11-05, 2
                N2,        3,         8224001, SUSP,     2025-02-05, 2
                """);

        warehouse.build(MART);

        warehouse.expect(YEAR + " and time_period = 202425", """
                preferred_source, data_status, suspension
                census,           final,       1
                """);
    }
}
