package org.bellwether.app.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bellwether.home.Folders;
import org.bellwether.home.TemporaryFolder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The folder of one check, which this process alone may enter; that of a check that was killed goes with the next one. */
final class CheckFolder {

    private static final Logger LOG = LoggerFactory.getLogger(CheckFolder.class);
    private static final String BEGINNING = "bellwether-check-";
    private static final Pattern NAME = Pattern.compile(BEGINNING + "(\\d{1,18})-.*");
    /** Start of a process and time of a file are told by different clocks. */
    private static final Duration CLOCKS = Duration.ofSeconds(5);

    private CheckFolder() {
    }

    static TemporaryFolder create() throws IOException {
        Folders.list(Path.of(System.getProperty("java.io.tmpdir"))).stream().filter(CheckFolder::isLeft).forEach(CheckFolder::forget);
        return TemporaryFolder.create(BEGINNING + ProcessHandle.current().pid() + "-");
    }

    private static boolean isLeft(Path folder) {
        Matcher name = NAME.matcher(folder.getFileName().toString());
        try {
            return name.matches() && isGone(Long.parseLong(name.group(1)), Files.getLastModifiedTime(folder).toInstant()) && Files.isReadable(folder);
        } catch (IOException e) {
            return false;
        }
    }

    /** Another process may have been given its number since. */
    private static boolean isGone(long pid, Instant made) {
        return ProcessHandle.of(pid).filter(process -> process.info().startInstant()
                .map(started -> !started.isAfter(made.plus(CLOCKS))).orElse(true)).isEmpty();
    }

    private static void forget(Path folder) {
        try {
            Folders.delete(folder);
        } catch (UncheckedIOException e) {
            LOG.debug("What a stopped check has left stays", e);
        }
    }
}
