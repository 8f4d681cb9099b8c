package org.bellwether.staging.typing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bellwether.contract.Column;
import org.bellwether.contract.ColumnType;
import org.bellwether.contract.Located;
import org.bellwether.contract.ReturnContract;
import org.bellwether.contract.TableContract;
import org.bellwether.contract.catalog.ContractCatalog;
import org.bellwether.engine.Sql;
import org.bellwether.staging.load.LoadedTable;
import org.bellwether.staging.pseudonym.Pseudonymiser;

/**
 * Shows the rows of one table with every column of its contract typed: {@code typed_of_<table>}, which rules judge.
 *
 * <p>It has of each column its value and, as {@code <column>__text}, its text; as {@code <column>__failed} the rule that the
 * text fails, a code's aside; of a UPN its pseudonym; of a code, as {@code <column>__standing}, whether it is in force;
 * and the columns of the whole delivery that the contract names.
 */
public final class TypedTableBuilder {

    /** Up to this many typed rows of a census are kept, since its rules ask one table about another. */
    private static final long KEPT = 200_000;

    private final Connection connection;
    private final ContractCatalog catalog;
    private final Pseudonymiser pseudonymiser;
    private final ReturnContract contract;
    private final TableContract table;
    private final Located located;
    private final boolean areKept;
    private final boolean areMany;

    public TypedTableBuilder(Connection connection, ContractCatalog catalog, Pseudonymiser pseudonymiser, ReturnContract contract,
            LoadedTable loaded) {
        this.connection = connection;
        this.catalog = catalog;
        this.pseudonymiser = pseudonymiser;
        this.contract = contract;
        this.table = loaded.table();
        this.located = loaded.located();
        // Where columns become rows, there are more rows than records, and texts that no column of the file holds.
        this.areKept = loaded.records() <= (contract.reference().isEmpty() ? LoadedTable.FEW : KEPT) && table.rest().isEmpty();
        this.areMany = loaded.records() > LoadedTable.FEW && table.rest().isEmpty();
    }

    public static String view(String table) {
        return "typed_of_" + table;
    }

    /**
     * @param raw table of texts {@code (source_line, c0, c1, …)}
     * @param census whether the relation {@code census} says which school's return a row belongs to
     */
    public void show(String raw, boolean census) throws SQLException {
        for (Column column : located().toList()) {
            String texts = raw;
            if (column.type() == ColumnType.UPN) {
                texts = "upns_of_" + table.name() + "_" + column.name();
                Sql.execute(connection, "create or replace temp table " + texts + " as select distinct " + place(column) + " from " + raw);
                pseudonymiser.pseudonymise(pseudonyms(column), texts, place(column), column.name(),
                        catalog.rulesFor(table).stream().filter(rule -> rule.over().filter(column.name()::equals).isPresent()).toList());
            }
            if (areMany) {
                distinct(column).make(connection, texts, place(column), pseudonyms(column));
            }
        }
        Sql.execute(connection, "create or replace temp %s %s as %s".formatted(areKept ? "table" : "view", view(table.name()), typed(raw, census)));
    }

    /**
     * Some of the rows that are shown, typed at the cost of those alone: a relation. The view over all would be typed as a whole.
     *
     * @param lines SELECT of their source lines
     */
    public String only(String lines, String raw, boolean census) {
        String some = "(select * from %s where source_line in (%s))";
        return areKept ? some.formatted(view(table.name()), lines) : "(" + typed(some.formatted(raw, lines), census) + ")";
    }

    private String typed(String raw, boolean census) {
        Map<Column, String> constants = constants();
        return """
                with record as (
                    %s
                ),
                typed as (
                    select record.*%s%s%s%s
                    from record%s%s%s
                )
                select typed.*%s from typed
                """.formatted(records(raw), hasRest() ? " exclude (rest)" : "",
                constants.isEmpty() ? "" : ", constant.* exclude (one)", missing() + pseudonymsOfRows(), rest() + (census ? reference() : ""),
                constants.isEmpty() ? "" : " cross join (" + TypingSql.ofGiven(constants).select("one", "(select 1 as one)") + ") as constant",
                pseudonymJoins(), census ? censusJoin() : "", standings());
    }

    /** The records, with what they have of the columns that the delivery has. */
    private String records(String raw) {
        if (areMany) {
            return "select raw.source_line" + located().map(column -> ", " + distinct(column).columns()).collect(Collectors.joining())
                    + " from " + raw + " as raw" + located().map(column -> distinct(column).join("raw." + place(column))).collect(Collectors.joining());
        }
        return TypingSql.ofReceived(texts(located(), this::place)).select("source_line" + (hasRest() ? ", rest" : ""), hasRest() ? "(select *, list_transform(["
                + located.rest().values().stream().map(place -> "c" + place).collect(Collectors.joining(", "))
                + "], lambda v: plain_text(clean_text(v))) as rest from " + raw + ")" : raw);
    }

    /** The texts that all rows have alike, of columns that the delivery does not have. */
    private Map<Column, String> constants() {
        return texts(table.everyColumn().values().stream().filter(column -> !isLocated(column) && column.absentText().isPresent()),
                column -> Sql.literal(column.absentText().orElseThrow()));
    }

    private static Map<Column, String> texts(Stream<Column> columns, Function<Column, String> text) {
        return columns.collect(Collectors.toMap(Function.identity(), text, (one, other) -> one, LinkedHashMap::new));
    }

    private boolean hasRest() {
        return table.rest().isPresent() && !located.rest().isEmpty();
    }

    /** The columns that the contract does not name become rows, where it says so. */
    private String rest() {
        return table.rest().map(rest -> hasRest()
                ? ", unnest(" + Sql.literals(List.copyOf(located.rest().keySet())) + ") as " + Sql.identifier(rest.into())
                        + ", unnest(record.rest) as " + Sql.identifier(rest.value())
                : ", cast(null as varchar) as " + Sql.identifier(rest.into()) + ", cast(null as varchar) as " + Sql.identifier(rest.value())).orElse("");
    }

    /** The columns of the contract that the delivery has. */
    private Stream<Column> located() {
        return table.everyColumn().values().stream().filter(this::isLocated);
    }

    private boolean isLocated(Column column) {
        return located.positions().containsKey(column.name());
    }

    /** Whether rows find the column's value by its text. */
    private boolean isDistinct(Column column) {
        return areMany && isLocated(column);
    }

    private String place(Column column) {
        return "c" + located.positions().get(column.name());
    }

    private String pseudonyms(Column column) {
        return "upn_" + table.name() + "_" + column.name();
    }

    private ColumnSql sql(Column column) {
        return new ColumnSql(column, column.codeSet().map(catalog::codeSet).orElse(null));
    }

    private DistinctValues distinct(Column column) {
        return new DistinctValues(table.name(), column, sql(column));
    }

    /** Of the columns that neither the delivery nor the contract has a text for, that they are unknown. */
    private String missing() {
        return table.everyColumn().values().stream().filter(column -> !isLocated(column) && column.absentText().isEmpty())
                .flatMap(column -> TypingSql.none(column).stream()).map(unknown -> ", " + unknown).collect(Collectors.joining());
    }

    private String pseudonymsOfRows() {
        return table.everyColumn().values().stream().filter(column -> !isDistinct(column)).filter(column -> column.type() == ColumnType.UPN)
                .map(column -> ", %s as %s, %s as %s".formatted(
                        isLocated(column) ? pseudonyms(column) + ".pupil_key" : "cast(null as bigint)", Sql.identifier(column.stagedName()),
                        isLocated(column) ? pseudonyms(column) + ".failed_rule" : "cast(null as varchar)", ColumnSql.failed(column.name())))
                .collect(Collectors.joining());
    }

    private String pseudonymJoins() {
        return areMany ? "" : located().filter(column -> column.type() == ColumnType.UPN).map(column ->
                " left join %1$s on %1$s.upn = record.%2$s".formatted(pseudonyms(column), Sql.identifier(column.name())))
                .collect(Collectors.joining());
    }

    private String standings() {
        return table.everyColumn().values().stream().filter(column -> column.type() == ColumnType.CODE)
                .filter(column -> !isDistinct(column) || !sql(column).standsByItself())
                .map(column -> ", " + (isDistinct(column) && sql(column).hasOneVersionEach() ? sql(column).standingOfListed()
                        : sql(column).standing()) + " as " + ColumnSql.standing(column.name())).collect(Collectors.joining());
    }

    /** A table that did not come has no rows, and none of them a pupil. */
    private String censusJoin() {
        return " left join census on " + (located.positions().containsKey("native_id") ? "census.native_id = record.native_id" : "false");
    }

    private String reference() {
        return contract.reference().stream().filter(name -> !table.columns().containsKey(name))
                .map(name -> ", census." + name).collect(Collectors.joining());
    }
}
