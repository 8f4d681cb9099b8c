package org.bellwether.release.check;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.codec.digest.DigestUtils;
import org.bellwether.engine.Sql;
import org.bellwether.home.Folders;
import org.bellwether.release.format.DatabaseFile;
import org.bellwether.release.format.Table;
import org.bellwether.release.store.ReleaseFolder;
import org.bellwether.release.store.UnchangedFileLinker;

/**
 * SHA-256 of what a release holds, free of what differs between runs.
 *
 * <p>A file counts by its bytes; a DuckDB file, whose bytes differ from run to run, by each table's name, columns,
 * comments and the Parquet file of its ordered rows, which {@link ParquetVerifier} has found to be the same; the
 * manifest, which tells of the run, not at all.
 */
public final class ContentHash {

    /** Bytes of a file that is hashed together with others: most files of a release are pages, and a statement for each costs more than its bytes. */
    private static final long SMALL = 1 << 18;
    private static final int AT_ONCE = 250;

    private final Connection connection;
    private final UnchangedFileLinker shared;

    public ContentHash(Connection connection, UnchangedFileLinker shared) {
        this.connection = connection;
        this.shared = shared;
    }

    /** Hash of every file of the release by its path, in the order of the paths. */
    public Map<String, String> files(ReleaseFolder folder) throws IOException, SQLException {
        Map<String, String> hashes = new TreeMap<>();
        List<Path> small = new ArrayList<>();
        for (Path file : Folders.files(folder.root())) {
            if (!file.equals(folder.manifest()) && !file.equals(folder.readersManifest()) && !folder.databases().contains(file)) {
                Optional<String> known = shared.hash(folder, file);
                if (known.isEmpty() && Files.size(file) <= SMALL) {
                    small.add(file);
                } else {
                    hashes.put(Folders.name(folder.root(), file), known.isPresent() ? known.get() : Sql.sha256(connection, file));
                }
            }
        }
        for (int from = 0; from < small.size(); from += AT_ONCE) {
            Sql.sha256(connection, small.subList(from, Math.min(small.size(), from + AT_ONCE))).forEach((file, hash) -> hashes.put(Folders.name(folder.root(), file), hash));
        }
        for (Path database : folder.databases()) {
            hashes.put(Folders.name(folder.root(), database),
                    database(database, table -> hashes.get(Folders.name(folder.root(), folder.rows(database, table)))));
        }
        return hashes;
    }

    /** One hash over all of them, but for what is said of the release before: the same content after another release is the same. */
    public static String release(Map<String, String> files) {
        MessageDigest digest = DigestUtils.getSha256Digest();
        SortedMap<String, String> own = new TreeMap<>(files);
        own.keySet().removeIf(ReleaseFolder::isOfChanges);
        own.forEach((name, hash) -> update(digest, name, hash));
        return Hex.encodeHexString(digest.digest());
    }

    /** @param rows gives the hash of the Parquet file that has the rows of a table */
    private String database(Path file, UnaryOperator<String> rows) throws SQLException {
        MessageDigest digest = DigestUtils.getSha256Digest();
        try (DatabaseFile database = DatabaseFile.open(connection, file, "hashed")) {
            for (Table table : database.tables()) {
                update(digest, table.schema(), table.name(), table.comment());
                table.columns().forEach(column -> update(digest, column.name(), column.type(), column.comment()));
                update(digest, rows.apply(table.name()));
            }
        }
        return Hex.encodeHexString(digest.digest());
    }

    /** Each part ends with a byte that no UTF-8 text has, so that parts cannot run into each other. */
    private static void update(MessageDigest digest, String... parts) {
        for (String part : parts) {
            digest.update((part == null ? "" : part).getBytes(StandardCharsets.UTF_8));
            digest.update((byte) (part == null ? 0xFE : 0xFF));
        }
    }
}
