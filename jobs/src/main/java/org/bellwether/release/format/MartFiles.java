package org.bellwether.release.format;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

/** The unsuppressed marts of a warehouse as Parquet, one file a mart. */
public final class MartFiles {

    private MartFiles() {
    }

    /** Writes into a folder that is made if absent. */
    public static void write(Connection warehouse, Path folder) throws SQLException, IOException {
        Files.createDirectories(folder);
        ParquetExporter parquet = new ParquetExporter(warehouse);
        for (Table mart : Table.tables(warehouse, warehouse.getCatalog(), "mart")) {
            parquet.export(mart, mart.qualified(), folder.resolve(mart.name() + ".parquet"));
        }
    }
}
