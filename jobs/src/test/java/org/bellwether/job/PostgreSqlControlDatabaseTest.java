package org.bellwether.job;

import org.bellwether.home.Settings;

/** The control database on a PostgreSQL server. */
class PostgreSqlControlDatabaseTest extends ControlDatabaseTest {

    @Override
    Settings.Control control() throws Exception {
        return PostgreSql.freshDatabase();
    }

    @Override
    String product() {
        return "PostgreSQL";
    }
}
