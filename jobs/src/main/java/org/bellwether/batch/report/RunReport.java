package org.bellwether.batch.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.bellwether.home.EnvironmentFault;
import org.bellwether.intake.register.Submission;
import org.bellwether.release.check.AuditResult;
import org.bellwether.release.store.PublishedRelease;
import org.bellwether.warehouse.model.BuildProgress;
import org.bellwether.warehouse.model.ModelRun;

/** What one run has done so far, for whoever is watching and for what it says at its end. */
public final class RunReport implements BuildProgress {

    private static final int SHOWN = 50;

    private final List<Submission> submissions = new ArrayList<>();
    private final Map<String, ModelRun> models = new LinkedHashMap<>();
    private List<SetAsideEntry> setAside;
    private List<SetAsideEntry> newlySetAside = List.of();
    private List<String> waiting = List.of();
    private List<Submission> kept = List.of();
    private int restaged;
    private List<Long> failedArrivals = List.of();
    private final Set<String> faults = new HashSet<>();
    private List<AuditResult> audits;
    private PublishedRelease release;
    private String startedBy = System.getProperty("user.name");
    private UnplacedRows unplacedRows = UnplacedRows.NONE;
    private Consumer<String> line = text -> { };
    private Consumer<ModelRun> modelWatcher = run -> { };
    private final ProgressWatchers progress = new ProgressWatchers();
    private volatile RowCounts rowsReceived = RowCounts.NONE;
    /** Of the build that goes on: a partitioned fact is done with its first partition. */
    private final Set<String> modelsDone = new HashSet<>();
    private long rowsBuilt;

    /** Who is told each thing as it happens, in one line. */
    public void tell(Consumer<String> line) {
        this.line = line;
    }

    /** Who is told of each model, or partition of one, as soon as it is up to date. */
    public void tellModels(Consumer<ModelRun> watcher) {
        modelWatcher = watcher;
    }

    /** Beside those that watch already. */
    public void watchedBy(Progress watcher) {
        progress.add(watcher);
    }

    /** Where long work tells how far it has come. */
    public Progress progress() {
        return progress;
    }

    /** @param rows of these deliveries, rejected ones too; told where there were any */
    public void received(int deliveries, long rows, Duration took) {
        if (deliveries > 0) {
            line.accept(String.format(Locale.ROOT, "received               %,d %s, %,d rows in %s", deliveries,
                    deliveries == 1 ? "delivery" : "deliveries", rows, seconds(took)));
        }
    }

    /** All models are up to date; told where any had to be computed. */
    public void built(Duration took) {
        long computed = models.values().stream().filter(ModelRun::computed).count();
        if (computed > 0) {
            line.accept(String.format(Locale.ROOT, "built                  %,d of %,d models, %,d rows in %s", computed, models.size(),
                    models.values().stream().filter(ModelRun::computed).mapToLong(ModelRun::rows).sum(), seconds(took)));
        }
    }

    private static String seconds(Duration took) {
        return String.format(Locale.ROOT, "%.1f s", took.toMillis() / 1000.0);
    }

    public void submission(Submission submission) {
        submissions.add(submission);
        rowsReceived = rowsReceived.plus(submission);
        line.accept(SubmissionLine.of(submission));
    }

    /**
     * Submissions that were judged again, in one line; and each of those of which nothing would be left.
     *
     * @param restaged how many, of these returns
     */
    public void restaged(int restaged, List<Submission> kept, List<String> returns) {
        this.restaged += restaged;
        this.kept = kept;
        if (restaged > 0) {
            line.accept(String.format(Locale.ROOT, "restaged               %,d %s of %s, which other contracts or rules had judged", restaged,
                    restaged == 1 ? "submission" : "submissions", String.join(", ", returns)));
        }
        kept.forEach(one -> line.accept("kept as it was         " + one.id() + " " + one.warnings().get(one.warnings().size() - 1)));
    }

    /** Of the submissions so far; may be asked while others come. */
    public RowCounts rowsReceived() {
        return rowsReceived;
    }

    public int restaged() {
        return restaged;
    }

    /** Submissions of which today's contracts and rules would leave nothing, found by this run. */
    public List<Submission> kept() {
        return kept;
    }

    /** Models are counted from here on: what was made before has been thrown away. */
    public void madeAgain(String why) {
        models.clear();
        line.accept(why);
    }

    @Override
    public void begin(int count) {
        modelsDone.clear();
        rowsBuilt = 0;
        progress.begin("build", "models", count);
    }

    /** One that is built again without some rows counts once. */
    @Override
    public void done(ModelRun run) {
        modelWatcher.accept(run);
        rowsBuilt += run.computed() ? run.rows() : 0;
        progress.advance(modelsDone.add(run.model()) ? 1 : 0, String.format(Locale.ROOT, "%,d rows, %s", rowsBuilt, run.model()));
        models.merge(run.model() + " " + run.partition(), run, (before, now) -> new ModelRun(now.model(), now.partition(),
                before.computed() || now.computed(), now.rows(), before.took().plus(now.took())));
    }

    /** @param before what the run before had left out, and said */
    public void setAside(List<SetAsideEntry> entries, List<SetAsideEntry> before) {
        setAside = entries;
        Set<SetAsideEntry> known = Set.copyOf(before);
        List<SetAsideEntry> news = entries.stream().filter(one -> !known.contains(one)).toList();
        newlySetAside = news.stream().filter(SetAsideEntry::isLeftOut).toList();
        newlySetAside.stream().limit(SHOWN).forEach(one -> line.accept("set aside              " + one.sentence()));
        if (newlySetAside.size() > SHOWN) {
            line.accept("set aside              … and " + (newlySetAside.size() - SHOWN) + " more; bellwether rejects lists all");
        }
        news.stream().filter(one -> !one.isLeftOut()).collect(Collectors.groupingBy(
                one -> one.returnName() + "  " + one.file() + "  " + one.rule() + ": " + one.message(), TreeMap::new, Collectors.counting()))
                .forEach((rows, count) -> line.accept(String.format(Locale.ROOT, "told                   %s (%,d rows; bellwether rejects lists them)",
                        rows, count)));
    }

    /** What was accepted and is left out of the build; null where nothing was built. */
    public List<SetAsideEntry> setAside() {
        return setAside;
    }

    /** Of those, what the run before had not left out. */
    public List<SetAsideEntry> newlySetAside() {
        return newlySetAside;
    }

    /** @param why of each that was left, in one line */
    public void left(List<String> names, List<String> why, List<Long> failed) {
        waiting = names;
        failedArrivals = failed;
        why.forEach(line);
        failed.forEach(number -> line.accept("failed                 arrival " + number
                + ": it stays in landing and is taken up again by the next run; --debug says where it failed"));
    }

    /** What of the machine has kept something from being done; told once, however often it did. */
    public void fault(EnvironmentFault fault) {
        String sentence = fault.error().getMessage();
        if (faults.add(sentence)) {
            line.accept(sentence);
        }
    }

    /** Each in one line. */
    public void warnings(List<String> warnings) {
        warnings.forEach(warning -> line.accept("warning                " + warning));
    }

    /** Those with rows are told: all of one that warns or holds, one line of one that fails, which stops the run or is mended by it. */
    public void audits(List<AuditResult> made) {
        audits = made.stream().filter(AuditResult::hasRows).toList();
        audits.forEach(audit -> line.accept(audit.hasFailed() ? "audit failed           " + audit.sentence()
                : (audit.isHolding() ? "audit holds            " : "audit warns            ") + String.join(System.lineSeparator(), audit.lines())));
    }

    /** What the last audits have found; null where none were made. */
    public List<AuditResult> audits() {
        return audits;
    }

    /** @param name of who has started the run, where that is not the user of the system */
    public void startedBy(String name) {
        startedBy = name;
    }

    public String startedBy() {
        return startedBy;
    }

    /** Whether what was made waits for approval. */
    public boolean isHeld() {
        return release != null && release.isHeld();
    }

    public void release(PublishedRelease published) {
        release = published;
    }

    public void unplacedRows(UnplacedRows rows) {
        unplacedRows = rows;
    }

    public UnplacedRows unplacedRows() {
        return unplacedRows;
    }

    public List<Submission> submissions() {
        return submissions;
    }

    public List<ModelRun> models() {
        return List.copyOf(models.values());
    }

    public List<String> waiting() {
        return waiting;
    }

    /** Numbers of arrivals whose job failed; they are taken up again by the next run. */
    public List<Long> failedArrivals() {
        return failedArrivals;
    }

    /** Null where nothing was published. */
    public PublishedRelease release() {
        return release;
    }
}
