package org.bellwether.warehouse;

import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class StrategyComparatorsTest {

    @RegisterExtension
    static final WarehouseFixture warehouse = new WarehouseFixture();

    /** Made up so that their mean is the published one of Luton's neighbours, permanent exclusions in 2023/24: 0.099466. */
    private static final double[] LIKE_LUTONS = {0.09, 0.13, 0.05, 0.08, 0.12, 0.10466, 0.07, 0.15, 0.11, 0.09};

    /** The same for Bedford: 0.102491. */
    private static final double[] LIKE_BEDFORDS = {0.12, 0.1, 0.08491, 0.07, 0.15, 0.11, 0.09, 0.13, 0.08, 0.09};

    private StrategyPlan plan;

    @BeforeEach
    void a_plan() {
        plan = new StrategyPlan(warehouse);
    }

    @Test
    void the_neighbour_mean_is_unweighted_over_those_that_have_a_value() {
        neighbours(LIKE_LUTONS, 10);

        warehouse.expect("mart.mart_strategy_outcomes", """
                comparator_england, comparator_region, comparator_sn_mean, comparator_sn_count
                0.129000,           0.116000,          0.099466,           10
                """);
    }

    @Test
    void another_authoritys_neighbours_have_another_mean() {
        neighbours(LIKE_BEDFORDS, 10);

        warehouse.expect("mart.mart_strategy_outcomes", """
                comparator_sn_mean, comparator_sn_count
                0.102491,           10
                """);
    }

    @Test
    void with_one_neighbour_missing_the_mean_is_over_nine() {
        neighbours(LIKE_LUTONS, 9);

        warehouse.expect("mart.mart_strategy_outcomes", """
                comparator_sn_mean, comparator_sn_count
                0.100518,           9
                """);
    }

    @Test
    void a_suppressed_figure_and_one_of_another_statistic_period_phase_or_group_is_no_comparator() {
        plan.published("""
                exclusions, susp_rate, Academic year, National, E92000001, Total,   Total, Total,
                absence,    susp_rate, Academic year, National, E92000001, Total,   Total, Total, 9
                exclusions, susp_rate, Autumn term,   National, E92000001, Total,   Total, Total, 9
                exclusions, susp_rate, Academic year, National, E92000001, Primary, Total, Total, 9
                exclusions, susp_rate, Academic year, National, E92000001, Total,   Sex,   Male,  9
                """);
        plan.targets("OURS, rate, susp_rate, 202425, 202324, 6.0, 5.0, 0.5\n");

        plan.build();

        warehouse.expect("mart.mart_strategy_outcomes", """
                comparator_england, comparator_england_status, comparator_sn_count
                ,                   x,                         0
                """);
    }

    @Test
    void attendance_is_judged_and_compared_by_phase_and_the_total_stands_alone() {
        plan.figures("attendance", """
                attendance_rate, 202425, Academic year, Primary, Total, Total, Total, 94.8, final,
                attendance_rate, 202425, Academic year, Total,   Total, Total, Total, 93.1, final,
                attendance_rate, 202425, Autumn term,   Primary, Total, Total, Total, 90.0, final,
                """);
        plan.published("""
                pupil_attendance, attendance_perc, Academic year, National, E92000001, Primary, Total, Total, 94.7526899
                pupil_attendance, attendance_perc, Academic year, National, E92000001, Total,   Total, Total, 93.1
                absence,          attendance_perc, Academic year, National, E92000001, Primary, Total, Total, 50
                """);
        plan.targets("""
                OURS, primary, attendance_rate, 202425, 202324, 94.0, 94.5, 0.5, Primary
                OURS, all,     attendance_rate, 202425, 202324, 93.0, 93.5, 0.5, Total
                """);

        plan.build();

        warehouse.expect("mart.mart_strategy_outcomes", """
                target_code, actual,    rag,   comparator_england
                primary,     94.800000, green, 94.752690
                all,         93.100000, amber,
                """);
    }

    @Test
    void a_table_of_groups_and_a_second_type_of_school_of_the_phase_do_not_add_to_the_comparator() {
        warehouse.given("core.fact_benchmark", """
                benchmark_key, time_period, time_identifier, geographic_level, area_code, dataset,                      school_type,                  phase_type_grouping, breakdown_topic, breakdown, measure,   value, value_status
                1,             202425,      Academic year,   National,         E92000001, exclusions,                   Special,                      Special,             Total,           Total,     susp_rate, 9.9,   ok
                2,             202425,      Academic year,   National,         E92000001, exclusions,                   State-funded special school,  Special,             Total,           Total,     susp_rate, 8.8,   ok
                3,             202425,      Academic year,   National,         E92000001, exclusions,                   Total,                        Total,               Total,           Total,     susp_rate, 4.76,  ok
                4,             202425,      Academic year,   National,         E92000001, exclusions_by_characteristic, Total,                        Total,               Total,           Total,     susp_rate, 4.7,   ok
                5,             202425,      Academic year,   National,         E92000001, exclusions_by_characteristic, Total,                        Total,               Gender,          Boys,      susp_rate, 6.91,  ok
                """);
        plan.targets("OURS, rate, susp_rate, 202425, 202324, 6.0, 5.0, 0.5\nOURS, special, susp_rate, 202425, 202324, 6.0, 5.0, 0.5, Special\n");

        plan.build();

        warehouse.expect("mart.mart_strategy_outcomes", """
                target_code, comparator_england
                rate,        4.760000
                special,     8.800000
                """);
    }

    @Test
    void attendance_of_a_running_year_is_compared_with_what_is_published_up_to_the_same_week() {
        warehouse.asOf("2026-07-24T02:00:00Z");
        plan.figures("attendance", """
                attendance_rate, 202526, Academic year, Primary,   Total, Total, Total, 94.8, year_to_date, 2026-02-13
                attendance_rate, 202526, Academic year, Secondary, Total, Total, Total, 90.8, year_to_date, 2026-07-20
                """);
        warehouse.given("core.fact_benchmark", """
                benchmark_key, time_period, time_identifier, geographic_level, area_code, dataset,          phase_type_grouping, breakdown_topic, breakdown, measure,         value, value_status, as_at_date
                1,             202526,      Academic year,   National,         E92000001, pupil_attendance, Primary,             Total,           Total,     attendance_perc, 94.7,  ok,           2026-07-23
                2,             202526,      Academic year,   National,         E92000001, pupil_attendance, Secondary,           Total,           Total,     attendance_perc, 91.7,  ok,           2026-07-23
                """);
        plan.targets("""
                OURS, primary,   attendance_rate, 202526, 202324, 94.0, 94.5, 0.5, Primary
                OURS, secondary, attendance_rate, 202526, 202324, 93.0, 93.5, 0.5, Secondary
                """);

        plan.build();

        warehouse.expect("mart.mart_strategy_outcomes", """
                target_code, actual,    comparator_england, comparator_england_status
                primary,     94.800000, ,                   x
                secondary,   90.800000, 91.700000,          ok
                """);
    }

    /** Ten neighbours of which the first so many have a value, and an older set of neighbours that counts no more. */
    private void neighbours(double[] rates, int having) {
        StringBuilder neighbours = new StringBuilder("la_code, sn_version, neighbour_la_code, rank\n");
        StringBuilder authorities = new StringBuilder("""
                old_la_code, new_la_code, la_name, region_code
                899, E06000899, Wardown Borough, E12000006
                """);
        StringBuilder figures = new StringBuilder(rate("National", "E92000001", "0.129"))
                .append(rate("Regional", "E12000006", "0.116"));
        for (int i = 0; i < rates.length; i++) {
            neighbours.append("899, 2025-05, %d, %d\n".formatted(101 + i, i + 1));
            neighbours.append("899, 2021-04, %d, %d\n".formatted(301 + i, i + 1));
            authorities.append("%d, E0900%d, Neighbour %d, E12000007\n".formatted(101 + i, 101 + i, i + 1));
            figures.append(rate("Local authority", "E0900" + (101 + i), i < having ? Double.toString(rates[i]) : ""));
        }
        warehouse.config("config.statistical_neighbour", neighbours.toString());
        warehouse.config("config.local_authority", authorities.toString());
        plan.published(figures.toString());
        plan.targets("OURS, rate, perm_excl_rate, 202425, 202324, 0.2, 0.1, 0\n");
        plan.build();
    }

    private static String rate(String level, String area, String value) {
        return String.format(Locale.ROOT,
                "exclusions, perm_excl_rate, Academic year, %s, %s, Total, Total, Total, %s\n", level, area, value);
    }
}
