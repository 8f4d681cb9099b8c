package org.bellwether.staging;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.bellwether.contract.ContractCatalog;
import org.bellwether.home.Folders;
import org.bellwether.home.Home;
import org.bellwether.home.Json;
import org.bellwether.intake.ArrivalStore;
import org.bellwether.intake.Problem;
import org.bellwether.intake.Receipt;
import org.bellwether.intake.Submission;
import org.bellwether.intake.SubmissionFile;
import org.bellwether.intake.SubmissionRegister;
import org.bellwether.intake.SubmissionState;

/** Makes a submission of a judged arrival: its files, its staged rows and its record in their places, then the register. */
public final class Registrar {

    /** Two clocks that are right may differ so much, and a home may lie idle for so long. */
    private static final Duration CLOCK_BACK = Duration.ofHours(1);
    private static final Duration CLOCK_AHEAD = Duration.ofDays(366);
    private static final String REFUSAL = "why.json";

    private final Home home;
    private final ContractCatalog catalog;
    private final ArrivalStore arrivals;
    private final SubmissionRegister register;
    private final Vault vault;

    public Registrar(Home home, ContractCatalog catalog, ArrivalStore arrivals, SubmissionRegister register, Vault vault) {
        this.home = home;
        this.catalog = catalog;
        this.arrivals = arrivals;
        this.register = register;
        this.vault = vault;
    }

    /**
     * Repeatable at any point: every move is done once, and the register's rows come last, in one transaction.
     *
     * @param judgement null where the arrival was refused, or is content that is live already
     * @param staged folder of the staged rows; null without a judgement
     * @throws IllegalStateException where they are not there: a submission without its rows would be lost silently
     */
    public Submission register(Receipt receipt, Judgement judgement, Path staged) {
        Submission submission = submission(receipt, judgement).withStaged(stagedFiles(staged, receipt));
        boolean refused = submission.state() == SubmissionState.REFUSED;
        Path landed = refused ? refusedFolder(submission) : home.landing(submission.returnName(), submission.id());
        if (judgement != null && judgement.problem() == null) {
            vault.admit(submission.id());
        } else {
            vault.forgetPending(submission.id());
        }
        if (staged != null) {
            move(staged, home.staged(submission.returnName(), submission.id()));
        }
        Json.write(arrivals.folder(receipt.arrival()).resolve(refused ? REFUSAL : Submission.RECORD), submission);
        arrivals.settle(receipt.arrival(), landed);
        Receipt.NOTES.forEach(note -> Folders.delete(landed.resolve(note)));
        register.save(submission);
        return submission;
    }

    /**
     * Indexes records that lie in landing and refused and that the register does not know, or as they were: a kill came between.
     * A record that is damaged is written again from the register.
     *
     * @param told of each record that is damaged
     */
    public void indexUnregistered(Consumer<Problem> told) {
        Map<String, SubmissionState> known = register.states();
        for (Path root : List.of(home.landing(), home.refused())) {
            for (Path group : Folders.list(root)) {
                for (Path folder : Folders.list(group)) {
                    Path record = folder.resolve(root.equals(home.landing()) ? Submission.RECORD : REFUSAL);
                    if (!group.equals(home.arriving()) && Files.exists(record)) {
                        Receipt.NOTES.forEach(note -> Folders.delete(folder.resolve(note)));
                        index(record, known, told);
                    }
                }
            }
        }
    }

    private void index(Path record, Map<String, SubmissionState> known, Consumer<Problem> told) {
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
            told.accept(explained(Problem.of("FILE-046", name, "written again from the register")));
        }, () -> told.accept(explained(Problem.of("FILE-046", name, "the register does not know it either: its files lie beside it and"
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

    private Submission submission(Receipt receipt, Judgement judgement) {
        if (judgement == null) {
            if (receipt.problem().rule().equals("FILE-001")) {
                return duplicate(receipt);
            }
            return new Submission(receipt.submissionId(), receipt.returnName(), receipt.arrival(), receipt.receivedAt(), SubmissionState.REFUSED,
                    receipt.contentSha256(), receipt.set(), null, null, null, uncounted(receipt), List.of(), Map.of(),
                    explained(receipt.problem()), List.of(), null, null);
        }
        boolean queries = judgement.rejected() > 0 || !judgement.rules().isEmpty();
        SubmissionState state = judgement.problem() != null ? SubmissionState.REJECTED
                : queries ? SubmissionState.ACCEPTED_WITH_QUERIES : SubmissionState.ACCEPTED;
        return new Submission(receipt.submissionId(), receipt.returnName(), receipt.arrival(), receipt.receivedAt(), state,
                receipt.contentSha256(), receipt.set(), judgement.rows(), judgement.accepted(), judgement.rejected(),
                judgement.files(), judgement.scopes(), judgement.rules(), explained(judgement.problem()), warnings(receipt, judgement), null, null);
    }

    /** Judged once already: the counts are those of the submission that is live with the same content. */
    private Submission duplicate(Receipt receipt) {
        Optional<Submission> live = register.liveWithContent(receipt.returnName(), receipt.contentSha256(), receipt.receivedAt(), receipt.arrival());
        List<SubmissionFile> files = live.map(twin -> named(twin.files(), receipt)).orElse(uncounted(receipt));
        return new Submission(receipt.submissionId(), receipt.returnName(), receipt.arrival(), receipt.receivedAt(), SubmissionState.DUPLICATE,
                receipt.contentSha256(), receipt.set(), live.map(Submission::rows).orElse(null), live.map(Submission::accepted).orElse(null),
                live.map(Submission::rejected).orElse(null), files, List.of(), Map.of(), explained(receipt.problem()), List.of(), null, null);
    }

    /** The files with the names that they came under this time. */
    private static List<SubmissionFile> named(List<SubmissionFile> files, Receipt receipt) {
        Map<String, String> names = new HashMap<>();
        receipt.files().forEach(file -> names.put(file.profile().sha256(), file.profile().file()));
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
    private List<String> warnings(Receipt receipt, Judgement judgement) {
        if (judgement.problem() != null) {
            return List.of();
        }
        List<String> warnings = new ArrayList<>();
        Shrinkage shrinkage = Shrinkage.of(register, receipt, judgement.scopes());
        if (shrinkage.isLarge()) {
            warnings.add(warning("FILE-028", shrinkage.rows() + " for " + shrinkage.replaced()));
        }
        register.latestBefore(receipt.arrival()).filter(latest -> isFar(receipt.receivedAt(), latest)).ifPresent(latest ->
                warnings.add(warning("FILE-061", "at " + receipt.receivedAt() + ", what came before at " + latest)));
        return warnings;
    }

    private static boolean isFar(Instant receivedAt, Instant latest) {
        return receivedAt.isBefore(latest.minus(CLOCK_BACK)) || receivedAt.isAfter(latest.plus(CLOCK_AHEAD));
    }

    private String warning(String rule, String detail) {
        return rule + " " + catalog.rule(rule).message() + " (" + detail + ")";
    }

    private Problem explained(Problem problem) {
        return problem == null ? null : problem.explained(catalog.rule(problem.rule()));
    }

    private static List<SubmissionFile> uncounted(Receipt receipt) {
        return receipt.files().stream().map(file -> new SubmissionFile(file.profile().file(), file.table(),
                file.profile().sha256(), file.profile().bytes(), file.profile().encoding(), null, null, null, List.of())).toList();
    }

    private Path refusedFolder(Submission submission) {
        return home.refused().resolve(submission.receivedAt().atZone(ZoneOffset.UTC).toLocalDate().toString()).resolve(submission.id());
    }

    /** Length of each file of staged rows by its name; of what was refused or is a duplicate there are none. */
    private Map<String, Long> stagedFiles(Path staged, Receipt receipt) {
        if (staged == null) {
            return Map.of();
        }
        // A stopped run may have moved them before.
        Path folder = Files.isDirectory(staged) ? staged : home.staged(receipt.returnName(), receipt.submissionId());
        return Folders.list(folder).stream().collect(Collectors.toMap(file -> file.getFileName().toString(), file -> file.toFile().length(),
                (one, other) -> one, TreeMap::new));
    }

    /** A stopped run may have moved them before. */
    private static void move(Path source, Path target) {
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
