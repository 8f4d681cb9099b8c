package org.bellwether.warehouse;

import org.bellwether.engine.DuckDb;
import org.bellwether.home.Project;
import org.flywaydb.core.Flyway;

/** Brings the warehouse to the schema of schema/warehouse. By code: as a bean it would switch off the control database's. */
final class SchemaMigrator {

    private SchemaMigrator() {
    }

    /** Applies what is not applied yet, a transaction a script, and gives the number of these scripts. */
    static int migrate(DuckDb engine, Project project) {
        return Flyway.configure(SchemaMigrator.class.getClassLoader())
                .dataSource(new EngineDataSource(engine))
                .locations("filesystem:" + project.schema().resolve("warehouse"))
                .failOnMissingLocations(true)
                .load()
                .migrate().migrationsExecuted;
    }
}
