package org.bellwether.release.check;

import static org.bellwether.engine.Sql.literal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.bellwether.engine.Sql;
import org.bellwether.home.Folders;
import org.bellwether.release.store.ReleaseFolder;

/** The EES tables of a draft as audits ask of them: {@code ees.file}, {@code ees.header}, {@code ees.cell} and {@code ees.meta}, every value as its file writes it. */
public final class EesTables implements AutoCloseable {

    /** What audits call it. */
    static final String ALIAS = "ees";

    /** A table by its name without ending, a column of it by place, a cell of it by line of data, and the lines of the metadata. */
    public static final List<String> DECLARATIONS = List.of(
            "create table ees.file (file varchar, has_metadata boolean, has_mark boolean, is_utf8 boolean)",
            "create table ees.header (file varchar, place integer, col_name varchar)",
            "create table ees.cell (file varchar, line bigint, col_name varchar, value varchar)",
            "create table ees.meta (file varchar, line bigint, col_name varchar, col_type varchar, label varchar, indicator_grouping varchar, indicator_unit varchar,"
                    + " indicator_dp varchar, filter_hint varchar, filter_grouping_column varchar)");

    private static final String ENDING = ".csv";
    private static final String META = ".meta.csv";

    private final Connection connection;

    private EesTables(Connection connection) {
        this.connection = connection;
    }

    static EesTables open(Connection connection, ReleaseFolder folder) throws SQLException {
        Sql.execute(connection, "detach database if exists " + ALIAS);
        Sql.execute(connection, "attach ':memory:' as " + ALIAS);
        Sql.executeAll(connection, DECLARATIONS);
        List<String> statements = new ArrayList<>();
        for (Path file : Folders.list(folder.ees())) {
            String name = file.getFileName().toString();
            if (name.endsWith(META)) {
                statements.add("insert into ees.meta by name select " + literal(name.substring(0, name.length() - META.length())) + " as file, row_number() over () as line, * from "
                        + csv(file, true));
            } else if (name.endsWith(ENDING)) {
                statements.addAll(table(file, literal(name.substring(0, name.length() - ENDING.length()))));
            }
        }
        Sql.executeAll(connection, statements);
        return new EesTables(connection);
    }

    private static List<String> table(Path file, String name) {
        boolean hasMetadata = Files.exists(file.resolveSibling(file.getFileName().toString().replaceFirst("\\.csv$", META)));
        return List.of(
                "insert into ees.file select " + name + ", " + hasMetadata + ", left(hex(content), 6) = 'EFBBBF', try(decode(content)) is not null from read_blob("
                        + literal(file.toString()) + ")",
                "insert into ees.header select " + name + ", row_number() over (), value from (select * from " + csv(file, false)
                        + " limit 1) unpivot include nulls (value for place in (*))",
                "insert into ees.cell select " + name + ", line, col_name, value from (select row_number() over () as line, * from " + csv(file, true)
                        + ") unpivot include nulls (value for col_name in (* exclude line))");
    }

    private static String csv(Path file, boolean isHeaded) {
        return "read_csv(" + literal(file.toString()) + ", all_varchar = true, header = " + isHeaded + ", delim = ',', quote = '\"', escape = '\"')";
    }

    @Override
    public void close() throws SQLException {
        Sql.execute(connection, "detach " + ALIAS);
    }
}
