package org.bellwether.release.format;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.bellwether.engine.Sql;
import org.bellwether.home.Folders;
import org.bellwether.release.store.ReleaseFolder;

/** Opens the files of a release, read-only, in an in-memory DuckDB session, so that queries need no path. */
public final class ReleaseSession {

    private ReleaseSession() {
    }

    /** {@code mart_…} and {@code dim_…} of the published tier, without a schema. */
    public static void openPublished(Connection session, ReleaseFolder folder) throws SQLException {
        Sql.executeAll(session, publishedScript(folder));
    }

    /** What opens it in any DuckDB session, wherever that was started. */
    public static List<String> publishedScript(ReleaseFolder folder) {
        return List.of("attach " + Sql.literal(folder.publishedDatabase().toString()) + " as published (read_only)", "use published");
    }

    /**
     * The schemas {@code core} and {@code mart} of the restricted tier.
     *
     * @return paths of the Parquet files that queries of its large facts will open
     */
    public static List<String> openRestricted(Connection session, ReleaseFolder folder) throws SQLException, IOException {
        restrictedScript(session, folder);
        return facts(folder).stream().flatMap(fact -> files(folder.core().resolve(fact)).stream()).toList();
    }

    /**
     * What opens them in any DuckDB session, wherever that was started.
     *
     * @param session in which they are opened, to see what there is
     */
    public static List<String> restrictedScript(Connection session, ReleaseFolder folder) throws SQLException {
        List<String> script = new ArrayList<>(List.of(
                "attach " + Sql.literal(folder.coreDatabase().toString()) + " as warehouse (read_only)",
                "attach " + Sql.literal(folder.martsDatabase().toString()) + " as marts (read_only)"));
        Sql.executeAll(session, script);
        List<String> views = new ArrayList<>(AttachScript.views(names(session, "warehouse", "core"),
                fact -> Sql.literals(files(folder.core().resolve(fact))), facts(folder)));
        views.add("create schema if not exists mart");
        for (String mart : names(session, "marts", "mart")) {
            views.add("create or replace view mart." + Sql.identifier(mart) + " as select * from marts.mart." + Sql.identifier(mart));
        }
        Sql.executeAll(session, views);
        script.addAll(views);
        return script;
    }

    private static List<String> facts(ReleaseFolder folder) {
        return Folders.list(folder.core()).stream().filter(Files::isDirectory).map(path -> path.getFileName().toString()).toList();
    }

    private static List<String> files(Path fact) {
        return Folders.list(fact).stream().map(Path::toString).toList();
    }

    private static List<String> names(Connection session, String database, String schema) throws SQLException {
        return Table.tables(session, database, schema).stream().map(Table::name).toList();
    }
}
