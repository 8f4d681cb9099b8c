package org.bellwether.contract;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A row rule or a reason code: what fails, what to say and what to do about it.
 *
 * @param lapsed severity where a code was valid before the row's date and has ended; the code is kept
 * @param unknown severity where a code is in no version of its set up to the row's date; the code is kept
 * @param tables contract or staged tables that it judges; empty for reasons that Java gives
 * @param dfe official number, or empty
 * @param over the one column that the condition reads, so that it may be judged once a distinct value
 * @param checks conditions that fail a row; none where Java or a column's check judges
 * @param isOfBuild whether it needs another return, another school or a total: the build judges it, in core.fact_dq_query
 */
public record Rule(String id, Severity severity, Optional<Severity> lapsed, Optional<Severity> unknown,
        List<String> tables, String message, String why, String fix, String dfe, Optional<String> over,
        List<Check> checks, Map<String, Severity> severityByTable, Map<String, Severity> severityByColumn, boolean isOfBuild) {

    /**
     * A condition over the columns of {@code typed}, and the columns that become unknown where it holds.
     *
     * @param tables of the rule in which it is judged; empty where in all of them
     */
    public record Check(String when, List<String> clears, Optional<Severity> severity, List<String> tables) {

        public Check {
            tables = List.copyOf(tables);
            clears = List.copyOf(clears);
        }
    }

    public Rule {
        tables = List.copyOf(tables);
        checks = List.copyOf(checks);
        severityByTable = Map.copyOf(severityByTable);
        severityByColumn = Map.copyOf(severityByColumn);
    }

    public boolean judges(TableContract table) {
        return names(tables, table);
    }

    /** The rule with those of its checks that judge the table. */
    public Rule in(TableContract table) {
        List<Check> own = checks.stream()
                .filter(check -> check.tables().isEmpty() || names(check.tables(), table))
                .toList();
        return new Rule(id, severity, lapsed, unknown, tables, message, why, fix, dfe, over, own, severityByTable,
                severityByColumn, isOfBuild);
    }

    private static boolean names(List<String> tables, TableContract table) {
        return tables.contains(table.name()) || table.stages().filter(tables::contains).isPresent();
    }

    public Severity severityIn(TableContract table) {
        Severity own = severityByTable.get(table.name());
        return own != null ? own
                : table.stages().map(severityByTable::get).orElse(severity);
    }

    public Severity severityOf(TableContract table, Check check) {
        return check.severity().orElse(severityIn(table));
    }

    /** Severity of a column's own check that bears this rule's name. */
    public Severity severityOf(TableContract table, Column column) {
        Severity own = severityByColumn.get(column.name());
        return own != null ? own : severityIn(table);
    }
}
