package org.bellwether.intake;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import org.bellwether.contract.ContractCatalog;
import org.bellwether.contract.Located;
import org.bellwether.contract.Recognised;
import org.bellwether.contract.Recognition;
import org.bellwether.contract.ReturnContract;
import org.bellwether.home.Settings;
import org.bellwether.intake.Receipt.ReceivedFile;

/** Looks at an arrival: its bytes, its names and its headers, and says what it is or why it is refused. */
public final class Recogniser {

    /** The one return that a school may also send as XML. */
    static final String CENSUS = "school_census";

    private final ContractCatalog catalog;
    private final Recognition recognition;
    private final CensusSet sets;
    private final Preflight preflight;
    private final Settings.Inbox limits;

    public Recogniser(ContractCatalog catalog, Settings.Inbox limits) {
        this.catalog = catalog;
        this.recognition = new Recognition(catalog);
        this.sets = new CensusSet(catalog);
        this.preflight = new Preflight(limits);
        this.limits = limits;
    }

    public Receipt recognise(Arrival arrival, Path folder) {
        List<ReceivedFile> files = new ArrayList<>();
        Problem problem = null;
        String returnName = null;
        for (String name : arrival.files()) {
            boolean carried = arrival.carried().contains(name);
            Optional<Problem> notAFile = notAPlainFile(folder.resolve(name));
            if (notAFile.isPresent()) {
                files.add(new ReceivedFile(Preflight.unread(folder.resolve(name), notAFile.get()), null, carried));
                problem = problem == null ? notAFile.get() : problem;
                continue;
            }
            FileProfile profile = preflight.profile(folder.resolve(name));
            Recognised found = recognise(profile).orElse(null);
            files.add(new ReceivedFile(profile, found == null ? null : found.table(), carried));
            returnName = found == null ? returnName : found.returnName();
            Problem own = problem(profile, found);
            problem = problem == null ? own : problem;
        }
        String set = setOf(arrival);
        if (problem == null) {
            problem = twice(files);
        }
        if (problem == null) {
            problem = lacksRoot(returnName, set, files);
        }
        return new Receipt(arrival.number(), arrival.receivedAt(), contentSha256(files), returnName, set, files, problem);
    }

    private Optional<Recognised> recognise(FileProfile profile) {
        if (profile.isXml()) {
            return Optional.of(new Recognised(CENSUS, null, true, false));
        }
        return profile.plainName().endsWith(".csv") ? recognition.recognise(profile.file(), profile.header()) : Optional.empty();
    }

    private Problem problem(FileProfile profile, Recognised found) {
        if (profile.problem() != null) {
            return profile.problem();
        }
        if (found == null) {
            return Problem.of("FILE-011", profile.file(), "neither its name nor its header is that of a return");
        }
        if (profile.isXml()) {
            return null;
        }
        ReturnContract contract = catalog.contract(found.returnName());
        List<String> known = contract.encodings().stream().map(encoding -> encoding.name().toLowerCase(Locale.ROOT)).toList();
        if (!profile.encodings().stream().allMatch(encoding -> known.contains(encoding.toLowerCase(Locale.ROOT)))) {
            return Problem.of("FILE-005", profile.file(), "it is " + profile.encoding() + ", which this return may not be");
        }
        Located located = contract.latest().table(found.table()).of(profile.file()).locate(profile.header());
        if (!located.missing().isEmpty()) {
            return Problem.at("FILE-002", profile.file(), 1, String.join(", ", located.missing()));
        }
        if (!located.duplicates().isEmpty()) {
            return Problem.at("FILE-014", profile.file(), 1, String.join(", ", located.duplicates()));
        }
        return null;
    }

    /** Of two files of one table nobody can say whether they add up or one replaces the other. */
    private static Problem twice(List<ReceivedFile> files) {
        TreeSet<String> tables = new TreeSet<>();
        return files.stream().filter(file -> file.table() != null && !tables.add(file.table())).findFirst()
                .map(file -> Problem.of("FILE-031", file.profile().file(), "another file of the set is " + file.table() + " too"))
                .orElse(null);
    }

    private Problem lacksRoot(String returnName, String set, List<ReceivedFile> files) {
        if (returnName == null || set == null) {
            return null;
        }
        TreeSet<String> tables = new TreeSet<>();
        files.stream().filter(file -> file.table() != null).forEach(file -> tables.add(file.table()));
        boolean whole = sets.roots(catalog.contract(returnName)).stream().anyMatch(tables::contains);
        return whole ? null : Problem.of("FILE-027", null, "the set has " + String.join(", ", tables));
    }

    private String setOf(Arrival arrival) {
        String key = sets.key(arrival.files().get(0));
        return key == null ? null : key.substring(key.indexOf('/') + 1);
    }

    private Optional<Problem> notAPlainFile(Path file) {
        String name = file.getFileName().toString();
        if (Files.isSymbolicLink(file)) {
            return Optional.of(Problem.of("FILE-020", name, "a link is not followed"));
        }
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.of(Problem.of("FILE-030", name, "it is a folder or a device"));
        }
        return file.toFile().length() > limits.maxFileBytes()
                ? Optional.of(Problem.of("FILE-025", name, "it has more than " + limits.maxFileBytes() + " bytes"))
                : Optional.empty();
    }

    /** Of a single file its own hash; of a set the hash over the hashes of its tables. */
    private static String contentSha256(List<ReceivedFile> files) {
        if (files.size() == 1) {
            return files.get(0).profile().sha256();
        }
        TreeSet<String> lines = new TreeSet<>();
        files.forEach(file -> lines.add(file.table() + " " + file.profile().sha256()));
        return sha256(String.join("\n", lines));
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
