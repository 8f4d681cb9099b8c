package org.bellwether.staging.validation;

import java.util.List;
import java.util.Locale;
import org.bellwether.contract.Severity;
import org.bellwether.engine.Sql;

/**
 * A condition that a row may meet, what it is called and what follows.
 *
 * @param rule id of the rule that a person is told; null where that is the general one
 * @param column the column concerned; empty where the row is meant
 * @param condition SQL over the columns of {@code typed}
 * @param clears columns that become unknown where it holds
 * @param general SQL that names the general rule which the text of the column breaks; null where no text is judged
 */
record RuleViolation(String rule, Severity severity, String column, String condition, List<String> clears, String general) {

    RuleViolation(String rule, Severity severity, String column, String condition, List<String> clears) {
        this(rule, severity, column, condition, clears, null);
    }

    /** What a row carries of it, as SQL: rule, severity, column and the general rule, joined by '|'. */
    String mark() {
        String of = "|" + severity.text() + "|" + column;
        return general == null ? Sql.literal(rule + of)
                : (rule == null ? general : Sql.literal(rule)) + " || " + Sql.literal(of + "|") + " || " + general;
    }

    /** Whether it sets a row against others, so that rows which are rejected already must not be among them. */
    boolean comparesRows() {
        return !severity.keepsRow() && condition.toLowerCase(Locale.ROOT).contains(" over (");
    }

    /** Whether it is told behind those with an id of their own. */
    boolean isGeneral() {
        return rule == null || rule.startsWith("ROW-");
    }
}
