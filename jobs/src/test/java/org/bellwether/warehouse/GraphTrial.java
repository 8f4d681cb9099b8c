package org.bellwether.warehouse;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.bellwether.config.Project;
import org.bellwether.config.Settings;
import org.bellwether.engine.DuckDb;
import org.bellwether.warehouse.model.Model;
import org.bellwether.warehouse.model.ModelGraph;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** An engine that reads what small models name, and graphs of such models. */
abstract class GraphTrial {

    @TempDir
    static Path tmp;

    private static DuckDb engine;
    private static Connection connection;

    @BeforeAll
    static void open() throws SQLException {
        engine = DuckDb.memory(Project.locate(), new Settings.Engine("256MB", 1), tmp);
        connection = engine.connection();
    }

    @AfterAll
    static void close() throws SQLException {
        connection.close();
        engine.close();
    }

    /** Of these models and the staged tables s and t. */
    static ModelGraph graph(Model... models) throws SQLException {
        return new ModelGraph(connection, List.of(models), Set.of("staged.s", "staged.t"));
    }

    static Model model(String name, String sql) {
        return name.endsWith("__parts") ? Model.view("core", name, sql) : Model.table("core", name, sql);
    }
}
