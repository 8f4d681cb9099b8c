package org.bellwether.staging.registration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.bellwether.contract.catalog.ContractCatalog;
import org.bellwether.home.Folders;
import org.bellwether.home.Home;
import org.bellwether.home.Json;
import org.bellwether.intake.landing.LandingZone;
import org.bellwether.intake.preflight.PreflightReport;
import org.bellwether.intake.profile.FileError;
import org.bellwether.intake.register.Submission;
import org.bellwether.intake.register.SubmissionFile;
import org.bellwether.intake.register.SubmissionRegister;
import org.bellwether.intake.register.SubmissionState;
import org.bellwether.staging.pseudonym.Vault;
import org.bellwether.staging.session.ContractFingerprints;
import org.bellwether.staging.validation.StagingResult;

/** Makes a submission of a judged arrival: its files, its staged rows and its record in their places, then the register. */
public final class SubmissionRegistrar {

    /** Two clocks that are right may differ so much, and a home may lie idle for so long. */
    private static final Duration CLOCK_BACK = Duration.ofHours(1);
    private static final Duration CLOCK_AHEAD = Duration.ofDays(366);
    private static final String REFUSAL = "why.json";

    private final Home home;
    private final ContractCatalog catalog;
    private final LandingZone landingZone;
    private final SubmissionRegister register;
    private final Vault vault;
    private final ContractFingerprints fingerprints;

    public SubmissionRegistrar(Home home, ContractCatalog catalog, LandingZone landingZone, SubmissionRegister register, Vault vault,
            ContractFingerprints fingerprints) {
        this.home = home;
        this.catalog = catalog;
        this.landingZone = landingZone;
        this.register = register;
        this.vault = vault;
        this.fingerprints = fingerprints;
    }

    /**
     * Repeatable at any point: every move is done once, and the register's rows come last, in one transaction.
     *
     * @param result null where the arrival was refused, or is content that is live already
     * @param staged folder of the staged rows; null without a result
     * @throws IllegalStateException where they are not there: a submission without its rows would be lost silently
     */
    public Submission register(PreflightReport report, StagingResult result, Path staged) {
        Submission submission = submission(report, result).withStaged(stagedFiles(staged, report));
        boolean refused = submission.state() == SubmissionState.REFUSED;
        Path landed = refused ? refusedFolder(submission) : home.landing(submission.returnName(), submission.id());
        if (result != null && result.error() == null) {
            vault.admit(submission.id());
        } else {
            vault.forgetPending(submission.id());
        }
        if (staged != null) {
            move(staged, home.staged(submission.returnName(), submission.id()));
        }
        Json.write(landingZone.folder(report.arrival()).resolve(refused ? REFUSAL : Submission.RECORD), submission);
        landingZone.settle(report.arrival(), landed);
        PreflightReport.NOTES.forEach(note -> Folders.delete(landed.resolve(note)));
        register.save(submission);
        return submission;
    }

    /**
     * Indexes records that lie in landing and refused and that the register does not know, or as they were: a kill came between.
     * A record that is damaged is written again from the register. Those are not read that have not changed since all agreed.
     *
     * @param told of each record that is damaged
     */
    public void indexUnregistered(Consumer<FileError> told) {
        Map<String, SubmissionState> known = register.states();
        FileTime agreed = agreedAt();
        for (Path root : List.of(home.landing(), home.refused())) {
            for (Path group : Folders.list(root)) {
                for (Path folder : group.equals(home.arriving()) ? List.<Path>of() : Folders.list(group)) {
                    Path record = folder.resolve(root.equals(home.landing()) ? Submission.RECORD : REFUSAL);
                    Optional<FileTime> changed = changeTime(record);
                    if (changed.isPresent() && (changed.get().compareTo(agreed) >= 0 || !known.containsKey(folder.getFileName().toString()))) {
                        PreflightReport.NOTES.forEach(note -> Folders.delete(folder.resolve(note)));
                        index(record, known, told);
                    }
                }
            }
        }
    }

    /** Every record written until now agrees with the register: the next start need not read them again. */
    public void agreed() {
        try {
            String digest = register.digest();
            Files.writeString(home.indexedMark(), digest);
            // The time of the disk on which the records lie, so that no clock is compared with another; written down, so that a copy keeps it.
            Files.writeString(home.indexedMark(), digest + "\n" + Files.getLastModifiedTime(home.indexedMark()).toInstant() + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Long ago where the mark is damaged, or that of another register. */
    private FileTime agreedAt() {
        try {
            List<String> mark = Files.exists(home.indexedMark()) ? Files.readAllLines(home.indexedMark()) : List.of();
            return mark.size() == 2 && mark.get(0).equals(register.digest()) ? FileTime.from(Instant.parse(mark.get(1))) : FileTime.fromMillis(0);
        } catch (DateTimeParseException | CharacterCodingException e) {
            return FileTime.fromMillis(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<FileTime> changeTime(Path file) {
        try {
            return Optional.of(Files.getLastModifiedTime(file));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private void index(Path record, Map<String, SubmissionState> known, Consumer<FileError> told) {
        String id = record.getParent().getFileName().toString();
        SubmissionState state = known.get(id);
        // A record of thousands is read as JSON only where its text does not say what the register has.
        if (state != null && isWhole(record, state)) {
            return;
        }
        Optional<Submission> written = Json.readWhole(record, Submission.class).filter(one -> id.equals(one.id()));
        if (written.isPresent()) {
            if (written.get().state() != state) {
                register.save(written.get());
            }
            return;
        }
        String name = home.root().relativize(record).toString();
        register.find(id).ifPresentOrElse(submission -> {
            Json.write(record, submission);
            told.accept(explained(FileError.of("FILE-046", name, "written again from the register")));
        }, () -> told.accept(explained(FileError.of("FILE-046", name, "the register does not know it either: its files lie beside it and"
                + " are not in use; receive them again"))));
    }

    private static boolean isWhole(Path record, SubmissionState state) {
        try {
            String text = Files.readString(record);
            return text.stripTrailing().endsWith("}") && text.contains("\"state\" : \"" + state.label() + "\"");
        } catch (IOException e) {
            return false;
        }
    }

    private Submission submission(PreflightReport report, StagingResult result) {
        if (result == null) {
            if (report.error().rule().equals("FILE-001")) {
                return duplicate(report);
            }
            return new Submission(report.submissionId(), report.returnName(), report.arrival(), report.receivedAt(), SubmissionState.REFUSED,
                    report.contentSha256(), report.set(), null, null, null, uncounted(report), List.of(), Map.of(),
                    explained(report.error()), List.of(), null, null, null, null);
        }
        boolean queries = result.rejected() > 0 || !result.rules().isEmpty();
        SubmissionState state = result.error() != null ? SubmissionState.REJECTED
                : queries ? SubmissionState.ACCEPTED_WITH_QUERIES : SubmissionState.ACCEPTED;
        return new Submission(report.submissionId(), report.returnName(), report.arrival(), report.receivedAt(), state,
                report.contentSha256(), report.set(), result.rows(), result.accepted(), result.rejected(),
                result.files(), result.scopes(), result.rules(), explained(result.error()), warnings(report, result), null,
                fingerprints.of(report.returnName()), null, null);
    }

    /** Judged once already: the counts are those of the submission that is live with the same content. */
    private Submission duplicate(PreflightReport report) {
        Optional<Submission> live = register.liveWithContent(report.returnName(), report.contentSha256(), report.receivedAt(), report.arrival());
        List<SubmissionFile> files = live.map(twin -> named(twin.files(), report)).orElse(uncounted(report));
        return new Submission(report.submissionId(), report.returnName(), report.arrival(), report.receivedAt(), SubmissionState.DUPLICATE,
                report.contentSha256(), report.set(), live.map(Submission::rows).orElse(null), live.map(Submission::accepted).orElse(null),
                live.map(Submission::rejected).orElse(null), files, List.of(), Map.of(), explained(report.error()), List.of(), null, null, null, null);
    }

    /** The files with the names that they came under this time. */
    private static List<SubmissionFile> named(List<SubmissionFile> files, PreflightReport report) {
        Map<String, String> names = new HashMap<>();
        report.files().forEach(file -> names.put(file.profile().sha256(), file.profile().file()));
        return files.stream().map(file -> file.named(names.getOrDefault(file.sha256(), file.file()))).toList();
    }

    /** Adds a sentence for the data officer to the record of a submission and to the register. */
    public Submission warn(Submission submission, String rule, String detail) {
        Submission warned = submission.warned(warning(rule, detail));
        Json.write(home.landing(submission.returnName(), submission.id()).resolve(Submission.RECORD), warned);
        register.save(warned);
        return warned;
    }

    /** What looks like a file that was cut short, far fewer rows than it replaces, or like a clock that is wrong. */
    private List<String> warnings(PreflightReport report, StagingResult result) {
        if (result.error() != null) {
            return List.of();
        }
        List<String> warnings = new ArrayList<>();
        Shrinkage shrinkage = Shrinkage.of(register, report, result.scopes());
        if (shrinkage.isLarge()) {
            warnings.add(warning("FILE-028", shrinkage.rows() + " for " + shrinkage.replaced()));
        }
        register.latestBefore(report.arrival()).filter(latest -> isFar(report.receivedAt(), latest)).ifPresent(latest ->
                warnings.add(warning("FILE-061", "at " + report.receivedAt() + ", what came before at " + latest)));
        return warnings;
    }

    private static boolean isFar(Instant receivedAt, Instant latest) {
        return receivedAt.isBefore(latest.minus(CLOCK_BACK)) || receivedAt.isAfter(latest.plus(CLOCK_AHEAD));
    }

    private String warning(String rule, String detail) {
        return rule + " " + catalog.rule(rule).message() + " (" + detail + ")";
    }

    private FileError explained(FileError error) {
        return error == null ? null : error.explained(catalog.rule(error.rule()));
    }

    private static List<SubmissionFile> uncounted(PreflightReport report) {
        return report.files().stream().map(file -> new SubmissionFile(file.profile().file(), file.table(),
                file.profile().sha256(), file.profile().bytes(), file.profile().encoding(), null, null, null, List.of())).toList();
    }

    private Path refusedFolder(Submission submission) {
        return home.refused().resolve(submission.receivedAt().atZone(ZoneOffset.UTC).toLocalDate().toString()).resolve(submission.id());
    }

    /** Length of each file of staged rows by its name; of what was refused or is a duplicate there are none. */
    private Map<String, Long> stagedFiles(Path staged, PreflightReport report) {
        if (staged == null) {
            return Map.of();
        }
        // A stopped run may have moved them before.
        Path folder = Files.isDirectory(staged) ? staged : home.staged(report.returnName(), report.submissionId());
        return lengths(folder);
    }

    static Map<String, Long> lengths(Path folder) {
        return Folders.list(folder).stream().collect(Collectors.toMap(file -> file.getFileName().toString(), file -> file.toFile().length(),
                (one, other) -> one, TreeMap::new));
    }

    /** A stopped run may have moved them before. */
    static void move(Path source, Path target) {
        if (!Files.isDirectory(source)) {
            throw new IllegalStateException("The staged rows of " + source.getFileName() + " are not where staging leaves them");
        }
        Folders.delete(target);
        try {
            Files.createDirectories(target.getParent());
            Files.move(source, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
