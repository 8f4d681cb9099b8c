package org.bellwether.contract;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The shapes of contracts, rules and the XML mapping as written; a key that they lack is an error. */
final class Forms {

    private Forms() {
    }

    record ReturnForm(@JsonProperty("return") String name, String title, String grain, Kind kind,
            List<String> replaces, String retires, CadenceForm cadence, String source, List<String> encodings,
            List<String> dateFormats, List<String> reference, List<String> symbols, Map<String, TableForm> tables) {
    }

    record CadenceForm(String every, String dueAfter) {
    }

    record TableForm(List<String> files, List<String> signature, List<String> without, List<String> keys,
            String keyRule, Map<String, ColumnForm> columns, RestForm rest, List<String> ignore, ParentForm parent,
            String stages, List<String> derives, RepeatsForm repeats, List<NamedForm> named) {
    }

    record RepeatsForm(List<String> by, String latest, String differs, String rule) {
    }

    record RestForm(String into, String value, String known, String symbols) {
    }

    record NamedForm(List<String> files, Map<String, String> columns) {
    }

    record ParentForm(String table, List<String> by) {
    }

    record ColumnForm(ColumnType type, Boolean required, String header, List<String> aliases, List<String> formats,
            JsonNode codes, String validOn, String becomes, String rule, String missingRule, Integer scale,
            Boolean stage, @JsonProperty("default") String absentText, List<String> between, Integer maxLength) {
    }

    record ChangeForm(String from, String why, List<String> codes, JsonNode tables) {
    }

    record RuleForm(Severity severity, Severity lapsed, Severity unknown, List<String> tables, String message,
            String why, String fix, String dfe, String over, String when, List<String> clears, List<CheckForm> checks,
            Map<String, Severity> severityByTable, Map<String, Severity> severityByColumn) {
    }

    record CheckForm(String when, List<String> clears, Severity severity, List<String> tables) {
    }

    record XmlForm(String root, XmlRowForm header, List<XmlRowForm> rows) {
    }

    record XmlRowForm(String element, List<String> within, String table, Map<String, JsonNode> columns) {
    }

    static <T> List<T> orEmpty(List<T> list) {
        return list == null ? List.of() : list;
    }

    static <K, V> Map<K, V> orEmpty(Map<K, V> map) {
        return map == null ? Map.of() : map;
    }
}
