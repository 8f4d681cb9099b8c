package org.bellwether.contract.reader;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bellwether.config.ConfigFiles;
import org.bellwether.config.Yaml;
import org.bellwether.contract.Rule;
import org.bellwether.contract.Severity;
import org.bellwether.contract.reader.ContractYaml.RuleYaml;
import tools.jackson.databind.JsonNode;

/** Reads one family of rules, in the order in which they are judged. */
public final class RuleReader {

    private static final class RuleFile extends LinkedHashMap<String, RuleYaml> {
    }

    private final ConfigFiles config;
    private final String path;
    private final ConfigErrors errors;

    public RuleReader(ConfigFiles config, String path) {
        this.config = config;
        this.path = path;
        this.errors = new ConfigErrors(config, path);
    }

    /** All of config/rules, family by family. */
    public static List<Rule> all(ConfigFiles config) {
        return config.list("rules", ".yml").stream().flatMap(path -> new RuleReader(config, path).read().values().stream()).toList();
    }

    public Map<String, Rule> read() {
        JsonNode tree = config.tree(path);
        errors.require(tree.isObject(), "the file", "must be a map of rule ids");
        Map<String, Rule> rules = new LinkedHashMap<>();
        RuleFile file = Yaml.convert(tree, RuleFile.class, config.shipped().resolve(path));
        file.forEach((id, yaml) -> {
            errors.require(id.matches("[A-Z]+[0-9]*-[0-9]{3}"), id,
                    "a rule id is letters, a hyphen and three digits");
            rules.put(id, rule(id, yaml));
        });
        return rules;
    }

    private Rule rule(String id, RuleYaml yaml) {
        errors.require(yaml != null, id, "is empty");
        List<Rule.Check> checks = new ArrayList<>();
        if (yaml.when() != null) {
            errors.require(yaml.checks() == null, id + ".checks", "a rule has one 'when' or a list of checks");
            checks.add(new Rule.Check(yaml.when(), ContractYaml.orEmpty(yaml.clears()), Optional.empty(),
                    List.of()));
        } else {
            errors.require(yaml.clears() == null, id + ".clears", "clears what no 'when' finds");
        }
        ContractYaml.orEmpty(yaml.checks()).forEach(check -> checks.add(new Rule.Check(
                errors.present(check.when(), id + ".checks.when"), ContractYaml.orEmpty(check.clears()),
                Optional.ofNullable(check.severity()), ContractYaml.orEmpty(check.tables()))));
        Rule rule = new Rule(id,
                errors.present(yaml.severity(), id + ".severity"),
                Optional.ofNullable(yaml.lapsed()),
                Optional.ofNullable(yaml.unknown()),
                ContractYaml.orEmpty(yaml.tables()),
                errors.present(yaml.message(), id + ".message"),
                errors.present(yaml.why(), id + ".why"),
                errors.present(yaml.fix(), id + ".fix"),
                yaml.dfe() == null ? "" : yaml.dfe(),
                Optional.ofNullable(yaml.over()),
                checks,
                ContractYaml.orEmpty(yaml.severityByTable()),
                ContractYaml.orEmpty(yaml.severityByColumn()),
                Boolean.TRUE.equals(yaml.build()));
        errors.require(!rule.isOfBuild() || rule.tables().isEmpty() && rule.severity().compareTo(Severity.VALUE) > 0, id + ".build",
                "the build asks, and changes no row: give a query or a warning, and no tables");
        errors.require(checks.isEmpty() || !rule.tables().isEmpty(), id + ".tables", "is missing");
        return rule;
    }
}
