package org.bellwether.staging;

import java.util.Locale;
import org.bellwether.contract.Severity;

/**
 * A condition that a row may meet, what it is called and what follows.
 *
 * @param rule id of the rule that a person is told
 * @param column the column concerned; empty where the row is meant
 * @param condition SQL over the columns of {@code typed}
 * @param clears columns that become unknown where it holds
 */
record Finding(String rule, Severity severity, String column, String condition, java.util.List<String> clears) {

    /** What a row carries of it: rule, severity and column, joined by '|'. */
    String mark() {
        return rule + "|" + severity.text() + "|" + column;
    }

    /** Whether it sets a row against others, so that rows which are rejected already must not be among them. */
    boolean comparesRows() {
        return !severity.keepsRow() && condition.toLowerCase(Locale.ROOT).contains(" over (");
    }
}
