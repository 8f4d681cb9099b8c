package org.bellwether.staging.validation;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.bellwether.contract.Column;
import org.bellwether.contract.ColumnType;
import org.bellwether.contract.ReturnContract;
import org.bellwether.engine.Sql;
import org.bellwether.staging.load.LoadedTable;
import org.bellwether.staging.typing.ColumnSql;

/**
 * The rejected rows of one submission as those who sent them know them: the pupil, what the row tells of, and how its file calls its
 * fields. It names pupils, so it is written into the vault alone.
 */
public final class RejectedRows {

    /** {@code (file, table_name, source_line, upn, parts)}: parts are the values of the contract's {@code replaces}, null where unreadable. */
    public static final String ROWS = "rows.parquet";
    /** {@code (file, table_name, column_name, field)}. */
    public static final String FIELDS = "fields.parquet";

    /** What may be a mistyped UPN; anything else that stands in its place may be a name. */
    private static final String LIKE_A_UPN = "[A-Za-z]{0,2}[0-9]{8,14}[A-Za-z]{0,2}";

    private final Connection connection;
    private final ReturnContract contract;
    private final String findings;

    RejectedRows(Connection connection, ReturnContract contract, String findings) throws SQLException {
        this.connection = connection;
        this.contract = contract;
        this.findings = findings;
        Sql.execute(connection, "create temp table rejected_row (file varchar, table_name varchar, source_line integer, upn varchar, parts varchar[])");
        Sql.execute(connection, "create temp table field (file varchar, table_name varchar, column_name varchar, field varchar)");
    }

    /** SELECT of the lines of its rejected rows. */
    String lines(LoadedTable loaded) {
        return "select source_line from %s where is_rejected and file = %s and table_name = %s".formatted(findings,
                Sql.literal(loaded.profile().file()), Sql.literal(loaded.table().name()));
    }

    /** @param typed relation of its rejected rows, typed */
    void add(LoadedTable loaded, String typed) throws SQLException {
        String names = Sql.literal(loaded.profile().file()) + ", " + Sql.literal(loaded.table().name());
        List<String> known = ScopeParts.columns(connection, loaded.table());
        String upn = loaded.table().columns().values().stream().filter(column -> column.type() == ColumnType.UPN).map(Column::name)
                .map(ColumnSql::text).findFirst().orElse("null");
        Sql.execute(connection, """
                insert into rejected_row
                select %1$s, source_line, any_value(case when regexp_full_match(upn, '%2$s') then upn end), any_value(parts)
                from (select source_line, cast(%3$s as varchar) as upn, cast([%4$s] as varchar[]) as parts from %5$s as typed)
                group by source_line
                """.formatted(names, LIKE_A_UPN, upn, ScopeParts.of(contract, known), typed));
        List<String> header = loaded.profile().header();
        Sql.execute(connection, "insert into field values " + loaded.table().everyColumn().values().stream().map(column -> {
            Integer place = loaded.located().positions().get(column.name());
            return "(%s, %s, %s)".formatted(names, Sql.literal(column.name()), Sql.literal(place == null || place >= header.size() ? column.header() : header.get(place)));
        }).collect(Collectors.joining(", ")));
    }

    void write(Path folder) throws SQLException {
        Sql.execute(connection, "copy rejected_row to " + Sql.literal(folder.resolve(ROWS).toString()) + " (format parquet)");
        Sql.execute(connection, "copy field to " + Sql.literal(folder.resolve(FIELDS).toString()) + " (format parquet)");
    }
}
