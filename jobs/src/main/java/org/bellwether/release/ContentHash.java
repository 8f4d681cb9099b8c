package org.bellwether.release;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bellwether.engine.Sql;

/**
 * SHA-256 of what a release holds, free of what differs between runs.
 *
 * <p>A file counts by its bytes; a DuckDB file, whose bytes differ from run to run, by each table's name, columns,
 * comments and ordered rows; the manifest, which tells of the run, not at all.
 */
final class ContentHash {

    private final Connection connection;
    private final Path tmp;

    ContentHash(Connection connection, Path tmp) {
        this.connection = connection;
        this.tmp = tmp;
    }

    /** Hash of every file of the release by its path, in the order of the paths. */
    Map<String, String> files(ReleaseFolder folder) throws IOException, SQLException {
        Map<String, String> hashes = new TreeMap<>();
        for (Path file : FileTree.files(folder.root())) {
            if (!file.equals(folder.manifest())) {
                hashes.put(FileTree.name(folder.root(), file),
                        file.toString().endsWith(".duckdb") ? database(file) : file(file));
            }
        }
        return hashes;
    }

    /** One hash over all of them. */
    static String release(Map<String, String> files) {
        MessageDigest digest = sha256();
        new TreeMap<>(files).forEach((name, hash) -> update(digest, name, hash));
        return hex(digest);
    }

    static String file(Path file) throws IOException {
        MessageDigest digest = sha256();
        try (InputStream in = Files.newInputStream(file)) {
            byte[] buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        return hex(digest);
    }

    private String database(Path file) throws SQLException, IOException {
        MessageDigest digest = sha256();
        try (DatabaseFile database = DatabaseFile.open(connection, file, "hashed")) {
            List<String> schemas = Sql.queryTexts(connection, "select distinct schema_name from duckdb_tables()"
                    + " where database_name = " + Sql.literal(database.alias()) + " order by schema_name");
            for (String schema : schemas) {
                for (Table table : Table.tables(connection, database.alias(), schema)) {
                    describe(digest, table);
                    update(digest, rows(database.qualified(table), table));
                }
            }
        }
        return hex(digest);
    }

    private static void describe(MessageDigest digest, Table table) {
        update(digest, table.schema(), table.name(), table.comment());
        table.columns().forEach(column -> update(digest, column.name(), column.type(), column.comment()));
    }

    /** The rows count as the Parquet that they make: ordered, and four times as fast as a walk through them. */
    private String rows(String relation, Table table) throws SQLException, IOException {
        Path rows = Files.createTempFile(Files.createDirectories(tmp), "hashed", ".parquet");
        try {
            new ParquetExporter(connection).export(table, relation, rows);
            return file(rows);
        } finally {
            Files.deleteIfExists(rows);
        }
    }

    /** Each part ends with a byte that no UTF-8 text has, so that parts cannot run into each other. */
    private static void update(MessageDigest digest, String... parts) {
        for (String part : parts) {
            digest.update((part == null ? "" : part).getBytes(StandardCharsets.UTF_8));
            digest.update((byte) (part == null ? 0xFE : 0xFF));
        }
    }

    private static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Java always has SHA-256", e);
        }
    }
}
