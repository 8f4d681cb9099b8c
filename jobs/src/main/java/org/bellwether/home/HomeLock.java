package org.bellwether.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.bellwether.config.BellwetherException;
import org.bellwether.config.ErrorCode;

/** The one writer of a home: a lock that the kernel frees when the process ends, however it ends. */
public final class HomeLock implements AutoCloseable {

    private final FileChannel channel;

    private HomeLock(FileChannel channel) {
        this.channel = channel;
    }

    /** @throws BellwetherException where another process (or this one) holds the home */
    public static HomeLock acquire(Home home) {
        return tryAcquire(home).orElseThrow(() -> ErrorCode.HOME_IN_USE.with(home.root(), holder(home.lockFile())));
    }

    /**
     * The lock of the one schedule of a home; it is held between nights too, and keeps no other command out.
     *
     * @throws BellwetherException where the home has a schedule already
     */
    public static HomeLock acquireSchedule(Home home) {
        return tryAcquire(home, home.scheduleLockFile())
                .orElseThrow(() -> ErrorCode.SCHEDULE_IN_USE.with(home.root(), holder(home.scheduleLockFile())));
    }

    /**
     * The lock of the one console of a home; it keeps no command out.
     *
     * @throws BellwetherException where the home has a console already
     */
    public static HomeLock acquireConsole(Home home) {
        return tryAcquire(home, home.consoleLockFile())
                .orElseThrow(() -> ErrorCode.CONSOLE_IN_USE.with(home.root(), holder(home.consoleLockFile())));
    }

    /** Whether a process runs the home's nights. */
    public static boolean isScheduled(Home home) {
        return written(home.scheduleLockFile()).filter(HomeLock::isAlive).isPresent();
    }

    /** The lock, or empty where another process (or this one) holds the home. */
    public static Optional<HomeLock> tryAcquire(Home home) {
        return tryAcquire(home, home.lockFile());
    }

    private static Optional<HomeLock> tryAcquire(Home home, Path file) {
        try {
            HomeFolders.root(home);
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            FileLock lock = lock(channel);
            if (lock == null) {
                channel.close();
                return Optional.empty();
            }
            channel.truncate(0);
            channel.write(ByteBuffer.wrap((ProcessHandle.current().pid() + "\n" + Instant.now()).getBytes(StandardCharsets.UTF_8)));
            return Optional.of(new HomeLock(channel));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As text for a person; "another process" where it is not known which. */
    private static String holder(Path file) {
        return written(file).map(holder -> "process " + holder.pid()).orElse("another process");
    }

    /**
     * Who holds the home now and since when; empty where nobody does. Takes no lock, so that asking never keeps a run from starting:
     * what a killed process has left written is told from a holder by whether that process still lives.
     */
    public static Optional<Holder> held(Home home) {
        return written(home.lockFile()).filter(HomeLock::isAlive);
    }

    private static boolean isAlive(Holder holder) {
        return ProcessHandle.of(holder.pid())
                .filter(process -> process.info().startInstant().map(started -> !started.isAfter(holder.since())).orElse(true)).isPresent();
    }

    /** A process and since when it holds what it holds. */
    public record Holder(long pid, Instant since) {
    }

    private static Optional<Holder> written(Path file) {
        try {
            String[] lines = Files.readString(file).strip().split("\n");
            return Optional.of(new Holder(Long.parseLong(lines[0]), Instant.parse(lines[1])));
        } catch (IOException | NumberFormatException | DateTimeParseException | ArrayIndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    private static FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    @Override
    public void close() {
        try {
            channel.truncate(0);
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
