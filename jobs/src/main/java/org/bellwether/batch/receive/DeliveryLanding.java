package org.bellwether.batch.receive;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bellwether.config.Shown;
import org.bellwether.contract.catalog.ContractCatalog;
import org.bellwether.home.Folders;
import org.bellwether.home.Home;
import org.bellwether.intake.landing.Arrival;
import org.bellwether.intake.landing.CensusSet;
import org.bellwether.intake.landing.Inbox;
import org.bellwether.intake.landing.LandingZone;
import org.bellwether.intake.profile.FileError;
import org.bellwether.intake.register.SubmissionRegister;
import org.bellwether.staging.registration.SubmissionRegistrar;

/** Lands what is ready, and takes up again what a stopped run has landed: each delivery is an arrival. */
final class DeliveryLanding {

    private final Home home;
    private final Duration quiet;
    private final CensusSet sets;
    private final LandingZone landingZone;
    private final SubmissionRegister register;
    private final SubmissionRegistrar registrar;

    /** @param quiet how long a file of the inbox must have been left alone */
    DeliveryLanding(Home home, Duration quiet, ContractCatalog catalog, LandingZone landingZone, SubmissionRegister register, SubmissionRegistrar registrar) {
        this.home = home;
        this.quiet = quiet;
        this.sets = new CensusSet(catalog);
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
        Inbox.Contents contents = new Inbox(home.inbox(), quiet).look(sets::key);
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
            String key = sets.key(file.getFileName().toString());
            deliveries.computeIfAbsent(key == null ? file.toString() : key, k -> new ArrayList<>()).add(file);
        }
        return deliveries.values().stream().flatMap(set -> set.stream().map(Path::getFileName).distinct().count() == set.size()
                ? Stream.of(set)
                : set.stream().collect(Collectors.groupingBy(Path::getParent, LinkedHashMap::new, Collectors.toList())).values().stream()).toList();
    }

    /** Completes what a stopped run has left half-done, as far as it can be done without judging. */
    private List<Arrival> takeUp(List<FileError> left) {
        registrar.indexUnregistered(left::add);
        Folders.delete(home.staged().resolve(".judging"));
        return new ArrayList<>(landingZone.pending(left::add));
    }

    private void land(List<List<Path>> deliveries, boolean isInbox, Instant receivedAt, List<Arrival> pending, List<FileError> left) {
        long next = landingZone.nextNumber(register.highestArrival());
        for (List<Path> delivery : deliveries) {
            Optional<Arrival> landed = landingZone.land(next, receivedAt, delivery, isInbox, carried(delivery), left::add);
            next += landed.isPresent() ? 1 : 0;
            landed.ifPresent(pending::add);
        }
    }

    /** A table that comes later makes a new submission of the whole set: the others are taken over from the last one. */
    private List<Path> carried(List<Path> delivery) {
        String key = sets.key(delivery.get(0).getFileName().toString());
        if (key == null) {
            return List.of();
        }
        String returnName = key.substring(0, key.indexOf('/'));
        if (sets.hasRoot(returnName, delivery.stream().map(file -> file.getFileName().toString()).toList())) {
            return List.of();
        }
        return register.latestOfSet(returnName, key.substring(key.indexOf('/') + 1))
                .map(earlier -> earlier.files().stream()
                        .filter(file -> delivery.stream().noneMatch(own -> sets.sameTable(returnName, own.getFileName().toString(), file.file())))
                        .map(file -> home.landing(returnName, earlier.id()).resolve(file.file())).toList())
                .orElse(List.of());
    }
}
