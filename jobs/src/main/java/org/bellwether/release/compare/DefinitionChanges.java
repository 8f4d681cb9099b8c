package org.bellwether.release.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bellwether.config.Yaml;
import org.bellwether.release.format.KeptModels;
import org.bellwether.release.format.ModelsArchive;
import org.bellwether.warehouse.model.Model;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What differs between the models and config that two releases keep, by the relations and measures that it defines. */
final class DefinitionChanges {

    private static final Pattern FILE = Pattern.compile("(?:home/)?(?<folder>config/measures|config/strategies|config/reference|config/returns|config/rules|config"
            + "|sql/core|sql/parts|sql/marts|sql/staged|sql/functions)/(?<name>[^/]+)\\.(?:yml|csv|sql)");
    private static final Set<String> OF_MODELS = Set.of("sql/core", "sql/parts", "sql/marts");
    private static final Map<String, String> SCHEMAS = Map.of("sql/core", "core.", "sql/parts", "part.", "sql/marts", "mart.", "sql/staged", "staged.",
            "config/reference", "config.");
    /** Tables that strategies fill. */
    private static final Set<String> OF_STRATEGIES = Set.of("config.target", "config.milestone", "config.strategy", "config.strategy_theme",
            "config.strategy_objective", "config.strategy_year");

    private final Map<String, String> relations = new TreeMap<>();
    private final Set<String> measures = new TreeSet<>();
    private final Set<String> strategies = new TreeSet<>();
    /** What rows are judged by, with the return that it is of; null where it may be of any. */
    private final Map<String, String> judging = new TreeMap<>();
    private boolean isSuppression;
    private boolean isFunctions;

    private DefinitionChanges() {
    }

    static DefinitionChanges between(KeptModels before, KeptModels after) {
        DefinitionChanges changes = new DefinitionChanges();
        SortedSet<String> names = before.names();
        names.addAll(after.names());
        names.stream().filter(name -> !name.startsWith(ModelsArchive.COMPOSED) && !Objects.equals(before.text(name), after.text(name)))
                .forEach(name -> changes.file(name, before.text(name), after.text(name)));
        changes.composed(before.composed(), after.composed());
        return changes;
    }

    /** Each in a line, for a person. */
    List<Reason> reasons() {
        List<Reason> reasons = new ArrayList<>();
        relations.values().stream().distinct().forEach(what -> reasons.add(definition(what)));
        measures.forEach(code -> reasons.add(definition("measure " + code)));
        judging.keySet().forEach(what -> reasons.add(definition(what)));
        strategies.forEach(name -> reasons.add(target(name)));
        if (isFunctions) {
            reasons.add(definition("functions of models"));
        }
        if (isSuppression) {
            reasons.add(suppression());
        }
        return reasons;
    }

    /**
     * Of a relation that stands behind a figure; targets are told where they differ.
     *
     * @param returns those behind it, where it is staged: what judges others does not reach it
     */
    List<Reason> of(String relation, Set<String> returns) {
        List<Reason> reasons = new ArrayList<>();
        if (relations.containsKey(relation)) {
            reasons.add(definition(relations.get(relation)));
        }
        if (relation.startsWith("staged.")) {
            judging.forEach((what, contract) -> {
                if (contract == null || returns.contains(contract)) {
                    reasons.add(definition(what));
                }
            });
        }
        return reasons;
    }

    List<Reason> ofMeasure(String code) {
        return measures.contains(code) ? List.of(definition("measure " + code)) : List.of();
    }

    List<Reason> ofFunctions() {
        return isFunctions ? List.of(definition("functions of models")) : List.of();
    }

    List<Reason> ofTargets() {
        return strategies.stream().map(DefinitionChanges::target).toList();
    }

    /** What a figure is hidden by is another rule, or the same over other counts. */
    Reason suppression() {
        return new Reason(Reason.Kind.CHANGED_SUPPRESSION, isSuppression ? "rules of disclosure control" : "");
    }

    static boolean isOfStrategies(String relation) {
        return OF_STRATEGIES.contains(relation);
    }

    private void file(String name, String before, String after) {
        Matcher file = FILE.matcher(name);
        if (!file.matches()) {
            return;
        }
        String folder = file.group("folder");
        String what = file.group("name");
        if (OF_MODELS.contains(folder)) {
            relations.put(SCHEMAS.get(folder) + what, "model " + SCHEMAS.get(folder) + what);
        } else if (SCHEMAS.containsKey(folder)) {
            relations.put(SCHEMAS.get(folder) + what, name);
        } else if (folder.equals("config/measures")) {
            measures(what, tree(name, before), tree(name, after));
        } else if (folder.equals("config/strategies")) {
            strategies.add(what);
        } else if (folder.equals("config/returns") || folder.equals("config/rules") || what.equals("school-census-xml")) {
            judging.put(name, folder.equals("config/returns") ? what : null);
        } else if (folder.equals("sql/functions")) {
            isFunctions = isFunctions || what.equals("duckdb");
        } else {
            setting(what, name);
        }
    }

    private void setting(String what, String name) {
        switch (what) {
            case "application" -> relations.put("config.setting", name);
            case "hnb_scopes" -> List.of("config.hnb_scope", "config.hnb_scope_object").forEach(table -> relations.put(table, name));
            case "disclosure" -> isSuppression = true;
            default -> { }    // What is set aside and how facts lie on the disk changes no figure.
        }
    }

    /** Measures whose entry differs in more than what may be shown of them; all figures of the subject where something else does. */
    private void measures(String subject, JsonNode before, JsonNode after) {
        JsonNode earlier = before.path("measures");
        JsonNode later = after.path("measures");
        TreeSet<String> codes = new TreeSet<>(earlier.propertyNames());
        codes.addAll(later.propertyNames());
        for (String code : codes) {
            if (!without(earlier.path(code), "disclosure").equals(without(later.path(code), "disclosure"))) {
                measures.add(code);
            } else if (!earlier.path(code).equals(later.path(code))) {
                isSuppression = true;
            }
        }
        if (!without(before, "measures").equals(without(after, "measures"))) {
            relations.put("figure." + subject, "subject " + subject);
        }
    }

    /** What nothing in files explains is made otherwise by the program. */
    private void composed(Map<String, Model> before, Map<String, Model> after) {
        if (measures.isEmpty() && relations.keySet().stream().noneMatch(name -> name.startsWith("figure."))) {
            after.forEach((name, model) -> {
                if (before.containsKey(name) && !before.get(name).sql().equals(model.sql())) {
                    relations.putIfAbsent(name, "this version composes " + name + " otherwise");
                }
            });
        }
    }

    private static JsonNode tree(String name, String text) {
        return Yaml.tree(name, text == null ? "" : text);
    }

    private static JsonNode without(JsonNode node, String key) {
        return node instanceof ObjectNode map ? map.deepCopy().without(key) : node;
    }

    private static Reason definition(String what) {
        return new Reason(Reason.Kind.CHANGED_DEFINITION, what);
    }

    private static Reason target(String strategy) {
        return new Reason(Reason.Kind.CHANGED_TARGET, strategy);
    }
}
