package org.bellwether.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.bellwether.home.Folders;

/** Writes the published tier: marts after disclosure control, the dimensions beside them, and what describes them. */
final class PublishedTier {

    private final Connection connection;
    private final DisclosureConfig config;

    PublishedTier(Connection connection, DisclosureConfig config) {
        this.connection = connection;
        this.config = config;
    }

    /** @return how many cells each rule has hidden */
    List<Manifest.Suppression> write(ReleaseFolder folder) throws SQLException, IOException {
        Folders.delete(folder.published());
        Files.createDirectories(folder.publishedMarts());
        Files.createDirectories(folder.publishedDimensions());
        String warehouse = connection.getCatalog();
        List<Table> marts = Table.tables(connection, warehouse, "mart");
        DisclosureControl control = new DisclosureControl(connection, config);
        List<Manifest.Suppression> hidden = control.hide(marts);
        try (DatabaseFile file = DatabaseFile.create(connection, folder.publishedDatabase())) {
            for (Table mart : marts) {
                write(file, control.publishedTable(mart), control.publishedRows(mart), folder.publishedMarts());
            }
            for (Table dimension : Table.tables(connection, warehouse, "core")) {
                if (config.dimensions().contains(dimension.name())) {
                    Table shown = shown(dimension);
                    write(file, shown, "select " + shown.columnList() + " from " + dimension.qualified(),
                            folder.publishedDimensions());
                }
            }
        }
        return hidden;
    }

    private void write(DatabaseFile file, Table table, String rows, Path folder) throws SQLException {
        file.create(table, rows);
        new ParquetExporter(connection).export(table, file.qualified(table), folder.resolve(table.name() + ".parquet"));
    }

    private Table shown(Table dimension) {
        return new Table("main", dimension.name(), dimension.comment(), dimension.columns().stream()
                .filter(column -> !config.withheld().contains(column.name())).toList());
    }
}
