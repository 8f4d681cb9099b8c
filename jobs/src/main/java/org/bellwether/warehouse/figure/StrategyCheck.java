package org.bellwether.warehouse.figure;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.bellwether.config.BellwetherException;
import org.bellwether.config.ErrorCode;
import org.bellwether.config.YamlPlace;

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
        require("", strategy.strategy() != null && strategy.title() != null && strategy.la() != null
                && strategy.document() != null && !strategy.years().isEmpty(),
                "a strategy needs strategy, title, la, document and years");
        Set<String> objectives = new HashSet<>();
        strategy.themes().forEach((code, theme) -> {
            String place = "themes." + code;
            require(place, theme.title() != null && theme.sourceRef() != null, code + " needs title and source_ref");
            theme.targets().forEach((targetCode, target) -> target(place + ".targets." + targetCode, targetCode, target));
            subjects(code, theme);
            theme.objectives().forEach((objectiveCode, objective) -> {
                String own = place + ".objectives." + objectiveCode;
                require(own, objectives.add(objectiveCode), "two objectives bear the code " + objectiveCode);
                objective(own, objectiveCode, objective, theme);
            });
        });
        strategy.milestones().forEach((code, milestone) -> milestone("milestones." + code, code, milestone));
    }

    private void target(String place, String code, Strategy.Target target) {
        require(place, target.measure() != null && measures.codes().contains(target.measure()),
                "target " + code + " names the measure '" + target.measure() + "', which measures.yml lacks");
        require(place, target.sourceRef() != null, "target " + code + " needs source_ref");
        require(place, target.baseline() == null || target.baselineYear() != null,
                "target " + code + " has a baseline without its baseline_year");
        require(place, target.baselineYear() == null
                || strategy.years().stream().allMatch(year -> year > target.baselineYear()),
                "target " + code + " has its baseline within the years of the strategy");
        require(place, target.tolerance().signum() >= 0, "target " + code + " has a tolerance below nought");
        target.targets().keySet().forEach(year -> require(place, strategy.years().contains(year),
                "target " + code + " is set for " + year + ", which is no year of the strategy"));
        require(place, target.targets().isEmpty() || measures.measure(target.measure()).polarity() != Measure.Polarity.NONE,
                "target " + code + " is set for a measure that has no better and no worse");
        require(place, target.scope().equals(Strategy.Target.TOTAL) || scopes.codes().contains(target.scope()),
                "target " + code + " names the saving '" + target.scope() + "', which hnb_scopes.yml lacks");
    }

    private void subjects(String themeCode, Strategy.Theme theme) {
        Map<String, String> subjects = new HashMap<>();
        theme.targets().forEach((code, target) -> {
            String other = subjects.put(target.subject(), code);
            require("themes." + themeCode + ".targets." + code, other == null, themeCode + ": " + other + " and " + code + " are targets of the same figure");
        });
    }

    private void objective(String place, String code, Strategy.Objective objective, Strategy.Theme theme) {
        require(place, objective.text() != null && objective.sourceRef() != null, code + " needs text and source_ref");
        require(place, objective.answers() == 1,
                code + " must name measures, or a mart, or what is missing, and only one of them");
        for (String measure : objective.measures()) {
            require(place, theme.targets().values().stream().anyMatch(target -> target.measure().equals(measure)),
                    code + " names the measure '" + measure + "', for which its theme has no target");
        }
    }

    private void milestone(String place, String code, Strategy.Milestone milestone) {
        require(place, milestone.title() != null && milestone.plannedStart() != null && milestone.plannedEnd() != null
                && milestone.sourceRef() != null,
                "milestone " + code + " needs title, planned_start, planned_end and source_ref");
        require(place, !milestone.plannedEnd().isBefore(milestone.plannedStart()),
                "milestone " + code + " ends before it starts");
        require(place, milestone.theme() == null || strategy.themes().containsKey(milestone.theme()),
                "milestone " + code + " names the theme '" + milestone.theme() + "', which the strategy lacks");
    }

    /** @param place key in the file; empty for the whole of it */
    private void require(String place, boolean holds, String problem) {
        if (!holds) {
            throw ErrorCode.STRATEGY_WRONG.with(YamlPlace.of(file, place), problem);
        }
    }
}
