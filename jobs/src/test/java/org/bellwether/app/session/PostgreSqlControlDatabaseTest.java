package org.bellwether.app.session;

import org.bellwether.config.Settings;

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
