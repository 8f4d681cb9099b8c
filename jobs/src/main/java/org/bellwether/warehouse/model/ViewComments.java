package org.bellwether.warehouse.model;

import static org.bellwether.engine.Sql.identifier;
import static org.bellwether.engine.Sql.literal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.bellwether.engine.Sql;
import org.bellwether.warehouse.table.TableColumns;
import org.bellwether.warehouse.table.TableComments;

/**
 * Comments of views, which Flyway does not make: taken from the tables whose columns they show. What those say is read once: the
 * engine goes through all its tables to answer for one.
 */
public final class ViewComments {

    private static final Map<String, String> OF_PARTS = Map.of(
            "measure", "Column of the mart that this is a part of",
            "part", "What it is a part of",
            "amount", "What this row adds",
            "amount_status", "ok, or why there is no amount",
            "fact", "Table of the row that this part comes from",
            "fact_key", "Key of that row; its submission and source line where it has none",
            "mart_column", "Column of the mart",
            "shown_measure", "Code of the measure whose figure that column shows");

    private final TableComments ofTables;
    private final Map<String, Map<String, String>> ofViews = new ConcurrentHashMap<>();

    private ViewComments(TableComments ofTables) {
        this.ofTables = ofTables;
    }

    /** For the views of one build. */
    public static ViewComments read(Connection connection) throws SQLException {
        return new ViewComments(TableComments.read(connection));
    }

    /** A view of a model: the first line of its comment says what a row is, and tables that it is made of say its columns. */
    void ofView(Connection connection, Model view, Collection<String> reads, TableColumns columns) throws SQLException {
        // A view beside a mart explains its columns as that does.
        Map<String, String> comments = new TreeMap<>(ofColumns(view.table().replaceFirst("__.*", "")));
        reads.forEach(table -> ofColumns(table).forEach(comments::putIfAbsent));
        comments.putAll(OF_PARTS);
        Sql.execute(connection, "comment on view " + view.table() + " is " + literal(view.title()));
        apply(connection, view.table(), columns, comments);
    }

    /** A view over Parquet: as the shape of its fact. */
    void ofPartitioned(Connection connection, Model fact, TableColumns columns) throws SQLException {
        String shape = PartitionedFact.shape(fact);
        Sql.execute(connection, "comment on view " + fact.table() + " is "
                + literal(ofTables.of(shape)));
        apply(connection, fact.table(), columns, ofColumns(shape));
    }

    private Map<String, String> ofColumns(String table) {
        return ofViews.getOrDefault(table, ofTables.ofColumns(table));
    }

    private void apply(Connection connection, String view, TableColumns columns, Map<String, String> comments)
            throws SQLException {
        Sql.executeAll(connection, columns.names().stream()
                .map(column -> "comment on column " + view + "." + identifier(column) + " is "
                        + literal(comments.get(column)))
                .toList());
        Map<String, String> shown = new TreeMap<>(comments);
        shown.keySet().retainAll(columns.names());
        ofViews.put(view, shown);
    }
}
