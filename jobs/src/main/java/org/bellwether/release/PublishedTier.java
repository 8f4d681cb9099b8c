package org.bellwether.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.bellwether.home.Folders;

/** Writes the published tier: marts after disclosure control, the dimensions beside them, and what describes them. */
final class PublishedTier {

    private static final String PARQUET = ".parquet";

    private final Connection connection;
    private final DisclosureConfig config;

    PublishedTier(Connection connection, DisclosureConfig config) {
        this.connection = connection;
        this.config = config;
    }

    /** @return how many cells each rule has hidden */
    List<Manifest.Suppression> write(ReleaseFolder folder, Manifest origin) throws SQLException, IOException {
        Folders.delete(folder.published());
        Files.createDirectories(folder.publishedMarts());
        Files.createDirectories(folder.publishedDimensions());
        String warehouse = connection.getCatalog();
        List<Table> marts = Table.tables(connection, warehouse, "mart");
        DisclosureControl control = new DisclosureControl(connection, config, marts);
        List<Manifest.Suppression> hidden = control.hide();
        List<Table> publishedMarts = new ArrayList<>();
        List<Table> publishedDimensions = new ArrayList<>();
        try (DatabaseFile file = DatabaseFile.create(connection, folder.publishedDatabase())) {
            for (Table mart : marts) {
                Table shown = control.publishedTable(mart);
                write(file, shown, control.publishedRows(mart), folder.publishedMarts());
                if (control.of(mart).ees()) {
                    new EesExport(connection).write(shown, control.of(mart), file.qualified(shown), folder.ees());
                }
                publishedMarts.add(shown);
            }
            for (Table dimension : Table.tables(connection, warehouse, "core")) {
                if (config.dimensions().contains(dimension.name())) {
                    Table shown = shown(dimension);
                    write(file, shown, "select " + shown.columnList() + " from " + dimension.qualified(),
                            folder.publishedDimensions());
                    publishedDimensions.add(shown);
                }
            }
        }
        describe(folder, new PublishedContents(origin.la(), origin.asOf(), ContentHash.file(folder.models()),
                config.version(), publishedMarts, publishedDimensions,
                Folders.list(folder.ees()).stream().map(file -> file.getFileName().toString()).toList()));
        return hidden;
    }

    private static void describe(ReleaseFolder folder, PublishedContents contents) throws IOException {
        Files.writeString(folder.dataPackage(), DataPackage.text(contents));
        Files.createDirectories(folder.catalogue().getParent());
        Files.writeString(folder.catalogue(), Catalogue.text(contents));
    }

    private void write(DatabaseFile file, Table table, String rows, Path folder) throws SQLException {
        Path parquet = folder.resolve(table.name() + PARQUET);
        new ParquetExporter(connection).export(table, "(" + rows + ") as shown", parquet);
        file.create(table, parquet);
    }

    private Table shown(Table dimension) {
        return new Table("main", dimension.name(), dimension.comment(), dimension.columns().stream()
                .filter(column -> !config.withheld().contains(column.name())).toList());
    }
}
