package org.bellwether.warehouse;

import java.util.Locale;

/** Gives a test a strategy of the home's authority and one of another, their targets and the figures that judge them. */
final class StrategyPlan {

    private static final String WHOLE = "Total, Total, Total";

    private final WarehouseFixture warehouse;
    private String status = "final";
    private double rate = 5.2;

    StrategyPlan(WarehouseFixture warehouse) {
        this.warehouse = warehouse;
        for (String subject : new String[] {"exclusion", "roll", "hnb", "attendance", "ebsna"}) {
            warehouse.given("figure." + subject, "measure_code\n");
        }
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
    }

    /** The suspension rate of 2024/25; without a call it is final and 5.2. */
    StrategyPlan suspensionRate(String dataStatus, double susp) {
        status = dataStatus;
        rate = susp;
        return this;
    }

    /** @param rows strategy, target, measure, year, baseline year, baseline, target, tolerance and, if not all, phase */
    void targets(String rows) {
        StringBuilder csv = new StringBuilder("strategy_code, target_code, measure_code, time_period, baseline_year,"
                + " baseline, target, tolerance, phase_type_grouping, theme_code, breakdown_topic, breakdown, scope_code,"
                + " source_ref\n");
        rows.lines().forEach(line -> csv.append(line)
                .append(line.split(",").length > 8 ? "" : ", Total")
                .append(", A, Total, Total, Total, page 1\n"));
        warehouse.config("config.target", csv.toString());
    }

    /** @param rows dataset, measure, time identifier, level, area, phase, topic, breakdown and value, of 2024/25 */
    void published(String rows) {
        StringBuilder csv = new StringBuilder("benchmark_key, time_period, value_status, dataset, measure,"
                + " time_identifier, geographic_level, area_code, phase_type_grouping, breakdown_topic, breakdown, value\n");
        int key = 0;
        for (String line : rows.lines().toList()) {
            key++;
            csv.append("%d, 202425, %s, %s\n".formatted(key, line.strip().endsWith(",") ? "c" : "ok", line));
        }
        warehouse.given("core.fact_benchmark", csv.toString());
    }

    /** @param rows measure, year, kind of period, phase, topic, group, scope, value, data status and day up to which it is known */
    void figures(String subject, String rows) {
        StringBuilder csv = new StringBuilder("geographic_level, scope_type, status, preferred_source, cell_key, measure_code, time_period,"
                + " time_identifier, phase_type_grouping, breakdown_topic, breakdown, scope_code, value, data_status, as_at_date\n");
        int key = 0;
        for (String line : rows.lines().toList()) {
            csv.append("Local authority, Total, ok, notices, %d, %s\n".formatted(++key, line));
        }
        warehouse.given("figure." + subject, csv.toString());
    }

    void build() {
        figures("exclusion", figure("202324, Academic year", WHOLE, 7.1, 50, "final")
                + figure("202425, Academic year", WHOLE, rate, 88, status)
                + figure("202425, Autumn term", WHOLE, 1.1, 50, "final")
                + figure("202425, Academic year", "State-funded primary, Total, Total", 0.9, 50, "final")
                + figure("202425, Academic year", "Total, Sex, Male", 9.9, 50, "final"));
        warehouse.build("mart.mart_strategy_outcomes");
    }

    private static String figure(String period, String group, double susp, int day6, String dataStatus) {
        return String.format(Locale.ROOT, "susp_rate, %1$s, %2$s, Total, %3$s, %5$s, 2025-05-15\n"
                + "day6_met_pct, %1$s, %2$s, Total, %4$d, %5$s, 2025-05-15\n", period, group, susp, day6, dataStatus);
    }
}
