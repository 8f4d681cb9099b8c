package org.bellwether.release.format;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bellwether.engine.Sql;
import org.bellwether.warehouse.model.Model;

/** A table or view as its database describes it. */
public record Table(String schema, String name, String comment, List<Column> columns) {

    /** Types that every reader of Parquet knows; DECIMAL comes with its width. */
    private static final Set<String> FLAT = Set.of("DOUBLE", "BIGINT", "INTEGER", "SMALLINT", "TINYINT", "VARCHAR",
            "DATE", "BOOLEAN", "TIMESTAMP");
    private static final Set<String> NUMBERS = Set.of("DOUBLE", "BIGINT", "INTEGER", "SMALLINT", "TINYINT");

    public record Column(String name, String type, String comment) {

        boolean isFlat() {
            return FLAT.contains(type) || type.startsWith("DECIMAL");
        }

        public boolean isText() {
            return type.equals("VARCHAR");
        }

        public boolean isNumeric() {
            return NUMBERS.contains(type) || type.startsWith("DECIMAL");
        }
    }

    /** The base tables of a schema of an attached database, by name. */
    public static List<Table> tables(Connection connection, String database, String schema) throws SQLException {
        return read(connection, "duckdb_tables()", "table_name", database, schema);
    }

    /** The views of a schema, but for the helpers of models. */
    public static List<Table> views(Connection connection, String database, String schema) throws SQLException {
        return read(connection, "duckdb_views()", "view_name", database, schema).stream().filter(view -> !view.name().contains(Model.HELPER)).toList();
    }

    private static List<Table> read(Connection connection, String catalogFunction, String nameColumn, String database,
            String schema) throws SQLException {
        String where = " where database_name = " + Sql.literal(database) + " and schema_name = " + Sql.literal(schema);
        record Line(String table, Column column) {
        }
        List<Line> columns = Sql.query(connection, "select table_name, column_name, data_type, comment"
                        + " from duckdb_columns()" + where + " order by table_name, column_index",
                row -> new Line(row.getString(1),
                        new Column(row.getString(2), row.getString(3), row.getString(4))));
        return Sql.query(connection, "select " + nameColumn + ", comment from " + catalogFunction + where
                        + " order by " + nameColumn,
                row -> new Table(schema, row.getString(1), row.getString(2), List.of())).stream()
                .map(table -> new Table(schema, table.name, table.comment, columns.stream()
                        .filter(line -> line.table.equals(table.name)).map(Line::column).toList()))
                .toList();
    }

    /** Name of the column that says how a figure stands. */
    public static String statusOf(String figure) {
        return figure + "_status";
    }

    /** Whether it is the column that says how the figure beside it stands. */
    public boolean isStatus(String column) {
        return columnNames().stream().anyMatch(figure -> statusOf(figure).equals(column));
    }

    public List<String> columnNames() {
        return columns.stream().map(Column::name).toList();
    }

    /** {@code "schema"."name"}, ready to stand in a query. */
    public String qualified() {
        return Sql.identifier(schema) + "." + Sql.identifier(name);
    }

    /** Digest of the rows, whatever their order, as an aggregate in SQL: equal for equal rows in one version of the engine. */
    public String digest() {
        String row = "hash(" + columnList() + ")";
        return "concat_ws(' ', count(*), sum(cast(" + row + " as hugeint)), bit_xor(" + row + "))";
    }

    public String columnList() {
        return columnNames().stream().map(Sql::identifier).collect(Collectors.joining(", "));
    }
}
