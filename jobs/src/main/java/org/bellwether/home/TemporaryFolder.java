package org.bellwether.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder that this process alone may enter, outside any home; it is gone when it is closed, or when the process is stopped. */
public record TemporaryFolder(Path path) implements AutoCloseable {

    public static TemporaryFolder create(String name) throws IOException {
        TemporaryFolder folder = new TemporaryFolder(Files.createTempDirectory(name));
        Runtime.getRuntime().addShutdownHook(new Thread(folder::deleteQuietly));
        return folder;
    }

    @Override
    public void close() {
        Folders.delete(path);
    }

    /** The engine may still be at work in it. */
    private void deleteQuietly() {
        try {
            close();
        } catch (UncheckedIOException e) {
            // Nobody is left to be told.
        }
    }
}
