package org.bellwether.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.bellwether.home.Folders;
import org.bellwether.home.Home;
import org.bellwether.home.Json;

/** Takes files out of the inbox and keeps them until they are judged; nothing is lost whenever the process ends. */
public final class ArrivalStore {

    private static final String RECORD = "arrival.json";

    private final Home home;

    public ArrivalStore(Home home) {
        this.home = home;
    }

    /** Arrivals that no submission has been made of yet, oldest first; half-moved ones are completed. */
    public List<Arrival> pending() {
        List<Arrival> arrivals = new ArrayList<>();
        for (Path folder : Folders.list(home.arriving())) {
            if (!Files.exists(folder.resolve(RECORD))) {
                // The note is written first: a folder without one holds nothing yet.
                Folders.delete(folder);
                continue;
            }
            Landed landed = Json.read(folder.resolve(RECORD), Landed.class);
            bring(landed, folder);
            List<String> present = landed.arrival().files().stream()
                    .filter(name -> Files.exists(folder.resolve(name), LinkOption.NOFOLLOW_LINKS)).toList();
            Arrival arrival = landed.arrival();
            if (present.isEmpty()) {
                Folders.delete(folder);
            } else {
                arrivals.add(new Arrival(arrival.number(), arrival.receivedAt(), present, arrival.carried()));
            }
        }
        return arrivals;
    }

    /**
     * Lands the files under the next number: first the note of what is meant to move, then the files by rename.
     *
     * @param carried files of an earlier submission of the same set, which are linked or copied, never moved
     */
    public Arrival land(long number, Instant receivedAt, List<Path> dropped, List<Path> carried) {
        List<Path> files = dropped.stream().map(FileNames::makeSafe).toList();
        Path folder = folder(number);
        Folders.createPrivate(folder);
        List<String> names = Stream.concat(files.stream(), carried.stream()).map(file -> file.getFileName().toString())
                .distinct().sorted().toList();
        List<String> carriedNames = carried.stream().map(file -> file.getFileName().toString()).sorted().toList();
        Arrival arrival = new Arrival(number, receivedAt, names, carriedNames);
        Landed landed = new Landed(arrival, byName(files), byName(carried));
        Json.write(folder.resolve(RECORD), landed);
        bring(landed, folder);
        return arrival;
    }

    private static void bring(Landed landed, Path folder) {
        landed.carried().forEach((name, source) -> link(Path.of(source), folder.resolve(name)));
        landed.moved().forEach((name, source) -> move(Path.of(source), folder.resolve(name)));
    }

    private static TreeMap<String, String> byName(List<Path> files) {
        TreeMap<String, String> names = new TreeMap<>();
        files.forEach(file -> names.put(file.getFileName().toString(), file.toAbsolutePath().toString()));
        return names;
    }

    /** One more than the highest number that any folder bears or that the register knows. */
    public long nextNumber(long highestRegistered) {
        List<Path> folders = new ArrayList<>(Folders.list(home.arriving()));
        Folders.list(home.landing()).forEach(returned -> folders.addAll(Folders.list(returned)));
        Folders.list(home.refused()).forEach(day -> folders.addAll(Folders.list(day)));
        return 1 + LongStream.concat(LongStream.of(highestRegistered), folders.stream().mapToLong(ArrivalStore::number))
                .max().orElse(0);
    }

    public Path folder(long number) {
        return home.arriving().resolve(String.format(Locale.ROOT, "%06d", number));
    }

    /** Moves the whole arrival to where its submission lives from now on; repeatable. */
    public void settle(long arrival, Path target) {
        Path folder = folder(arrival);
        try {
            if (Files.exists(folder)) {
                Folders.createPrivate(target.getParent());
                Files.move(folder, target, StandardCopyOption.ATOMIC_MOVE);
            }
            Files.deleteIfExists(target.resolve(RECORD));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long number(Path folder) {
        String name = folder.getFileName().toString();
        int end = 0;
        while (end < name.length() && Character.isDigit(name.charAt(end))) {
            end++;
        }
        return end == 0 ? 0 : Long.parseLong(name.substring(0, Math.min(end, 18)));
    }

    /** Across file systems a move is a copy under another name, then a rename: a half copy is never taken for the file. */
    private static void move(Path source, Path target) {
        if (!Files.exists(source, LinkOption.NOFOLLOW_LINKS) || Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try {
            Files.move(source, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            copyThenDelete(source, target);
        } catch (IOException e) {
            copyThenDelete(source, target);
        }
    }

    private static void copyThenDelete(Path source, Path target) {
        Path half = target.resolveSibling(target.getFileName() + ".half");
        try {
            Files.copy(source, half, StandardCopyOption.REPLACE_EXISTING, LinkOption.NOFOLLOW_LINKS);
            Files.move(half, target, StandardCopyOption.ATOMIC_MOVE);
            if (Files.isWritable(source.getParent())) {
                Files.deleteIfExists(source);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void link(Path source, Path target) {
        if (Files.exists(target)) {
            return;
        }
        try {
            Files.createLink(target, source);
        } catch (UnsupportedOperationException | IOException e) {
            try {
                Files.copy(source, target, StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException copy) {
                throw new UncheckedIOException(copy);
            }
        }
    }

    /** The note of a landing: enough to complete it. Names of files to the places they come from. */
    record Landed(Arrival arrival, TreeMap<String, String> moved, TreeMap<String, String> carried) {
    }
}
