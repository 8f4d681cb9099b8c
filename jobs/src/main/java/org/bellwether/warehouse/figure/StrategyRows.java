package org.bellwether.warehouse.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The rows of strategies for the tables of the schema config. */
final class StrategyRows {

    static final List<String> TABLES = List.of("strategy", "strategy_year", "strategy_link", "strategy_theme",
            "strategy_objective", "target", "milestone");

    private final List<Strategy> strategies;
    private final List<List<Object>> headings = new ArrayList<>();
    private final List<List<Object>> years = new ArrayList<>();
    private final List<List<Object>> linked = new ArrayList<>();
    private final List<List<Object>> themes = new ArrayList<>();
    private final List<List<Object>> objectives = new ArrayList<>();
    private final List<List<Object>> targets = new ArrayList<>();
    private final List<List<Object>> milestones = new ArrayList<>();

    StrategyRows(List<Strategy> strategies) {
        this.strategies = strategies;
    }

    List<ConfigRows> tables() {
        strategies.forEach(this::add);
        return List.of(
                new ConfigRows("strategy", List.of("strategy_code", "strategy_title", "la_code", "document",
                        "review_title", "review_source_ref"), headings),
                new ConfigRows("strategy_year", List.of("strategy_code", "time_period", "kind"), years),
                new ConfigRows("strategy_link", List.of("strategy_code", "ordinal", "linked_title", "linked_year"),
                        linked),
                new ConfigRows("strategy_theme", List.of("strategy_code", "theme_code", "ordinal", "theme_title",
                        "source_ref"), themes),
                new ConfigRows("strategy_objective", List.of("strategy_code", "theme_code", "objective_code", "ordinal",
                        "objective_group", "objective", "answered_by", "measures", "mart", "missing", "source_ref"),
                        objectives),
                new ConfigRows("target", List.of("strategy_code", "theme_code", "target_code", "measure_code",
                        "phase_type_grouping", "breakdown_topic", "breakdown", "scope_code", "time_period",
                        "baseline_year", "baseline", "target", "tolerance", "source_ref"), targets),
                new ConfigRows("milestone", List.of("strategy_code", "milestone_code", "ordinal", "theme_code", "block",
                        "milestone", "planned_start", "planned_end", "actual_date", "source_ref"), milestones));
    }

    private void add(Strategy strategy) {
        String code = strategy.strategy();
        Counter count = new Counter();
        Strategy.Review review = strategy.review();
        headings.add(Arrays.asList(code, strategy.title(), strategy.la(), strategy.document(),
                review == null ? null : review.title(), review == null ? null : review.sourceRef()));
        strategy.years().forEach(year -> years.add(Arrays.asList(code, year, "DELIVERY")));
        if (review != null) {
            review.years().forEach(year -> years.add(Arrays.asList(code, year, "REVIEW_AND_RESET")));
        }
        strategy.linked().forEach(link ->
                linked.add(Arrays.asList(code, count.next("linked"), link.title(), link.year())));
        strategy.themes().forEach((themeCode, theme) -> {
            themes.add(Arrays.asList(code, themeCode, count.next("theme"), theme.title(), theme.sourceRef()));
            theme.targets().forEach((targetCode, target) -> addTarget(strategy, themeCode, targetCode, target));
            theme.objectives().forEach((objective, text) -> addObjective(code, themeCode, objective, text, count));
        });
        strategy.milestones().forEach((milestone, plan) -> milestones.add(Arrays.asList(code, milestone,
                count.next("milestone"), plan.theme(), plan.block(), plan.title(), plan.plannedStart(),
                plan.plannedEnd(), plan.actualDate(), plan.sourceRef())));
    }

    private void addTarget(Strategy strategy, String theme, String code, Strategy.Target target) {
        for (Integer year : strategy.years()) {
            targets.add(Arrays.asList(strategy.strategy(), theme, code, target.measure(), target.phase(),
                    target.breakdownTopic(), target.breakdown(), target.scope(), year, target.baselineYear(),
                    target.baseline(), target.targets().get(year), target.tolerance(), target.sourceRef()));
        }
    }

    private void addObjective(String strategy, String theme, String code, Strategy.Objective objective, Counter count) {
        objectives.add(Arrays.asList(strategy, theme, code, count.next("objective"), objective.group(),
                objective.text(), objective.answer(), String.join(" ", objective.measures()), objective.mart(),
                objective.missing(), objective.sourceRef()));
    }

    /** Places of things within one strategy, in the order of its document. */
    private static final class Counter {

        private final Map<String, Integer> last = new HashMap<>();

        int next(String kind) {
            return last.merge(kind, 1, Integer::sum);
        }
    }
}
