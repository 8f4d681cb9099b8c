package org.bellwether.intake.preflight;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.bellwether.config.Settings;
import org.bellwether.config.Shown;
import org.bellwether.contract.Located;
import org.bellwether.contract.ReturnContract;
import org.bellwether.contract.TableContract;
import org.bellwether.contract.catalog.ContractCatalog;
import org.bellwether.contract.catalog.ContractMatch;
import org.bellwether.contract.catalog.ContractMatcher;
import org.bellwether.intake.HomeFault;
import org.bellwether.intake.landing.Arrival;
import org.bellwether.intake.landing.CensusSet;
import org.bellwether.intake.preflight.PreflightReport.ReceivedFile;
import org.bellwether.intake.profile.CsvText;
import org.bellwether.intake.profile.FileError;
import org.bellwether.intake.profile.FileProfile;
import org.bellwether.intake.profile.FileProfiler;
import org.bellwether.intake.register.ContentDigest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at an arrival: its bytes, its names and its headers, and says what it is or why it is refused. */
public final class PreflightCheck {

    /** The one return that a school may also send as XML. */
    static final String CENSUS = "school_census";

    /** Rules by which a first line is refused that may be a title. */
    private static final Set<String> NO_HEADER = Set.of("FILE-002", "FILE-011", "FILE-013");
    /** Records among which a header is looked for. */
    private static final int TITLES = 20;

    private static final Logger LOG = LoggerFactory.getLogger(PreflightCheck.class);

    private final ContractCatalog catalog;
    private final ContractMatcher matcher;
    private final CensusSet sets;
    private final FileProfiler profiler;
    private final Settings.Inbox limits;

    public PreflightCheck(ContractCatalog catalog, Settings.Inbox limits) {
        this.catalog = catalog;
        this.matcher = new ContractMatcher(catalog);
        this.sets = new CensusSet(catalog);
        this.profiler = new FileProfiler(limits);
        this.limits = limits;
    }

    /** Never throws for what has landed, only where the home itself fails. */
    public PreflightReport inspect(Arrival arrival, Path folder) {
        try {
            return look(arrival, folder);
        } catch (RuntimeException | StackOverflowError e) {
            if (HomeFault.is(e)) {
                throw e;
            }
            LOG.debug("Arrival {} cannot be looked at", arrival.number(), e);
            FileError why = FileError.of("FILE-050", null, HomeFault.kind(e) + " at the first look");
            List<ReceivedFile> files = arrival.files().stream().map(name -> new ReceivedFile(
                    FileProfiler.unread(folder, name, why), null, arrival.carried().contains(name))).toList();
            return new PreflightReport(arrival.number(), arrival.receivedAt(), contentSha256(files), null, setOf(arrival), files, why, null);
        }
    }

    private PreflightReport look(Arrival arrival, Path folder) {
        List<ReceivedFile> files = new ArrayList<>();
        FileError error = arrival.error();
        String returnName = null;
        for (String name : arrival.files()) {
            boolean carried = arrival.carried().contains(name);
            Optional<FileError> notAFile = notAPlainFile(folder.resolve(name), name);
            if (notAFile.isPresent()) {
                files.add(new ReceivedFile(FileProfiler.unread(folder, name, notAFile.get()), null, carried));
                error = error == null ? notAFile.get() : error;
                continue;
            }
            FileProfile profile = profiler.profile(folder, name);
            ContractMatch found = match(profile).orElse(null);
            files.add(new ReceivedFile(profile, found == null ? null : found.table(), carried));
            returnName = found == null ? returnName : found.returnName();
            FileError own = error(profile, found);
            if (own != null && NO_HEADER.contains(own.rule())) {
                own = headerBelow(folder, profile).orElse(own);
            }
            error = error == null ? own : error;
        }
        // A name can end as those of a set do, and be that of another return.
        String set = returnName != null && !sets.isSet(returnName) ? null : setOf(arrival);
        if (error == null) {
            error = twice(files);
        }
        if (error == null) {
            error = lacksParents(returnName, set, files);
        }
        return new PreflightReport(arrival.number(), arrival.receivedAt(), contentSha256(files), returnName, set, files, error, null);
    }

    private Optional<ContractMatch> match(FileProfile profile) {
        if (profile.isXml()) {
            return Optional.of(new ContractMatch(CENSUS, null, true, false));
        }
        return profile.plainName().endsWith(".csv") ? matcher.match(profile.ownName(), profile.header()) : Optional.empty();
    }

    private FileError error(FileProfile profile, ContractMatch found) {
        if (profile.error() != null) {
            return profile.error();
        }
        if (profile.isXml()) {
            return null;
        }
        if (found == null) {
            return unknown(profile);
        }
        ReturnContract contract = catalog.contract(found.returnName());
        List<String> known = contract.encodings().stream().map(encoding -> encoding.name().toLowerCase(Locale.ROOT)).toList();
        if (!profile.encodings().stream().allMatch(encoding -> known.contains(encoding.toLowerCase(Locale.ROOT)))) {
            return FileError.of("FILE-005", profile.file(), "it is " + profile.encoding() + ", which this return may not be");
        }
        Located located = contract.latest().table(found.table()).of(profile.ownName()).locate(profile.header());
        if (!located.missing().isEmpty()) {
            return FileError.at("FILE-002", profile.file(), 1, String.join(", ", located.missing()));
        }
        if (!located.duplicates().isEmpty()) {
            return FileError.at("FILE-014", profile.file(), 1, Shown.text(String.join(", ", located.duplicates())));
        }
        // A name says nothing of what is in the file: with the columns of something else it would be taken for this return.
        return found.byHeader() ? null : unknown(profile);
    }

    /** A title above the header is told for what it is: columns that stand there all the same are not lacking. */
    private Optional<FileError> headerBelow(Path folder, FileProfile profile) {
        if (profile.isXml() || !profile.plainName().endsWith(".csv")) {
            return Optional.empty();
        }
        return CsvText.firstLines(folder.resolve(profile.file()), TITLES).entrySet().stream().skip(1)
                .filter(line -> matcher.match(profile.ownName(), line.getValue()).filter(ContractMatch::byHeader).isPresent()).findFirst()
                .map(line -> FileError.at("FILE-072", profile.file(), line.getKey(), null));
    }

    private FileError unknown(FileProfile profile) {
        if (!profile.plainName().endsWith(".csv")) {
            return FileError.of("FILE-011", profile.file(), "its name does not end in .csv, .csv.gz or .xml");
        }
        return matcher.nearest(profile.header())
                .map(near -> FileError.at("FILE-011", profile.file(), 1, near.lacking().isEmpty()
                        ? "its columns are those of more than one return, and its name is that of none"
                        : "nearest is " + near.returnName() + (near.table().equals(near.returnName()) ? "" : " (" + near.table() + ")")
                                + ", of which it lacks " + String.join(", ", near.lacking())))
                .orElse(FileError.of("FILE-011", profile.file(), "its columns are those of no return"));
    }

    /** Of two files of one table nobody can say whether they add up or one replaces the other. */
    private static FileError twice(List<ReceivedFile> files) {
        TreeSet<String> tables = new TreeSet<>();
        return files.stream().filter(file -> file.table() != null && !tables.add(file.table())).findFirst()
                .map(file -> FileError.of("FILE-031", file.profile().file(), "another file of the set is " + file.table() + " too"))
                .orElse(null);
    }

    /** Rows whose parents are in a file that did not come cannot be placed; to leave them out would lose them without a word. */
    private FileError lacksParents(String returnName, String set, List<ReceivedFile> files) {
        if (returnName == null || set == null) {
            return null;
        }
        ReturnContract contract = catalog.contract(returnName);
        TreeSet<String> tables = new TreeSet<>();
        files.stream().filter(file -> file.table() != null).forEach(file -> tables.add(file.table()));
        if (!tables.contains(sets.root(contract))) {
            return FileError.of("FILE-027", null, "the set has " + String.join(", ", tables));
        }
        return files.stream().filter(file -> file.table() != null && file.profile().rows() > 0)
                .map(file -> contract.table(file.table()).parent()).flatMap(Optional::stream)
                .map(TableContract.Parent::table).filter(parent -> !tables.contains(parent)).findFirst()
                .map(parent -> FileError.of("FILE-063", null, sets.fileName(returnName, set, parent))).orElse(null);
    }

    private String setOf(Arrival arrival) {
        String key = sets.key(arrival.files().get(0));
        return key == null ? null : key.substring(key.indexOf('/') + 1);
    }

    private Optional<FileError> notAPlainFile(Path file, String name) {
        if (Files.isSymbolicLink(file)) {
            return Optional.of(FileError.of("FILE-020", name, "a link is not followed"));
        }
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.of(FileError.of("FILE-030", name, "it is a folder or a device"));
        }
        return file.toFile().length() > limits.maxFileBytes()
                ? Optional.of(FileError.of("FILE-025", name, "it has more than " + limits.maxFileBytes() + " bytes"))
                : Optional.empty();
    }

    private static String contentSha256(List<ReceivedFile> files) {
        return ContentDigest.of(files.stream().map(file -> new ContentDigest.Part(file.table(), file.profile().sha256())).toList());
    }
}
