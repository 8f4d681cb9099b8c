package org.bellwether.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What notices and the census tell of the same exclusions, and what documents state of them. */
class MartReconciliationTest {

    private static final String MART = "mart.mart_reconciliation";
    private static final String STATED = "mart.mart_reconciliation_stated";

    @RegisterExtension
    static final WarehouseFixture warehouse = new WarehouseFixture();

    @BeforeEach
    void a_school_whose_january_census_has_come() {
        warehouse.asOf("2025-02-20T12:00:00Z");
        warehouse.given("staged.establishment_history", """
                urn,    laestab, la_code, school_name, phase_of_education, snapshot_date, open_date
                990001, 8994001, 899,     Ashby,       Secondary,          2024-09-01,    2010-09-01
                """);
        warehouse.given("staged.census_pupil", """
                academic_year, census_term, laestab, pupil_key, on_roll
                202425,        SPR,         8994001, 1,         true
                202425,        SPR,         8994001, 2,         true
                202425,        SPR,         8994001, 3,         true
                202425,        SPR,         8994001, 4,         true
                202425,        SPR,         8994001, 5,         true
                202425,        SPR,         8994001, 6,         true
                202425,        SPR,         8994001, 7,         false
                202425,        SPR,         8994001, 8,         true
                """);
    }

    @Test
    void each_difference_is_told_by_its_class() {
        warehouse.given("staged.exclusion_notice", """
                notice_id, pupil_key, laestab, category, start_date, notice_date, sessions, outcome
                N1,        1,         8994001, SUSP,     2024-11-05, 2024-11-05,  2,
                N2,        2,         8994001, SUSP,     2024-11-05, 2024-11-05,  2,
                N3,        3,         8994001, SUSP,     2024-11-05, 2024-11-05,  2,
                N4,        4,         8994001, SUSP,     2024-11-12, 2024-11-12,  2,
                N5,        5,         8994001, LNCH,     2024-11-12, 2024-11-12,  1,
                N6,        6,         8994001, SUSP,     2024-12-10, 2025-02-03,  2,
                N7,        7,         8994001, SUSP,     2024-10-02, 2024-10-02,  2,
                N8,        8,         8994001, SUSP,     2024-10-02, 2024-10-02,  2,        REINSTATED
                N9,        1,         8994001, SUSP,     2025-01-28, 2025-01-28,  2,
                """);
        warehouse.given("staged.census_exclusion", """
                pupil_key, laestab, category, start_date, sessions, academic_year, census_term, on_roll
                1,         8994001, SUSP,     2024-11-05, 2,        202425,        SPR,         true
                2,         8994001, SUSP,     2024-11-08, 2,        202425,        SPR,         true
                3,         8994001, SUSP,     2024-11-09, 2,        202425,        SPR,         true
                4,         8994001, PERM,     2024-11-12, ,         202425,        SPR,         true
                5,         8994001, SUSP,     2024-11-12, 1,        202425,        SPR,         true
                8,         8994001, SUSP,     2024-10-02, 2,        202425,        SPR,         true
                """);

        warehouse.build(MART);

        String expected = """
                category, time_identifier, census, notice, matched, census_only, notice_only, not_collected, difference, difference_class, late_notice, lunchtime, other_category, left_school, overturned, not_found, match_rate, counted
                LNCH,     Academic year,   0,      1,      0,       0,           1,           0,             1,          LUNCHTIME,        0,           1,         0,              0,           0,          0,         0,          1
                LNCH,     Autumn term,     0,      1,      0,       0,           1,           0,             1,          LUNCHTIME,        0,           1,         0,              0,           0,          0,         0,          1
                PERM,     Academic year,   1,      0,      0,       1,           0,           0,             -1,         OTHER_CATEGORY,   0,           0,         1,              0,           0,          0,         0,          0
                PERM,     Autumn term,     1,      0,      0,       1,           0,           0,             -1,         OTHER_CATEGORY,   0,           0,         1,              0,           0,          0,         0,          0
                SUSP,     Academic year,   5,      7,      2,       3,           4,           1,             1,          SEVERAL,          1,           1,         1,              1,           1,          2,         22.22222,   7
                SUSP,     Autumn term,     5,      6,      2,       3,           4,           0,             1,          SEVERAL,          1,           1,         1,              1,           1,          2,         22.22222,   6
                SUSP,     Spring term,     0,      1,      0,       0,           0,           1,             0,          NOT_COLLECTED,    0,           0,         0,              0,           0,          0,         ,           1
                """;
        warehouse.expect(MART + " where geographic_level = 'School'", expected);
        warehouse.expect(MART + " where geographic_level = 'Local authority'", expected);
        assertThat(warehouse.ask("select distinct laestab, school_name from " + MART + " where geographic_level = 'School'")).hasSize(1);
    }

    @Test
    void of_two_notices_near_one_row_of_the_census_the_nearest_is_its_own() {
        warehouse.given("staged.exclusion_notice", """
                notice_id, pupil_key, laestab, category, start_date, notice_date, sessions
                N1,        1,         8994001, SUSP,     2024-11-05, 2024-11-05,  2
                N2,        1,         8994001, SUSP,     2024-11-07, 2024-11-07,  2
                N3,        2,         8994001, SUSP,     2024-11-04, 2024-11-04,  2
                N4,        2,         8994001, SUSP,     2024-11-07, 2024-11-07,  2
                """);
        warehouse.given("staged.census_exclusion", """
                pupil_key, laestab, category, start_date, sessions, academic_year, census_term, on_roll
                1,         8994001, SUSP,     2024-11-08, 2,        202425,        SPR,         true
                2,         8994001, SUSP,     2024-11-04, 2,        202425,        SPR,         true
                2,         8994001, SUSP,     2024-11-07, 2,        202425,        SPR,         true
                """);

        warehouse.build(MART);

        warehouse.expect(MART + " where geographic_level = 'School' and time_identifier = 'Autumn term'", """
                category, census, notice, matched, census_only, notice_only, difference_class, not_found, match_rate
                SUSP,     3,      4,      3,       0,           1,           NOT_FOUND,        1,         75
                """);
        assertThat(warehouse.ask("select start_date from mart.mart_reconciliation__event join core.fact_exclusion on exclusion_key = notice_key where found_in = 'NOTICE_ONLY'"))
                .containsExactly("2024-11-05");
    }

    @Test
    void as_many_as_can_be_are_paired_where_each_is_near_to_two_and_those_of_one_day_first() {
        warehouse.given("staged.exclusion_notice", """
                notice_id, pupil_key, laestab, category, start_date, notice_date, sessions
                N1,        1,         8994001, SUSP,     2024-11-04, 2024-11-04,  2
                N2,        1,         8994001, SUSP,     2024-11-06, 2024-11-06,  2
                N3,        1,         8994001, SUSP,     2024-11-08, 2024-11-08,  2
                N4,        2,         8994001, SUSP,     2024-11-04, 2024-11-04,  2
                N5,        2,         8994001, SUSP,     2024-11-06, 2024-11-06,  2
                N6,        3,         8994001, SUSP,     2024-11-04, 2024-11-04,  2
                N7,        3,         8994001, SUSP,     2024-11-12, 2024-11-12,  2
                """);
        warehouse.given("staged.census_exclusion", """
                pupil_key, laestab, category, start_date, sessions, academic_year, census_term, on_roll
                1,         8994001, SUSP,     2024-11-05, 2,        202425,        SPR,         true
                1,         8994001, SUSP,     2024-11-07, 2,        202425,        SPR,         true
                1,         8994001, SUSP,     2024-11-11, 2,        202425,        SPR,         true
                2,         8994001, SUSP,     2024-11-06, 2,        202425,        SPR,         true
                3,         8994001, SUSP,     2024-11-08, 2,        202425,        SPR,         true
                3,         8994001, SUSP,     2024-11-13, 2,        202425,        SPR,         true
                """);

        warehouse.build(MART);

        warehouse.expect(MART + " where geographic_level = 'School' and time_identifier = 'Autumn term'", """
                census, notice, matched, census_only, notice_only, match_rate
                6,      7,      5,       1,           2,           62.5
                """);
        assertThat(warehouse.ask("select start_date from mart.mart_reconciliation__event join core.fact_exclusion on exclusion_key = coalesce(notice_key, census_key)"
                + " where found_in <> 'MATCHED' order by pupil_key, start_date"))
                .containsExactly("2024-11-04", "2024-11-04", "2024-11-08");
    }

    @Test
    void schools_whose_exclusions_are_no_figures_of_the_authority_are_not_compared_and_what_dfe_has_published_stands_beside() {
        warehouse.given("core.fact_benchmark", """
                dataset,    geographic_level, area_code, time_period, time_identifier, phase_type_grouping, breakdown_topic, breakdown, measure,    value
                exclusions, Local authority,  E06000899, 202425,      Academic year,   Total,               Total,           Total,     suspension, 2469
                exclusions, Local authority,  E06000899, 202425,      Academic year,   Secondary,           Total,           Total,     suspension, 2000
                """);
        warehouse.given("core.dim_local_authority", """
                la_key, la_code, la_name,         new_la_code, is_home_la
                899,    899,     Wardown Borough, E06000899,   true
                """);
        warehouse.given("staged.exclusion_notice", """
                notice_id, pupil_key, laestab, category, start_date, notice_date, sessions
                N1,        1,         8994001, SUSP,     2024-11-05, 2024-11-05,  2
                N2,        2,         8224002, SUSP,     2024-11-05, 2024-11-05,  2
                """);

        warehouse.build(MART);

        warehouse.expect(MART + " where geographic_level = 'Local authority' and time_identifier = 'Academic year'", """
                category, notice, counted, published, stated
                SUSP,     1,      1,       2469,
                """);
    }

    @Test
    void a_school_and_a_pupil_who_moved_are_compared_by_school() {
        warehouse.given("staged.exclusion_notice", """
                notice_id, pupil_key, laestab, category, start_date, notice_date, sessions
                N1,        1,         8994002, SUSP,     2024-11-05, 2024-11-05,  2
                """);
        warehouse.given("staged.census_exclusion", """
                pupil_key, laestab, category, start_date, sessions, academic_year, census_term, on_roll
                1,         8994001, SUSP,     2024-11-05, 2,        202425,        SPR,         true
                """);

        warehouse.build(MART);

        warehouse.expect(MART + " where time_identifier = 'Autumn term'", """
                geographic_level, laestab, census, notice, matched, census_only, not_collected, counted
                School,           8994001, 1,      0,      0,       1,           0,             1
                School,           8994002, 0,      1,      0,       0,           1,             1
                Local authority,  ,        1,      1,      0,       1,           1,             2
                """);
    }

    /** Golden fact G24. */
    @Test
    void what_a_document_makes_of_its_own_table_is_told_where_it_is_not_so() {
        warehouse.build(STATED);

        warehouse.expect(STATED + " where kind = 'SUM' and code in ('S1-36', 'S1-60', 'S1-61')", """
                strategy_code, code,  ordinal, stated, comes_to,   is_consistent
                BEDFORD-BLISS, S1-36, 1,       44,     44,         true
                BEDFORD-BLISS, S1-60, 1,       -3.5,   -1.851852,  false
                BEDFORD-BLISS, S1-61, 1,       56,     53,         false
                BEDFORD-BLISS, S1-61, 2,       44,     44,         true
                BEDFORD-BLISS, S1-61, 3,       -21,    -16.981132, false
                BEDFORD-BLISS, S1-61, 4,       -21,    -21.428571, true
                """);
    }

    @Test
    void what_a_document_states_of_the_own_authority_stands_beside_what_counts() {
        warehouse.config("config.strategy", """
                strategy_code, strategy_title, la_code
                OURS,          Ours,           899
                THEIRS,        Theirs,         822
                """);
        warehouse.config("config.strategy_year", """
                strategy_code, time_period, kind
                OURS,          202425,      DELIVERY
                THEIRS,        202425,      DELIVERY
                """);
        warehouse.config("config.stated_figure", """
                strategy_code, stated_code, time_period, mart_column, label,                  unit,  stated_value, source_ref
                OURS,          suspended,   202425,      suspension,  ,                       count, 3,            page 2
                OURS,          secondary,   202425,      suspension,  State-funded secondary, count, 2,            page 2
                OURS,          before,      202324,      suspension,  ,                       count, 9,            page 2
                OURS,          places,      202425,      ,            Greys,                  count, 12,           page 3
                THEIRS,        suspended,   202425,      suspension,  ,                       count, 3,            page 2
                """);
        warehouse.given("staged.exclusion_notice", """
                notice_id, pupil_key, laestab, category, start_date, notice_date, sessions
                N1,        1,         8994001, SUSP,     2024-11-05, 2024-11-05,  2
                N2,        2,         8994001, SUSP,     2024-11-07, 2024-11-07,  2
                """);

        warehouse.build(MART);

        warehouse.expect(STATED + " where kind = 'FIGURE'", """
                strategy_code, code,      time_period, stated, published, published_status, counted, counted_status, is_consistent
                OURS,          suspended, 202425,      3,      ,          x,                2,       ok,             false
                OURS,          secondary, 202425,      2,      ,          x,                2,       ok,             true
                OURS,          before,    202324,      9,      ,          x,                ,        x,
                """);
        warehouse.expect(MART + " where geographic_level = 'Local authority' and time_identifier = 'Academic year'", """
                category, counted, stated
                SUSP,     2,       3
                """);
    }
}
