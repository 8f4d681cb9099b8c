package org.bellwether.cli;

import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.bellwether.batch.receive.ReceivingFixture;
import org.bellwether.config.Project;
import org.bellwether.home.Folders;

/**
 * What takes long to make and is the same for all test classes of a build: a folder below {@code target}, made by the first process that
 * needs it and made anew where a class, a library or a file of the project that it is made of has changed.
 */
final class MadeOnce {

    private static final String WHOLE = ".whole";

    /** Of which everything is made, whatever project a test class works with meanwhile. */
    private static final Project INSTALLED = ReceivingFixture.PROJECT;

    /** Fills an empty folder. */
    @FunctionalInterface
    interface Maker {
        void make(Path folder) throws IOException, InterruptedException;
    }

    private MadeOnce() {
    }

    /** @param name tells it from others */
    static Path folder(String name, Maker maker) throws IOException, InterruptedException {
        Path all = Files.createDirectories(INSTALLED.root().resolve("jobs/target/made-once").resolve(name));
        Path folder = all.resolve(madeOf(Stream.concat(classPath().stream(), Stream.of(INSTALLED.sql(), INSTALLED.schema(), INSTALLED.config())).toList()));
        try (FileChannel channel = FileChannel.open(all.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var alone = channel.lock()) {
            if (!Files.exists(folder.resolve(WHOLE))) {
                Folders.list(all).stream().filter(Files::isDirectory).forEach(Folders::delete);
                maker.make(Files.createDirectories(folder));
                Files.createFile(folder.resolve(WHOLE));
            }
        }
        return folder;
    }

    /** The installed warehouse, and whether a test class works with it now, or with one of its own. */
    static boolean isOfInstalled() {
        return Project.locate().equals(INSTALLED);
    }

    /** Folders of classes and libraries, without the tests and their logging. */
    static List<Path> classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator)).map(Path::of).filter(Files::exists)
                .filter(entry -> !entry.endsWith("test-classes")).toList();
    }

    private static String madeOf(List<Path> entries) throws IOException {
        StringBuilder text = new StringBuilder(System.getProperty("java.vm.version"));
        for (Path entry : entries) {
            for (Path file : Files.isDirectory(entry) ? Folders.files(entry) : List.of(entry)) {
                text.append(file).append(' ').append(Files.size(file)).append(' ').append(Files.getLastModifiedTime(file)).append('\n');
            }
        }
        return DigestUtils.sha256Hex(text.toString()).substring(0, 16);
    }
}
