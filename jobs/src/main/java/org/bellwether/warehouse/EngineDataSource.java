package org.bellwether.warehouse;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.bellwether.engine.DuckDb;

/** The engine as Flyway wants to see it. */
final class EngineDataSource implements DataSource {

    private final DuckDb engine;

    EngineDataSource(DuckDb engine) {
        this.engine = engine;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return engine.connection();
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        return getConnection();
    }

    @Override
    public PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(PrintWriter out) {
        // The engine writes no log.
    }

    @Override
    public void setLoginTimeout(int seconds) {
        // A connection inside this process needs no time.
    }

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLException("Not a wrapper of " + type.getName());
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }
}
