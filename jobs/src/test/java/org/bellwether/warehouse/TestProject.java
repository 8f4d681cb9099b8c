package org.bellwether.warehouse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.bellwether.config.ConfigFiles;
import org.bellwether.config.Project;
import org.bellwether.config.Settings;
import org.bellwether.engine.DuckDb;
import org.bellwether.engine.Sql;

/** A small project of its own in a folder, with the real functions and script of schemas, and a home beside it. */
record TestProject(Path root) {

    static TestProject in(Path root) throws IOException {
        TestProject test = new TestProject(root);
        Project real = Project.locate();
        test.write("sql/functions/duckdb.sql", Files.readString(DuckDb.functions(real)));
        for (String script : List.of("schema/warehouse/R__001_schemas.sql", "schema/warehouse/R__005_build.sql", "schema/warehouse/R__008_judgement.sql")) {
            test.write(script, Files.readString(real.root().resolve(script)));
        }
        test.write("config/application.yml", Files.readString(real.config().resolve("application.yml")));
        test.write("config/models.yml", "partitioned_facts: {}");
        return test;
    }

    TestProject write(String file, String text) throws IOException {
        Path path = root.resolve("project").resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
        return this;
    }

    String read(String file) throws IOException {
        return Files.readString(root.resolve("project").resolve(file));
    }

    TestProject delete(String file) throws IOException {
        Files.delete(root.resolve("project").resolve(file));
        return this;
    }

    Project project() {
        return new Project(root.resolve("project"));
    }

    Path build() {
        return root.resolve("build");
    }

    /** A staged Parquet file of this SELECT. */
    Path parquet(String name, String select) throws SQLException, IOException {
        Path file = Files.createDirectories(root.resolve("staged")).resolve(name + ".parquet");
        try (DuckDb engine = DuckDb.memory(project(), new Settings.Engine("256MB", 1), root.resolve("tmp"));
                Connection connection = engine.connection()) {
            Sql.execute(connection, "copy (" + select + ") to '" + file + "' (format parquet)");
        }
        return file;
    }

    Warehouse open() throws SQLException {
        return open(build());
    }

    /** Opens the warehouse of a folder, brings it to the schema and fills its config. */
    Warehouse open(Path folder) throws SQLException {
        ConfigFiles config = new ConfigFiles(project().config(), root.resolve("overlay"));
        Warehouse warehouse = Warehouse.open(folder, project(), config, Settings.load(config), root.resolve("tmp"));
        try {
            warehouse.migrate("");
            warehouse.loadConfig();
            return warehouse;
        } catch (SQLException | RuntimeException e) {
            warehouse.close();
            throw e;
        }
    }
}
