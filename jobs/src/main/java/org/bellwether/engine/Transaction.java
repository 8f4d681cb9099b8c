package org.bellwether.engine;

import java.sql.Connection;
import java.sql.SQLException;

/** Work that stands whole or not at all. */
public final class Transaction {

    /** What is done between begin and commit. */
    @FunctionalInterface
    public interface Work<T> {
        T run() throws SQLException;
    }

    private Transaction() {
    }

    public static <T> T of(Connection connection, Work<T> work) throws SQLException {
        connection.setAutoCommit(false);
        try {
            T result = work.run();
            connection.commit();
            return result;
        } catch (SQLException | RuntimeException e) {
            connection.rollback();
            throw e;
        } finally {
            connection.setAutoCommit(true);
        }
    }
}
