package org.bellwether.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.bellwether.home.ConfigFiles;
import org.bellwether.home.Project;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class StrategyOutcomesTest {

    @RegisterExtension
    static final WarehouseFixture warehouse = new WarehouseFixture();

    private static String status;
    private static double rate;

    @BeforeEach
    void a_strategy_of_the_home_and_one_of_another_authority() {
        warehouse.given("mart.mart_hnb_cost", "la_code\n");
        warehouse.given("mart.mart_attendance_la", "la_code\n");
        warehouse.given("mart.mart_ebsna_attendance", "la_code\n");
        warehouse.given("core.fact_benchmark", "benchmark_key\n");
        warehouse.given("core.dim_date", "date\n");
        warehouse.config("config.strategy", """
                strategy_code, strategy_title, la_code, document
                OURS,          Ours,           899,     Our plan
                THEIRS,        Theirs,         821,     Their plan
                """);
        warehouse.config("config.strategy_year", """
                strategy_code, time_period, kind
                OURS,          202425,      DELIVERY
                OURS,          202526,      DELIVERY
                OURS,          202627,      DELIVERY
                THEIRS,        202425,      DELIVERY
                """);
        warehouse.config("config.strategy_theme", """
                strategy_code, theme_code, ordinal, theme_title
                OURS,          A,          1,       First
                THEIRS,        A,          1,       First
                """);
        status = "final";
        rate = 5.2;
    }

    @Test
    void only_strategies_of_the_homes_authority_fill_the_mart() {
        targets("""
                OURS,   rate, susp_rate, 202425, 202324, 6.0, 5.0, 0.5
                THEIRS, rate, susp_rate, 202425, 202324, 6.0, 5.0, 0.5
                """);

        build();

        warehouse.expect("mart.mart_strategy_outcomes", """
                strategy_code, la_code, time_period, baseline, target,   actual,   gap_to_target, target_met, rag
                OURS,          899,     202425,      6.000000, 5.000000, 5.200000, 0.200000,      false,      amber
                """);
    }

    @Test
    void green_is_on_the_path_or_better_amber_within_tolerance_and_red_beyond_it() {
        targets("""
                OURS, met,     susp_rate,     202425, 202324, 6.0, 5.2, 0.5
                OURS, within,  susp_rate,     202425, 202324, 6.0, 4.7, 0.5
                OURS, beyond,  susp_rate,     202425, 202324, 6.0, 4.6, 0.5
                OURS, high,    day6_met_pct,  202425, 202324, 50,  80,  5
                OURS, higher,  day6_met_pct,  202425, 202324, 50,  91,  5
                """);

        build();

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
        targets("""
                OURS, zero, susp_rate, 202425, 202324, 6.0, ,  0
                OURS, zero, susp_rate, 202526, 202324, 6.0, ,  0
                OURS, zero, susp_rate, 202627, 202324, 6.0, 0, 0
                """);

        build();

        warehouse.expect("mart.mart_strategy_outcomes", """
                time_period, target,   target_status, trajectory, actual,   actual_status, target_met, rag
                202425,      ,         z,             4.000000,   5.200000, ok,            ,           red
                202526,      ,         z,             2.000000,   ,         x,             ,
                202627,      0.000000, ok,            0.000000,   ,         x,             ,
                """);
    }

    @Test
    void without_a_target_there_is_no_path_and_without_a_stated_baseline_the_mart_gives_it() {
        targets("""
                OURS, rate, susp_rate, 202425, 202324, , , 0
                """);

        build();

        warehouse.expect("mart.mart_strategy_outcomes", """
                baseline, baseline_source, trajectory, trajectory_status, actual,   rag
                7.100000, COMPUTED,        ,           z,                 5.200000,
                """);
    }

    @Test
    void a_figure_that_accumulates_is_judged_in_a_running_year_by_the_share_of_school_days_gone() {
        status = "year_to_date";
        rate = 2.4;
        warehouse.given("core.dim_date", """
                date,       time_period, is_school_day
                2024-09-02, 202425,      true
                2024-09-03, 202425,      true
                2024-09-04, 202425,      false
                2025-07-01, 202425,      true
                2025-07-02, 202425,      true
                """);
        warehouse.asOf("2024-09-30T12:00:00Z");
        targets("""
                OURS, ahead,  susp_rate,    202425, 202324, 6.0, 5.0, 0
                OURS, behind, susp_rate,    202425, 202324, 6.0, 4.0, 0
                OURS, lost,   susp_rate,    202425, 202324, 6.0, 2.0, 0
                OURS, share,  day6_met_pct, 202425, 202324, 6.0, 90,  5
                """);

        build();

        warehouse.expect("mart.mart_strategy_outcomes", """
                target_code, trajectory, target_met, rag,   data_status
                ahead,       2.500000,   ,           green, year_to_date
                behind,      2.000000,   ,           red,   year_to_date
                lost,        1.000000,   false,      red,   year_to_date
                share,       90.000000,  false,      amber, year_to_date
                """);
    }

    @Test
    void the_neighbour_mean_is_unweighted_over_those_that_have_a_value() {
        neighbours("Luton", new double[] {0.09, 0.13, 0.05, 0.08, 0.12, 0.10466, 0.07, 0.15, 0.11, 0.09}, 10);

        warehouse.expect("mart.mart_strategy_outcomes", """
                comparator_england, comparator_region, comparator_sn_mean, comparator_sn_count
                0.129000,           0.116000,          0.099466,           10
                """);
    }

    @Test
    void with_one_neighbour_missing_the_mean_is_over_nine() {
        neighbours("Luton", new double[] {0.09, 0.13, 0.05, 0.08, 0.12, 0.10466, 0.07, 0.15, 0.11, 0.09}, 9);

        warehouse.expect("mart.mart_strategy_outcomes", """
                comparator_sn_mean, comparator_sn_count
                0.100518,           9
                """);
    }

    @Test
    void a_suppressed_or_foreign_figure_is_no_comparator() {
        warehouse.given("core.fact_benchmark", """
                benchmark_key, dataset,          measure,        time_period, time_identifier, geographic_level, area_code, phase_type_grouping, breakdown_topic, breakdown, value, value_status
                1,             exclusions,       susp_rate,      202425,      Academic year,   National,         E92000001, Total,               Total,           Total,     ,      c
                2,             absence,          susp_rate,      202425,      Academic year,   National,         E92000001, Total,               Total,           Total,     9,     ok
                3,             exclusions,       susp_rate,      202425,      Autumn term,     National,         E92000001, Total,               Total,           Total,     9,     ok
                4,             exclusions,       susp_rate,      202425,      Academic year,   National,         E92000001, Primary,             Total,           Total,     9,     ok
                5,             exclusions,       susp_rate,      202425,      Academic year,   Regional,         E92000001, Total,               Sex,             Male,      9,     ok
                """);
        targets("OURS, rate, susp_rate, 202425, 202324, 6.0, 5.0, 0.5\n");

        build();

        warehouse.expect("mart.mart_strategy_outcomes", """
                comparator_england, comparator_england_status, comparator_sn_count
                ,                   x,                         0
                """);
    }

    @Test
    void attendance_is_judged_and_compared_by_phase_and_the_total_stands_alone() {
        warehouse.given("mart.mart_attendance_la", """
                la_code, time_period, time_identifier, education_phase, breakdown_topic, breakdown, attendance_rate, attendance_rate_status, data_status, as_at_date
                899,     202425,      Academic year,   Primary,         Total,           Total,     94.8,            ok,                     final,       2025-07-22
                899,     202425,      Academic year,   Total,           Total,           Total,     93.1,            ok,                     final,       2025-07-22
                899,     202425,      Autumn term,     Primary,         Total,           Total,     90.0,            ok,                     final,       2024-12-20
                """);
        warehouse.given("core.fact_benchmark", """
                benchmark_key, dataset,          measure,         time_period, time_identifier, geographic_level, area_code, phase_type_grouping, breakdown_topic, breakdown, value
                1,             pupil_attendance, attendance_perc, 202425,      Academic year,   National,         E92000001, Primary,             Total,           Total,     94.7526899
                2,             pupil_attendance, attendance_perc, 202425,      Academic year,   National,         E92000001, Total,               Total,           Total,     93.1
                3,             absence,          attendance_perc, 202425,      Academic year,   National,         E92000001, Primary,             Total,           Total,     50
                """);
        targets("""
                OURS, primary, attendance_rate, 202425, 202324, 94.0, 94.5, 0.5, Primary
                OURS, all,     attendance_rate, 202425, 202324, 93.0, 93.5, 0.5, Total
                """);

        build();

        warehouse.expect("mart.mart_strategy_outcomes", """
                target_code, actual,    rag,   comparator_england
                primary,     94.800000, green, 94.752690
                all,         93.100000, amber,
                """);
    }

    @Test
    void support_for_non_attendance_is_judged_by_the_whole_year_of_every_provision() {
        warehouse.given("mart.mart_ebsna_attendance", """
                la_code, time_period, time_identifier,      cohort, provision_code, change_pp, change_pp_status, data_status
                899,     202425,      Academic year,        Total,  Total,          21.5,      ok,               final
                899,     202425,      Academic year,        Total,  HARBOUR,        30.0,      ok,               final
                899,     202425,      Autumn half term 1,   Total,  Total,          2.0,       ok,               final
                """);
        targets("OURS, gain, ebsna_change_pp, 202425, , , 20, 1\n");

        build();

        warehouse.expect("mart.mart_strategy_outcomes", """
                actual,    gap_to_target, target_met, rag
                21.500000, 1.500000,      true,       green
                """);
    }

    @Test
    void every_measure_of_an_authoritys_mart_has_its_line_in_the_model() throws IOException {
        Project project = Project.locate();
        String model = Files.readString(project.sql().resolve("marts/mart_strategy_outcomes__parts.sql"));
        MeasureCatalog measures = MeasureCatalog.load(new ConfigFiles(project.config(), project.root().resolve("nowhere")));

        for (String code : measures.codes()) {
            String mart = "mart." + measures.measure(code).mart();
            if (model.contains("from " + mart + " ")) {
                assertThat(model).contains("when '" + code + "' then").contains("." + measures.measure(code).column() + "_status");
            }
        }
    }

    /** The neighbours' rates are made up so that their mean is the published one of Luton's: 0.099466. */
    private static void neighbours(String name, double[] rates, int having) {
        StringBuilder neighbours = new StringBuilder("la_code, sn_version, neighbour_la_code, rank\n");
        StringBuilder figures = new StringBuilder("benchmark_key, dataset, measure, time_period, time_identifier,"
                + " geographic_level, area_code, phase_type_grouping, breakdown_topic, breakdown, value, value_status\n");
        String row = "%d, exclusions, perm_excl_rate, 202425, Academic year, %s, %s, Total, Total, Total, %s, %s\n";
        StringBuilder authorities = new StringBuilder("""
                old_la_code, new_la_code, la_name, region_code
                899, E06000899, Wardown Borough, E12000006
                """);
        for (int i = 0; i < rates.length; i++) {
            neighbours.append("899, 2025-05, %d, %d\n".formatted(101 + i, i + 1));
            neighbours.append("899, 2021-04, %d, %d\n".formatted(301 + i, i + 1));
            authorities.append("%d, E0900%d, Like %s %d, E12000007\n".formatted(101 + i, 101 + i, name, i));
            boolean has = i < having;
            figures.append(row.formatted(i, "Local authority", "E0900" + (101 + i), has ? rates[i] : "", has ? "ok" : "z"));
        }
        figures.append(row.formatted(100, "National", "E92000001", "0.129", "ok"));
        figures.append(row.formatted(101, "Regional", "E12000006", "0.116", "ok"));
        warehouse.config("config.statistical_neighbour", neighbours.toString());
        warehouse.config("config.local_authority", authorities.toString());
        warehouse.given("core.fact_benchmark", figures.toString());
        targets("OURS, rate, perm_excl_rate, 202425, 202324, 0.2, 0.1, 0\n");
        build();
    }

    private static void exclusions() {
        warehouse.given("mart.mart_exclusions_la", """
                la_code, time_period, time_identifier, phase_type_grouping, breakdown_topic, breakdown, susp_rate, susp_rate_status, day6_met_pct, day6_met_pct_status, perm_excl_rate, perm_excl_rate_status, data_status, preferred_source, as_at_date
                899,     202324,      Academic year,   Total,               Total,           Total,     7.1,       ok,               50,           ok,                  0.2,            ok,                    final,       census,           2025-05-15
                899,     202425,      Academic year,   Total,               Total,           Total,     %s,        ok,               88,           ok,                  0.1,            ok,                    %s,          notices,          2025-05-15
                899,     202425,      Autumn term,     Total,               Total,           Total,     1.1,       ok,               50,           ok,                  0.1,            ok,                    final,       census,           2025-05-15
                899,     202425,      Academic year,   State-funded primary,Total,           Total,     0.9,       ok,               50,           ok,                  0.1,            ok,                    final,       census,           2025-05-15
                899,     202425,      Academic year,   Total,               Sex,             Male,      9.9,       ok,               50,           ok,                  0.1,            ok,                    final,       census,           2025-05-15
                """.formatted(rate, status));
    }

    private static void targets(String rows) {
        StringBuilder csv = new StringBuilder("strategy_code, target_code, measure_code, time_period, baseline_year, baseline,"
                + " target, tolerance, phase_type_grouping, theme_code, breakdown_topic, breakdown, scope_code, source_ref\n");
        rows.lines().forEach(line -> csv.append(line)
                .append(line.split(",").length > 8 ? "" : ", Total")
                .append(", A, Total, Total, Total, page 1\n"));
        warehouse.config("config.target", csv.toString());
    }

    private static void build() {
        exclusions();
        warehouse.build("mart.mart_strategy_outcomes");
    }
}
