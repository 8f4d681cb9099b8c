package org.bellwether.cli.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bellwether.config.BellwetherException;
import org.bellwether.config.ErrorCode;
import org.bellwether.home.Folders;

/**
 * A folder whose content a command replaces: an empty one, or one that this command has filled before and that therefore bears
 * its mark. Whatever else a person points at is left alone.
 *
 * @param command name of the command, which the mark bears
 */
record OwnFolder(Path folder, String command) {

    /**
     * Marks the folder, made if absent.
     *
     * @throws BellwetherException where it holds anything and was not made by the command
     */
    void claim() throws IOException {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw ErrorCode.FOLDER_IS_A_FILE.with(folder);
        }
        if (!Folders.list(folder).isEmpty() && !Files.exists(mark())) {
            throw ErrorCode.FOLDER_OF_OTHERS.with(folder, command);
        }
        Files.createDirectories(folder);
        // The mark comes first and stays: a command that is stopped here finds its own folder again.
        if (!Files.exists(mark())) {
            Files.createFile(mark());
        }
    }

    /**
     * Empties the claimed folder.
     *
     * @param kept what stays in it besides the mark
     */
    void empty(Path... kept) {
        List<Path> staying = List.of(kept);
        Folders.list(folder).stream().filter(path -> !path.equals(mark()) && !staying.contains(path)).forEach(Folders::delete);
    }

    private Path mark() {
        return folder.resolve(".made-by-" + command);
    }
}
