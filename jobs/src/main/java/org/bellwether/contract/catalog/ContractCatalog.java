package org.bellwether.contract.catalog;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.bellwether.config.BellwetherException;
import org.bellwether.config.ConfigFiles;
import org.bellwether.config.ErrorCode;
import org.bellwether.contract.CodeSet;
import org.bellwether.contract.Column;
import org.bellwether.contract.ReturnContract;
import org.bellwether.contract.Rule;
import org.bellwether.contract.Severity;
import org.bellwether.contract.TableContract;
import org.bellwether.contract.Waiver;
import org.bellwether.contract.reader.CodeSetReader;
import org.bellwether.contract.reader.ConfigErrors;
import org.bellwether.contract.reader.ReturnReader;
import org.bellwether.contract.reader.RuleReader;
import org.bellwether.contract.reader.WaiverReader;
import tools.jackson.databind.JsonNode;

/** Every contract, rule and code set of a home, read strictly and checked against each other. */
public final class ContractCatalog {

    /** Families in the order in which they judge; others stand before the row rules, which go last. */
    private static final List<String> FAMILIES = List.of("upn", "pupil", "sen", "exclusion", "attendance");
    private static final String LAST_FAMILY = "row";

    private final Map<String, ReturnContract> returns;
    private final Map<String, Rule> rules;
    private final Map<String, String> ruleFiles;
    private final Map<String, CodeSet> codeSets;
    private final List<Waiver> waivers;
    private final ConfigFiles config;

    private ContractCatalog(ConfigFiles config, Map<String, ReturnContract> returns, Map<String, Rule> rules,
            Map<String, String> ruleFiles, Map<String, CodeSet> codeSets, List<Waiver> waivers) {
        this.waivers = waivers;
        this.config = config;
        this.returns = Collections.unmodifiableMap(returns);
        this.rules = Collections.unmodifiableMap(rules);
        this.ruleFiles = ruleFiles;
        this.codeSets = Collections.unmodifiableMap(codeSets);
    }

    /** @throws BellwetherException naming file and key, where anything is unknown, missing or at odds */
    public static ContractCatalog load(ConfigFiles config) {
        Map<String, CodeSet> codeSets = new TreeMap<>();
        config.list("reference", ".csv").stream().map(ContractCatalog::baseName)
                .forEach(name -> codeSets.put(name, CodeSetReader.read(config, name)));
        Map<String, ReturnContract> returns = new TreeMap<>();
        config.list("returns", ".yml")
                .forEach(path -> returns.put(baseName(path), new ReturnReader(config, path).read()));
        Map<String, String> ruleFiles = new HashMap<>();
        Map<String, Rule> rules = readRules(config, ruleFiles);
        ContractCatalog catalog = new ContractCatalog(config, returns, rules, ruleFiles, codeSets, new WaiverReader(config).read());
        new CatalogCheck(catalog).run();
        return catalog;
    }

    /** In order of name. */
    public Collection<ReturnContract> returns() {
        return returns.values();
    }

    /** In order. */
    public Set<String> names() {
        return returns.keySet();
    }

    /** @throws BellwetherException that names those which there are, where there is no return that a person has named */
    public void require(String name) {
        if (!returns.containsKey(name)) {
            throw ErrorCode.NO_SUCH_RETURN.with(name, List.copyOf(names()));
        }
    }

    /** @throws IllegalArgumentException where there is no such return */
    public ReturnContract contract(String name) {
        ReturnContract contract = returns.get(name);
        if (contract == null) {
            throw new IllegalArgumentException("There is no return " + name);
        }
        return contract;
    }

    public Collection<Rule> rules() {
        return rules.values();
    }

    /** @throws IllegalArgumentException where there is no such rule */
    public Rule rule(String id) {
        Rule rule = rules.get(id);
        if (rule == null) {
            throw new IllegalArgumentException("There is no rule " + id);
        }
        return rule;
    }

    /** Those of all rules, whether they hold or not. */
    public List<Waiver> waivers() {
        return waivers;
    }

    /** Those of a rule that hold for files received on a day. */
    public List<Waiver> waivers(String rule, LocalDate received) {
        return waivers.stream().filter(waiver -> waiver.rule().equals(rule) && waiver.holdsOn(received)).toList();
    }

    public boolean hasRule(String id) {
        return rules.containsKey(id);
    }

    /** Rules whose conditions judge rows of the table, with the checks that do, in the order of judging. */
    public List<Rule> rulesFor(TableContract table) {
        return rules.values().stream()
                .filter(rule -> rule.judges(table))
                .map(rule -> rule.in(table))
                .filter(rule -> !rule.checks().isEmpty())
                .toList();
    }

    /** What a missing value of a required column does: it rejects the row, unless the rule that names it is milder. */
    public Severity severityWhenMissing(TableContract table, Column column) {
        return rule(column.ruleWhenMissing()).severityOf(table, column);
    }

    /**
     * What a value that is not of its type or code set does. The rule of the column says; without one it rejects the
     * row where the column is required, names the row or says what the return replaces, and is else made unknown.
     */
    public Severity severityWhenInvalid(ReturnContract contract, TableContract table, Column column) {
        if (column.rule().isPresent()) {
            return rule(column.ruleWhenInvalid()).severityOf(table, column);
        }
        boolean isGrain = column.required() || table.keys().contains(column.name())
                || contract.replaces().contains(column.stagedName());
        return isGrain ? Severity.ERROR : rule("ROW-003").severity();
    }

    public Map<String, CodeSet> codeSets() {
        return codeSets;
    }

    /** @throws IllegalArgumentException where config/reference has no such file */
    public CodeSet codeSet(String name) {
        CodeSet set = codeSets.get(name);
        if (set == null) {
            throw new IllegalArgumentException("There is no code set " + name);
        }
        return set;
    }

    /** The contract of a return as it is written, the home's own keys laid over it. */
    public JsonNode written(String returnName) {
        return config.tree("returns/" + contract(returnName).name() + ".yml");
    }

    /** How a school's own XML is read, as it is written. */
    public JsonNode writtenCensusXml() {
        return config.tree(CensusXml.FILE);
    }

    /** In which all of it is written. */
    ConfigFiles config() {
        return config;
    }

    /** The file in which a rule stands. */
    String fileOf(Rule rule) {
        return ruleFiles.get(rule.id());
    }

    private static Map<String, Rule> readRules(ConfigFiles config, Map<String, String> ruleFiles) {
        Map<String, Rule> rules = new LinkedHashMap<>();
        for (String path : inOrder(config.list("rules", ".yml"))) {
            new RuleReader(config, path).read().forEach((id, rule) -> {
                new ConfigErrors(config, path).require(rules.putIfAbsent(id, rule) == null, id,
                        "stands in " + ruleFiles.get(id) + " too");
                ruleFiles.put(id, path);
            });
        }
        return rules;
    }

    private static List<String> inOrder(List<String> paths) {
        List<String> ordered = new ArrayList<>();
        FAMILIES.forEach(family -> paths.stream().filter(path -> baseName(path).equals(family)).forEach(ordered::add));
        paths.stream().filter(path -> !ordered.contains(path) && !baseName(path).equals(LAST_FAMILY))
                .forEach(ordered::add);
        paths.stream().filter(path -> baseName(path).equals(LAST_FAMILY)).forEach(ordered::add);
        return ordered;
    }

    private static String baseName(String path) {
        return path.substring(path.lastIndexOf('/') + 1, path.lastIndexOf('.'));
    }
}
