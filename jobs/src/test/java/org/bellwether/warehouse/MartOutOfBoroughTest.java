package org.bellwether.warehouse;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Month by month who is placed with a provider of another authority, at what cost and how far away, and who for protection. */
class MartOutOfBoroughTest {

    private static final String MART = "mart.mart_out_of_borough";
    private static final String ALL = MART + " where sector = 'Total'";

    @RegisterExtension
    static final WarehouseFixture warehouse = new WarehouseFixture();

    @BeforeEach
    void a_spring() {
        warehouse.asOf("2025-05-15T12:00:00Z");
    }

    @Test
    void a_child_counts_once_a_month_and_year_and_is_protected_where_each_placement_is_for_that() {
        warehouse.given("staged.placement", """
                placement_id, pupil_key, provider_la_code, start_date, end_date,   protective_reason, travel_minutes
                P0,           9,         899,              2025-01-06, ,           ,                  10
                P1,           1,         876,              2025-02-28, 2025-03-31, ,                  40
                P2,           1,         876,              2025-03-10, 2025-03-14, LAC,               60
                P3,           2,         876,              2025-03-01, 2025-03-02, LAC,
                P4,           3,         876,              2025-04-01, ,           ,                  45
                P5,           3,         876,              2025-05-16, ,           ,                  90
                P6,           4,         876,              2025-03-10, 2025-03-01, ,                  90
                P7,           5,         ,                 2025-03-10, ,           ,                  90
                """);

        warehouse.build(MART);

        warehouse.expect(ALL, """
                time_period, time_identifier, month_start, as_at_date, data_status,  pupils, protective_pupils, net_of_protective, travel_minutes_mean, travel_minutes_mean_status, cost_gbp_status
                202425,      January,         2025-01-01,  2025-01-31, final,        0,      0,                 0,                 ,                    z,                          x
                202425,      February,        2025-02-01,  2025-02-28, provisional,  1,      0,                 1,                 40,                  ok,                         x
                202425,      March,           2025-03-01,  2025-03-31, provisional,  2,      1,                 1,                 60,                  ok,                         x
                202425,      Financial year,  ,            2025-03-31, provisional,  2,      1,                 1,                 60,                  ok,                         x
                202526,      April,           2025-04-01,  2025-04-30, provisional,  1,      0,                 1,                 45,                  ok,                         x
                202526,      May,             2025-05-01,  2025-05-15, year_to_date, 1,      0,                 1,                 45,                  ok,                         x
                202526,      Financial year,  ,            2025-05-15, year_to_date, 1,      0,                 1,                 45,                  ok,                         x
                """);
    }

    @Test
    void the_cost_of_a_month_is_of_the_children_on_whom_it_was_spent_and_a_sector_is_that_of_the_last_cost() {
        warehouse.given("staged.placement", """
                placement_id, pupil_key, provider_la_code, start_date, end_date
                P0,           9,         899,              2025-03-03,
                P1,           1,         876,              2025-03-03, 2025-03-31
                P2,           2,         876,              2025-03-03,
                P3,           3,         876,              2025-03-03,
                """);
        warehouse.given("staged.placement_cost", """
                placement_id, la_code, financial_year, month, element,   provider_sector, actual_gbp, budget_gbp
                P0,           899,     202425,         12,    PLACE,     MAINTAINED,      999.00,     0
                P1,           899,     202425,         12,    FEE,       INDEPENDENT,     1000.00,    0
                P1,           899,     202425,         12,    TRANSPORT, INDEPENDENT,     100.01,     0
                P1,           899,     202526,         1,     FEE,       NMSS,            50.00,      0
                P2,           899,     202425,         12,    FEE,       INDEPENDENT,     500.00,     0
                P2,           899,     202526,         1,     FEE,       INDEPENDENT,     ,           700.00
                P2,           876,     202425,         12,    FEE,       INDEPENDENT,     9000.00,    0
                PX,           899,     202425,         12,    FEE,       INDEPENDENT,     9000.00,    0
                """);

        warehouse.build(MART);

        warehouse.expect(MART + " where month_start >= '2025-03-01'", """
                time_identifier, sector,      sector_name,                  pupils, cost_gbp, costed_pupils, pupils_without_cost, avg_cost_gbp, avg_cost_gbp_status, cost_gbp_status
                March,           Total,       All sectors,                  3,      1600.01,  2,             1,                   800.01,       ok,                  ok
                March,           NMSS,        Non-maintained special school, 1,     1100.01,  1,             0,                   1100.01,      ok,                  ok
                March,           INDEPENDENT, Independent provider,         1,      500.00,   1,             0,                   500.00,       ok,                  ok
                March,           UNKNOWN,     Unknown,                      1,      0.00,     0,             1,                   ,             z,                   ok
                April,           Total,       All sectors,                  2,      50.00,    1,             2,                   50.00,        ok,                  ok
                April,           NMSS,        Non-maintained special school, 0,     50.00,    1,             0,                   50.00,        ok,                  ok
                April,           INDEPENDENT, Independent provider,         1,      0.00,     0,             1,                   ,             z,                   ok
                April,           UNKNOWN,     Unknown,                      1,      0.00,     0,             1,                   ,             z,                   ok
                May,             Total,       All sectors,                  2,      ,         ,              ,                    ,             x,                   x
                May,             INDEPENDENT, Independent provider,         1,      ,         ,              ,                    ,             x,                   x
                May,             UNKNOWN,     Unknown,                      1,      ,         ,              ,                    ,             x,                   x
                """);
        warehouse.expect(ALL + " and time_identifier = 'Financial year'", """
                time_period, pupils, cost_gbp, costed_pupils
                202425,      3,      1600.01,  2
                202526,      2,      50.00,    1
                """);
    }

    @Test
    void where_the_register_names_no_authority_the_school_or_the_provision_does() {
        warehouse.given("core.dim_school", """
                school_key, urn,    laestab, la_code, valid_from, valid_to
                1,          990900, 8767001, 876,     2010-09-01, 9999-12-31
                """);
        warehouse.given("staged.provision", """
                provision_code, provision_type, la_code, valid_from
                FAR,            SPECIAL,        876,     2022-09-01
                NEAR,           SPECIAL,        899,     2022-09-01
                """);
        warehouse.given("staged.placement", """
                placement_id, pupil_key, provision_code, provider_urn, start_date
                P1,           1,         ,               990900,       2025-05-01
                P2,           2,         FAR,            ,             2025-05-01
                P3,           3,         NEAR,           ,             2025-05-01
                P4,           4,         ,               ,             2025-05-01
                """);

        warehouse.build(MART);

        warehouse.expect(ALL + " and time_identifier = 'May'", """
                pupils, net_of_protective
                2,      2
                """);
    }

    @Test
    void a_year_is_costed_once_each_month_is_that_is_due_and_nought_or_what_is_yet_to_come_is_no_cost() {
        warehouse.given("staged.placement", """
                placement_id, pupil_key, provider_la_code, start_date
                P1,           1,         876,              2025-02-03
                P2,           2,         876,              2025-04-01
                """);
        warehouse.given("staged.placement_cost", """
                placement_id, la_code, financial_year, month, element, provider_sector, actual_gbp
                P1,           899,     202425,         11,    FEE,     INDEPENDENT,     100.00
                P1,           899,     202425,         12,    FEE,     INDEPENDENT,     0.00
                P1,           899,     202526,         1,     FEE,     INDEPENDENT,     70.00
                P2,           899,     202526,         1,     FEE,     INDEPENDENT,     40.00
                P2,           899,     202526,         1,     FEE,     INDEPENDENT,     -40.00
                P1,           899,     202526,         3,     FEE,     INDEPENDENT,     500.00
                """);

        warehouse.build(MART);

        warehouse.expect(ALL, """
                time_period, time_identifier, pupils, cost_gbp, cost_gbp_status, costed_pupils, pupils_without_cost
                202425,      February,        1,      100.00,   ok,              1,             0
                202425,      March,           1,      ,         x,               ,
                202425,      Financial year,  1,      ,         x,               ,
                202526,      April,           2,      70.00,    ok,              1,             1
                202526,      May,             2,      ,         x,               ,
                202526,      Financial year,  2,      70.00,    ok,              1,             1
                """);

        warehouse.asOf("2025-05-14T12:00:00Z");
        warehouse.given("staged.placement_cost", """
                placement_id, la_code, financial_year, month, element, provider_sector, actual_gbp
                P1,           899,     202425,         12,    FEE,     INDEPENDENT,     110.00
                """);
        warehouse.build(MART);

        warehouse.expect(ALL + " and time_identifier = 'Financial year'", """
                time_period, cost_gbp, cost_gbp_status
                202425,      210.00,   ok
                202526,      70.00,    ok
                """);
    }

    @Test
    void a_month_without_school_days_owes_no_cost() {
        warehouse.asOf("2024-12-31T12:00:00Z");
        warehouse.given("staged.term_date", """
                la_code, academic_year, term, half_term, day_type, date_from,  date_to
                899,     202324,        SUM,  SUM2,      TERM,     2024-06-03, 2024-07-19
                899,     202425,        AUT,  AUT1,      TERM,     2024-09-02, 2024-10-25
                """);
        warehouse.given("staged.placement", """
                placement_id, pupil_key, provider_la_code, start_date, end_date
                P1,           1,         876,              2024-07-01, 2024-09-30
                """);
        warehouse.given("staged.placement_cost", """
                placement_id, la_code, financial_year, month, element, provider_sector, actual_gbp
                P1,           899,     202425,         4,     FEE,     INDEPENDENT,     100.00
                P1,           899,     202425,         6,     FEE,     INDEPENDENT,     100.00
                """);

        warehouse.build(MART);

        warehouse.expect(ALL + " and time_identifier in ('August', 'Financial year')", """
                time_identifier, pupils, cost_gbp, cost_gbp_status
                August,          1,      ,         x
                Financial year,  1,      200.00,   ok
                """);
    }

    @Test
    void after_the_month_in_which_the_register_last_came_also_unchanged_nobody_knows_who_is_placed() {
        warehouse.given("staged.placement", """
                placement_id, pupil_key, provider_la_code, start_date
                P1,           1,         876,              2025-03-03
                """);
        warehouse.given("staged.placement_cost", """
                placement_id, la_code, financial_year, month, element, provider_sector, actual_gbp
                P1,           899,     202526,         2,     FEE,     INDEPENDENT,     70.00
                """);
        warehouse.given("staged.arrival", """
                submission_key, submission_id, return_name,        received_at,         arrival, state,     file_name
                1,              S1,            placement_register, 2025-03-20T03:00:00, 1,       accepted,  a.csv
                2,              S2,            placement_register, 2025-04-03T03:00:00, 2,       duplicate, b.csv
                """);

        warehouse.build(MART);

        warehouse.expect(ALL + " and month_start is not null", """
                time_identifier, pupils, pupils_status, travel_minutes_mean_status, cost_gbp, pupils_without_cost_status
                March,           1,      ok,            z,                          ,         x
                April,           1,      ok,            z,                          ,         x
                May,             ,       x,             x,                          70.00,    x
                """);
    }

    @Test
    void the_sector_may_say_that_a_placement_is_away_and_a_cost_without_an_authority_is_the_homes_own() {
        warehouse.given("staged.placement", """
                placement_id, pupil_key, provider_la_code, start_date, protective_reason
                P1,           1,         ,                 2025-03-03, N/A
                P2,           2,         899,              2025-03-03,
                P3,           3,         876,              2025-03-03, no
                P4,           4,         876,              2025-03-03, County lines
                """);
        warehouse.given("staged.placement_cost", """
                placement_id, la_code, financial_year, month, element, provider_sector, actual_gbp
                P1,           ,        202425,         12,    FEE,     OOB_MAINTAINED,  80.00
                P2,           ,        202425,         12,    FEE,     OOB_MAINTAINED,  90.00
                """);

        warehouse.build(MART);

        warehouse.expect(ALL + " and time_identifier = 'March'", """
                pupils, protective_pupils, cost_gbp, costed_pupils
                3,      1,                 80.00,    1
                """);
    }
}
