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
        List<Table> unchanged = new ArrayList<>();
        long bytes = 0;
        for (Table table : tables) {
            Path rows = folder.rows(database, table.name());
            boolean isShared = shared.hash(folder, rows).isPresent();
            bytes += isShared ? Files.size(rows) : -Files.size(rows);
            if (isShared) {
                unchanged.add(table);
            }
        }
        // Where most of it has changed, a file of its own has no gaps of what is gone.
        boolean isMost = bytes > 0 && Files.exists(shared.earlier(folder, database));
        try (DatabaseFile file = isMost ? DatabaseFile.copy(connection, shared.earlier(folder, database), database)
                : DatabaseFile.create(connection, database, schema)) {
            Set<Table> kept = file.keep(unchanged);
            workers.each(tables.stream().filter(table -> !kept.contains(table)).toList(),
                    (own, table) -> file.create(own, table, folder.rows(database, table.name())));
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
