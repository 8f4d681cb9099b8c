package org.bellwether.warehouse;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Documents that are owed, training and consultations, as the authority's own registers tell of them. */
class GovernanceModelsTest {

    @RegisterExtension
    static final WarehouseFixture warehouse = new WarehouseFixture();

    @BeforeEach
    void a_school_that_became_another_and_a_provision() {
        warehouse.given("core.dim_school", """
                school_key, laestab, valid_from, valid_to
                20,         8994001, 2010-09-01, 2024-12-31
                21,         8994001, 2025-01-01, 9999-12-31
                """);
        warehouse.given("core.dim_provision", """
                provision_key, provision_code, valid_from, valid_to
                30,            BP-NORTH,       2021-09-01, 2025-08-31
                """);
        warehouse.given("core.dim_date", """
                date,       day_number
                2024-12-13, 100
                2024-12-20, 107
                2025-01-10, 128
                """);
        warehouse.config("config.report_type", """
                code,      label, elements_required
                NP_TERMLY, One,
                SLA,       Two,   13
                LA_ANNUAL, Three, 12
                """);
        warehouse.config("config.report_element", """
                code,     report_type, label
                BUDGET,   LA_ANNUAL,   One
                STAFFING, LA_ANNUAL,   Two
                KPI,      LA_ANNUAL,   Three
                """);
        warehouse.asOf("2025-01-10T12:00:00Z");
    }

    @Test
    void a_document_is_late_by_days_and_overdue_while_it_has_not_come() {
        warehouse.given("staged.governance_return", """
                document_id, report_type, provision_code, laestab, due_date,   received_date
                D1,          NP_TERMLY,   BP-NORTH,       ,        2024-12-20, 2024-12-13
                D2,          NP_TERMLY,   BP-NORTH,       8994001, 2024-12-20, 2025-01-10
                D3,          NP_TERMLY,   BP-NONE,        8994001, 2024-12-20,
                D4,          NP_TERMLY,   ,               8999999, 2025-01-10,
                D5,          NP_TERMLY,   ,               ,        ,
                """);

        warehouse.build("core.fact_governance_return");

        warehouse.expect("core.fact_governance_return", """
                document_id, provision_key, school_key, term, days_late, is_overdue
                D1,          30,            -2,         AUT,  -7,        false
                D2,          30,            20,         AUT,  21,        false
                D3,          -1,            20,         AUT,  ,          true
                D4,          -2,            -1,         SPR,  ,          false
                D5,          -2,            -2,         ,     ,          false
                """);
    }

    @Test
    void elements_count_that_the_list_has_and_where_there_is_no_list_all() {
        warehouse.given("staged.governance_return", """
                document_id, report_type, due_date,   received_date, elements_present
                D1,          LA_ANNUAL,   2024-12-20, 2024-12-20,    BUDGET BUDGETS STAFFING
                D2,          LA_ANNUAL,   2024-12-20, 2024-12-20,
                D3,          LA_ANNUAL,   2024-12-20, ,              BUDGET
                D4,          SLA,         2024-12-20, 2024-12-20,    AIMS TERMINATION VISION
                D5,          NP_TERMLY,   2024-12-20, 2024-12-20,
                """);

        warehouse.build("core.fact_governance_return");

        warehouse.expect("core.fact_governance_return", """
                document_id, elements_required, elements_present
                D1,          3,                 2
                D2,          3,                 0
                D3,          3,
                D4,          13,                3
                D5,          ,                  0
                """);
    }

    @Test
    void an_agreement_is_out_of_review_after_twelve_months() {
        warehouse.given("staged.governance_return", """
                document_id, report_type, due_date,   received_date, reviewed_on
                D1,          SLA,         2023-09-01, 2023-09-01,
                D2,          SLA,         2023-09-01, 2023-09-01,    2024-09-01
                D3,          SLA,         2023-09-01, ,
                D4,          LA_ANNUAL,   2023-09-01, 2023-09-01,
                """);

        warehouse.build("core.fact_governance_return");

        warehouse.expect("core.fact_governance_return", """
                document_id, is_out_of_review
                D1,          true
                D2,          false
                D3,
                D4,
                """);
    }

    @Test
    void training_and_consultations_find_the_school_of_their_day() {
        warehouse.given("staged.training", """
                event_id, laestab, course,  event_date, staff_trained
                E1,       8994001, RPI,     2024-12-31, 12
                E2,       8994001, ,        2025-01-01, 3
                E3,       ,        EDI,     2025-01-01, 3
                E4,       8994001, EDI,     ,           3
                """);
        warehouse.given("staged.pupil_voice", """
                voice_id, laestab, academic_year, method,      held_on,    affected_cohort, respondents
                V1,       8994001, 202425,        SURVEY,      2025-02-03, 100,             40
                V2,       8994001, 202425,        FOCUS_GROUP, ,           20,              8
                V3,       ,        202425,        INTERVIEW,   2025-02-03, ,                4
                """);

        warehouse.build("core.fact_training");
        warehouse.build("core.fact_pupil_voice");

        warehouse.expect("core.fact_training", """
                event_id, school_key, time_period, term, course, staff_trained
                E1,       20,         202425,      AUT,  RPI,    12
                E2,       21,         202425,      SPR,  ,       3
                E3,       -2,         202425,      SPR,  EDI,    3
                E4,       -1,         ,            ,     EDI,    3
                """);
        warehouse.expect("core.fact_pupil_voice", """
                voice_id, school_key, time_period, term, method,      respondents
                V1,       21,         202425,      SPR,  SURVEY,      40
                V2,       20,         202425,      ,     FOCUS_GROUP, 8
                V3,       -2,         202425,      SPR,  INTERVIEW,   4
                """);
    }
}
