package org.bellwether.warehouse.model;

import static org.bellwether.engine.Sql.identifier;
import static org.bellwether.engine.Sql.literal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import org.bellwether.engine.Sql;
import org.bellwether.warehouse.table.EngineCatalog;
import org.bellwether.warehouse.table.TableColumns;

/** Comments of views, which Flyway does not make: taken from the tables whose columns they show. */
final class ViewComments {

    private static final Map<String, String> OF_PARTS = Map.of(
            "measure", "Column of the mart that this is a part of",
            "part", "value where the column is a sum of its parts; numerator or denominator where it is a quotient",
            "amount", "What this row adds",
            "amount_status", "ok, or why there is no amount",
            "fact", "Table of the row that this part comes from",
            "fact_key", "Key of that row; its submission and source line where it has none");

    private ViewComments() {
    }

    /** A view of parts: its grain is explained as in its mart. */
    static void ofParts(Connection connection, Model parts, TableColumns columns) throws SQLException {
        Map<String, String> comments = new TreeMap<>(OF_PARTS);
        comments.putAll(EngineCatalog.columnComments(connection, parts.mart()));
        Sql.execute(connection, "comment on view " + parts.table() + " is "
                + literal("The parts that the figures of " + parts.mart() + " are summed from"));
        apply(connection, parts.table(), columns, comments);
    }

    /** A view over Parquet: as the shape of its fact. */
    static void ofPartitioned(Connection connection, Model fact, TableColumns columns) throws SQLException {
        String shape = PartitionedFact.shape(fact);
        Sql.execute(connection, "comment on view " + fact.table() + " is "
                + literal(EngineCatalog.comment(connection, shape)));
        apply(connection, fact.table(), columns, EngineCatalog.columnComments(connection, shape));
    }

    private static void apply(Connection connection, String view, TableColumns columns, Map<String, String> comments)
            throws SQLException {
        Sql.executeAll(connection, columns.names().stream()
                .map(column -> "comment on column " + view + "." + identifier(column) + " is "
                        + literal(comments.get(column)))
                .toList());
    }
}
