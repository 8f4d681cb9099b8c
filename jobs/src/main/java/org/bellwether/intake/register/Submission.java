package org.bellwether.intake.register;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.bellwether.intake.profile.FileError;

/**
 * One delivery of one return and what became of it: the content of submission.json, or of why.json where it was refused.
 *
 * @param id arrival number and the head of the content's hash: the same on every machine that receives the same files
 * @param set files that belong together share it (a census's year and term); null for a return of single files
 * @param rules how many rows or values each rule found
 * @param warnings sentences for the data officer
 * @param staged each file of its staged rows by name, so that one that is gone or changed is missed; null where an earlier
 *     version has judged it
 * @param judgedBy digest of the contract and rules that made its staged rows; null where there are none, or where an earlier version
 *     has judged it
 * @param declinedBy digest of later ones by which it would be rejected whole, so that what it had stays; else null
 * @param withdrawal null where it was not withdrawn
 */
public record Submission(String id, @JsonProperty("return") String returnName, long arrival, Instant receivedAt,
        SubmissionState state, String contentSha256, String set, Long rows, Long accepted, Long rejected,
        List<SubmissionFile> files, List<Scope> scopes, Map<String, Long> rules, @JsonProperty("problem") FileError error,
        List<String> warnings, Map<String, StagedFile> staged, String judgedBy, String declinedBy, Withdrawal withdrawal) {

    /** Name of the file that holds it, beside the received files. */
    public static final String RECORD = "submission.json";

    /** The same with the files of its staged rows. */
    public Submission withStaged(Map<String, StagedFile> written) {
        return new Submission(id, returnName, arrival, receivedAt, state, contentSha256, set, rows, accepted, rejected, files, scopes,
                rules, error, warnings, written, judgedBy, declinedBy, withdrawal);
    }

    /**
     * The first file of its staged rows that is not there in its length, or the folder itself: of many submissions too this is told at once.
     *
     * @param folder in which they lie
     */
    public Optional<Path> missing(Path folder) {
        return damaged(folder, StagedFile::hasItsLength).findFirst();
    }

    /** All that are not there as they were written: every byte is read. */
    public List<Path> damaged(Path folder) {
        return damaged(folder, StagedFile::hasItsBytes).toList();
    }

    private Stream<Path> damaged(Path folder, BiPredicate<StagedFile, Path> isWhole) {
        Map<String, StagedFile> files = staged == null ? Map.of() : staged;
        return Stream.concat(Stream.of(folder).filter(one -> !Files.isDirectory(one)), files.entrySet().stream()
                .filter(file -> !isWhole.test(file.getValue(), folder.resolve(file.getKey()))).map(file -> folder.resolve(file.getKey())));
    }

    /** The same with what judged it. */
    public Submission judgedBy(String contract) {
        return new Submission(id, returnName, arrival, receivedAt, state, contentSha256, set, rows, accepted, rejected, files, scopes,
                rules, error, warnings, staged, contract, null, withdrawal);
    }

    /** The same, of which another contract or other rules would leave nothing. */
    public Submission declinedBy(String contract) {
        return new Submission(id, returnName, arrival, receivedAt, state, contentSha256, set, rows, accepted, rejected, files, scopes,
                rules, error, warnings, staged, judgedBy, contract, withdrawal);
    }

    /** Digest of the contract and rules that it was judged by last, whether or not they made its rows. */
    @JsonIgnore
    public String lastJudgedBy() {
        return declinedBy != null ? declinedBy : judgedBy;
    }

    /** The same, taken out of use. */
    public Submission withdrawn(Withdrawal act) {
        return new Submission(id, returnName, arrival, receivedAt, SubmissionState.WITHDRAWN, contentSha256, set, rows, accepted, rejected,
                files, scopes, rules, error, warnings, staged, judgedBy, declinedBy, act);
    }

    /** The same, as it was before it was withdrawn. */
    public Submission reinstated() {
        return new Submission(id, returnName, arrival, receivedAt, withdrawal.was(), contentSha256, set, rows, accepted, rejected, files, scopes,
                rules, error, warnings, staged, judgedBy, declinedBy, null);
    }

    /** The same without rows that were erased from its files; what it is called, when it came and what it replaces stay. */
    public Submission erased(List<SubmissionFile> left, Map<String, StagedFile> written) {
        return new Submission(id, returnName, arrival, receivedAt, state, contentSha256(left), set, sum(left, SubmissionFile::rows),
                sum(left, SubmissionFile::accepted), sum(left, SubmissionFile::rejected), left, scopes, rules, error, warnings, written, judgedBy,
                declinedBy, withdrawal);
    }

    private static String contentSha256(List<SubmissionFile> files) {
        Map<String, ContentDigest.Part> parts = new TreeMap<>();
        files.forEach(file -> parts.put(file.file(), new ContentDigest.Part(file.table(), file.sha256())));
        return ContentDigest.of(List.copyOf(parts.values()));
    }

    /** Null where it was refused before its rows were counted. */
    private static Long sum(List<SubmissionFile> files, Function<SubmissionFile, Long> count) {
        return files.stream().map(count).anyMatch(Objects::isNull) ? null : Long.valueOf(files.stream().map(count).mapToLong(Long::longValue).sum());
    }

    /** The same, with another sentence for the data officer. */
    public Submission warned(String warning) {
        return new Submission(id, returnName, arrival, receivedAt, state, contentSha256, set, rows, accepted, rejected, files, scopes,
                rules, error, Stream.concat(warnings.stream(), Stream.of(warning)).toList(), staged, judgedBy, declinedBy, withdrawal);
    }

    public static String id(long arrival, String contentSha256) {
        return String.format(Locale.ROOT, "%06d-%s", arrival, contentSha256.substring(0, 12));
    }

    /** Key of the submission in staged and fact rows: 60 bits, as {@code stable_key(id)} gives. */
    public static long key(String id) {
        return Long.parseLong(DigestUtils.md5Hex(id).substring(0, 15), 16);
    }

    public long key() {
        return key(id);
    }
}
