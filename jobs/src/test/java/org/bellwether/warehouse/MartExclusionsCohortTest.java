package org.bellwether.warehouse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Groups of pupils beside all pupils of the authority and of a neighbourhood, and beside England's. */
class MartExclusionsCohortTest {

    private static final String MART = "mart.mart_exclusions_cohort";
    private static final String AUTHORITY = MART + " where geographic_level = 'Local authority' and time_period = 202425";

    @RegisterExtension
    static final WarehouseFixture warehouse = new WarehouseFixture();

    @Test
    void a_group_twice_as_often_suspended_has_a_relative_rate_of_its_counts() {
        schools();
        pupils();
        warehouse.given("staged.exclusion_notice", """
                notice_id, pupil_key, laestab, category, start_date, sessions
                N1,        1,         8994001, SUSP,     2025-02-04, 2
                N2,        1,         8994001, SUSP,     2025-02-18, 2
                N3,        4,         8994002, SUSP,     2025-02-25, 2
                """);

        warehouse.build(MART);

        warehouse.expect(AUTHORITY + " and breakdown_topic in ('Total', 'Sex')", """
                breakdown_topic, breakdown, headcount, suspension, susp_rate, relative_rate, gap_pp, perm_relative_rate, perm_relative_rate_status, perm_gap_pp, england_rate_status
                Total,           Total,     4,         3,          75,        1,             0,      ,                   z,                         0,           x
                Sex,             Female,    1,         2,          200,       2.66667,       125,    ,                   z,                         0,           x
                Sex,             Male,      3,         1,          33.33333,  0.44444,       -41.66667,  ,               z,                         0,           x
                """);
    }

    @Test
    void an_exclusion_says_of_itself_what_provision_the_pupil_had_in_two_ways_too() {
        schools();
        pupils();
        warehouse.given("staged.exclusion_notice", """
                notice_id, pupil_key, laestab, category, start_date, sessions, sen_provision_at_start
                N1,        1,         8994001, SUSP,     2025-02-04, 2,        E
                N2,        2,         8994001, SUSP,     2025-02-04, 2,
                """);

        warehouse.build(MART);

        warehouse.expect(AUTHORITY + " and breakdown_topic = 'Sex and SEN provision'", """
                breakdown,                                      headcount, suspension, susp_rate_status, relative_rate, relative_rate_status
                "Female, Education, health and care plan",      0,         1,          z,                ,              z
                "Female, No SEN provision",                     1,         0,          ok,               0,             ok
                "Male, No SEN provision",                       1,         0,          ok,               0,             ok
                "Male, SEN support / SEN without an EHC plan",  2,         1,          ok,               1,             ok
                """);
    }

    @Test
    void a_child_is_in_every_topic_and_children_looked_after_are_known_by_the_list_alone() {
        schools();
        pupils();
        warehouse.given("staged.looked_after_spell", """
                pupil_key, lac_from,   lac_to
                1,         2025-01-10, 2025-02-20
                """);
        warehouse.given("staged.exclusion_notice", """
                notice_id, pupil_key, laestab, category, start_date, sessions
                N1,        1,         8994001, SUSP,     2025-02-04, 2
                N2,        1,         8994001, PERM,     2025-02-18,
                N3,        2,         8994001, SUSP,     2025-02-18, 2
                """);

        warehouse.build(MART);

        warehouse.expect(AUTHORITY + " and breakdown_topic = 'Looked after'", """
                breakdown,        headcount, suspension, perm_excl, susp_rate, relative_rate, perm_relative_rate, perm_relative_rate_status
                Looked after,     1,         1,          1,         100,       2,             4,                  ok
                Not looked after, 3,         1,          0,         33.33333,  0.66667,       0,                  ok
                """);
    }

    @Test
    void who_moves_to_a_school_of_another_neighbourhood_is_excluded_where_the_school_is() {
        schools();
        pupils();
        warehouse.given("staged.exclusion_notice", """
                notice_id, pupil_key, laestab, category, start_date, sessions
                N1,        1,         8994001, SUSP,     2025-02-04, 2
                N2,        1,         8994002, SUSP,     2025-05-06, 2
                N3,        3,         8994003, SUSP,     2025-05-06, 2
                """);

        warehouse.build(MART);

        warehouse.expect(MART + " where breakdown_topic = 'Total' and time_period = 202425", """
                geographic_level, neighbourhood, headcount, suspension, one_plus_susp, susp_rate, relative_rate, england_rate_status
                Local authority,  ,              4,         3,          3,             75,        1,             x
                Neighbourhood,    NORTH,         2,         1,          1,             50,        1,             z
                Neighbourhood,    SOUTH,         1,         1,          1,             100,       1,             z
                """);
    }

    @Test
    void england_stands_beside_the_same_group_as_published() {
        schools();
        pupils();
        warehouse.given("core.fact_benchmark", """
                dataset,                      geographic_level, time_period, time_identifier, phase_type_grouping, breakdown_topic,   breakdown, measure,        value, value_status
                exclusions_by_characteristic, National,         202425,      Academic year,   Total,               Total,             Total,     susp_rate,      11.31, ok
                exclusions_by_characteristic, National,         202425,      Academic year,   Total,               Total,             Total,     perm_excl_rate, 0.13,  ok
                exclusions_by_characteristic, National,         202425,      Academic year,   Total,               Sex,               Male,      susp_rate,      14.48, ok
                exclusions_by_characteristic, National,         202425,      Academic year,   Total,               Sex,               Male,      perm_excl_rate, ,      x
                exclusions_by_sen,            National,         202425,      Academic year,   Total,               SEN,               No SEN provision, susp_rate,  8.42,  ok
                exclusions_by_characteristic, National,         202425,      Academic year,   Primary,             Sex,               Male,      susp_rate,      3.1,   ok
                """);

        warehouse.build(MART);

        warehouse.expect(AUTHORITY + " and breakdown_topic in ('Total', 'Sex')", """
                breakdown, susp_rate_status, relative_rate_status, england_rate, england_relative_rate, perm_england_rate, perm_england_rate_status, perm_england_relative_rate_status
                Total,     ok,               z,                    11.31,        1,                     0.13,              ok,                       ok
                Female,    ok,               z,                    ,             ,                      ,                  x,                        x
                Male,      ok,               z,                    14.48,        1.28028,               ,                  x,                        x
                """);
        warehouse.expect(AUTHORITY + " and breakdown_topic = 'SEN provision' and breakdown = 'No SEN provision'", """
                breakdown_topic, england_rate, england_relative_rate
                SEN provision,   8.42,         0.74447
                """);
    }

    private static void schools() {
        warehouse.given("staged.establishment_history", """
                urn,    laestab, la_code, phase_of_education, snapshot_date, open_date,  neighbourhood
                990001, 8994001, 899,     Secondary,          2024-09-01,    2010-09-01, NORTH
                990002, 8994002, 899,     Secondary,          2024-09-01,    2010-09-01, SOUTH
                990003, 8994003, 899,     Secondary,          2024-09-01,    2010-09-01,
                """);
    }

    /** A girl and three boys: two in the north, one in the south, one in no neighbourhood. */
    private static void pupils() {
        warehouse.given("staged.census_pupil", """
                academic_year, census_term, laestab, on_roll, pupil_key, enrol_status, sex, sen_provision, reference_date
                202425,        SPR,         8994001, true,    1,         C,            F,   N,             2025-01-16
                202425,        SPR,         8994001, true,    2,         C,            M,   K,             2025-01-16
                202425,        SPR,         8994003, true,    3,         C,            M,   N,             2025-01-16
                202425,        SPR,         8994002, true,    4,         C,            M,   K,             2025-01-16
                """);
        warehouse.given("staged.census_return", """
                academic_year, census_term, laestab
                202425,        SPR,         8994001
                202425,        SPR,         8994002
                202425,        SPR,         8994003
                """);
    }
}
