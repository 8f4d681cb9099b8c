package org.bellwether.warehouse.table;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.zip.CRC32;
import org.bellwether.engine.Sql;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;

/** A repeatable migration like those of schema/warehouse, whose text is made: that of the staged tables. */
record StagedDeclaration(String sql) implements JavaMigration {

    /** Behind the script that makes the schemas; scripts and this run in the order of their descriptions. */
    private static final String DESCRIPTION = "002 staged";

    @Override
    public MigrationVersion getVersion() {
        return null;
    }

    @Override
    public String getDescription() {
        return DESCRIPTION;
    }

    @Override
    public Integer getChecksum() {
        CRC32 sum = new CRC32();
        sum.update(sql.getBytes(StandardCharsets.UTF_8));
        return (int) sum.getValue();
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) throws SQLException {
        Connection connection = context.getConnection();
        Sql.execute(connection, sql);
    }
}
