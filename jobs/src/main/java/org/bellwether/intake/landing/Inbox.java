package org.bellwether.intake.landing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.bellwether.home.Folders;
import org.bellwether.config.Shown;
import org.bellwether.intake.profile.FileError;
import org.bellwether.intake.profile.FileNames;

/** The folder where returns are dropped: tells what is ready, and what is still being written. */
public final class Inbox {

    private static final Comparator<Ready> BY_CHANGE = Comparator.comparingLong((Ready one) -> one.changed.getEpochSecond())
            .thenComparing(Ready::name, FileNames.BY_DOWNLOAD);

    private final Path folder;
    private final Duration quiet;

    public Inbox(Path folder, Duration quiet) {
        this.folder = folder;
        this.quiet = quiet;
    }

    /**
     * What can be taken in now, one list a delivery, and what is left where it lies, with the reason.
     *
     * @param deliveries the one that changed first comes first: of two for one thing the later one stands
     */
    public record Contents(List<List<Path>> deliveries, List<FileError> left) {
    }

    /** A file that can be taken in. */
    private record Ready(Path file, String name, Instant changed) {
    }

    /** @param isSet whether they belong together, or are one file alone */
    private record Delivery(boolean isSet, List<Ready> files) {
    }

    /**
     * Looks once the inbox has had its time of quiet, at most that time from now.
     *
     * @param set which files belong together: a key, or null for a file that stands alone
     */
    public Contents look(Function<Path, String> set) {
        pauseWhileYoung();
        Instant now = Instant.now();
        List<FileError> left = new ArrayList<>();
        List<Ready> ready = new ArrayList<>();
        boolean anyYoung = false;
        for (Path file : files(left)) {
            String name = file.getFileName().toString();
            Optional<Instant> changed = changed(file);
            anyYoung |= changed.filter(at -> isYoung(at, now)).isPresent() && isWaitedFor(file, name);
            Optional<FileError> why = whyNot(file, name, changed, now);
            if (why.isPresent()) {
                left.add(why.get());
            } else {
                ready.add(new Ready(file, name, changed.orElse(now)));
            }
        }
        // Only now is there time to look into files: until here each was asked when it changed, as of one instant.
        Map<String, Delivery> deliveries = new TreeMap<>(FileNames.BY_DOWNLOAD);
        for (Ready one : ready) {
            String key = set.apply(one.file);
            deliveries.computeIfAbsent(key == null ? one.name : key, k -> new Delivery(key != null, new ArrayList<>())).files.add(one);
        }
        if (anyYoung) {
            // A set may still be arriving: its files wait together until nothing in the inbox moves.
            deliveries.values().stream().filter(Delivery::isSet).flatMap(delivery -> delivery.files.stream())
                    .forEach(file -> left.add(reason("FILE-024", file.name)));
            deliveries.values().removeIf(Delivery::isSet);
        }
        // By whole seconds, which is what transfers keep; what came together goes by name.
        List<List<Path>> ordered = deliveries.values().stream()
                .flatMap(delivery -> SecondDownloads.apart(delivery.files.stream().sorted(BY_CHANGE).toList(), Ready::name).stream())
                .sorted(Comparator.comparingLong(files -> files.stream().mapToLong(one -> one.changed.getEpochSecond()).max().orElse(0)))
                .map(files -> files.stream().map(Ready::file).toList()).toList();
        return new Contents(ordered, left);
    }

    private Optional<FileError> whyNot(Path file, String name, Optional<Instant> changed, Instant now) {
        if (changed.isEmpty()) {
            return Optional.of(reason("FILE-053", name));
        }
        if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.of(reason("FILE-030", name));
        }
        if (FileNames.isPartial(name) || isYoung(changed.get(), now)) {
            return Optional.of(reason("FILE-024", name));
        }
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && !Files.isReadable(file)
                ? Optional.of(reason(Files.exists(file) ? "FILE-052" : "FILE-053", name)) : Optional.empty();
    }

    private List<Path> files(List<FileError> left) {
        if (Files.exists(folder) && !Files.isReadable(folder)) {
            left.add(reason("FILE-052", folder.getFileName().toString()));
            return List.of();
        }
        return Folders.list(folder).stream().filter(file -> !FileNames.isPassedOver(file.getFileName().toString())).toList();
    }

    private void pauseWhileYoung() {
        Instant now = Instant.now();
        boolean young = files(new ArrayList<>()).stream().anyMatch(file -> !FileNames.isPartial(file.getFileName().toString())
                && changed(file).filter(at -> isYoung(at, now)).isPresent());
        if (young) {
            try {
                Thread.sleep(quiet.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static boolean isWaitedFor(Path file, String name) {
        return !FileNames.isPartial(name) && !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS);
    }

    /** Empty where it is gone meanwhile: its sender took it back. */
    private static Optional<Instant> changed(Path file) {
        try {
            return Optional.of(Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS).toInstant());
        } catch (java.nio.file.NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isYoung(Instant changed, Instant now) {
        return changed.isAfter(now.minus(quiet)) && !changed.isAfter(now.plus(quiet));
    }

    private static FileError reason(String rule, String name) {
        return FileError.of(rule, Shown.text(name), null);
    }
}
