package org.bellwether.batch.nightly;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.bellwether.batch.build.WarehouseProvider;
import org.bellwether.home.Folders;
import org.bellwether.home.Home;
import org.bellwether.release.format.MartFiles;

/** The marts as they would have been with what was known at a moment, in a folder of their own; no pointer moves. */
public final class AsOfBuild {

    /** Older ones are removed: each has the size of a warehouse, and can be built again. */
    static final int KEPT = 5;

    private final Home home;
    private final WarehouseJobLauncher launcher;
    private final WarehouseProvider warehouses;

    AsOfBuild(Home home, WarehouseJobLauncher launcher, WarehouseProvider warehouses) {
        this.home = home;
        this.launcher = launcher;
        this.warehouses = warehouses;
    }

    /** @return the folder, with {@code warehouse.duckdb} and {@code marts/*.parquet} */
    public Path build(Instant asOf, String label) throws SQLException {
        Path folder = home.asOf(label);
        Folders.delete(folder);
        try {
            Files.createDirectories(folder.resolve("marts"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        launcher.build(folder, asOf);
        try (Connection connection = warehouses.of(folder).connection()) {
            MartFiles.write(connection, folder.resolve("marts"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        prune(folder);
        return folder;
    }

    private void prune(Path latest) {
        List<Path> older = new ArrayList<>(Folders.list(latest.getParent()));
        older.remove(latest);
        older.sort(Comparator.comparing(AsOfBuild::changed).reversed());
        older.stream().skip(KEPT - 1L).forEach(Folders::delete);
    }

    private static FileTime changed(Path folder) {
        try {
            return Files.getLastModifiedTime(folder.resolve("warehouse.duckdb"));
        } catch (IOException e) {
            // Without its warehouse it is what a stopped build has left.
            return FileTime.fromMillis(0);
        }
    }
}
