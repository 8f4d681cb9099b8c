package org.bellwether.warehouse;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What provisions were given, spent and kept, what two had to sign, and whether they report it in time. */
class MartProvisionFinanceTest {

    private static final String MART = "mart.mart_provision_finance";
    private static final String WHOLE = MART + " where category = 'Total' and scope_type <> 'PROVISION_TYPE'";

    @RegisterExtension
    static final WarehouseFixture warehouse = new WarehouseFixture();

    @BeforeEach
    void two_provisions() {
        warehouse.given("core.dim_provision", """
                provision_key, provision_code, provision_name, provision_type,      neighbourhood, is_latest, valid_from, valid_to
                30,            BP-NORTH,       North as was,   BEHAVIOUR_PROVISION, NORTH,         false,     2021-09-01, 2024-08-31
                31,            BP-NORTH,       North,          BEHAVIOUR_PROVISION, NORTH,         true,      2024-09-01, 9999-12-31
                40,            BP-EAST,        East,           BEHAVIOUR_PROVISION, EAST,          true,      2021-09-01, 9999-12-31
                50,            REACH,          In-reach team,  IN_REACH,            ,              true,      2021-09-01, 9999-12-31
                """);
    }

    @Test
    void a_year_is_what_each_provision_told_last_and_a_blank_is_no_underspend() {
        warehouse.asOf("2024-10-15T12:00:00Z");
        warehouse.given("staged.provision_budget", """
                provision_code, financial_year, quarter, category, cfr_code, annual_budget_gbp, budget_to_date_gbp, actual_to_date_gbp, committed_gbp, forecast_outturn_gbp
                BP-NORTH,       202425,         1,       STAFFING, E03,      1000.00,           250.00,             260.10,             10.00,         1040.00
                BP-NORTH,       202425,         1,       TRAINING, E09,      200.00,            50.00,              ,                   ,
                BP-NORTH,       202425,         2,       STAFFING, E03,      1000.00,           500.00,             500.00,             ,              1010.00
                BP-NORTH,       202425,         2,       TRAINING, E09,      200.00,            100.00,             40.00,              ,              190.00
                BP-EAST,        202425,         1,       STAFFING, E03,      400.00,            100.00,             90.00,              ,              400.00
                BP-EAST,        202425,         3,       STAFFING, E03,      400.00,            300.00,             300.00,             ,              400.00
                """);

        warehouse.build(MART);

        warehouse.expect(WHOLE, """
                time_identifier,   scope_code, scope_name,     data_status,  budget_gbp, budget_to_date_gbp, actual_gbp, committed_gbp, forecast_gbp, variance_gbp, variance_pct, forecast_variance_gbp
                Financial year Q1, BP-NORTH,   North,          final,        1200.00,    300.00,             260.10,     10.00,         1040.00,      10.10,        4.04,         40.00
                Financial year Q1, BP-EAST,    East,           final,        400.00,     100.00,             90.00,      ,              400.00,       -10.00,       -10,          0.00
                Financial year Q1, Total,      All provisions, final,        1600.00,    400.00,             350.10,     10.00,         1440.00,      0.10,         0.02857,      40.00
                Financial year Q2, BP-NORTH,   North,          provisional,  1200.00,    600.00,             540.00,     ,              1200.00,      -60.00,       -10,          0.00
                Financial year Q2, Total,      All provisions, provisional,  1200.00,    600.00,             540.00,     ,              1200.00,      -60.00,       -10,          0.00
                Financial year Q3, BP-EAST,    East,           year_to_date, 400.00,     300.00,             300.00,     ,              400.00,       0.00,         0,            0.00
                Financial year Q3, Total,      All provisions, year_to_date, 400.00,     300.00,             300.00,     ,              400.00,       0.00,         0,            0.00
                Financial year,    BP-NORTH,   North,          year_to_date, 1200.00,    600.00,             540.00,     ,              1200.00,      -60.00,       -10,          0.00
                Financial year,    BP-EAST,    East,           year_to_date, 400.00,     300.00,             300.00,     ,              400.00,       0.00,         0,            0.00
                Financial year,    Total,      All provisions, year_to_date, 1600.00,    900.00,             840.00,     ,              1600.00,      -60.00,       -6.66667,     0.00
                """);
        warehouse.expect(MART + " where scope_code = 'BP-NORTH' and time_identifier = 'Financial year Q1' and category <> 'Total'", """
                category, category_title, provision_type,      neighbourhood, budget_gbp, actual_gbp, actual_gbp_status, variance_pct_status, committed_gbp_status, balance_bf_gbp_status, items_status, returns_due_status
                STAFFING, Staffing,       BEHAVIOUR_PROVISION, NORTH,         1000.00,    260.10,     ok,                ok,                  ok,                   z,                     z,            z
                TRAINING, Training,       BEHAVIOUR_PROVISION, NORTH,         200.00,     ,           x,                 x,                   x,                    z,                     z,            z
                """);
        warehouse.expect(MART + " where scope_type = 'PROVISION_TYPE' and category = 'Total' and time_identifier = 'Financial year'", """
                scope_code,          scope_name,          provision_type,      actual_gbp
                BEHAVIOUR_PROVISION, Behaviour provision, BEHAVIOUR_PROVISION, 840.00
                """);
    }

    @Test
    void a_forecast_is_held_against_what_the_year_came_to_and_spending_that_falls_is_counted() {
        warehouse.asOf("2025-05-15T12:00:00Z");
        warehouse.given("staged.provision_budget", """
                provision_code, financial_year, quarter, category,  cfr_code, actual_to_date_gbp, forecast_outturn_gbp
                BP-NORTH,       202425,         1,       STAFFING,  E03,      30.00,              110.00
                BP-NORTH,       202425,         1,       RESOURCES, ,         5.00,               12.00
                BP-NORTH,       202425,         1,       OTHER,     ,         5.00,               99.00
                BP-NORTH,       202425,         2,       STAFFING,  E03,      20.00,
                BP-NORTH,       202425,         4,       STAFFING,  E03,      100.00,             100.00
                BP-NORTH,       202425,         4,       RESOURCES, ,         10.00,              10.00
                """);

        warehouse.build(MART);

        warehouse.expect(WHOLE + " and scope_code = 'BP-NORTH'", """
                time_identifier,   forecast_error_pct, forecast_error_pct_status, spending_falls, spending_falls_status, returns_due, returns_received, forecast_reviews
                Financial year Q1, 10.90909,           ok,                        0,              ok,                    1,           1,                1
                Financial year Q2, ,                   x,                         1,              ok,                    1,           1,                0
                Financial year Q3, ,                   x,                         ,               x,                     1,           0,                0
                Financial year Q4, 0,                  ok,                        0,              ok,                    1,           1,                1
                Financial year,    ,                   z,                         ,               z,                     4,           3,                2
                """);
    }

    @Test
    void a_balance_rolls_forward_to_a_pound_and_a_surplus_is_what_is_left_after_the_fourth_quarter() {
        warehouse.asOf("2024-07-15T12:00:00Z");
        warehouse.given("staged.provision_budget", """
                provision_code, financial_year, quarter, category, annual_budget_gbp, actual_to_date_gbp, balance_brought_forward_gbp, planned_surplus_use
                BP-NORTH,       202324,         4,       STAFFING, 1000.00,           900.00,             50.00,
                BP-NORTH,       202324,         4,       TRAINING, 100.00,            ,                   50.00,                       CPD
                BP-EAST,        202324,         4,       STAFFING, 100.00,            120.00,             ,                            CPD
                BP-NORTH,       202425,         1,       STAFFING, 1000.00,           250.00,             150.50,
                BP-NORTH,       202425,         1,       TRAINING, 100.00,            25.00,              150.50,
                BP-EAST,        202425,         1,       STAFFING, 100.00,            25.00,              0.00,
                """);

        warehouse.build(MART);

        warehouse.expect(WHOLE + " and time_period = 202324", """
                time_identifier,   scope_code, balance_bf_gbp, balance_bf_gbp_status, balance_cf_gbp, surpluses, surpluses_planned, balance_gap_gbp_status, balances_off_status
                Financial year Q4, BP-NORTH,   50.00,          ok,                    150.00,         1,         1,                 x,                      x
                Financial year Q4, BP-EAST,    ,               x,                     -20.00,         0,         0,                 x,                      x
                Financial year Q4, Total,      50.00,          ok,                    130.00,         1,         1,                 x,                      x
                Financial year,    BP-NORTH,   50.00,          ok,                    150.00,         1,         1,                 x,                      x
                Financial year,    BP-EAST,    ,               x,                     -20.00,         0,         0,                 x,                      x
                Financial year,    Total,      50.00,          ok,                    130.00,         1,         1,                 x,                      x
                """);
        warehouse.expect(WHOLE + " and time_period = 202425", """
                time_identifier,   scope_code, balance_bf_gbp, balance_cf_gbp_status, balance_gap_gbp, balances_off, surpluses_status
                Financial year Q1, BP-NORTH,   150.50,         z,                     0.50,            0,            z
                Financial year Q1, BP-EAST,    0.00,           z,                     20.00,           1,            z
                Financial year Q1, Total,      150.50,         z,                     20.50,           1,            z
                Financial year,    BP-NORTH,   150.50,         x,                     0.50,            0,            x
                Financial year,    BP-EAST,    0.00,           x,                     20.00,           1,            x
                Financial year,    Total,      150.50,         x,                     20.50,           1,            x
                """);
    }

    @Test
    void thirty_thousand_is_not_above_it_and_several_just_below_it_for_one_thing_in_a_quarter_may_be_one() {
        warehouse.asOf("2024-09-15T12:00:00Z");
        warehouse.given("staged.provision_spend_item", """
                item_id, provision_code, financial_year, quarter, item_date,  description_category, amount_gbp, signature_host_school, signature_host_date, signature_partnership, signature_partnership_date
                I1,      REACH,          202425,         1,       2024-05-01, Works,                30000.00,   true,                  2024-05-01,          ,
                I2,      REACH,          202425,         1,       2024-05-01, Works,                30000.01,   true,                  2024-05-01,          false,
                I3,      REACH,          202425,         1,       2024-05-01, Works,                30000.02,   true,                  2024-05-01,          true,                  2024-04-30
                I4,      REACH,          202425,         1,       2024-05-02, Ramp,                 25000.00,   ,                      ,                    ,
                I5,      REACH,          202425,         1,       2024-05-09, ramp,                 29000.00,   ,                      ,                    ,
                I6,      REACH,          202425,         1,       2024-05-09, Ramp,                 24999.99,   ,                      ,                    ,
                I7,      REACH,          202425,         2,       2024-07-09, Ramp,                 26000.00,   ,                      ,                    ,
                I8,      BP-NONE,        202425,         1,       2024-05-09, Ramp,                 26000.00,   ,                      ,                    ,
                I9,      REACH,          202425,         3,       ,           Ramp,                 26000.00,   ,                      ,                    ,
                """);

        warehouse.build(MART);

        warehouse.expect(WHOLE + " and scope_code <> 'BP-NORTH' and scope_code <> 'BP-EAST'", """
                time_identifier,   scope_code, scope_name,     items, items_gbp, items_over_30k, unsigned_items, split_suspects, actual_gbp_status
                Financial year Q1, REACH,      In-reach team,  6,     169000.02, 2,              1,              2,              x
                Financial year Q1, BP-NONE,    BP-NONE,        1,     26000.00,  0,              0,              0,              x
                Financial year Q1, Total,      All provisions, 7,     195000.02, 2,              1,              2,              x
                Financial year Q2, REACH,      In-reach team,  1,     26000.00,  0,              0,              0,              x
                Financial year Q2, Total,      All provisions, 1,     26000.00,  0,              0,              0,              x
                Financial year,    REACH,      In-reach team,  7,     195000.02, 2,              1,              2,              x
                Financial year,    BP-NONE,    BP-NONE,        1,     26000.00,  0,              0,              0,              x
                Financial year,    Total,      All provisions, 8,     221000.02, 2,              1,              2,              x
                """);
    }

    @Test
    void what_is_paid_after_a_provision_has_closed_is_of_its_kind_still() {
        warehouse.given("core.dim_provision", """
                provision_key, provision_code, provision_type,      is_latest, valid_from, valid_to
                60,            BP-WEST,        BEHAVIOUR_PROVISION, true,      2021-09-01, 2024-08-31
                """);
        warehouse.given("staged.provision_spend_item", """
                item_id, provision_code, financial_year, quarter, item_date,  amount_gbp
                I1,      BP-WEST,        202425,         2,       2024-09-02, 100.00
                I2,      BP-NONE,        202425,         2,       2024-09-02, 10.00
                """);

        warehouse.build(MART);

        warehouse.expect(MART + " where scope_type = 'PROVISION_TYPE' and time_identifier = 'Financial year Q2' and items > 0", """
                scope_code,          scope_name,          items_gbp
                BEHAVIOUR_PROVISION, Behaviour provision, 100.00
                Unknown,             Not in the register, 10.00
                """);
    }

    @Test
    void a_return_is_due_once_it_has_come_or_is_overdue_and_on_time_by_its_last_row() {
        warehouse.asOf("2024-11-15T12:00:00Z");
        warehouse.given("core.dim_provision", """
                provision_key, provision_code, provision_type,      is_latest, valid_from, valid_to
                60,            BP-WEST,        BEHAVIOUR_PROVISION, true,      2021-09-01, 2024-06-30
                """);
        warehouse.given("staged.provision_budget", """
                provision_code, financial_year, quarter, category, submitted_date
                BP-NORTH,       202425,         1,       STAFFING, 2024-07-30
                BP-NORTH,       202425,         1,       TRAINING, 2024-07-31
                BP-EAST,        202425,         1,       STAFFING, 2024-07-30
                REACH,          202425,         1,       STAFFING, 2024-07-01
                BP-NORTH,       202425,         2,       STAFFING,
                """);

        warehouse.build(MART);

        warehouse.expect(WHOLE, """
                time_identifier,   scope_code, returns_due, returns_received, returned_on_time, returned_on_time_pct, returned_on_time_pct_status, actual_gbp_status
                Financial year Q1, BP-NORTH,   1,           1,                0,                0,                    ok,                          x
                Financial year Q1, BP-EAST,    1,           1,                1,                100,                  ok,                          x
                Financial year Q1, BP-WEST,    1,           0,                0,                0,                    ok,                          x
                Financial year Q1, REACH,      1,           1,                1,                100,                  ok,                          x
                Financial year Q1, Total,      4,           3,                2,                50,                   ok,                          x
                Financial year Q2, BP-NORTH,   1,           1,                0,                ,                     z,                           x
                Financial year Q2, BP-EAST,    1,           0,                0,                0,                    ok,                          x
                Financial year Q2, Total,      2,           1,                0,                0,                    ok,                          x
                Financial year,    BP-NORTH,   2,           2,                0,                0,                    ok,                          x
                Financial year,    BP-EAST,    2,           1,                1,                50,                   ok,                          x
                Financial year,    BP-WEST,    1,           0,                0,                0,                    ok,                          x
                Financial year,    REACH,      1,           1,                1,                100,                  ok,                          x
                Financial year,    Total,      6,           4,                2,                40,                   ok,                          x
                """);
    }

    @Test
    void nothing_stands_where_no_return_has_come() {
        warehouse.build(MART);

        warehouse.expect(MART, """
                scope_code, time_period
                """);
    }
}
