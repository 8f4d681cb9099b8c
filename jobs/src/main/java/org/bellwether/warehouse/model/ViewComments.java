package org.bellwether.warehouse.model;

import static org.bellwether.engine.Sql.identifier;
import static org.bellwether.engine.Sql.literal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.bellwether.engine.Sql;
import org.bellwether.warehouse.table.TableColumns;
import org.bellwether.warehouse.table.TableComments;

/** Comments of views, which Flyway does not make: taken from the tables whose columns they show. */
final class ViewComments {

    private static final Map<String, String> OF_PARTS = Map.of(
            "measure", "Column of the mart that this is a part of",
            "part", "What it is a part of",
            "amount", "What this row adds",
            "amount_status", "ok, or why there is no amount",
            "fact", "Table of the row that this part comes from",
            "fact_key", "Key of that row; its submission and source line where it has none",
            "mart_column", "Column of the mart",
            "shown_measure", "Code of the measure whose figure that column shows");

    private ViewComments() {
    }

    /** A view of a model: the first line of its comment says what a row is, and tables that it is made of say its columns. */
    static void ofView(Connection connection, Model view, Collection<String> reads, TableColumns columns) throws SQLException {
        TableComments said = TableComments.read(connection);
        // A view beside a mart explains its columns as that does.
        Map<String, String> comments = new TreeMap<>(said.ofColumns(view.table().replaceFirst("__.*", "")));
        reads.forEach(table -> said.ofColumns(table).forEach(comments::putIfAbsent));
        comments.putAll(OF_PARTS);
        Sql.execute(connection, "comment on view " + view.table() + " is " + literal(view.title()));
        apply(connection, view.table(), columns, comments);
    }

    /** A view over Parquet: as the shape of its fact. */
    static void ofPartitioned(Connection connection, Model fact, TableColumns columns) throws SQLException {
        TableComments said = TableComments.read(connection);
        String shape = PartitionedFact.shape(fact);
        Sql.execute(connection, "comment on view " + fact.table() + " is "
                + literal(said.of(shape)));
        apply(connection, fact.table(), columns, said.ofColumns(shape));
    }

    private static void apply(Connection connection, String view, TableColumns columns, Map<String, String> comments)
            throws SQLException {
        Sql.executeAll(connection, columns.names().stream()
                .map(column -> "comment on column " + view + "." + identifier(column) + " is "
                        + literal(comments.get(column)))
                .toList());
    }
}
