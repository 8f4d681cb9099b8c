package org.bellwether.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.bellwether.config.ConfigFiles;
import org.bellwether.config.Project;
import org.bellwether.warehouse.figure.MeasureCatalog;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class StrategyOutcomesTest {

    @RegisterExtension
    static final WarehouseFixture warehouse = new WarehouseFixture();

    private StrategyPlan plan;

    @BeforeEach
    void a_plan() {
        plan = new StrategyPlan(warehouse);
    }

    @Test
    void only_strategies_of_the_homes_authority_fill_the_mart() {
        plan.targets("""
                OURS,   rate, susp_rate, 202425, 202324, 6.0, 5.0, 0.5
                THEIRS, rate, susp_rate, 202425, 202324, 6.0, 5.0, 0.5
                """);

        plan.build();

        warehouse.expect("mart.mart_strategy_outcomes", """
                strategy_code, la_code, time_period, baseline, target,   actual,   gap_to_target, target_met, rag
                OURS,          899,     202425,      6.000000, 5.000000, 5.200000, 0.200000,      false,      amber
                """);
    }

    @Test
    void green_is_on_the_path_or_better_amber_within_tolerance_and_red_beyond_it() {
        plan.targets("""
                OURS, met,     susp_rate,     202425, 202324, 6.0, 5.2, 0.5
                OURS, within,  susp_rate,     202425, 202324, 6.0, 4.7, 0.5
                OURS, beyond,  susp_rate,     202425, 202324, 6.0, 4.6, 0.5
                OURS, high,    day6_met_pct,  202425, 202324, 50,  80,  5
                OURS, higher,  day6_met_pct,  202425, 202324, 50,  91,  5
                """);

        plan.build();

        warehouse.expect("mart.mart_strategy_outcomes", """
                target_code, target_met, rag
                met,         true,       green
                within,      false,      amber
                beyond,      false,      red
                high,        true,       green
                higher,      false,      amber
                """);
    }

    @Test
    void a_year_between_baseline_and_target_is_judged_by_the_straight_line() {
        plan.targets("""
                OURS, zero, susp_rate, 202425, 202324, 6.0, ,  0
                OURS, zero, susp_rate, 202526, 202324, 6.0, ,  0
                OURS, zero, susp_rate, 202627, 202324, 6.0, 0, 0
                """);

        plan.build();

        warehouse.expect("mart.mart_strategy_outcomes", """
                time_period, target,   target_status, trajectory, actual,   actual_status, target_met, rag
                202425,      ,         z,             4.000000,   5.200000, ok,            ,           red
                202526,      ,         z,             2.000000,   ,         x,             ,
                202627,      0.000000, ok,            0.000000,   ,         x,             ,
                """);
    }

    @Test
    void without_a_target_there_is_no_path_and_without_a_stated_baseline_the_mart_gives_it() {
        plan.targets("""
                OURS, rate, susp_rate, 202425, 202324, , , 0
                """);

        plan.build();

        warehouse.expect("mart.mart_strategy_outcomes", """
                baseline, baseline_source, trajectory, trajectory_status, actual,   rag
                7.100000, COMPUTED,        ,           z,                 5.200000,
                """);
    }

    @Test
    void a_figure_that_accumulates_is_judged_in_a_running_year_by_the_share_of_school_days_gone() {
        plan.suspensionRate("year_to_date", 2.4);
        warehouse.given("core.dim_date", """
                date,       time_period, is_school_day
                2024-09-02, 202425,      true
                2024-09-03, 202425,      true
                2024-09-04, 202425,      false
                2025-07-01, 202425,      true
                2025-07-02, 202425,      true
                """);
        warehouse.asOf("2024-09-30T12:00:00Z");
        plan.targets("""
                OURS, ahead,  susp_rate,    202425, 202324, 6.0, 5.0, 0
                OURS, behind, susp_rate,    202425, 202324, 6.0, 4.0, 0
                OURS, lost,   susp_rate,    202425, 202324, 6.0, 2.0, 0
                OURS, share,  day6_met_pct, 202425, 202324, 6.0, 90,  5
                """);

        plan.build();

        warehouse.expect("mart.mart_strategy_outcomes", """
                target_code, trajectory, target_met, rag,   data_status
                ahead,       2.500000,   ,           green, year_to_date
                behind,      2.000000,   ,           red,   year_to_date
                lost,        1.000000,   false,      red,   year_to_date
                share,       90.000000,  false,      amber, year_to_date
                """);
    }

    @Test
    void support_for_non_attendance_is_judged_by_the_whole_year_of_every_provision() {
        plan.figures("ebsna", """
                ebsna_change_pp, 202425, Academic year,      Total, Total, Total, Total,   21.5, final,
                ebsna_change_pp, 202425, Academic year,      Total, Total, Total, HARBOUR, 30.0, final,
                ebsna_change_pp, 202425, Autumn half term 1, Total, Total, Total, Total,   2.0,  final,
                """);
        plan.targets("OURS, gain, ebsna_change_pp, 202425, , , 20, 1\n");

        plan.build();

        warehouse.expect("mart.mart_strategy_outcomes", """
                actual,    gap_to_target, target_met, rag
                21.500000, 1.500000,      true,       green
                """);
    }
}
