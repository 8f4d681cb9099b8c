package org.bellwether.contract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bellwether.contract.Forms.RuleForm;
import org.bellwether.home.ConfigFiles;
import org.bellwether.home.Yaml;
import tools.jackson.databind.JsonNode;

/** Reads one family of rules, in the order in which they are judged. */
final class RuleReader {

    private static final class RuleFile extends LinkedHashMap<String, RuleForm> {
    }

    private final ConfigFiles config;
    private final String path;
    private final Problems problems;

    RuleReader(ConfigFiles config, String path) {
        this.config = config;
        this.path = path;
        this.problems = new Problems(path);
    }

    Map<String, Rule> read() {
        JsonNode tree = config.tree(path);
        problems.require(tree.isObject(), "the file", "must be a map of rule ids");
        Map<String, Rule> rules = new LinkedHashMap<>();
        RuleFile file = Yaml.convert(tree, RuleFile.class, config.shipped().resolve(path));
        file.forEach((id, form) -> {
            problems.require(id.matches("[A-Z]+[0-9]*-[0-9]{3}"), id,
                    "a rule id is letters, a hyphen and three digits");
            rules.put(id, rule(id, form));
        });
        return rules;
    }

    private Rule rule(String id, RuleForm form) {
        problems.require(form != null, id, "is empty");
        List<Rule.Check> checks = new ArrayList<>();
        if (form.when() != null) {
            problems.require(form.checks() == null, id + ".checks", "a rule has one 'when' or a list of checks");
            checks.add(new Rule.Check(form.when(), Forms.orEmpty(form.clears()), Optional.empty(),
                    List.of()));
        } else {
            problems.require(form.clears() == null, id + ".clears", "clears what no 'when' finds");
        }
        Forms.orEmpty(form.checks()).forEach(check -> checks.add(new Rule.Check(
                problems.present(check.when(), id + ".checks.when"), Forms.orEmpty(check.clears()),
                Optional.ofNullable(check.severity()), Forms.orEmpty(check.tables()))));
        Rule rule = new Rule(id,
                problems.present(form.severity(), id + ".severity"),
                Optional.ofNullable(form.lapsed()),
                Optional.ofNullable(form.unknown()),
                Forms.orEmpty(form.tables()),
                problems.present(form.message(), id + ".message"),
                problems.present(form.why(), id + ".why"),
                problems.present(form.fix(), id + ".fix"),
                form.dfe() == null ? "" : form.dfe(),
                Optional.ofNullable(form.over()),
                checks,
                Forms.orEmpty(form.severityByTable()),
                Forms.orEmpty(form.severityByColumn()));
        problems.require(checks.isEmpty() || !rule.tables().isEmpty(), id + ".tables", "is missing");
        return rule;
    }
}
