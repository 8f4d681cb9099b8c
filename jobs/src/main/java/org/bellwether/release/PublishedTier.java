package org.bellwether.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.bellwether.engine.Sql;
import org.bellwether.engine.Workers;
import org.bellwether.home.Folders;
import org.bellwether.release.disclosure.DisclosureConfig;
import org.bellwether.release.disclosure.DisclosureControl;
import org.bellwether.release.disclosure.DisclosureCost;
import org.bellwether.release.disclosure.PublicationGrid;
import org.bellwether.release.exchange.Publication;
import org.bellwether.release.exchange.PublishedSchema;
import org.bellwether.release.exchange.ReleaseDescriptions;
import org.bellwether.release.format.DatabaseFile;
import org.bellwether.release.format.EesExport;
import org.bellwether.release.format.ParquetExporter;
import org.bellwether.release.format.PublishedContents;
import org.bellwether.release.format.Table;
import org.bellwether.release.powerbi.PowerBiProject;
import org.bellwether.release.store.Manifest;
import org.bellwether.release.store.ReleaseFolder;
import org.bellwether.warehouse.figure.MeasureCatalog;

/** Writes the published tier: marts after disclosure control, the dimensions beside them, and what describes them. */
final class PublishedTier {

    private static final String PARQUET = ".parquet";

    private final Connection connection;
    private final DisclosureConfig config;
    private final MeasureCatalog measures;
    private final PublicationGrid grid;
    private final Publication publication;

    /**
     * @param grid        what stands as the release before has it
     * @param publication what readers can rely on
     */
    PublishedTier(Connection connection, DisclosureConfig config, MeasureCatalog measures, PublicationGrid grid, Publication publication) {
        this.grid = grid;
        this.publication = publication;
        this.connection = connection;
        this.config = config;
        this.measures = measures;
    }

    /** @return the manifest, with how many cells each rule has hidden, and what that costs */
    Manifest write(ReleaseFolder folder, Manifest origin) throws SQLException, IOException {
        Folders.delete(folder.published());
        Files.createDirectories(folder.publishedMarts());
        Files.createDirectories(folder.publishedDimensions());
        String warehouse = connection.getCatalog();
        List<Table> marts = List.copyOf(config.of(Table.tables(connection, warehouse, "mart")).keySet());
        List<Table> dimensions = Table.tables(connection, warehouse, "core").stream()
                .filter(table -> config.dimensions().contains(table.name())).toList();
        Workers workers = new Workers(connection);
        try (DisclosureControl control = new DisclosureControl(connection, config, measures, marts);
                DatabaseFile file = DatabaseFile.create(connection, folder.publishedDatabase(), "main")) {
            PublicationGrid points = grid.of(connection, control.published());
            List<Manifest.Suppression> hidden = control.hide(points.shownBefore(), points.isChosenAnew());
            control.keepShown(folder.shownBefore(), points.isChosenAnew());
            List<Table> publishedMarts = workers.map(marts, (own, mart) -> {
                Table shown = control.publishedTable(mart);
                Optional<Path> standing = points.standing(shown, control.of(mart));
                if (standing.isPresent()) {
                    Path parquet = folder.publishedMarts().resolve(mart.name() + PARQUET);
                    Files.copy(standing.get(), parquet);
                    file.create(own, shown, parquet);
                } else {
                    write(own, file, shown, points.rows(shown, control.of(mart), control.publishedRows(mart)), folder.publishedMarts());
                }
                if (control.of(mart).ees()) {
                    new EesExport(own).write(shown, control.of(mart), file.qualified(shown), folder.ees());
                }
                return shown;
            });
            List<Table> publishedDimensions = workers.map(dimensions, (own, dimension) -> {
                Table shown = shown(dimension);
                write(own, file, shown, "select " + shown.columnList() + " from " + dimension.qualified(),
                        folder.publishedDimensions());
                return shown;
            });
            PublishedContents contents = new PublishedContents(origin.la(), origin.asOf(), Sql.sha256(connection, folder.models()),
                    config.version(), publishedMarts, publishedDimensions,
                    Folders.list(folder.ees()).stream().map(ees -> ees.getFileName().toString()).toList());
            PublishedSchema schema = PublishedSchema.of(contents, publisher(origin.la()), publication, config, control.published(), measures);
            ReleaseDescriptions.write(folder, schema);
            PowerBiProject.write(folder.powerBi(), schema);
            return origin.withSuppressed(points.isChosenAnew() ? hidden : points.suppressedBefore())
                    .withCosts(new DisclosureCost(connection, config).of(publishedMarts, file::qualified, marts));
        }
    }

    private String publisher(int la) throws SQLException {
        return Sql.queryFirst(connection, "select la_name from config.local_authority where old_la_code = " + la, row -> row.getString(1))
                .orElse("Local authority " + la);
    }

    private static void write(Connection own, DatabaseFile file, Table table, String rows, Path folder)
            throws SQLException {
        Path parquet = folder.resolve(table.name() + PARQUET);
        new ParquetExporter(own).export(table, "(" + rows + ") as shown", parquet);
        file.create(own, table, parquet);
    }

    private Table shown(Table dimension) {
        return new Table("main", dimension.name(), dimension.comment(), dimension.columns().stream()
                .filter(column -> !config.withheld().contains(column.name())).toList());
    }
}
