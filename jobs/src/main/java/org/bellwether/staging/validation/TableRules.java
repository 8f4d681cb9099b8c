package org.bellwether.staging.validation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.bellwether.contract.Column;
import org.bellwether.contract.ColumnType;
import org.bellwether.contract.ReturnContract;
import org.bellwether.contract.Rule;
import org.bellwether.contract.Severity;
import org.bellwether.contract.TableContract;
import org.bellwether.contract.catalog.ContractCatalog;
import org.bellwether.engine.Sql;
import org.bellwether.intake.register.Scope;
import org.bellwether.staging.pseudonym.Pseudonymiser;
import org.bellwether.staging.typing.ColumnKind;
import org.bellwether.staging.typing.ColumnSql;

/** Every rule that a row of one table may violate, in the order in which violations are told. */
final class TableRules {

    private static final String ROW_003 = ColumnKind.NOT_OF_ITS_TYPE;
    private static final String PARTS_SCOPES = "ROW-015";
    private static final String NATIVE_ID = "native_id";

    private final ContractCatalog catalog;
    private final ReturnContract contract;
    private final TableContract table;
    private final LocalDate received;

    /** @param received day in England: what is waived by then is not asked */
    TableRules(ContractCatalog catalog, ReturnContract contract, TableContract table, LocalDate received) {
        this.received = received;
        this.catalog = catalog;
        this.contract = contract;
        this.table = table;
    }

    /** The rules of the catalog in their order, a rule with its own id before the general ones. */
    List<RuleViolation> all() {
        List<RuleViolation> found = new ArrayList<>();
        table.parent().ifPresent(parent -> found.add(new RuleViolation("CEN-001", Severity.ERROR, "",
                "parent." + parent.by().get(0) + " is null", List.of())));
        if (table.columns().containsKey(NATIVE_ID) && !contract.reference().isEmpty() && !table.name().equals(CensusReturns.HEADER)) {
            found.add(new RuleViolation(ROW_003, Severity.ERROR, NATIVE_ID, "typed.laestab is null", List.of()));
        }
        for (Column column : table.columns().values()) {
            addColumn(found, column);
        }
        for (Rule rule : catalog.rulesFor(table)) {
            if (!isJudgedOverDistinctValues(rule)) {
                String asked = asked(rule);
                rule.checks().forEach(check -> found.add(new RuleViolation(rule.id(), rule.severityOf(table, check), "",
                        "coalesce(" + check.when() + ", false)" + asked, check.clears())));
            }
        }
        List<String> order = catalog.rules().stream().map(Rule::id).toList();
        found.sort(Comparator.comparing(RuleViolation::isGeneral)
                .thenComparing(violation -> order.indexOf(violation.rule() == null ? ROW_003 : violation.rule())));
        return found;
    }

    /** SQL that holds of rows whose school the rule is asked of, behind its condition; empty where that is all. */
    private String asked(Rule rule) {
        return Waived.schools(catalog.waivers(rule.id(), received), contract, table).map(schools -> " and coalesce(typed.laestab not in (" + schools + "), true)").orElse("");
    }

    /** Rules that read a UPN alone are judged by the pseudonymiser, once a distinct value. */
    private boolean isJudgedOverDistinctValues(Rule rule) {
        return rule.over().map(table.columns()::get).filter(column -> column.type() == ColumnType.UPN).isPresent();
    }

    private void addColumn(List<RuleViolation> found, Column column) {
        String text = "typed." + ColumnSql.text(column.name());
        if (column.required()) {
            found.add(new RuleViolation(column.ruleWhenMissing(), catalog.severityWhenMissing(table, column), column.name(), text + " is null",
                    List.of()));
        }
        if (column.type() == ColumnType.UPN) {
            addUpn(found, column);
            return;
        }
        if (isOneOfSeveralInScopes(column)) {
            found.add(new RuleViolation(PARTS_SCOPES, Severity.ERROR, column.name(), "contains(" + text + ", " + Sql.literal(Scope.SEPARATOR) + ")", List.of()));
        }
        if (column.type() == ColumnType.CODE) {
            addCode(found, column, column.ruleWhenInvalid());
            return;
        }
        String failed = "typed." + ColumnSql.failed(column.name());
        found.add(new RuleViolation(column.rule().orElse(null), catalog.severityWhenInvalid(contract, table, column), column.name(),
                failed + " is not null", List.of(), failed));
    }

    private boolean isOneOfSeveralInScopes(Column column) {
        return contract.replaces().size() > 1 && contract.replaces().contains(column.stagedName())
                && (column.type().isText() || column.type() == ColumnType.CODE);
    }

    private void addUpn(List<RuleViolation> found, Column column) {
        addFailed(found, column, catalog.rule(Pseudonymiser.FORGOTTEN));
        for (Rule rule : catalog.rulesFor(table)) {
            if (rule.over().filter(column.name()::equals).isPresent()) {
                addFailed(found, column, rule);
            }
        }
    }

    private void addFailed(List<RuleViolation> found, Column column, Rule rule) {
        found.add(new RuleViolation(rule.id(), rule.severityIn(table), column.name(),
                "typed." + ColumnSql.failed(column.name()) + " = " + Sql.literal(rule.id()), List.of()));
    }

    private void addCode(List<RuleViolation> found, Column column, String ruleId) {
        Rule rule = catalog.rule(ruleId);
        String standing = "typed." + ColumnSql.standing(column.name());
        rule.lapsed().ifPresent(severity ->
                found.add(new RuleViolation(ruleId, severity, column.name(), standing + " = 'lapsed'", List.of())));
        rule.unknown().ifPresent(severity ->
                found.add(new RuleViolation(ruleId, severity, column.name(), standing + " = 'unknown'", List.of())));
        List<String> invalid = new ArrayList<>();
        if (rule.lapsed().isEmpty()) {
            invalid.add("'lapsed'");
        }
        if (rule.unknown().isEmpty()) {
            invalid.add("'unknown'");
        }
        if (!invalid.isEmpty()) {
            found.add(new RuleViolation(ruleId, catalog.severityWhenInvalid(contract, table, column), column.name(),
                    standing + " in (" + String.join(", ", invalid) + ")", List.of(column.name())));
        }
    }
}
