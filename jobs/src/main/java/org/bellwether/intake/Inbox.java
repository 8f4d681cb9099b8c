package org.bellwether.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import org.bellwether.home.Folders;

/** The folder where returns are dropped: tells what is ready, and what is still being written. */
public final class Inbox {

    private final Path folder;
    private final Duration quiet;

    public Inbox(Path folder, Duration quiet) {
        this.folder = folder;
        this.quiet = quiet;
    }

    /** What can be taken in now, one list a delivery, and what has to wait. */
    public record Contents(List<List<Path>> deliveries, List<Path> waiting) {
    }

    /**
     * Looks once the inbox has had its time of quiet, at most that time from now.
     *
     * @param set which files belong together: a key, or null for a file that stands alone
     */
    public Contents look(Function<String, String> set) {
        pauseWhileYoung();
        Instant now = Instant.now();
        List<Path> waiting = new ArrayList<>();
        TreeMap<String, List<Path>> deliveries = new TreeMap<>();
        boolean anyYoung = false;
        for (Path file : sent()) {
            if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS) || FileNames.isPartial(file.getFileName().toString())) {
                waiting.add(file);
            } else if (isYoung(file, now)) {
                anyYoung = true;
                waiting.add(file);
            } else {
                String name = file.getFileName().toString();
                String key = set.apply(name);
                deliveries.computeIfAbsent(key == null ? name : key, k -> new ArrayList<>()).add(file);
            }
        }
        if (anyYoung) {
            // A set may still be arriving: its files wait together until nothing in the inbox moves.
            deliveries.values().removeIf(files -> {
                boolean belongs = set.apply(files.get(0).getFileName().toString()) != null;
                if (belongs) {
                    waiting.addAll(files);
                }
                return belongs;
            });
        }
        return new Contents(List.copyOf(deliveries.values()), waiting);
    }

    private void pauseWhileYoung() {
        Instant now = Instant.now();
        boolean young = sent().stream()
                .anyMatch(file -> !FileNames.isPartial(file.getFileName().toString()) && isYoung(file, now));
        if (young) {
            try {
                Thread.sleep(quiet.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private List<Path> sent() {
        return Folders.list(folder).stream().filter(file -> !FileNames.isSystems(file.getFileName().toString())).toList();
    }

    private boolean isYoung(Path file, Instant now) {
        try {
            Instant changed = Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS).toInstant();
            return changed.isAfter(now.minus(quiet)) && !changed.isAfter(now.plus(quiet));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
