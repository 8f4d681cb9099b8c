package org.bellwether.warehouse.figure;

import static org.bellwether.engine.Sql.identifier;
import static org.bellwether.engine.Sql.literal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bellwether.engine.Sql;
import org.bellwether.engine.Transaction;
import org.bellwether.warehouse.table.TableColumns;
import org.bellwether.warehouse.table.TableComments;

/**
 * A table of figures or a mart: its columns follow from config/measures, so that no script declares them.
 *
 * @param table schema and name
 */
record TableDeclaration(String table, String comment, List<Column> columns) {

    record Column(String name, String type, String comment) {
    }

    /**
     * Makes the table anew, empty, where it is not there or has other columns; its comments are brought up to date.
     *
     * <p>In the same transaction it is forgotten that a model has filled it, so that a run that stops behind it publishes no empty table.
     */
    void apply(Connection connection, TableComments said) throws SQLException {
        Map<String, String> types = new LinkedHashMap<>();
        columns.forEach(column -> types.put(column.name(), column.type()));
        List<String> statements = new ArrayList<>();
        if (!said.isTable(table) || !TableColumns.ofTable(connection, table).types().equals(types)) {
            statements.add("delete from build.model_state where model = " + literal(table));
            statements.add("create or replace table " + table + columns.stream()
                    .map(column -> identifier(column.name()) + " " + column.type()).collect(Collectors.joining(", ", " (", ")")));
        } else if (comment.equals(said.of(table)) && comments().equals(said.ofColumns(table))) {
            return;
        }
        statements.add("comment on table " + table + " is " + literal(comment));
        columns.forEach(column -> statements.add("comment on column " + table + "." + identifier(column.name()) + " is "
                + literal(column.comment())));
        Transaction.of(connection, () -> {
            Sql.executeAll(connection, statements);
            return null;
        });
    }

    private Map<String, String> comments() {
        Map<String, String> comments = new LinkedHashMap<>();
        columns.forEach(column -> comments.put(column.name(), column.comment()));
        return comments;
    }
}
