package org.bellwether.warehouse.figure;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.bellwether.config.BellwetherException;
import org.bellwether.config.ErrorCode;

/** What must hold of a strategy before its rows may fill the warehouse. */
final class StrategyCheck {

    private final Path file;
    private final Strategy strategy;
    private final MeasureCatalog measures;
    private final HnbScopes scopes;

    StrategyCheck(Path file, Strategy strategy, MeasureCatalog measures, HnbScopes scopes) {
        this.file = file;
        this.strategy = strategy;
        this.measures = measures;
        this.scopes = scopes;
    }

    /** @throws BellwetherException for the first thing that does not hold */
    void run() {
        require(strategy.strategy() != null && strategy.title() != null && strategy.la() != null
                && strategy.document() != null && !strategy.years().isEmpty(),
                "a strategy needs strategy, title, la, document and years");
        Set<String> objectives = new HashSet<>();
        strategy.themes().forEach((code, theme) -> {
            require(theme.title() != null && theme.sourceRef() != null, code + " needs title and source_ref");
            theme.targets().forEach(this::target);
            subjects(code, theme);
            theme.objectives().forEach((objectiveCode, objective) -> {
                require(objectives.add(objectiveCode), "two objectives bear the code " + objectiveCode);
                objective(objectiveCode, objective, theme);
            });
        });
        strategy.milestones().forEach(this::milestone);
    }

    private void target(String code, Strategy.Target target) {
        require(target.measure() != null && measures.codes().contains(target.measure()),
                "target " + code + " names the measure '" + target.measure() + "', which measures.yml lacks");
        require(target.sourceRef() != null, "target " + code + " needs source_ref");
        require(target.baseline() == null || target.baselineYear() != null,
                "target " + code + " has a baseline without its baseline_year");
        require(target.baselineYear() == null
                || strategy.years().stream().allMatch(year -> year > target.baselineYear()),
                "target " + code + " has its baseline within the years of the strategy");
        require(target.tolerance().signum() >= 0, "target " + code + " has a tolerance below nought");
        target.targets().keySet().forEach(year -> require(strategy.years().contains(year),
                "target " + code + " is set for " + year + ", which is no year of the strategy"));
        require(target.targets().isEmpty() || measures.measure(target.measure()).polarity() != Measure.Polarity.NONE,
                "target " + code + " is set for a measure that has no better and no worse");
        require(target.scope().equals(Strategy.Target.TOTAL) || scopes.codes().contains(target.scope()),
                "target " + code + " names the saving '" + target.scope() + "', which hnb_scopes.yml lacks");
    }

    private void subjects(String themeCode, Strategy.Theme theme) {
        Map<String, String> subjects = new HashMap<>();
        theme.targets().forEach((code, target) -> {
            String other = subjects.put(target.subject(), code);
            require(other == null, themeCode + ": " + other + " and " + code + " are targets of the same figure");
        });
    }

    private void objective(String code, Strategy.Objective objective, Strategy.Theme theme) {
        require(objective.text() != null && objective.sourceRef() != null, code + " needs text and source_ref");
        require(objective.answers() == 1,
                code + " must name measures, or a mart, or what is missing, and only one of them");
        for (String measure : objective.measures()) {
            require(theme.targets().values().stream().anyMatch(target -> target.measure().equals(measure)),
                    code + " names the measure '" + measure + "', for which its theme has no target");
        }
    }

    private void milestone(String code, Strategy.Milestone milestone) {
        require(milestone.title() != null && milestone.plannedStart() != null && milestone.plannedEnd() != null
                && milestone.sourceRef() != null,
                "milestone " + code + " needs title, planned_start, planned_end and source_ref");
        require(!milestone.plannedEnd().isBefore(milestone.plannedStart()),
                "milestone " + code + " ends before it starts");
        require(milestone.theme() == null || strategy.themes().containsKey(milestone.theme()),
                "milestone " + code + " names the theme '" + milestone.theme() + "', which the strategy lacks");
    }

    private void require(boolean holds, String problem) {
        if (!holds) {
            throw ErrorCode.STRATEGY_WRONG.with(file, problem);
        }
    }
}
