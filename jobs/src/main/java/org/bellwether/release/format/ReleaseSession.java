package org.bellwether.release.format;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
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
        Sql.execute(session, "attach " + Sql.literal(folder.publishedDatabase().toString())
                + " as published (read_only)");
        Sql.execute(session, "use published");
    }

    /**
     * The schemas {@code core} and {@code mart} of the restricted tier.
     *
     * @return paths of the Parquet files that queries of its large facts will open
     */
    public static List<String> openRestricted(Connection session, ReleaseFolder folder) throws SQLException, IOException {
        Path core = folder.core();
        List<String> facts = Folders.list(core).stream().filter(Files::isDirectory).map(path -> path.getFileName().toString()).toList();
        Sql.execute(session, "attach " + Sql.literal(folder.coreDatabase().toString()) + " as warehouse (read_only)");
        Sql.execute(session, "attach " + Sql.literal(folder.martsDatabase().toString()) + " as marts (read_only)");
        for (String view : AttachScript.views(names(session, "warehouse", "core"), fact -> Sql.literals(files(core.resolve(fact))), facts)) {
            Sql.execute(session, view);
        }
        Sql.execute(session, "create schema mart");
        for (String mart : names(session, "marts", "mart")) {
            Sql.execute(session, "create view mart." + Sql.identifier(mart) + " as select * from marts.mart."
                    + Sql.identifier(mart));
        }
        return facts.stream().flatMap(fact -> files(core.resolve(fact)).stream()).toList();
    }

    private static List<String> files(Path fact) {
        return Folders.list(fact).stream().map(Path::toString).toList();
    }

    private static List<String> names(Connection session, String database, String schema) throws SQLException {
        return Table.tables(session, database, schema).stream().map(Table::name).toList();
    }
}
