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
        warehouse.given("mart.mart_attendance_la", """
                la_code, time_period, time_identifier, education_phase, breakdown_topic, breakdown, attendance_rate, data_status
                899,     202425,      Academic year,   Primary,         Total,           Total,     94.8,            final
                899,     202425,      Academic year,   Total,           Total,           Total,     93.1,            final
                899,     202425,      Autumn term,     Primary,         Total,           Total,     90.0,            final
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
