package org.bellwether.staging.session;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.bellwether.config.Project;
import org.bellwether.engine.Sql;

/** The columns and types that each staged table must have, as schema/warehouse declares them; read once. */
public final class StagedSchema {

    private static final String SCRIPT = "warehouse/R__002_staged.sql";
    private static final Set<String> ADDED_BY_THE_BUILD = Set.of("received_at", "arrival");

    private final Map<String, Map<String, String>> columns = new LinkedHashMap<>();

    public StagedSchema(Project project) {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:")) {
            Sql.execute(connection, "create schema shape");
            Sql.execute(connection, Files.readString(project.schema().resolve(SCRIPT)));
            Sql.query(connection, "select table_name, column_name, data_type from duckdb_columns() where schema_name = 'shape'"
                            + " order by table_name, column_index",
                    row -> columns.computeIfAbsent(row.getString(1), table -> new LinkedHashMap<>()).put(row.getString(2), row.getString(3)));
        } catch (SQLException e) {
            throw new IllegalStateException("The shapes of staged tables cannot be read", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        columns.values().forEach(table -> table.keySet().removeAll(ADDED_BY_THE_BUILD));
    }

    /** @throws IllegalStateException where the schema declares no such table */
    public Map<String, String> of(String stagedTable) {
        Map<String, String> shape = columns.get(stagedTable);
        if (shape == null) {
            throw new IllegalStateException("schema/warehouse has no shape of " + stagedTable);
        }
        return shape;
    }
}
