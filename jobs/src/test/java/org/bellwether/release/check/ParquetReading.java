package org.bellwether.release.check;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bellwether.engine.Sql;
import org.bellwether.home.Folders;

/** Parquet files of a release as parquet-java and as the engine read them. */
public final class ParquetReading {

    private ParquetReading() {
    }

    /** How many rows the engine finds in a file. */
    public static long count(Path file) throws SQLException {
        return Long.parseLong(ask("select count(*) from read_parquet('" + file + "')").get(0));
    }

    /** Every Parquet file below the folder and how many rows parquet-java has read of it, value by value. */
    public static Map<Path, Long> rowsBelow(Path folder) throws IOException {
        Map<Path, Long> rows = new TreeMap<>();
        for (Path file : Folders.files(folder)) {
            if (file.toString().endsWith(".parquet")) {
                rows.put(file, rows(file));
            }
        }
        return rows;
    }

    /** The first column of what the engine answers, as text. */
    public static List<String> ask(String query) throws SQLException {
        try (Connection engine = DriverManager.getConnection("jdbc:duckdb:")) {
            return Sql.queryTexts(engine, query);
        }
    }

    private static long rows(Path file) throws IOException {
        long count = 0;
        try (ParquetContents.Rows rows = ParquetContents.of(file).read()) {
            while (rows.next() != null) {
                count++;
            }
        }
        return count;
    }
}
