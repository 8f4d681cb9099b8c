package org.bellwether.warehouse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Reasons of suspensions and permanent exclusions: mentions, the pupils behind them, rates and shares. */
class MartExclusionReasonTest {

    private static final String MART = "mart.mart_exclusion_reason";
    private static final String YEAR = MART + " where time_identifier = 'Academic year' and phase_type_grouping = 'Total'";

    @RegisterExtension
    static final WarehouseFixture warehouse = new WarehouseFixture();

    @Test
    void an_exclusion_stands_at_each_of_its_reasons_once_and_a_pupil_at_each_once() {
        warehouse.given("staged.census_pupil", """
                academic_year, census_term, laestab, on_roll, pupil_key, enrol_status
                202425,        SPR,         8994001, true,    1,         C
                202425,        SPR,         8994001, true,    2,         C
                """);
        warehouse.given("staged.exclusion_notice", """
                notice_id, pupil_key, laestab, category, start_date, sessions, reason1, reason2, reason3
                N1,        1,         8994001, SUSP,     2025-05-06, 2,        DB,      PP,      VA
                N2,        1,         8994001, SUSP,     2025-05-13, 2,        DB,      DB,
                N3,        1,         8994002, SUSP,     2025-05-20, 2,        PP,      ,
                N4,        2,         8994001, SUSP,     2025-06-03, 2,        ,        ,
                N5,        2,         8994001, PERM,     2025-06-10, ,         DB,      OW,
                N6,        2,         8994001, LNCH,     2025-06-11, 1,        DB,      ,
                """);

        warehouse.build(MART);

        warehouse.expect(YEAR + " and reason_code in ('Total', 'DB', 'PP', 'VA', 'OW', 'TH')", """
                reason_code, reason_group, susp_mentions, susp_pupils, susp_mention_rate, susp_share, perm_mentions, perm_mention_rate, perm_share
                Total,       Total,        5,             1,           250,               125,        2,             100,               200
                DB,          DB,           2,             1,           100,               50,         1,             50,                100
                PP,          PP,           2,             1,           100,               50,         0,             0,                 0
                VA,          VA,           1,             1,           50,                25,         0,             0,                 0
                OW,          OW,           0,             0,           0,                 0,          1,             50,                100
                TH,          TH,           0,             0,           0,                 0,          0,             0,                 0
                """);
    }

    @Test
    void a_term_of_which_nobody_told_has_no_mentions_and_one_without_exclusions_has_nought() {
        warehouse.given("staged.census_return", """
                laestab, academic_year, census_term
                8994001, 202425,        SUM
                """);
        warehouse.given("staged.census_pupil", """
                academic_year, census_term, laestab, on_roll, pupil_key, enrol_status
                202425,        SPR,         8994001, true,    2,         C
                """);
        warehouse.given("staged.exclusion_notice", """
                notice_id, pupil_key, laestab, category, start_date, sessions, reason1
                N1,        1,         8994002, SUSP,     2024-11-05, 2,        DB
                """);

        warehouse.build(MART);

        warehouse.expect(MART + " where phase_type_grouping = 'Total' and reason_code = 'DB'", """
                time_period, time_identifier, susp_mentions, susp_mentions_status, susp_share, susp_share_status, susp_mention_rate_status
                202425,      Academic year,   1,             ok,                   100,        ok,                ok
                202425,      Autumn term,     1,             ok,                   100,        ok,                ok
                202425,      Spring term,     0,             ok,                   ,           z,                 ok
                202425,      Summer term,     ,              x,                    ,           x,                 x
                """);
    }

    @Test
    void reasons_stand_in_the_periods_in_which_they_could_be_given_beside_their_group() {
        warehouse.asOf("2026-10-31T12:00:00Z");
        warehouse.given("staged.exclusion_notice", """
                notice_id, pupil_key, laestab, category, start_date, sessions, reason1, reason2
                N1,        1,         8994001, SUSP,     2026-09-08, 2,        VR,      DA
                N2,        1,         8994001, SUSP,     2026-05-06, 2,        DA,
                """);

        warehouse.build(MART);

        warehouse.expect(MART + " where phase_type_grouping = 'Total' and time_identifier = 'Academic year' and reason_code in ('DA', 'VR', 'OT')", """
                time_period, reason_code, reason,                   reason_group, susp_mentions
                202526,      DA,          Drug and alcohol related, DA,           1
                202627,      DA,          Drug and alcohol related, DA,           1
                202627,      VR,          Vape related,             DA,           1
                """);
    }

    @Test
    void a_reason_of_an_exclusion_that_a_later_census_withdraws_is_mentioned_no_more() {
        warehouse.given("staged.census_return", """
                laestab, academic_year, census_term
                8994001, 202425,        SPR
                8994001, 202425,        SUM
                8994001, 202526,        AUT
                """);
        warehouse.given("staged.census_exclusion", """
                pupil_key, laestab, category, start_date, sessions, academic_year, census_term, on_roll, reason1
                1,         8994001, SUSP,     2024-11-05, 2,        202425,        SPR,         true,    PP
                2,         8994001, SUSP,     2024-11-06, 2,        202425,        SPR,         true,    DB
                2,         8994001, SUSP,     2024-11-06, 2,        202425,        SUM,         true,    DB
                """);

        warehouse.build(MART);

        warehouse.expect(YEAR + " and time_period = 202425 and reason_code in ('DB', 'PP')", """
                reason_code, susp_mentions, preferred_source
                DB,          1,             census
                PP,          0,             census
                """);
    }
}
