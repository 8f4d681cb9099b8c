package org.bellwether.warehouse;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Children who were asked and heard, and what was done. */
class MartPupilVoiceTest {

    private static final String MART = "mart.mart_pupil_voice";

    @RegisterExtension
    static final WarehouseFixture warehouse = new WarehouseFixture();

    @BeforeEach
    void an_authority_and_a_school_in_march() {
        warehouse.asOf("2026-03-10T12:00:00Z");
        warehouse.given("core.dim_local_authority", """
                la_key, la_code, la_name,         is_home_la
                899,    899,     Wardown Borough, true
                """);
        warehouse.given("core.dim_school", """
                school_key, laestab, school_name,  is_current, valid_from, valid_to
                1,          8994001, Ashby before, false,      2000-01-01, 2024-08-31
                2,          8994001, Ashby,        true,       2024-09-01, 9999-12-31
                """);
    }

    @Test
    void the_share_heard_is_of_consultations_that_tell_both_numbers() {
        warehouse.given("staged.pupil_voice", """
                voice_id, laestab, academic_year, method,      held_on,    affected_cohort, respondents, actions_raised, actions_closed
                V1,       ,        202526,        SURVEY,      2025-10-18, 100,             20,          4,              1
                V2,       8994001, 202526,        FOCUS_GROUP, 2025-12-11, 20,              10,          0,              0
                V3,       8994001, 202526,        INTERVIEW,   ,           ,                5,           3,
                V4,       8999999, 202526,        SURVEY,      2026-03-10, 7,               ,            ,
                V5,       ,        202526,        SURVEY,      2026-03-11, 900,             900,         1,              1
                V6,       ,        202526,        ,            2026-01-11, 0,               0,           ,
                V7,       8994001, 202425,        SURVEY,      2024-10-18, 1,               1,           1,              1
                """);

        warehouse.build(MART);

        warehouse.expect(MART + " where method = 'Total'", """
                time_period, scope_type, scope_code, scope_title,       sessions, last_held_on, affected_cohort, respondents, feedback_pct, feedback_pct_status, actions_raised, actions_closed, actions_closed_pct, actions_closed_pct_status, data_status
                202526,      TOTAL,      Total,      All consultations, 5,        2026-03-10,   127,             35,          25,           ok,                  7,              1,              25,                 ok,                        year_to_date
                202526,      AUTHORITY,  899,        Wardown Borough,   2,        2026-01-11,   100,             20,          20,           ok,                  4,              1,              25,                 ok,                        year_to_date
                202526,      SCHOOL,     8994001,    Ashby,             2,        2025-12-11,   20,              15,          50,           ok,                  3,              0,              ,                   z,                         year_to_date
                202526,      SCHOOL,     8999999,    8999999,           1,        2026-03-10,   7,               ,            ,             x,                   ,               ,               ,                   x,                         year_to_date
                202425,      TOTAL,      Total,      All consultations, 1,        2024-10-18,   1,               1,           100,          ok,                  1,              1,              100,                ok,                        provisional
                202425,      SCHOOL,     8994001,    Ashby,             1,        2024-10-18,   1,               1,           100,          ok,                  1,              1,              100,                ok,                        provisional
                """);
        warehouse.expect(MART + " where method <> 'Total' and scope_type = 'TOTAL' and time_period = 202526", """
                method,      sessions, affected_cohort, respondents, feedback_pct, feedback_pct_status
                SURVEY,      2,        107,             20,          20,           ok
                FOCUS_GROUP, 1,        20,              10,          50,           ok
                INTERVIEW,   1,        ,                5,           ,             x
                UNKNOWN,     1,        0,               0,           ,             z
                """);
    }

    @Test
    void where_no_register_has_come_nothing_stands() {
        warehouse.build(MART);

        warehouse.expect(MART, """
                scope_code, method, sessions
                """);
    }
}
