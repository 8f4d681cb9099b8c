package org.bellwether.intake.landing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.bellwether.home.Folders;
import org.bellwether.home.Home;
import org.bellwether.home.Json;
import org.bellwether.config.Shown;
import org.bellwether.intake.archive.ArchiveRecord;
import org.bellwether.intake.profile.FileError;
import org.bellwether.intake.profile.FileNames;

/** Takes files out of the inbox and keeps them until they are judged; nothing is lost whenever the process ends. */
public final class LandingZone {

    private static final String RECORD = "arrival.json";

    private final Home home;
    private final PackedFiles packed;

    public LandingZone(Home home, PackedFiles packed) {
        this.home = home;
        this.packed = packed;
    }

    /**
     * Arrivals that no submission has been made of yet, oldest first; half-moved ones are completed.
     *
     * @param left is told of files that stay where they lie
     */
    public List<Arrival> pending(Consumer<FileError> left) {
        List<Arrival> arrivals = new ArrayList<>();
        for (Path folder : Folders.list(home.arriving())) {
            if (!Files.exists(folder.resolve(RECORD))) {
                // The note is written first: a folder without one holds nothing yet.
                Folders.delete(folder);
                continue;
            }
            Landed landed = read(folder);
            bring(landed, folder, left);
            present(landed.arrival(), folder).ifPresent(arrivals::add);
        }
        return arrivals;
    }

    /**
     * Lands the files under the next number: first the note of what is meant to come, then the files.
     *
     * @param isInbox whether they leave the place where they lie, or are copied from it
     * @param carried files of an earlier submission of the same set, which are linked or copied, never moved
     * @param left is told of files that stay where they lie
     * @return nothing where none of the files could be had
     */
    public Optional<Arrival> land(long number, Instant receivedAt, List<Path> files, boolean isInbox, List<Path> carried, Consumer<FileError> left) {
        TreeMap<String, String> own = new TreeMap<>();
        for (Path file : files) {
            named(file, isInbox, own, left);
        }
        if (own.isEmpty()) {
            return Optional.empty();
        }
        TreeMap<String, String> earlier = earlier(carried, own.keySet());
        Arrival arrival = new Arrival(number, receivedAt, names(own.keySet(), earlier), List.copyOf(earlier.keySet()));
        return landed(new Landed(arrival, isInbox ? own : new TreeMap<>(), earlier, isInbox ? new TreeMap<>() : own, null), left);
    }

    /**
     * Lands files of an archive that has landed, under the next number and as of the time when it came.
     *
     * @param archive arrival of which the archive is the only file
     * @param members names of its files that belong together
     * @param record of the archive, which is kept beside them
     */
    public Optional<Arrival> unpack(long number, Arrival archive, List<String> members, ArchiveRecord record, List<Path> carried, Consumer<FileError> left) {
        String name = archive.files().get(0);
        TreeMap<String, String> own = new TreeMap<>();
        members.forEach(member -> own.put(name + "/" + member, member));
        TreeMap<String, String> earlier = earlier(carried, own.keySet());
        Arrival arrival = new Arrival(number, archive.receivedAt(), names(own.keySet(), earlier), List.copyOf(earlier.keySet()), archive.number(), null);
        Json.write(Folders.createPrivate(folder(number)).resolve(ArchiveRecord.FILE), record);
        return landed(new Landed(arrival, new TreeMap<>(), earlier, new TreeMap<>(), own), left);
    }

    /** What of an archive could be had has landed by itself: it is refused with the reason where something could not, else it goes. */
    public Optional<Arrival> unpacked(Arrival archive, FileError error) {
        Path folder = folder(archive.number());
        if (error == null) {
            Folders.delete(folder);
            return Optional.empty();
        }
        Arrival refused = archive.refused(error);
        Json.write(folder.resolve(RECORD), new Landed(refused, new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), null));
        return Optional.of(refused);
    }

    private Optional<Arrival> landed(Landed landed, Consumer<FileError> left) {
        Path folder = folder(landed.arrival().number());
        Folders.createPrivate(folder);
        Json.write(folder.resolve(RECORD), landed);
        bring(landed, folder, left);
        return present(landed.arrival(), folder);
    }

    /** A file of an archive is taken over by its own name: what it was packed in stands in the submission that it came with. */
    private static TreeMap<String, String> earlier(List<Path> carried, Set<String> own) {
        TreeMap<String, String> earlier = new TreeMap<>();
        carried.forEach(file -> earlier.put(FileNames.alone(file), file.toAbsolutePath().toString()));
        earlier.keySet().removeAll(own);
        return earlier;
    }

    private static List<String> names(Set<String> own, Map<String, String> earlier) {
        TreeSet<String> names = new TreeSet<>(own);
        names.addAll(earlier.keySet());
        return List.copyOf(names);
    }

    /** Finds a name under which the file may be kept. */
    private static void named(Path file, boolean isInbox, Map<String, String> names, Consumer<FileError> left) {
        try {
            Path readable = isInbox ? FileNames.makeSafe(file) : file;
            String name = FileNames.kept(readable);
            String free = name;
            for (int other = 2; names.containsKey(free); other++) {
                free = other + "_" + name;
            }
            names.put(free, readable.toAbsolutePath().toString());
        } catch (IOException e) {
            left.accept(FileError.of(gone(file) ? "FILE-053" : "FILE-062", Shown.text(file.getFileName().toString()), null));
        }
    }

    private void bring(Landed landed, Path folder, Consumer<FileError> left) {
        landed.carried().forEach((name, source) -> link(Path.of(source), folder.resolve(name)));
        LandedFiles files = new LandedFiles(folder, packed, left);
        landed.moved().forEach((name, source) -> files.take(Path.of(source), name));
        landed.copies().forEach((name, source) -> files.copy(Path.of(source), name));
        landed.members().forEach((name, member) -> files.unpack(folder(landed.arrival().archive()), name, member));
    }

    /** The arrival with what has come of it; its folder goes where nothing has. */
    private static Optional<Arrival> present(Arrival arrival, Path folder) {
        List<String> present = arrival.files().stream().filter(name -> !gone(folder.resolve(name))).toList();
        if (present.stream().allMatch(arrival.carried()::contains)) {
            Folders.delete(folder);
            return Optional.empty();
        }
        return Optional.of(arrival.of(present));
    }

    /** A note that a crash has left unreadable is made again from what lies beside it. */
    private Landed read(Path folder) {
        try {
            return Json.read(folder.resolve(RECORD), Landed.class);
        } catch (tools.jackson.core.JacksonException e) {
            List<String> files = Folders.list(folder).stream()
                    .flatMap(file -> Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS) ? Folders.files(file).stream() : Stream.of(file))
                    .map(file -> Folders.name(folder, file)).filter(name -> !FileNames.isNote(name) && !name.endsWith(".tmp")).toList();
            return new Landed(new Arrival(number(folder), written(folder), files, List.of()), new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), null);
        }
    }

    private static Instant written(Path folder) {
        try {
            return Files.getLastModifiedTime(folder.resolve(RECORD)).toInstant().truncatedTo(ChronoUnit.MICROS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One more than the highest number that any folder bears or that the register knows. */
    public long nextNumber(long highestRegistered) {
        List<Path> folders = new ArrayList<>(Folders.list(home.arriving()));
        Folders.list(home.landing()).forEach(returned -> folders.addAll(Folders.list(returned)));
        Folders.list(home.refused()).forEach(day -> folders.addAll(Folders.list(day)));
        return 1 + LongStream.concat(LongStream.of(highestRegistered), folders.stream().mapToLong(LandingZone::number))
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

    private static boolean gone(Path file) {
        return !Files.exists(file, LinkOption.NOFOLLOW_LINKS);
    }

    /** Where the earlier file is gone, the set goes without it, and is judged so. */
    private static void link(Path source, Path target) {
        if (Files.exists(target) || gone(source)) {
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
    record Landed(Arrival arrival, TreeMap<String, String> moved, TreeMap<String, String> carried, TreeMap<String, String> copied,
            TreeMap<String, String> unpacked) {

        /** A note of before there were copies has none. */
        Map<String, String> copies() {
            return copied == null ? new LinkedHashMap<>() : copied;
        }

        /** Files of an archive to their names in it; a note of before there were archives has none. */
        Map<String, String> members() {
            return unpacked == null ? new LinkedHashMap<>() : unpacked;
        }
    }
}
