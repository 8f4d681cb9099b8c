package org.bellwether.app.privacy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.bellwether.app.privacy.received.Pupil;
import org.bellwether.engine.Sql;
import org.bellwether.home.Folders;
import org.bellwether.home.Home;
import org.bellwether.release.check.ContentHash;
import org.bellwether.release.check.ParquetContents;
import org.bellwether.release.format.DatabaseFile;
import org.bellwether.release.format.Table;
import org.bellwether.release.store.Manifest;
import org.bellwether.release.store.ReleaseFolder;
import org.bellwether.release.store.ReleaseInput;
import org.bellwether.release.store.UnchangedFileLinker;

/**
 * Erases a pupil from the rows of pupils that a release keeps, and says so in its manifest. Its marts stay as they were published: they have no
 * rows of pupils. Releases that share a file share it afterwards.
 */
final class ReleaseErasure {

    private static final String PARQUET = ".parquet";
    private static final String FORM = " (format parquet, compression zstd, row_group_size 122880)";

    private final Home home;
    private final Connection connection;
    private final Pupil pupil;
    private final String at;
    /** The new file of each that was written anew already, by content hash of the old one and what was taken from it. */
    private final Map<String, Path> rewritten = new HashMap<>();

    /** @param at moment of the decision */
    ReleaseErasure(Home home, Connection connection, Pupil pupil, String at) {
        this.home = home;
        this.connection = connection;
        this.pupil = pupil;
        this.at = at;
    }

    /** @return whether it had rows of the pupil, or was left half done by a stopped run */
    boolean erase(ReleaseFolder folder, boolean isRepeated) throws IOException, SQLException {
        if (!Files.isDirectory(folder.core())) {
            return false;
        }
        Path work = Folders.createPrivate(home.tmp().resolve("erase-release"));
        Map<Path, Path> replaced = rows(folder, work);
        if (!replaced.isEmpty()) {
            replaced.put(folder.coreDatabase(), database(folder, replaced, work.resolve(folder.root().getFileName() + ".duckdb")));
            for (Map.Entry<Path, Path> file : replaced.entrySet()) {
                put(file.getValue(), file.getKey());
            }
        }
        if (!replaced.isEmpty() || isRepeated) {
            describe(folder);
        }
        return !replaced.isEmpty();
    }

    /** Each file with rows of the pupil, or with rows that hang on such a row by its key, and the file that takes its place. */
    private Map<Path, Path> rows(ReleaseFolder folder, Path work) throws IOException, SQLException {
        Map<String, String> hashes = new HashMap<>();
        Manifest.read(folder).files().forEach(file -> hashes.put(file.path(), file.hash()));
        Map<Path, Path> replaced = new LinkedHashMap<>();
        Map<String, Set<String>> keys = new TreeMap<>();
        List<Path> files = Folders.files(folder.core()).stream().filter(file -> file.toString().endsWith(PARQUET)).toList();
        for (Path file : files) {
            PupilRows rows = PupilRows.of(connection, file, pupil);
            if (rows.count() > 0) {
                String key = table(folder, file).replaceFirst("^(fact|dim)_", "") + "_key";
                if (columns(file).contains(key)) {
                    keys.computeIfAbsent(key, name -> new LinkedHashSet<>()).addAll(Sql.queryTexts(connection, "select " + Sql.identifier(key) + " from ("
                            + rows.select() + ")"));
                }
                replaced.put(file, write(rows.selectOthers(), hashes.get(Folders.name(folder.root(), file)), work));
            }
        }
        for (Path file : files) {
            for (Map.Entry<String, Set<String>> key : keys.entrySet()) {
                if (!replaced.containsKey(file) && !table(folder, file).endsWith("_" + key.getKey().replaceFirst("_key$", "")) && columns(file).contains(key.getKey())) {
                    String hanging = Sql.identifier(key.getKey()) + " in (" + String.join(", ", key.getValue()) + ")";
                    String rows = " from read_parquet(" + Sql.literal(file.toString()) + ") where ";
                    if (Sql.queryLong(connection, "select count(*)" + rows + hanging) > 0) {
                        replaced.put(file, write("select *" + rows + "not coalesce(" + hanging + ", false)", hashes.get(Folders.name(folder.root(), file)), work));
                    }
                }
            }
        }
        return replaced;
    }

    private static String table(ReleaseFolder folder, Path file) {
        String name = Folders.name(folder.core(), file);
        return name.contains("/") ? name.substring(0, name.indexOf('/')) : name.substring(0, name.length() - PARQUET.length());
    }

    private List<String> columns(Path file) throws SQLException {
        return Sql.queryTexts(connection, "select column_name from (describe select * from read_parquet(" + Sql.literal(file.toString()) + "))");
    }

    private Path write(String select, String hash, Path work) throws SQLException {
        Path known = rewritten.get(hash);
        if (known != null) {
            return known;
        }
        Path target = work.resolve(hash + PARQUET);
        Sql.execute(connection, "copy (" + select + ") to " + Sql.literal(target.toString()) + FORM);
        rewritten.put(hash, target);
        return target;
    }

    /** The file of the database written anew: in a freed block of the old one the rows would stand on. */
    private Path database(ReleaseFolder folder, Map<Path, Path> replaced, Path target) throws IOException, SQLException {
        List<Table> tables;
        try (DatabaseFile earlier = DatabaseFile.open(connection, folder.coreDatabase(), "earlier_file")) {
            tables = new ArrayList<>(earlier.tables());
        }
        try (DatabaseFile file = DatabaseFile.create(connection, target, "core")) {
            for (Table table : tables) {
                Path rows = folder.rows(folder.coreDatabase(), table.name());
                file.create(connection, table, replaced.getOrDefault(rows, rows));
            }
        }
        return target;
    }

    private static void put(Path file, Path target) throws IOException {
        Path beside = target.resolveSibling(target.getFileName() + ".next");
        Files.deleteIfExists(beside);
        Folders.link(file, beside);
        if (Files.getFileStore(target).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(beside, Files.getPosixFilePermissions(target));
        }
        Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Brings the manifest up to date: of the rows of pupils alone, so that damage to anything else is still found. */
    private void describe(ReleaseFolder folder) throws IOException, SQLException {
        Manifest manifest = Manifest.read(folder);
        Map<String, String> hashes = new ContentHash(connection, UnchangedFileLinker.with(Optional.empty())).files(folder);
        String core = Folders.name(folder.root(), folder.core()) + "/";
        List<Manifest.File> files = new ArrayList<>();
        Map<String, String> told = new TreeMap<>();
        for (Manifest.File file : manifest.files()) {
            Path path = folder.root().resolve(file.path());
            boolean isOfPupils = file.path().startsWith(core) && hashes.containsKey(file.path());
            files.add(!isOfPupils ? file : new Manifest.File(file.path(), file.rows() == null ? null : Long.valueOf(ParquetContents.of(path).rows()), Files.size(path),
                    hashes.get(file.path()), file.sha256() == null ? null : Sql.sha256(connection, path)));
            told.put(file.path(), files.get(files.size() - 1).hash());
        }
        List<Path> manifests = List.of(folder.manifest(), folder.readersManifest());
        Map<Path, Set<PosixFilePermission>> modes = new HashMap<>();
        for (Path one : manifests) {
            if (Files.getFileStore(one).supportsFileAttributeView("posix")) {
                modes.put(one, Files.getPosixFilePermissions(one));
            }
        }
        manifest.withFiles(files, ContentHash.release(told)).withRun(ReleaseInput.ERASED, at).write(folder);
        for (Map.Entry<Path, Set<PosixFilePermission>> mode : modes.entrySet()) {
            Files.setPosixFilePermissions(mode.getKey(), mode.getValue());
        }
    }
}
