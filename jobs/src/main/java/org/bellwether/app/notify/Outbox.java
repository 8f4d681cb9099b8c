package org.bellwether.app.notify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bellwether.home.Folders;
import org.bellwether.home.Home;
import org.bellwether.home.Json;

/**
 * Deliveries of a home, a file each in control/outbox. One that was sent stays for a while, so that its event is known to have been told; its
 * text does not.
 */
final class Outbox {

    private static final String ENDING = ".json";
    private static final String PREFIX = "to-";
    private static final Duration KEPT = Duration.ofDays(90);
    /** What could not be sent in that time is of no use to anybody any more. */
    private static final Duration TRIED = Duration.ofDays(30);

    private final Path folder;

    Outbox(Home home) {
        this.folder = home.outbox();
    }

    /** Keeps it to be sent, unless the same was kept before. */
    void put(Delivery delivery) {
        if (!Files.exists(file(delivery.id()))) {
            Folders.createPrivate(folder);
            write(delivery);
        }
    }

    void write(Delivery delivery) {
        Json.write(file(delivery.id()), delivery);
    }

    /** In the order of what they tell of; a file that is damaged is none. */
    List<Delivery> all() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        return Folders.list(folder).stream().filter(file -> file.getFileName().toString().startsWith(PREFIX) && file.toString().endsWith(ENDING))
                .map(file -> Json.readWhole(file, Delivery.class)).flatMap(Optional::stream)
                .sorted(Comparator.comparing(Delivery::at).thenComparing(Delivery::id)).toList();
    }

    /** Ids of what was told in events of the kind: to that school, or where it is null to staff. */
    static Set<String> toldAbout(List<Delivery> deliveries, EventKind kind, Integer school) {
        return deliveries.stream().filter(one -> one.kind() == kind && Objects.equals(one.school(), school)).flatMap(one -> one.about().stream())
                .collect(Collectors.toSet());
    }

    /** Forgets what was sent long ago, and gives up what could not be sent for long; returns the latter. */
    List<Delivery> sweep(Instant now) {
        List<Delivery> old = all().stream().filter(one -> one.isWaiting() ? one.at().isBefore(now.minus(TRIED)) : one.sent().isBefore(now.minus(KEPT))).toList();
        old.forEach(one -> Folders.delete(file(one.id())));
        return old.stream().filter(Delivery::isWaiting).toList();
    }

    /** That one process at a time sends; empty where another does. */
    Optional<Sending> begin() {
        try {
            Folders.createPrivate(folder);
            FileChannel channel = FileChannel.open(folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock(channel) == null) {
                channel.close();
                return Optional.empty();
            }
            return Optional.of(new Sending(channel));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    /** The right to send, until it is closed or the process ends. */
    record Sending(FileChannel channel) implements AutoCloseable {

        @Override
        public void close() {
            try {
                channel.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private Path file(String id) {
        return folder.resolve(PREFIX + id + ENDING);
    }
}
