package org.bellwether.staging.typing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
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
        Sql.execute(connection, """
                create or replace temp %s %s as
                with text as (
                    select source_line%s from %s as raw%s
                ),
                told as (
                    %s
                ),
                bare as (
                    select *%s from told
                ),
                read as (
                    select *%s from bare
                ),
                typed as (
                    select told.*%s%s%s from read as told%s%s
                )
                select typed.*%s from typed
                """.formatted(areKept ? "table" : "view", view(table.name()), texts(), raw, distinctJoins(), told(), steps(ValueSql::bare),
                steps(ValueSql::read), exceptSteps(), steps(ValueSql::value) + valuesOfNone() + pseudonymsOfRows(), census ? reference() : "",
                pseudonymJoins(),
                census ? " left join census on census.native_id = told.native_id__text" : "", standings()));
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

    private String texts() {
        StringBuilder select = new StringBuilder();
        for (Column column : table.everyColumn().values()) {
            if (isDistinct(column)) {
                select.append(", ").append(distinct(column).columns());
            } else {
                select.append(", ").append(isLocated(column) ? "clean_text(" + place(column) + ")"
                                : "cast(" + Sql.literal(column.absentText().orElse(null)) + " as varchar)")
                        .append(" as ").append(ColumnSql.text(column.name()));
            }
        }
        located.rest().forEach((header, place) -> select.append(", plain_text(clean_text(c").append(place).append(")) as ")
                .append(Sql.identifier(header)));
        return select.toString();
    }

    private String distinctJoins() {
        return !areMany ? "" : located().map(column -> distinct(column).join("raw." + place(column))).collect(Collectors.joining());
    }

    /** The columns that the contract does not name become rows, where it says so. */
    private String told() {
        if (table.rest().isEmpty() || located.rest().isEmpty()) {
            return "select *" + table.rest().map(rest -> ", cast(null as varchar) as " + Sql.identifier(rest.into())
                    + ", cast(null as varchar) as " + Sql.identifier(rest.value())).orElse("") + " from text";
        }
        TableContract.Rest rest = table.rest().get();
        return "from text unpivot include nulls (" + Sql.identifier(rest.value()) + " for " + Sql.identifier(rest.into()) + " in ("
                + located.rest().keySet().stream().map(Sql::identifier).collect(Collectors.joining(", ")) + "))";
    }

    /** Of the columns that rows do not find by their text, what one step of typing adds. */
    private String steps(Function<ValueSql, List<String>> step) {
        return withText().flatMap(column -> step.apply(new ValueSql(column)).stream()).map(added -> ", " + added).collect(Collectors.joining());
    }

    private String valuesOfNone() {
        return typedByRow().filter(column -> !hasText(column)).flatMap(column -> ValueSql.none(column).stream()).map(added -> ", " + added)
                .collect(Collectors.joining());
    }

    private Stream<Column> withText() {
        return typedByRow().filter(this::hasText);
    }

    private boolean hasText(Column column) {
        return isLocated(column) || column.absentText().isPresent();
    }

    private String exceptSteps() {
        String names = withText().flatMap(column -> new ValueSql(column).between().stream()).collect(Collectors.joining(", "));
        return names.isEmpty() ? "" : " exclude (" + names + ")";
    }

    private Stream<Column> typedByRow() {
        return table.everyColumn().values().stream().filter(column -> !isDistinct(column));
    }

    private String pseudonymsOfRows() {
        return typedByRow().filter(column -> column.type() == ColumnType.UPN)
                .map(column -> ", %s as %s, %s as %s".formatted(
                        isLocated(column) ? pseudonyms(column) + ".pupil_key" : "cast(null as bigint)", Sql.identifier(column.stagedName()),
                        isLocated(column) ? pseudonyms(column) + ".failed_rule" : "cast(null as varchar)", ColumnSql.failed(column.name())))
                .collect(Collectors.joining());
    }

    private String pseudonymJoins() {
        return areMany ? "" : located().filter(column -> column.type() == ColumnType.UPN).map(column ->
                " left join %1$s on %1$s.upn = upn_text(told.%2$s)".formatted(pseudonyms(column), ColumnSql.text(column.name())))
                .collect(Collectors.joining());
    }

    private String standings() {
        return table.everyColumn().values().stream().filter(column -> column.type() == ColumnType.CODE)
                .filter(column -> !isDistinct(column) || !sql(column).standsByItself())
                .map(column -> ", " + (isDistinct(column) && sql(column).hasOneVersionEach() ? sql(column).standingOfListed()
                        : sql(column).standing()) + " as " + ColumnSql.standing(column.name())).collect(Collectors.joining());
    }

    private String reference() {
        return contract.reference().stream().filter(name -> !table.columns().containsKey(name))
                .map(name -> ", census." + name).collect(Collectors.joining());
    }
}
