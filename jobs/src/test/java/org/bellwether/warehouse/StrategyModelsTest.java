package org.bellwether.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class StrategyModelsTest {

    @RegisterExtension
    static final WarehouseFixture warehouse = new WarehouseFixture();

    @Test
    void every_shipped_objective_says_who_answers_it_or_what_is_missing() {
        warehouse.build("core.dim_strategy_objective", "core.dim_strategy");

        assertThat(warehouse.ask("select objective_code from core.dim_strategy_objective"
                + " where (answered_by = 'NOTHING_YET') <> (missing is not null)")).isEmpty();
        warehouse.expect("core.dim_strategy", """
                strategy_code,   la_code, is_home_la, first_year, last_year, review_first_year, objectives
                BEDFORD-BLISS,   822,     false,      201920,     202122,    ,                  45
                LUTON-2040,      821,     false,      202425,     202627,    202728,            50
                LUTON-BIW-2021,  821,     false,      202122,     202324,    ,                  9
                LUTON-PBP-2023,  821,     false,      202324,     202324,    ,                  19
                LUTON-SEMH-2026, 821,     false,      202526,     202627,    ,                  9
                """);
    }

    @Test
    void a_target_stands_for_every_year_of_its_strategy() {
        warehouse.build("core.fact_target");

        warehouse.expect("core.fact_target where strategy_code = 'LUTON-2040' and target_code = 'perm_excl-ehcp'", """
                time_period, measure_code, breakdown,                        target
                202425,      perm_excl,    "Education, health and care plan",
                202526,      perm_excl,    "Education, health and care plan",
                202627,      perm_excl,    "Education, health and care plan",0.000000
                """);
    }

    @Test
    void a_milestone_stands_as_it_was_known_on_the_day_of_the_as_of() {
        warehouse.config("config.milestone", """
                strategy_code, milestone_code, milestone, planned_start, planned_end, actual_date, source_ref
                LUTON-2040,    A,              In time,   2024-01-01,    2024-03-31,  2024-03-30,  slide 1
                LUTON-2040,    B,              Late,      2024-01-01,    2024-03-31,  2024-04-10,  slide 1
                LUTON-2040,    C,              Overdue,   2024-01-01,    2024-05-31,  ,            slide 1
                LUTON-2040,    D,              Running,   2024-05-01,    2024-07-31,  ,            slide 1
                LUTON-2040,    E,              To come,   2024-09-01,    2024-12-31,  ,            slide 1
                LUTON-2040,    F,              Not known, 2024-01-01,    2024-07-31,  2024-06-20,  slide 1
                """);
        warehouse.asOf("2024-06-10T12:00:00Z");

        warehouse.build("core.fact_milestone");

        warehouse.expect("core.fact_milestone", """
                milestone_code, status,      actual_date, days_late
                A,              DONE,        2024-03-30,  0
                B,              DONE_LATE,   2024-04-10,  10
                C,              OVERDUE,     ,            10
                D,              IN_PROGRESS, ,
                E,              PLANNED,     ,
                F,              IN_PROGRESS, ,
                """);
    }
}
