package org.bellwether.warehouse.table;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import org.bellwether.config.Project;
import org.bellwether.engine.DuckDb;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.migration.JavaMigration;

/**
 * Brings the warehouse to schema/warehouse; by code, as a bean of Flyway would switch off the control database's.
 *
 * <p>The scripts are repeatable: one that has changed makes its tables anew, and empty. What a warehouse was made with before, by
 * these scripts or by numbered ones, does not count, since every row of it can be made again.
 */
public final class SchemaMigrator {

    private SchemaMigrator() {
    }

    /**
     * Runs the scripts that are new or have changed, drops what nobody declares any more, and lets the models of emptied tables
     * run again; all in one transaction.
     *
     * @param staged declarations of the staged tables, which the contracts make; may be empty
     * @param models schema and name of every table and view that a model makes
     * @return the number of scripts that were run
     */
    public static int migrate(DuckDb engine, Project project, String staged, Set<String> models) throws SQLException {
        try (Connection connection = engine.connection()) {
            connection.setAutoCommit(false);
            DeclaredTables declared = DeclaredTables.of(project, staged);
            declared.makeRoom(connection);
            int run = run(connection, project, staged);
            declared.dropOthers(connection, models);
            if (run > 0) {
                DeclaredTables.forgetEmptied(connection);
            }
            connection.commit();
            return run;
        }
    }

    private static int run(Connection connection, Project project, String staged) throws SQLException {
        try {
            return Flyway.configure(SchemaMigrator.class.getClassLoader())
                    .dataSource(new EngineDataSource(connection))
                    .locations("filesystem:" + DeclaredTables.scripts(project))
                    .javaMigrations(staged.isEmpty() ? new JavaMigration[0] : new JavaMigration[] {new StagedDeclaration(staged)})
                    .failOnMissingLocations(true)
                    .group(true)
                    .validateOnMigrate(false)
                    .load()
                    .migrate().migrationsExecuted;
        } catch (FlywayException failed) {
            connection.rollback();
            throw failed;
        }
    }
}
