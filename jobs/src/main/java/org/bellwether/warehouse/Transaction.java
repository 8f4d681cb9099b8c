package org.bellwether.warehouse;

import java.sql.Connection;
import java.sql.SQLException;

/** Work that stands whole or not at all. */
final class Transaction {

    /** What is done between begin and commit. */
    @FunctionalInterface
    interface Work<T> {
        T run() throws SQLException;
    }

    private Transaction() {
    }

    /** @throws ModelException with the engine's words, after the rollback, where the engine refuses */
    static <T> T of(Connection connection, Model model, Work<T> work) throws SQLException {
        try {
            return of(connection, work);
        } catch (SQLException e) {
            throw new ModelException(model.table(), "cannot be built: " + e.getMessage(), e);
        }
    }

    static <T> T of(Connection connection, Work<T> work) throws SQLException {
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
