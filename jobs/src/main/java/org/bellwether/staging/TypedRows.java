package org.bellwether.staging;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bellwether.contract.CodeSet;
import org.bellwether.contract.Column;
import org.bellwether.contract.ColumnType;
import org.bellwether.contract.ContractCatalog;
import org.bellwether.contract.Located;
import org.bellwether.contract.ReturnContract;
import org.bellwether.contract.TableContract;
import org.bellwether.engine.Sql;

/**
 * Shows the rows of one table with every column of its contract typed: {@code typed_of_<table>}, which rules judge.
 *
 * <p>It has of each column its value and, as {@code <column>__text}, its text; of a UPN its pseudonym and, as
 * {@code <column>__failed}, the rule that it fails; of a code, as {@code <column>__standing}, whether it is in force;
 * and the columns of the whole delivery that the contract names.
 */
final class TypedRows {

    /** Up to this many rows it pays to keep what is typed: several questions are asked of it. Not of rows made of columns. */
    private static final long FEW = 200_000;

    private final Connection connection;
    private final ContractCatalog catalog;
    private final Pseudonymiser pseudonymiser;
    private final ReturnContract contract;
    private final TableContract table;
    private final Located located;
    private final long records;

    TypedRows(Connection connection, ContractCatalog catalog, Pseudonymiser pseudonymiser, ReturnContract contract,
            LoadedTable loaded) {
        this.connection = connection;
        this.catalog = catalog;
        this.pseudonymiser = pseudonymiser;
        this.contract = contract;
        this.table = loaded.table();
        this.located = loaded.located();
        this.records = loaded.records();
    }

    static String view(String table) {
        return "typed_of_" + table;
    }

    /**
     * @param raw table of texts {@code (source_line, c0, c1, …)}
     * @param census whether the relation {@code census} says which school's return a row belongs to
     */
    void show(String raw, boolean census) throws SQLException {
        for (Column column : upns()) {
            pseudonymiser.pseudonymise(upnTable(column), raw, "c" + located.positions().get(column.name()), column.name(),
                    catalog.rulesFor(table).stream().filter(rule -> rule.over().filter(column.name()::equals).isPresent()).toList());
        }
        Sql.execute(connection, """
                create or replace temp %s %s as
                with text as (
                    select source_line%s from %s
                ),
                told as (
                    %s
                ),
                typed as (
                    select told.*%s%s from told%s%s
                )
                select typed.*%s from typed%s
                """.formatted(areKept() ? "table" : "view", view(table.name()), texts(), raw, told(), typed(),
                census ? reference() : "", joins(),
                census ? " left join census on census.native_id = told.native_id__text" : "", standings(),
                areKept() ? "" : codes().map(ColumnSql::codeJoin).flatMap(Optional::stream).collect(Collectors.joining())));
    }

    private List<Column> upns() {
        return table.columns().values().stream()
                .filter(column -> column.type() == ColumnType.UPN && located.positions().containsKey(column.name())).toList();
    }

    private String upnTable(Column column) {
        return "upn_" + table.name() + "_" + column.name();
    }

    private String texts() {
        StringBuilder select = new StringBuilder();
        for (Column column : table.everyColumn().values()) {
            Integer place = located.positions().get(column.name());
            String text = place != null ? "nullif(trim(c" + place + "), '')"
                    : "cast(" + Sql.literal(column.absentText().orElse(null)) + " as varchar)";
            select.append(", ").append(text).append(" as ").append(ColumnSql.text(column.name()));
        }
        located.rest().forEach((header, place) -> select.append(", nullif(trim(c").append(place).append("), '') as ")
                .append(Sql.identifier(header)));
        return select.toString();
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

    private String typed() {
        StringBuilder select = new StringBuilder();
        for (Column column : table.everyColumn().values()) {
            CodeSet codes = column.codeSet().map(catalog::codeSet).orElse(null);
            select.append(", ").append(new ColumnSql(column, codes).typed()).append(" as ").append(Sql.identifier(column.name()));
            if (column.type() == ColumnType.UPN) {
                boolean here = upns().contains(column);
                select.append(", ").append(here ? upnTable(column) + ".pupil_key" : "cast(null as bigint)").append(" as ")
                        .append(Sql.identifier(column.stagedName()));
                select.append(", ").append(here ? upnTable(column) + ".failed_rule" : "cast(null as varchar)").append(" as ")
                        .append(Sql.identifier(column.name() + "__failed"));
            }
        }
        return select.toString();
    }

    private boolean areKept() {
        return records <= FEW && table.rest().isEmpty();
    }

    private Stream<ColumnSql> codes() {
        return table.everyColumn().values().stream().filter(column -> column.type() == ColumnType.CODE)
                .map(column -> new ColumnSql(column, column.codeSet().map(catalog::codeSet).orElse(null)));
    }

    private String standings() {
        return codes().map(code -> ", " + (!areKept() && code.codeJoin().isPresent() ? code.joinedStanding() : code.standing()) + " as "
                + code.standingName()).collect(Collectors.joining());
    }

    private String reference() {
        return contract.reference().stream().filter(name -> !table.columns().containsKey(name))
                .map(name -> ", census." + name).collect(Collectors.joining());
    }

    private String joins() {
        return upns().stream().map(column -> " left join %1$s on %1$s.upn = upper(told.%2$s)"
                .formatted(upnTable(column), ColumnSql.text(column.name()))).collect(Collectors.joining());
    }
}
