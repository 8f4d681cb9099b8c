package org.bellwether.release.format;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bellwether.engine.Workers;
import org.bellwether.home.Folders;
import org.bellwether.home.Home;
import org.bellwether.release.store.ReleaseFolder;
import org.bellwether.release.store.UnchangedFileLinker;

/**
 * Writes the restricted tier: the star in {@code restricted/core}, the unsuppressed marts in {@code restricted/marts}.
 *
 * <p>Rows are linked into the release, never copied: of a table its kept export; of a fact that the build keeps as Parquet
 * by partitions of time those files, and that fact stands in no database file.
 */
public final class RestrictedTier {

    private static final String PARQUET = ".parquet";

    private final Connection connection;
    private final Home home;
    private final ParquetExportCache exportCache;
    private final UnchangedFileLinker shared;

    /** @param shared what the current release has already */
    public RestrictedTier(Connection connection, Home home, UnchangedFileLinker shared) {
        this.connection = connection;
        this.home = home;
        this.exportCache = new ParquetExportCache(home.exports());
        this.shared = shared;
    }

    public void write(ReleaseFolder folder) throws SQLException, IOException {
        Files.createDirectories(folder.core());
        Files.createDirectories(folder.marts());
        String warehouse = connection.getCatalog();
        List<Table> core = new ArrayList<>(Table.tables(connection, warehouse, "core"));
        List<String> facts = new ArrayList<>();
        for (Table view : Table.views(connection, warehouse, "core")) {
            if (linkFact(home.fact(view.name()), folder.core().resolve(view.name()))) {
                facts.add(view.name());
            } else {
                core.add(view);
            }
        }
        export(folder, "core", core, folder.coreDatabase());
        Files.writeString(folder.attachScript(), AttachScript.text(core.stream().map(Table::name).toList(), facts));
        export(folder, "mart", Table.tables(connection, warehouse, "mart"), folder.martsDatabase());
    }

    private void export(ReleaseFolder folder, String schema, List<Table> tables, Path database) throws SQLException, IOException {
        Workers workers = new Workers(connection);
        exportCache.forgetOthers(schema, tables);
        workers.each(tables, (own, table) -> Folders.link(exportCache.of(own, table), folder.rows(database, table.name())));
        if (isUnchanged(folder, tables, database)) {
            Folders.link(shared.earlier(folder, database), database);
            return;
        }
        // Written anew and never in a copy: what was withdrawn would stand on in its freed blocks.
        try (DatabaseFile file = DatabaseFile.create(connection, database, schema)) {
            workers.each(tables, (own, table) -> file.create(own, table, folder.rows(database, table.name())));
        }
    }

    /** Whether the release before has a database of just these tables, with the rows of the same files. */
    private boolean isUnchanged(ReleaseFolder folder, List<Table> tables, Path database) throws SQLException, IOException {
        for (Table table : tables) {
            if (shared.hash(folder, folder.rows(database, table.name())).isEmpty()) {
                return false;
            }
        }
        if (tables.isEmpty() || !Files.exists(shared.earlier(folder, database))) {
            return false;
        }
        try (DatabaseFile earlier = DatabaseFile.open(connection, shared.earlier(folder, database), "earlier_file")) {
            return Set.copyOf(earlier.tables()).equals(Set.copyOf(tables));
        }
    }

    /** @return false where the fact has no partition yet: it is then released as an empty table */
    private static boolean linkFact(Path source, Path folder) throws IOException {
        List<Path> partitions = Folders.list(source).stream().filter(file -> file.toString().endsWith(PARQUET)).toList();
        for (Path partition : partitions) {
            Files.createDirectories(folder);
            Folders.link(partition, folder.resolve(partition.getFileName()));
        }
        return !partitions.isEmpty();
    }
}
