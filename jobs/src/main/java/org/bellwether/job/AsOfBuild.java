package org.bellwether.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import org.bellwether.home.Folders;
import org.bellwether.home.Home;
import org.bellwether.release.MartFiles;

/** The marts as they would have been with what was known at a moment, in a folder of their own; no pointer moves. */
public final class AsOfBuild {

    private final Home home;
    private final Runs runs;
    private final Warehouses warehouses;

    AsOfBuild(Home home, Runs runs, Warehouses warehouses) {
        this.home = home;
        this.runs = runs;
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
        runs.build(folder, asOf);
        try (Connection connection = warehouses.of(folder).connection()) {
            MartFiles.write(connection, folder.resolve("marts"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return folder;
    }
}
