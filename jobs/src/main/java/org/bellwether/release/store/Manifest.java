package org.bellwether.release.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.bellwether.home.Json;

/**
 * The record of a release: what went in, what came out, and what was checked.
 *
 * <p>It is begun when the release is written and completed step by step; {@code contentHash} is null until the end.
 * {@code publishedTier} says what its readers must know; {@code costs} is null where an earlier version has published it.
 */
public record Manifest(String release, Instant asOf, int la, String contentHash, String publishedTier,
        List<ReleaseInput.Submission> submissions, Map<String, List<String>> live,
        Map<String, String> fingerprints, List<Suppression> suppressed, @JsonInclude(JsonInclude.Include.NON_NULL) List<Cost> costs,
        List<Audit> audits, List<File> files, Map<String, String> run) {

    private static final String PUBLISHED = "published/";

    /** What a reader of the published tier must know. */
    public static final String AUDIENCE = "Figures of few children are hidden here (status c), with what they could be worked out from. Figures of the authority"
            + " as a whole are shown whatever they are, as the Department for Education shows them.";

    /**
     * A file of the release.
     *
     * @param rows   null where the file has none
     * @param hash   its content hash
     * @param sha256 of its bytes, where that is not its content hash; null where it is
     */
    public record File(String path, Long rows, long bytes, String hash, String sha256) {
    }

    /**
     * A check that was made.
     *
     * @param message what it means where there are rows
     * @param outcome PASS; WARN where rows were found by which no figure is wrong; HOLD where somebody must approve what gave them
     * @param rows how many rows broke it; null to readers of the published tier, since they may be few children
     */
    public record Audit(String name, String message, String outcome, Long rows) {

        Audit withoutRows() {
            return new Audit(name, message, outcome, null);
        }
    }

    /** How many cells of a published mart a rule of disclosure control has hidden; without the rule to readers of the published tier. */
    public record Suppression(String mart, String rule, long cells) {
    }

    /**
     * What disclosure control costs readers of a mart, in figures and in what they tell; not told to readers, who could reckon hidden figures from it.
     *
     * @param percent      hidden figures, of all
     * @param percentByRow the same, if a row of which one figure is hidden were hidden whole
     * @param valuePercent the total of hidden counts, of that of all; null where the mart has no counts
     * @param valuePercentByRow the same, if such a row were hidden whole
     */
    public record Cost(String mart, long figures, long hidden, BigDecimal percent, BigDecimal percentByRow, BigDecimal valuePercent, BigDecimal valuePercentByRow) {
    }

    public static Manifest begin(ReleaseId id, ReleaseInput input) {
        return new Manifest(id.toString(), input.asOf(), input.la(), null, AUDIENCE, input.submissions(), input.live(), input.fingerprints(),
                List.of(), null, List.of(), List.of(), input.run());
    }

    public Manifest withSuppressed(List<Suppression> found) {
        return new Manifest(release, asOf, la, contentHash, publishedTier, submissions, live, fingerprints, found, costs, audits, files, run);
    }

    /**
     * @param before     the release that readers had when this one was made: what does not move yet stands in this one as it stood there
     * @param disclosure version of what may be published
     */
    public Manifest after(Optional<Release> before, String disclosure) {
        Map<String, String> known = new TreeMap<>(run);
        known.put(ReleaseInput.DISCLOSURE, disclosure);
        before.ifPresent(release -> known.put(ReleaseInput.AFTER, release.id().toString()));
        return new Manifest(release, asOf, la, contentHash, publishedTier, submissions, live, fingerprints, suppressed, costs, audits, files, known);
    }

    public Manifest withCosts(List<Cost> found) {
        return new Manifest(release, asOf, la, contentHash, publishedTier, submissions, live, fingerprints, suppressed, found, audits, files, run);
    }

    public Manifest withAudits(List<Audit> made) {
        return new Manifest(release, asOf, la, contentHash, publishedTier, submissions, live, fingerprints, suppressed, costs, made, files, run);
    }

    public Manifest withFiles(List<File> written, String hash) {
        return new Manifest(release, asOf, la, hash, publishedTier, submissions, live, fingerprints, suppressed, costs, audits, written, run);
    }

    /** The same with one more thing that is known of how it came to be as it is. */
    public Manifest withRun(String name, String value) {
        Map<String, String> known = new TreeMap<>(run);
        known.put(name, value);
        return new Manifest(release, asOf, la, contentHash, publishedTier, submissions, live, fingerprints, suppressed, costs, audits, files, known);
    }

    /** Ids of all submissions that it names: of which rows are in the release, or that came before it. */
    public Set<String> submissionIds() {
        return Stream.concat(submissions.stream().map(ReleaseInput.Submission::id),
                live == null ? Stream.of() : live.values().stream().flatMap(List::stream)).collect(Collectors.toSet());
    }

    /** Audits by which it is published only once it is approved. */
    public List<Audit> holding() {
        return audits.stream().filter(audit -> audit.outcome().equals("HOLD")).toList();
    }

    /** Who started the run that made it; null where an earlier version has. */
    public String startedBy() {
        return run.get(ReleaseInput.STARTED_BY);
    }

    /** When what the release tells was known; empty where the manifest is damaged. */
    public static Optional<Instant> asOfIn(ReleaseFolder folder) {
        return readWhole(folder).map(Manifest::asOf);
    }

    /** Empty where it is not there, or damaged: nothing is then known of the files of that release. */
    public static Optional<Manifest> readWhole(ReleaseFolder folder) {
        return Json.readWhole(folder.manifest(), Manifest.class).filter(manifest -> manifest.files() != null);
    }

    public static Manifest read(ReleaseFolder folder) {
        return Json.read(folder.manifest(), Manifest.class);
    }

    public void write(ReleaseFolder folder) {
        Json.write(folder.restricted().resolve("manifest.json"), this);
        Json.write(folder.readersManifest(), forReaders());
    }

    /** A run that was stopped while it wrote one leaves a file that would count as one of the release. */
    public static void forgetHalfWritten(ReleaseFolder folder) throws IOException {
        Json.forgetHalfWritten(folder.manifest());
        Json.forgetHalfWritten(folder.readersManifest());
    }

    /** Of the published tier alone: no hash, count of rows or id of anything else. */
    public Manifest forReaders() {
        List<File> published = files.stream().filter(file -> file.path().startsWith(PUBLISHED)).toList();
        String hash = contentHash == null ? null
                : DigestUtils.sha256Hex(published.stream().map(file -> file.path() + " " + file.hash()).sorted().collect(Collectors.joining("\n")));
        return new Manifest(release, asOf, la, hash, publishedTier, List.of(), Map.of(), Map.of(), hiddenByMart(), null, audits.stream().map(Audit::withoutRows).toList(),
                published, Map.of());
    }

    /** What readers can count themselves. By which rule a figure is hidden would say of some that they are small. */
    private List<Suppression> hiddenByMart() {
        Map<String, Long> cells = suppressed.stream().collect(Collectors.groupingBy(Suppression::mart, TreeMap::new, Collectors.summingLong(Suppression::cells)));
        return cells.entrySet().stream().map(mart -> new Suppression(mart.getKey(), null, mart.getValue())).toList();
    }

    /** Whether what is said to readers is what this says. */
    public boolean isToldToReaders(ReleaseFolder folder) {
        return !folder.manifest().startsWith(folder.restricted()) || Json.readWhole(folder.readersManifest(), Manifest.class).equals(Optional.of(forReaders()));
    }
}
