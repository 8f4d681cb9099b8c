package org.bellwether.warehouse.table;

import java.sql.Connection;
import java.sql.SQLException;
import org.bellwether.config.ConfigException;
import org.bellwether.config.Project;
import org.bellwether.engine.DuckDb;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.exception.FlywayValidateException;

/** Brings the warehouse to schema/warehouse; by code, as a bean of Flyway would switch off the control database's. */
public final class SchemaMigrator {

    private SchemaMigrator() {
    }

    /**
     * Applies what is not applied yet, in one transaction, and gives the number of these scripts.
     *
     * @throws ConfigException where a script that is applied has changed since
     */
    public static int migrate(DuckDb engine, Project project) throws SQLException {
        try (Connection connection = engine.connection()) {
            connection.setAutoCommit(false);
            int applied = migrate(connection, project);
            connection.commit();
            return applied;
        }
    }

    private static int migrate(Connection connection, Project project) throws SQLException {
        try {
            return Flyway.configure(SchemaMigrator.class.getClassLoader())
                    .dataSource(new EngineDataSource(connection))
                    .locations("filesystem:" + project.schema().resolve("warehouse"))
                    .failOnMissingLocations(true)
                    .load()
                    .migrate().migrationsExecuted;
        } catch (FlywayValidateException changed) {
            connection.rollback();
            throw new ConfigException("the warehouse was made with other scripts than schema/warehouse has now: "
                    + "run bellwether build --from-scratch, which makes it again from the staged rows");
        } catch (FlywayException failed) {
            connection.rollback();
            throw failed;
        }
    }
}
