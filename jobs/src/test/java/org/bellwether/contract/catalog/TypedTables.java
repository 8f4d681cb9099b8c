package org.bellwether.contract.catalog;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.bellwether.contract.CodeSet;
import org.bellwether.contract.ReturnContract;
import org.bellwether.contract.Rule;
import org.bellwether.contract.TableContract;
import org.bellwether.engine.Sql;

/** The relations that rules and models of sql/staged may name, made by hand so that their SQL can be tried alone. */
final class TypedTables {

    private static final Map<String, String> REFERENCE_TYPES = Map.of(
            "census_term", "varchar", "reference_date", "date", "exclusion_from", "date", "exclusion_to", "date");

    private final Connection connection;
    private final ContractCatalog catalog;

    TypedTables(Connection connection, ContractCatalog catalog) throws SQLException {
        this.connection = connection;
        this.catalog = catalog;
        Sql.execute(connection, "create schema if not exists codes");
        Sql.execute(connection, "create or replace table authority (la_code integer)");
        Sql.execute(connection, "create or replace table delivery (file_name varchar, received_at timestamp)");
        for (CodeSet set : catalog.codeSets().values()) {
            Sql.execute(connection, "create table codes." + set.name() + " (" + set.header().stream()
                    .map(column -> Sql.identifier(column) + " varchar").collect(Collectors.joining(", ")) + ")");
            for (Map<String, String> row : set.rows()) {
                Sql.execute(connection, "insert into codes." + set.name() + " values (" + set.header().stream()
                        .map(column -> "nullif(" + Sql.literal(row.get(column)) + ", '')")
                        .collect(Collectors.joining(", ")) + ")");
            }
        }
    }

    /** Makes every relation that the table's rules and model may name, without rows. */
    void none(ReturnContract contract, TableContract table) throws SQLException {
        create("typed", contract, table);
        create("census", Map.of("native_id", "varchar", "academic_year", "integer", "census_term", "varchar", "laestab",
                "integer", "la_code", "integer", "urn", "integer", "reference_date", "date", "serial_no", "integer",
                "source_line", "integer"));
        if (table.parent().isPresent()) {
            create("parent", contract, contract.table(table.parent().get().table()));
        }
        for (TableContract other : contract.tables().values()) {
            create("typed_of_" + other.name(), contract, other);
            if (other.stages().isPresent()) {
                create("typed_" + other.stages().get(), contract, other);
            }
        }
    }

    /** Adds a row of texts; each is cast to the type of its column. */
    void given(String relation, Map<String, String> row) throws SQLException {
        Sql.execute(connection, "insert into " + relation + " (" + String.join(", ", row.keySet()) + ") values ("
                + row.values().stream().map(Sql::literal).collect(Collectors.joining(", ")) + ")");
    }

    /** Ids of the rules with a check that holds for some row of {@code typed}. */
    List<String> broken(TableContract table) throws SQLException {
        List<String> broken = new ArrayList<>();
        String from = table.parent().isEmpty() ? " from typed"
                : " from typed join parent on parent.pupil_table_id = typed.pupil_table_id";
        for (Rule rule : catalog.rulesFor(table)) {
            for (Rule.Check check : rule.checks()) {
                String sql = "select count(*) from (select coalesce(" + check.when() + ", false) as holds" + from
                        + ") where holds";
                if (Sql.queryLong(connection, sql) > 0) {
                    broken.add(rule.id());
                }
            }
        }
        return broken.stream().distinct().toList();
    }

    private void create(String relation, ReturnContract contract, TableContract table) throws SQLException {
        Map<String, String> columns = new LinkedHashMap<>();
        table.everyColumn().values().forEach(column -> {
            columns.put(column.name(), column.sqlType());
            columns.put(column.name() + "__text", "varchar");
            column.becomes().ifPresent(key -> columns.put(key, "bigint"));
        });
        contract.reference().forEach(name -> columns.putIfAbsent(name, REFERENCE_TYPES.getOrDefault(name, "integer")));
        table.rest().ifPresent(rest -> {
            columns.put(rest.into(), "varchar");
            columns.put(rest.value(), "varchar");
        });
        table.repeats().ifPresent(repeats -> columns.put("is_superseded", "boolean"));
        columns.put("source_line", "integer");
        create(relation, columns);
    }

    private void create(String relation, Map<String, String> columns) throws SQLException {
        String definitions = new TreeMap<>(columns).entrySet().stream()
                .map(column -> column.getKey() + " " + column.getValue())
                .collect(Collectors.joining(", "));
        Sql.execute(connection, "create or replace temp table " + relation + " (" + definitions + ")");
    }
}
