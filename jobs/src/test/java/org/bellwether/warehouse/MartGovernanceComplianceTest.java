package org.bellwether.warehouse;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Documents that provisions and schools owe, by year and type, and what is in those that came. */
class MartGovernanceComplianceTest {

    private static final String MART = "mart.mart_governance_compliance";

    @RegisterExtension
    static final WarehouseFixture warehouse = new WarehouseFixture();

    @BeforeEach
    void two_provisions_on_the_tenth_of_january() {
        warehouse.asOf("2026-01-10T12:00:00Z");
        warehouse.given("core.dim_local_authority", """
                la_key, la_code, la_name,         is_home_la
                899,    899,     Wardown Borough, true
                """);
        warehouse.given("core.dim_provision", """
                provision_key, provision_code, provision_name, neighbourhood, is_latest, valid_from, valid_to
                30,            BP-NORTH,       North as was,   NORTH,         false,     2021-09-01, 2024-08-31
                31,            BP-NORTH,       North,          NORTH,         true,      2024-09-01, 9999-12-31
                32,            BP-EAST,        East,           EAST,          true,      2021-09-01, 9999-12-31
                """);
        warehouse.given("core.dim_school", """
                school_key, laestab, school_name, is_current, valid_from, valid_to
                20,         8994001, Ashby,       true,       2010-09-01, 9999-12-31
                """);
        warehouse.config("config.report_type", """
                code,      label,             elements_required
                NP_TERMLY, Termly report,
                SLA,       Agreement,         13
                LA_ANNUAL, Annual report,     12
                """);
        warehouse.config("config.report_element", """
                code,     report_type, label
                BUDGET,   LA_ANNUAL,   Budget
                STAFFING, LA_ANNUAL,   Staffing
                """);
    }

    @Test
    void what_has_come_and_what_is_overdue_is_due_and_on_time_is_asked_of_what_has_a_day() {
        warehouse.given("staged.governance_return", """
                document_id, report_type, provision_code, laestab, period_end, due_date,   received_date
                D1,          NP_TERMLY,   BP-NORTH,       8994001, ,           2025-12-20, 2025-12-20
                D2,          NP_TERMLY,   BP-NORTH,       8994001, ,           2025-12-20, 2025-12-21
                D3,          NP_TERMLY,   BP-NORTH,       8994001, ,           2026-01-09,
                D4,          NP_TERMLY,   BP-NORTH,       8994001, ,           2026-01-10,
                D5,          NP_TERMLY,   BP-NORTH,       8994001, 2025-10-01, ,           2026-01-08
                D6,          NP_TERMLY,   BP-NONE,        ,        ,           2026-07-01,
                D7,          NP_TERMLY,   ,               8994001, ,           2025-10-01, 2025-09-30
                D8,          ,            ,               ,        ,           2025-10-01,
                D9,          NP_TERMLY,   BP-NORTH,       ,        ,           ,
                """);

        warehouse.build(MART);

        warehouse.expect(MART + " where report_type <> 'Total' and scope_type <> 'TOTAL' order by scope_code", """
                scope_type, scope_code, scope_title,     report_type, report_title,  documents, due, received, on_time, timed, overdue, on_time_pct, on_time_pct_status, data_status
                AUTHORITY,  899,        Wardown Borough, UNKNOWN,     Unknown,       1,         1,   0,        0,       1,     1,       0,           ok,                 year_to_date
                SCHOOL,     8994001,    Ashby,           NP_TERMLY,   Termly report, 1,         1,   1,        1,       1,     0,       100,         ok,                 year_to_date
                PROVISION,  BP-NONE,    BP-NONE,         NP_TERMLY,   Termly report, 1,         0,   0,        0,       0,     0,       ,            z,                  year_to_date
                PROVISION,  BP-NORTH,   North,           NP_TERMLY,   Termly report, 5,         4,   3,        1,       3,     1,       33.33333,    ok,                 year_to_date
                """);
        warehouse.expect(MART + " where scope_type = 'TOTAL' order by report_type", """
                report_type, documents, due, received, overdue, on_time_pct, agreements_in_force
                NP_TERMLY,   7,         5,   4,        1,       50,
                Total,       8,         6,   4,        2,       40,
                UNKNOWN,     1,         1,   0,        1,       0,
                """);
    }

    @Test
    void elements_count_in_documents_that_came_and_each_of_the_list_by_itself() {
        warehouse.given("staged.governance_return", """
                document_id, report_type, provision_code, due_date,   received_date, elements_present, score_1, score_2
                D1,          LA_ANNUAL,   BP-NORTH,       2025-07-17, 2025-07-17,    BUDGET STAFFING,  5,       2
                D2,          LA_ANNUAL,   BP-EAST,        2025-07-17, 2025-07-20,    BUDGETS STAFFING, 2,
                D3,          LA_ANNUAL,   BP-EAST,        2025-07-17, ,              BUDGET,           1,       1
                D4,          NP_TERMLY,   BP-EAST,        2025-07-17, 2025-07-17,    BUDGET,           ,
                """);

        warehouse.build(MART);

        warehouse.expect(MART + " where scope_type = 'TOTAL' and report_type = 'LA_ANNUAL' order by element", """
                element,  element_title, documents, received, overdue, elements_required, elements_present, elements_pct, score_1, score_2, score_3, score_3_status
                BUDGET,   Budget,        2,         2,        ,        2,                 1,                50,           ,        ,        ,        z
                STAFFING, Staffing,      2,         2,        ,        2,                 2,                100,          ,        ,        ,        z
                Total,    The document,  3,         2,        1,       4,                 3,                75,           3.5,     2,       ,        z
                """);
        warehouse.expect(MART + " where scope_code = 'BP-EAST' order by report_type, element", """
                report_type, element,  received, elements_required, elements_present, elements_pct_status
                LA_ANNUAL,   BUDGET,   1,        1,                 0,                ok
                LA_ANNUAL,   STAFFING, 1,        1,                 1,                ok
                LA_ANNUAL,   Total,    1,        2,                 1,                ok
                NP_TERMLY,   Total,    1,        ,                  ,                 z
                Total,       Total,    2,        2,                 1,                ok
                """);
    }

    @Test
    void more_elements_than_are_asked_for_are_all_of_them_and_a_document_is_of_the_year_that_it_begins_in() {
        warehouse.given("staged.governance_return", """
                document_id, report_type, provision_code, period_start, period_end, due_date,   received_date, elements_present
                D1,          SLA,         BP-NORTH,       2025-09-01,   2026-08-31, 2025-09-10, 2025-09-10,    A B C D E F G H I J K L M N O
                D2,          SLA,         BP-EAST,        2025-09-01,   2026-08-31, 2025-09-10, 2025-09-10,    A B C D E F G H I J K
                D3,          LA_ANNUAL,   BP-EAST,        2024-09-01,   2025-08-31, ,           2025-07-15,    BUDGET STAFFING
                """);

        warehouse.build(MART);

        warehouse.expect(MART + " where scope_type = 'TOTAL' and report_type in ('SLA', 'LA_ANNUAL') and element = 'Total'", """
                time_period, report_type, elements_required, elements_present, elements_pct
                202425,      LA_ANNUAL,   2,                 2,                100
                202526,      SLA,         26,                24,               92.30769
                """);
    }

    @Test
    void an_agreement_holds_at_the_end_of_each_year_that_it_reaches_and_once_however_often_it_is_made() {
        warehouse.given("staged.governance_return", """
                document_id, report_type, provision_code, period_start, period_end, due_date,   received_date, reviewed_on
                D1,          SLA,         BP-NORTH,       2023-09-01,   2025-08-31, 2023-09-15, 2023-09-10,    2024-01-15
                D2,          SLA,         BP-NORTH,       2024-06-01,   2024-08-31, 2024-06-15, 2024-06-10,
                D3,          SLA,         BP-NORTH,       2025-09-01,   ,           2025-09-15, ,
                D4,          SLA,         BP-EAST,        2023-09-01,   2024-03-31, 2023-09-15, 2023-09-10,
                D5,          SLA,         BP-EAST,        2024-09-01,   2025-08-31, 2024-09-15, 2025-08-10,    2025-08-10
                D6,          SLA,         BP-EAST,        ,             ,           2025-09-15, 2025-10-01,    2025-12-01
                """);

        warehouse.build(MART);

        warehouse.expect(MART + " where report_type = 'SLA' and scope_type = 'PROVISION' order by scope_code, time_period", """
                scope_code, time_period, as_at_date, documents, received, agreements_in_force, agreements_in_review, last_reviewed_on
                BP-EAST,    202324,      2024-07-31, 1,         1,        0,                   0,
                BP-EAST,    202425,      2025-07-31, 1,         1,        0,                   0,                    2025-08-10
                BP-EAST,    202526,      2026-01-10, 1,         1,        1,                   1,                    2025-12-01
                BP-NORTH,   202324,      2024-07-31, 2,         2,        1,                   1,                    2024-01-15
                BP-NORTH,   202425,      2025-07-31, 0,         0,        1,                   0,
                BP-NORTH,   202526,      2026-01-10, 1,         0,        0,                   0,
                """);
        warehouse.expect(MART + " where report_type = 'SLA' and scope_type = 'TOTAL' order by time_period", """
                time_period, documents, agreements_in_force, agreements_in_review
                202324,      3,         1,                   1
                202425,      1,         1,                   0
                202526,      2,         1,                   1
                """);
    }

    @Test
    void nothing_stands_where_no_register_has_come() {
        warehouse.build(MART);

        warehouse.expect(MART, """
                scope_code, report_type, documents
                """);
    }
}
