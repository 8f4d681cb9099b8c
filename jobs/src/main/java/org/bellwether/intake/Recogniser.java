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
import org.bellwether.contract.TableContract;
import org.bellwether.home.Settings;
import org.bellwether.home.Shown;
import org.bellwether.intake.Receipt.ReceivedFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at an arrival: its bytes, its names and its headers, and says what it is or why it is refused. */
public final class Recogniser {

    /** The one return that a school may also send as XML. */
    static final String CENSUS = "school_census";

    private static final Logger LOG = LoggerFactory.getLogger(Recogniser.class);

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

    /** Never throws for what has landed, only where the home itself fails. */
    public Receipt recognise(Arrival arrival, Path folder) {
        try {
            return look(arrival, folder);
        } catch (RuntimeException | StackOverflowError e) {
            if (HomeFault.is(e)) {
                throw e;
            }
            LOG.debug("Arrival {} cannot be looked at", arrival.number(), e);
            Problem why = Problem.of("FILE-050", null, HomeFault.kind(e) + " at the first look");
            List<ReceivedFile> files = arrival.files().stream().map(name -> new ReceivedFile(
                    Preflight.unread(folder.resolve(name), why), null, arrival.carried().contains(name))).toList();
            return new Receipt(arrival.number(), arrival.receivedAt(), contentSha256(files), null, setOf(arrival), files, why);
        }
    }

    private Receipt look(Arrival arrival, Path folder) {
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
            problem = lacksParents(returnName, set, files);
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
        if (profile.isXml()) {
            return null;
        }
        if (isDaily(profile.header())) {
            return Problem.at("FILE-011", profile.file(), 1, "it is a daily file, with figures for each attendance_date; of the same release the"
                    + " weekly or the year-to-date file is what is compared");
        }
        if (found == null) {
            return unknown(profile);
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
            return Problem.at("FILE-014", profile.file(), 1, Shown.text(String.join(", ", located.duplicates())));
        }
        // A name says nothing of what is in the file: with the columns of something else it would be taken for this return.
        return found.byHeader() ? null : unknown(profile);
    }

    private Problem unknown(FileProfile profile) {
        if (!profile.plainName().endsWith(".csv")) {
            return Problem.of("FILE-011", profile.file(), "its name does not end in .csv, .csv.gz or .xml");
        }
        return recognition.nearest(profile.header())
                .map(near -> Problem.at("FILE-011", profile.file(), 1, near.lacking().isEmpty()
                        ? "its columns are those of more than one return, and its name is that of none"
                        : "nearest is " + near.returnName() + (near.table().equals(near.returnName()) ? "" : " (" + near.table() + ")")
                                + ", of which it lacks " + String.join(", ", near.lacking())))
                .orElse(Problem.of("FILE-011", profile.file(), "its columns are those of no return"));
    }

    /** What DfE publishes by day has the columns of what it publishes by week, and one more. */
    private static boolean isDaily(List<String> header) {
        List<String> columns = header.stream().map(name -> name.strip().toLowerCase(Locale.ROOT)).toList();
        return columns.contains("geographic_level") && columns.contains("attendance_date");
    }

    /** Of two files of one table nobody can say whether they add up or one replaces the other. */
    private static Problem twice(List<ReceivedFile> files) {
        TreeSet<String> tables = new TreeSet<>();
        return files.stream().filter(file -> file.table() != null && !tables.add(file.table())).findFirst()
                .map(file -> Problem.of("FILE-031", file.profile().file(), "another file of the set is " + file.table() + " too"))
                .orElse(null);
    }

    /** Rows whose parents are in a file that did not come cannot be placed; to leave them out would lose them without a word. */
    private Problem lacksParents(String returnName, String set, List<ReceivedFile> files) {
        if (returnName == null || set == null) {
            return null;
        }
        ReturnContract contract = catalog.contract(returnName);
        TreeSet<String> tables = new TreeSet<>();
        files.stream().filter(file -> file.table() != null).forEach(file -> tables.add(file.table()));
        if (!tables.contains(sets.root(contract))) {
            return Problem.of("FILE-027", null, "the set has " + String.join(", ", tables));
        }
        return files.stream().filter(file -> file.table() != null && file.profile().rows() > 0)
                .map(file -> contract.table(file.table()).parent()).flatMap(Optional::stream)
                .map(TableContract.Parent::table).filter(parent -> !tables.contains(parent)).findFirst()
                .map(parent -> Problem.of("FILE-063", null, sets.fileName(returnName, set, parent))).orElse(null);
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
