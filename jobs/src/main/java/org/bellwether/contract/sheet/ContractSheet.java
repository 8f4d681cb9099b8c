package org.bellwether.contract.sheet;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bellwether.contract.CodeSet;
import org.bellwether.contract.ColumnType;
import org.bellwether.contract.DatedChange;
import org.bellwether.contract.ReturnContract;
import org.bellwether.contract.Severity;
import org.bellwether.contract.TableContract;
import org.bellwether.contract.catalog.ContractCatalog;

/**
 * What a return has to look like on a day, for whoever makes its files.
 *
 * @param kind      how a later delivery stands to an earlier one: part, events, full or snapshot
 * @param replaces  columns that name what a later delivery replaces
 * @param due       how often it is due, in words
 * @param lateAfter how long after that it is late
 * @param changes   those that are in force, the earliest first
 */
public record ContractSheet(@JsonProperty("return") String returnName, String title, String grain, LocalDate on, String kind, List<String> replaces, String due,
        Period lateAfter, String source, List<String> encodings, List<Change> changes, List<Table> tables) {

    /** What a later delivery does to an earlier one, in words. */
    public String replacement() {
        return switch (kind) {
            case "part" -> "a delivery replaces what came of the same " + String.join(", ", replaces);
            case "events" -> "a row replaces that of the same " + String.join(", ", replaces);
            case "full" -> "a delivery replaces the whole register";
            default -> "the latest delivery counts, earlier ones are its history";
        };
    }

    /** A change of the contract, and why. */
    public record Change(LocalDate from, String why) {

        static Change of(DatedChange change) {
            return new Change(change.from(), change.why());
        }
    }

    /**
     * A kind of file of the return.
     *
     * @param files   how they may be called; empty where a file is known by its header alone
     * @param knownBy headers that must all be there
     * @param keys    columns that name a row; empty where a row has no name
     */
    public record Table(String name, List<String> files, List<String> knownBy, List<String> keys, List<Column> columns) {
    }

    /**
     * A column of a file.
     *
     * @param header      what the return calls it
     * @param aliases     what it may be called too
     * @param between     its lowest and highest value, of a text its shortest and longest; null where it has none
     * @param codes       that are valid on the day; empty where it has no codes
     * @param codesOn     column of whose day a row's codes have to be valid; null where the day does not matter
     * @param required    whether the file must have it
     * @param whenMissing what becomes of a row without its value; null where that may be
     * @param whenInvalid what becomes of a row whose value is not of the type or none of the codes
     */
    public record Column(String name, String header, List<String> aliases, String type, String between, List<Code> codes, String codesOn, boolean required,
            Consequence whenMissing, Consequence whenInvalid, String says) {

        /** Its type and range, in words. */
        public String values() {
            return type.replace('_', ' ') + (between == null ? "" : ", " + between + (ColumnType.valueOf(type.toUpperCase(Locale.ROOT)).isText() ? " characters" : ""));
        }
    }

    /** A value that a column may have. */
    public record Code(String code, String label) {
    }

    /**
     * What a rule does.
     *
     * @param does error: the row is rejected; value: the value becomes unknown; query and warning: the row is flagged
     */
    public record Consequence(String rule, String does) {

        /** What it does, in words. */
        public String words() {
            return switch (does) {
                case "fatal" -> "the file is refused";
                case "error" -> "a row is rejected";
                case "value" -> "the value is unknown";
                default -> "a row is flagged";
            };
        }
    }

    /** @throws IllegalArgumentException where there is no such return */
    public static ContractSheet of(ContractCatalog catalog, String returnName, LocalDate on) {
        ReturnContract contract = catalog.contract(returnName).on(on);
        return new ContractSheet(contract.name(), contract.title(), contract.grain(), on, contract.kind().name().toLowerCase(Locale.ROOT), contract.replaces(),
                contract.cadence().every(), contract.cadence().dueAfter(), contract.source(), contract.encodings().stream().map(one -> one.name()).toList(),
                contract.changes().stream().filter(change -> !change.from().isAfter(on)).map(Change::of).toList(),
                contract.tables().values().stream().map(table -> table(catalog, contract, table, on)).toList());
    }

    private static Table table(ContractCatalog catalog, ReturnContract contract, TableContract table, LocalDate on) {
        return new Table(table.name(), table.files(), table.signature(), table.keys(),
                table.columns().values().stream().map(column -> column(catalog, contract, table, column, on)).toList());
    }

    private static Column column(ContractCatalog catalog, ReturnContract contract, TableContract table, org.bellwether.contract.Column column, LocalDate on) {
        Consequence missing = column.required() ? consequence(column.ruleWhenMissing(), catalog.severityWhenMissing(table, column)) : null;
        Consequence invalid = column.type().isText() && column.range() == null ? null
                : consequence(column.ruleWhenInvalid(), catalog.severityWhenInvalid(contract, table, column));
        return new Column(column.name(), column.header(), column.headers().stream().filter(header -> !header.equals(column.header())).toList(),
                column.type().name().toLowerCase(Locale.ROOT), column.range() == null ? null : column.range().text(), codes(catalog, column, on),
                column.validOn().orElse(null), column.required(), missing, invalid,
                column.type() == ColumnType.UPN ? "Unique pupil number, of which only a pseudonym is kept" : table.says().get(column.stagedName()));
    }

    private static Consequence consequence(String rule, Severity severity) {
        return new Consequence(rule, severity.text());
    }

    private static List<Code> codes(ContractCatalog catalog, org.bellwether.contract.Column column, LocalDate on) {
        if (column.codeSet().isEmpty()) {
            return column.values().stream().map(value -> new Code(value, null)).toList();
        }
        CodeSet set = catalog.codeSet(column.codeSet().get());
        return set.rows().stream().filter(row -> set.isValid(row.get("code"), on)).map(ContractSheet::code).distinct().toList();
    }

    private static Code code(Map<String, String> row) {
        return new Code(row.get("code"), row.get("label"));
    }
}
