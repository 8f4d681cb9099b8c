package org.bellwether.warehouse.model;

import static org.bellwether.engine.Sql.literal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.bellwether.engine.Sql;

/** What the warehouse remembers of a model: a row of build.model_state, written in the transaction of its rows. */
record ModelState(String fingerprint, String content, long rows) {

    static Optional<ModelState> of(Connection connection, Model model, String partition) throws SQLException {
        return Optional.ofNullable(partitions(connection, model).get(partition));
    }

    /** By partition; a model that is not partitioned has the one of the empty name. */
    static SortedMap<String, ModelState> partitions(Connection connection, Model model) throws SQLException {
        SortedMap<String, ModelState> partitions = new TreeMap<>();
        Sql.query(connection, "select slice, fingerprint, content, row_count from build.model_state where model = "
                + literal(model.table()), row -> partitions.put(row.getString(1),
                        new ModelState(row.getString(2), row.getString(3), row.getLong(4))));
        return partitions;
    }

    static void forget(Connection connection, Model model, String partition) throws SQLException {
        Sql.execute(connection, "delete from build.model_state where model = " + literal(model.table())
                + " and slice = " + literal(partition));
    }

    void remember(Connection connection, Model model, String partition) throws SQLException {
        forget(connection, model, partition);
        Sql.execute(connection, "insert into build.model_state values (%s, %s, %s, %s, %d)".formatted(
                literal(model.table()), literal(partition), literal(fingerprint), literal(content), rows));
    }
}
