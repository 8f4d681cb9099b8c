package org.bellwether.contract.reader;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.bellwether.contract.ColumnType;
import org.bellwether.contract.Kind;
import org.bellwether.contract.OwedBy;
import org.bellwether.contract.Severity;
import tools.jackson.databind.JsonNode;

/** The shapes of contracts, rules and the XML mapping as written; a key that they lack is an error. */
public final class ContractYaml {

    private ContractYaml() {
    }

    record ReturnYaml(@JsonProperty("return") String name, String title, String grain, Kind kind,
            List<String> replaces, String retires, CadenceYaml cadence, String source, List<String> encodings,
            List<String> dateFormats, List<String> reference, List<String> symbols, Map<String, TableYaml> tables) {
    }

    record CadenceYaml(String every, String dueAfter, OwedBy owedBy, Boolean optional) {
    }

    record TableYaml(List<String> files, List<String> signature, List<String> without, List<String> keys,
            String keyRule, Map<String, ColumnYaml> columns, RestYaml rest, List<String> ignore, ParentYaml parent,
            String stages, JsonNode derives, RepeatsYaml repeats, List<NamedYaml> named, String grain,
            List<LayoutYaml> sheets) {
    }

    record LayoutYaml(Map<String, Integer> at, Map<String, String> title, Map<String, String> file, List<String> leave, List<PartYaml> parts) {
    }

    record PartYaml(String name, Map<String, String> texts, Map<String, String> columns, Map<String, String> right, List<BesideYaml> beside) {
    }

    record BesideYaml(String by, Map<String, String> columns) {
    }

    record RepeatsYaml(List<String> by, String latest, String differs, String rule) {
    }

    record RestYaml(String into, String value, String known, String symbols) {
    }

    record NamedYaml(List<String> files, Map<String, String> columns) {
    }

    record ParentYaml(String table, List<String> by) {
    }

    record ColumnYaml(ColumnType type, Boolean required, String header, List<String> aliases, List<String> formats,
            JsonNode codes, String validOn, String becomes, String rule, String missingRule, Integer scale,
            Boolean stage, @JsonProperty("default") String absentText, List<String> between, Integer maxLength, String says) {
    }

    record ChangeYaml(String from, String why, List<String> codes, JsonNode tables) {
    }

    record RuleYaml(Severity severity, Severity lapsed, Severity unknown, List<String> tables, String message,
            String why, String fix, String dfe, String over, String when, List<String> clears, List<CheckYaml> checks,
            Map<String, Severity> severityByTable, Map<String, Severity> severityByColumn, Boolean build) {
    }

    record CheckYaml(String when, List<String> clears, Severity severity, List<String> tables) {
    }

    public record XmlYaml(String root, XmlRowYaml header, List<XmlRowYaml> rows) {
    }

    public record XmlRowYaml(String element, List<String> within, String table, Map<String, JsonNode> columns) {
    }

    public static <T> List<T> orEmpty(List<T> list) {
        return list == null ? List.of() : list;
    }

    public static <K, V> Map<K, V> orEmpty(Map<K, V> map) {
        return map == null ? Map.of() : map;
    }
}
