package org.bellwether.app.privacy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.bellwether.app.privacy.received.Pupil;
import org.bellwether.engine.Sql;

/** The rows of a pupil in a Parquet file: those in which a column of pseudonyms has one of the pupil's. */
final class PupilRows {

    private final Connection connection;
    private final String rows;
    private final String condition;

    private PupilRows(Connection connection, String rows, String condition) {
        this.connection = connection;
        this.rows = rows;
        this.condition = condition;
    }

    static PupilRows of(Connection connection, Path file, Pupil pupil) throws SQLException {
        String rows = "read_parquet(" + Sql.literal(file.toString()) + ")";
        List<String> columns = columns(connection, file);
        String condition = columns.stream().map(column -> "coalesce(" + Sql.identifier(column) + " in " + pupil.keysInSql() + ", false)")
                .collect(Collectors.joining(" or ", "(", ")"));
        return new PupilRows(connection, rows, columns.isEmpty() ? "false" : condition);
    }

    /** Columns of pseudonyms. */
    static List<String> columns(Connection connection, Path file) throws SQLException {
        return Sql.queryTexts(connection, "select column_name from (describe select * from read_parquet(" + Sql.literal(file.toString())
                + ")) where column_name like '%pupil\\_key' escape '\\' and column_type = 'BIGINT'");
    }

    long count() throws SQLException {
        return condition.equals("false") ? 0 : Sql.queryLong(connection, "select count(*) from " + rows + " where " + condition);
    }

    /** SELECT of them. */
    String select() {
        return "select * from " + rows + " where " + condition;
    }

    /** SELECT of all others, in their order. */
    String selectOthers() {
        return "select * from " + rows + " where not " + condition;
    }
}
