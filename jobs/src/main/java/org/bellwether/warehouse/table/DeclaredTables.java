package org.bellwether.warehouse.table;

import static java.util.regex.Pattern.CASE_INSENSITIVE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.bellwether.config.Project;
import org.bellwether.engine.Sql;
import org.bellwether.home.Folders;

/** The tables that the scripts of schema/warehouse declare, and how a warehouse that was made with others follows them. */
final class DeclaredTables {

    private static final Pattern DECLARATION = Pattern.compile("create (?:or replace )?table (?:if not exists )?(\\w+\\.\\w+)", CASE_INSENSITIVE);
    /** Those of the schema build are the build's own, and views of staged rows are made by each build. */
    private static final String DECLARED_SCHEMAS = "database_name = current_database() and schema_name in ('config', 'shape', 'core', 'part', 'total', 'figure', 'mart')";

    private final Set<String> names = new TreeSet<>();

    private DeclaredTables() {
    }

    /** @param made declarations that stand in no script */
    static DeclaredTables of(Project project, String made) {
        DeclaredTables declared = new DeclaredTables();
        declared.add(made);
        for (Path script : Folders.list(scripts(project))) {
            declared.add(read(script));
        }
        return declared;
    }

    private void add(String sql) {
        DECLARATION.matcher(sql).results().map(MatchResult::group).map(found -> found.substring(found.lastIndexOf(' ') + 1)).forEach(names::add);
    }

    static Path scripts(Project project) {
        return project.schema().resolve("warehouse");
    }

    /** A view cannot be replaced by a table: where one has the name of a declared table, it goes. */
    void makeRoom(Connection connection) throws SQLException {
        for (String view : views(connection)) {
            if (names.contains(view)) {
                Sql.execute(connection, "drop view " + view);
            }
        }
    }

    /** Readers list what a schema has: what neither a script nor a model makes any more must not be there. */
    void dropOthers(Connection connection, Set<String> models) throws SQLException {
        for (String view : views(connection)) {
            if (!models.contains(view)) {
                Sql.execute(connection, "drop view " + view);
            }
        }
        for (String table : tables(connection)) {
            // A table of the star has a script, or it was one before its fact became a view of Parquet.
            if (!names.contains(table) && (table.startsWith("core.") || !models.contains(table))) {
                Sql.execute(connection, "drop table " + table);
            }
        }
        for (String model : Sql.queryTexts(connection, "select distinct model from build.model_state")) {
            if (!models.contains(model)) {
                forget(connection, model);
            }
        }
    }

    /** A model is up to date while its rows are there: the state of one whose table is empty is forgotten, and that of every view of parts. */
    static void forgetEmptied(Connection connection) throws SQLException {
        Set<String> there = new TreeSet<>(tables(connection));
        for (String model : Sql.queryTexts(connection, "select model from build.model_state where slice = ''")) {
            if (!there.contains(model) || Sql.queryLong(connection, "select count(*) from " + model) == 0) {
                forget(connection, model);
            }
        }
    }

    private static void forget(Connection connection, String model) throws SQLException {
        Sql.execute(connection, "delete from build.model_state where model = " + Sql.literal(model));
    }

    private static List<String> tables(Connection connection) throws SQLException {
        return Sql.queryTexts(connection, "select schema_name || '.' || table_name from duckdb_tables() where " + DECLARED_SCHEMAS);
    }

    private static List<String> views(Connection connection) throws SQLException {
        return Sql.queryTexts(connection, "select schema_name || '.' || view_name from duckdb_views() where " + DECLARED_SCHEMAS);
    }

    private static String read(Path script) {
        try {
            return Files.readString(script);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
