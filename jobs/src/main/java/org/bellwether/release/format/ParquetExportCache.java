package org.bellwether.release.format;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.bellwether.engine.Sql;
import org.bellwether.home.Folders;
import org.bellwether.release.store.FileTree;

/**
 * The Parquet files of the warehouse's tables, kept beside it: one a table, under a name that tells its rows apart.
 *
 * <p>A table whose rows are those of an earlier night is not sorted and written again; releases link its file.
 */
public final class ParquetExportCache {

    private final Path folder;

    /** @param folder made if absent */
    public ParquetExportCache(Path folder) {
        this.folder = folder;
    }

    /**
     * The file of the table's rows as they are now; made if they have changed, or the engine has.
     *
     * @param own connection of whoever asks: tables may be asked for side by side
     */
    Path of(Connection own, Table table) throws SQLException, IOException {
        Path files = Files.createDirectories(folder.resolve(table.schema()).resolve(table.name()));
        Path kept = files.resolve(rows(own, table) + ".parquet");
        if (!Files.exists(kept)) {
            Folders.list(files).forEach(Folders::delete);
            Path unfinished = files.resolve("unfinished");
            new ParquetExporter(own).export(table, table.qualified(), unfinished);
            // The name is trusted from now on: what it stands for is on the disk before it.
            FileTree.flushOne(unfinished);
            Files.move(unfinished, kept, ATOMIC_MOVE);
        }
        return kept;
    }

    /** Forgets every file: the next release writes its own. */
    public void forgetAll() {
        Folders.delete(folder);
    }

    /** Forgets tables of the schema that the warehouse no longer has. */
    void forgetOthers(String schema, List<Table> tables) {
        List<String> names = tables.stream().map(Table::name).toList();
        Folders.list(folder.resolve(schema)).stream().filter(files -> !names.contains(files.getFileName().toString())).forEach(Folders::delete);
    }

    /** What the file's bytes depend on, as one number: rows, columns, engine, and how it is written. */
    private static String rows(Connection own, Table table) throws SQLException {
        String columns = table.columns().stream().map(column -> column.name() + " " + column.type()).toList().toString();
        return Sql.queryText(own, "select md5(concat_ws(' ', version(), %s, %s, %s)) from %s"
                .formatted(Sql.literal(ParquetExporter.FORM), Sql.literal(columns), table.digest(), table.qualified()));
    }
}
