package org.bellwether.batch.receive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bellwether.config.Settings;
import org.bellwether.config.Shown;
import org.bellwether.contract.catalog.ContractCatalog;
import org.bellwether.home.FileDigest;
import org.bellwether.home.Folders;
import org.bellwether.home.Home;
import org.bellwether.intake.archive.ArchiveRecord;
import org.bellwether.intake.archive.Member;
import org.bellwether.intake.archive.Packed;
import org.bellwether.intake.archive.ZipContents;
import org.bellwether.intake.landing.Arrival;
import org.bellwether.intake.landing.CensusSet;
import org.bellwether.intake.landing.Inbox;
import org.bellwether.intake.landing.LandingZone;
import org.bellwether.intake.landing.PackedFiles;
import org.bellwether.intake.landing.SecondDownloads;
import org.bellwether.intake.profile.FileError;
import org.bellwether.intake.profile.FileNames;
import org.bellwether.intake.register.SubmissionRegister;
import org.bellwether.staging.registration.SubmissionRegistrar;

/** Lands what is ready, and takes up again what a stopped run has landed: each delivery is an arrival. */
final class DeliveryLanding {

    private static final Comparator<Member> BY_CHANGE = Comparator.comparing(Member::changed).thenComparing(Member::name, FileNames.BY_DOWNLOAD);

    private final Home home;
    private final Settings.Inbox limits;
    private final CensusSet sets;
    private final PackedFiles packedFiles;
    private final LandingZone landingZone;
    private final SubmissionRegister register;
    private final SubmissionRegistrar registrar;

    DeliveryLanding(Home home, Settings.Inbox limits, ContractCatalog catalog, LandingZone landingZone, SubmissionRegister register, SubmissionRegistrar registrar) {
        this.home = home;
        this.limits = limits;
        this.sets = new CensusSet(catalog);
        this.packedFiles = new PackedFiles(catalog);
        this.landingZone = landingZone;
        this.register = register;
        this.registrar = registrar;
    }

    /**
     * What has landed.
     *
     * @param arrivals in order of their numbers, those of a stopped run first
     * @param left what stayed in the inbox or was not to be had, each with its reason
     */
    record Landed(List<Arrival> arrivals, List<FileError> left) {
    }

    /** What lies in the inbox, as if at the given instant. */
    Landed ofInbox(Instant receivedAt) {
        List<FileError> left = new ArrayList<>();
        // What a stopped run meant to take leaves the inbox first, or it would be taken for another delivery.
        List<Arrival> pending = takeUp(left);
        Inbox.Contents contents = new Inbox(home.inbox(), limits.quiet()).look(sets::key);
        left.addAll(contents.left());
        land(contents.deliveries(), true, receivedAt, pending, left);
        return new Landed(pending, left);
    }

    /** Copies of these files, wherever they lie; files of one set are one delivery, two of one name are two. */
    Landed ofFiles(List<Path> files, Instant receivedAt) {
        List<FileError> left = new ArrayList<>();
        List<Arrival> pending = takeUp(left);
        List<Path> plain = new ArrayList<>();
        for (Path file : new LinkedHashSet<>(files.stream().map(file -> file.toAbsolutePath().normalize()).toList())) {
            if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
                left.add(FileError.of("FILE-030", Shown.text(file.getFileName().toString()), null));
            } else {
                plain.add(file);
            }
        }
        land(deliveries(plain), false, receivedAt, pending, left);
        return new Landed(pending, left);
    }

    /** A set may lie in several folders; where one of its names comes twice, each folder has a set of its own. */
    private List<List<Path>> deliveries(List<Path> files) {
        Map<String, List<Path>> deliveries = new LinkedHashMap<>();
        for (Path file : files) {
            String key = sets.key(file);
            deliveries.computeIfAbsent(key == null ? file.toString() : key, k -> new ArrayList<>()).add(file);
        }
        return deliveries.values().stream().flatMap(set -> set.stream().map(Path::getFileName).distinct().count() == set.size()
                ? Stream.of(set)
                : set.stream().collect(Collectors.groupingBy(Path::getParent, LinkedHashMap::new, Collectors.toList())).values().stream())
                .flatMap(set -> SecondDownloads.apart(set.stream().sorted(Comparator.comparing(DeliveryLanding::name, FileNames.BY_DOWNLOAD)).toList(),
                        DeliveryLanding::name).stream()).toList();
    }

    /** Completes what a stopped run has left half-done, as far as it can be done without judging. */
    private List<Arrival> takeUp(List<FileError> left) {
        registrar.indexUnregistered(left::add);
        Folders.delete(home.staged().resolve(".judging"));
        return unpacked(landingZone.pending(left::add), left);
    }

    /** What has landed, with what is in archives and workbooks in their places. An archive goes before what came out of it is looked into. */
    private List<Arrival> unpacked(List<Arrival> landed, List<FileError> left) {
        List<Arrival> unpacked = new ArrayList<>();
        Deque<Arrival> waiting = new ArrayDeque<>(landed);
        while (!waiting.isEmpty()) {
            Arrival arrival = waiting.remove();
            Optional<Packed> packed = packed(arrival);
            if (packed.isEmpty()) {
                unpacked.add(arrival);
            } else {
                waiting.addAll(unpack(packed.get(), arrival, landed.stream().filter(one -> Objects.equals(one.archive(), arrival.number())).toList(), left));
            }
        }
        return unpacked;
    }

    private void land(List<List<Path>> deliveries, boolean isInbox, Instant receivedAt, List<Arrival> pending, List<FileError> left) {
        for (List<Path> delivery : deliveries) {
            landingZone.land(next(), receivedAt, delivery, isInbox, carried(names(delivery), sets.key(delivery.get(0))), left::add)
                    .ifPresent(landed -> pending.addAll(unpacked(List.of(landed), left)));
        }
    }

    private long next() {
        return landingZone.nextNumber(register.highestArrival());
    }

    /** An archive in an archive is not looked into, a workbook in one is; and what was refused is not looked into again. */
    private Optional<Packed> packed(Arrival arrival) {
        if (arrival.files().size() != 1 || arrival.error() != null) {
            return Optional.empty();
        }
        Path file = landingZone.folder(arrival.number()).resolve(arrival.files().get(0));
        return arrival.archive() == null ? packedFiles.of(file) : packedFiles.workbook(file);
    }

    /**
     * Each file of an archive is a delivery as if it had come by itself, and those of one set in one of its folders are one. The
     * archive goes last, so that a stopped run has it still.
     *
     * @param landed what of it a stopped run has landed
     * @return the arrivals that are new, and the archive itself where not all of it could be had
     */
    private List<Arrival> unpack(Packed packed, Arrival archive, List<Arrival> landed, List<FileError> left) {
        Path file = landingZone.folder(archive.number()).resolve(archive.files().get(0));
        ZipContents all = packed.contents(limits);
        Map<String, String> keys = setsOf(packed, all);
        ZipContents contents = wholeSets(all, keys);
        ArchiveRecord record = new ArchiveRecord(archive.files().get(0), FileDigest.sha256(file), file.toFile().length(),
                contents.members().stream().map(Member::name).toList(), contents.passedOver(), contents.refused());
        Set<String> done = landed.stream().flatMap(one -> one.files().stream()).collect(Collectors.toSet());
        List<Arrival> arrivals = new ArrayList<>();
        for (List<String> delivery : deliveries(contents, keys)) {
            if (delivery.stream().noneMatch(member -> done.contains(record.file() + "/" + member))) {
                landingZone.unpack(next(), archive, delivery, record, carried(delivery.stream().map(member -> record.file() + "/" + member).toList(),
                        sets.key(record.file() + "/" + delivery.get(0), () -> header(packed, delivery.get(0)))), left::add)
                        .ifPresent(arrivals::add);
            }
        }
        landingZone.unpacked(archive, contents.error(record.file())).ifPresent(arrivals::add);
        return arrivals;
    }

    /** Of a set of which a file cannot be had, none is taken: without it the set would say something else. */
    private static ZipContents wholeSets(ZipContents contents, Map<String, String> sets) {
        Set<String> broken = contents.lacking().stream().map(member -> key(member, sets)).collect(Collectors.toSet());
        return contents.without(contents.members().stream().filter(member -> broken.contains(key(member.name(), sets))).toList(),
                "FILE-063", "another file of its set cannot be had");
    }

    /** The one that changed first comes first, as in the inbox. */
    private static List<List<String>> deliveries(ZipContents contents, Map<String, String> sets) {
        Map<String, List<Member>> deliveries = new TreeMap<>(FileNames.BY_DOWNLOAD);
        for (Member member : contents.members()) {
            deliveries.computeIfAbsent(key(member.name(), sets), key -> new ArrayList<>()).add(member);
        }
        return deliveries.values().stream()
                .flatMap(members -> SecondDownloads.apart(members.stream().sorted(BY_CHANGE).toList(), Member::name).stream())
                .sorted(Comparator.comparing(members -> members.stream().map(Member::changed).max(Comparator.naturalOrder()).orElseThrow()))
                .map(members -> members.stream().map(Member::name).toList()).toList();
    }

    /** Of each file of an archive that belongs to a set, which one; what cannot be had is told by its name alone. */
    private Map<String, String> setsOf(Packed packed, ZipContents contents) {
        Map<String, String> found = new HashMap<>();
        contents.lacking().forEach(member -> found.put(member, sets.key(member)));
        contents.members().forEach(member -> found.put(member.name(), sets.key(member.name(), () -> header(packed, member.name()))));
        return found;
    }

    private static List<String> header(Packed packed, String member) {
        try {
            return packed.header(member);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String key(String member, Map<String, String> sets) {
        String set = sets.get(member);
        return set == null ? member : member.substring(0, member.lastIndexOf('/') + 1) + "*" + set;
    }

    private static List<String> names(List<Path> files) {
        return files.stream().map(DeliveryLanding::name).toList();
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }

    /** A table that comes later makes a new submission of the whole set: the others are taken over from the last one. */
    private List<Path> carried(List<String> delivery, String key) {
        if (key == null) {
            return List.of();
        }
        String returnName = key.substring(0, key.indexOf('/'));
        if (sets.hasRoot(returnName, delivery)) {
            return List.of();
        }
        return register.latestOfSet(returnName, key.substring(key.indexOf('/') + 1))
                .map(earlier -> earlier.files().stream()
                        .filter(file -> delivery.stream().noneMatch(own -> sets.sameTable(returnName, own, file.file())))
                        .map(file -> home.landing(returnName, earlier.id()).resolve(file.file())).toList())
                .orElse(List.of());
    }
}
