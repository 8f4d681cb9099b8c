package org.bellwether.intake.register;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.codec.digest.DigestUtils;
import org.bellwether.home.Json;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The control database's index of submissions, and the one place that says which of them is live for what. */
public class SubmissionRegister {

    /** An instant behind every other. */
    public static final Instant ALWAYS = Instant.parse("9999-12-31T00:00:00Z");

    static final String ACCEPTED = "m.state in ('accepted', 'accepted_with_queries')";
    // What is withdrawn by now was in use as far as anybody knew before.
    static final String IN_USE = "(" + ACCEPTED + " or m.state = 'withdrawn' and m.withdrawn_at > :known)";

    private final JdbcClient client;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final ScopeOwners owners;
    private Map<String, Standing> standings;

    public SubmissionRegister(JdbcTemplate jdbc, TransactionTemplate transaction) {
        this.client = JdbcClient.create(jdbc);
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.owners = new ScopeOwners(client);
    }

    /** Writes the submission and its scopes in one transaction; what stood under its id is replaced. */
    public void save(Submission submission) {
        standings = null;
        transaction.executeWithoutResult(status -> {
            client.sql("delete from submission_scope where submission_id = ?").param(submission.id()).update();
            client.sql("delete from submission where submission_id = ?").param(submission.id()).update();
            client.sql("""
                    insert into submission (submission_id, submission_key, arrival, return_name, received_at, state,
                        content_sha256, file_rows, accepted, rejected, withdrawn_at, judged_by, record)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """)
                    .params(submission.id(), submission.key(), submission.arrival(), submission.returnName(),
                            utc(submission.receivedAt()), submission.state().label(), submission.contentSha256(),
                            submission.rows(), submission.accepted(), submission.rejected(),
                            submission.withdrawal() == null ? null : utc(submission.withdrawal().at()), submission.lastJudgedBy(),
                            Json.text(submission))
                    .update();
            jdbc.batchUpdate("insert into submission_scope (submission_id, scope, serial, scope_rows) values (?, ?, ?, ?)",
                    submission.scopes(), 1000, (statement, scope) -> {
                        statement.setString(1, submission.id());
                        statement.setString(2, scope.values());
                        statement.setInt(3, scope.serial());
                        statement.setLong(4, scope.rows());
                    });
        });
    }

    /** All submissions, oldest arrival first. */
    public List<Submission> all() {
        return client.sql("select record from submission order by arrival").query(this::read).list();
    }

    /** State of every submission by its id. */
    public Map<String, SubmissionState> states() {
        Map<String, SubmissionState> states = new HashMap<>();
        client.sql("select submission_id, state from submission").query(row -> {
            states.put(row.getString(1), SubmissionState.of(row.getString(2)));
        });
        return states;
    }

    /** Changes with every submission that comes, changes its state or is judged by another contract. */
    public String digest() {
        MessageDigest digest = DigestUtils.getSha256Digest();
        client.sql("select submission_id, state, withdrawn_at, judged_by from submission order by arrival").query(row -> {
            digest.update((row.getString(1) + ' ' + row.getString(2) + ' ' + row.getString(3) + ' ' + row.getString(4) + '\n')
                    .getBytes(StandardCharsets.UTF_8));
        });
        return Hex.encodeHexString(digest.digest());
    }

    public Optional<Submission> find(String id) {
        return client.sql("select record from submission where submission_id = ?").param(id).query(this::read).optional();
    }

    public Optional<Submission> ofArrival(long arrival) {
        return client.sql("select record from submission where arrival = ?").param(arrival).query(this::read).optional();
    }

    /** Whether this content has come before, whatever became of it. */
    public boolean knows(String contentSha256) {
        return client.sql("select count(*) from submission where content_sha256 = ?").param(contentSha256).query(Long.class).single() > 0;
    }

    public long highestArrival() {
        return client.sql("select coalesce(max(arrival), 0) from submission").query(Long.class).single();
    }

    /** The latest {@code received_at} among arrivals with a lower number. */
    public Optional<Instant> latestBefore(long arrival) {
        return client.sql("select max(received_at) from submission where arrival < ?").param(arrival)
                .query((row, n) -> row.getObject(1, LocalDateTime.class)).list().stream()
                .filter(java.util.Objects::nonNull).map(latest -> latest.toInstant(ZoneOffset.UTC)).findFirst();
    }

    /** Forgets a submission whose files and rows are gone; that it was there is told elsewhere. */
    public void remove(String id) {
        standings = null;
        transaction.executeWithoutResult(status -> {
            client.sql("delete from submission_scope where submission_id = ?").param(id).update();
            client.sql("delete from submission where submission_id = ?").param(id).update();
        });
    }

    /** The latest submission of a set that was judged, whatever came of it. */
    public Optional<Submission> latestOfSet(String returnName, String set) {
        return client.sql("select record from submission where return_name = ? order by arrival desc")
                .param(returnName).query(this::read).list().stream()
                .filter(submission -> set.equals(submission.set()) && submission.state() != SubmissionState.REFUSED
                        && submission.state() != SubmissionState.WITHDRAWN)
                .findFirst();
    }

    /** Which submission each scope belonged to, among those known at the time and with a lower arrival number. */
    public List<Owner> owners(String returnName, Instant at, long before) {
        return owners.of(returnName, at, before, ALWAYS);
    }

    /** The same of these scopes alone: those of them that belonged to any. */
    public List<Owner> owners(String returnName, Instant at, long before, List<String> scopes) {
        return owners.ofScopes(returnName, at, before, scopes);
    }

    /** Which submission each scope belongs to, of those received by then and not withdrawn since. */
    public List<Owner> owners(String returnName, Instant at) {
        return owners(returnName, at, ALWAYS);
    }

    /** The same with what was known at an instant: a later withdrawal does not count. */
    public List<Owner> owners(String returnName, Instant at, Instant known) {
        return owners.of(returnName, at, Long.MAX_VALUE, known);
    }

    /** The same as if these submissions had never come. */
    public List<Owner> owners(String returnName, Instant at, Instant known, Set<String> without) {
        return without.isEmpty() ? owners(returnName, at, known) : owners.without(returnName, at, known, without);
    }

    /** Accepted submissions of a return that were received by then and not withdrawn up to an instant, oldest first. */
    public List<Submission> accepted(String returnName, Instant at, Instant known) {
        return client.sql("select record from submission m where m.return_name = :return and " + IN_USE
                        + " and m.received_at <= :at order by m.received_at, m.arrival")
                .param("return", returnName).param("at", utc(at)).param("known", utc(known)).query(this::read).list();
    }

    /** Submissions of known returns that were received by then and have brought nothing new: refused, rejected whole, or content that was live already. */
    public List<Submission> declined(Instant at) {
        return client.sql("select record from submission m where m.return_name is not null and m.state in ('refused', 'rejected', 'duplicate')"
                        + " and m.received_at <= :at order by m.received_at, m.arrival")
                .param("at", utc(at)).query(this::read).list();
    }

    /** How every accepted submission that has scopes stands today, by its id. */
    public Map<String, Standing> standings() {
        if (standings == null) {
            standings = owners.standings();
        }
        return standings;
    }

    /** Ids of the accepted submissions of a return. */
    public List<String> acceptedIds(String returnName) {
        return client.sql("select submission_id from submission m where m.return_name = :return and " + ACCEPTED)
                .param("return", returnName).query(String.class).list();
    }

    /** Accepted submissions of a return that were last judged by something else than this, in order of arrival. */
    public List<Submission> notJudgedBy(String returnName, String judgedBy) {
        return client.sql("select record from submission m where m.return_name = :return and " + ACCEPTED
                        + " and (m.judged_by is null or m.judged_by <> :by) order by m.arrival")
                .param("return", returnName).param("by", judgedBy).query(this::read).list();
    }

    /** From here on its staged rows may be half exchanged: whatever has judged it, it must be judged again. */
    public void forgetJudgedBy(String id) {
        client.sql("update submission set judged_by = null where submission_id = ?").param(id).update();
    }

    /** The submission whose equal content was live for all its scopes when this content came. */
    public Optional<Submission> liveWithContent(String returnName, String contentSha256, Instant at, long before) {
        return liveWithContent(returnName, contentSha256, at, before, one -> true);
    }

    /** The same, with these scopes: equal content whose file names another week is true of another week. */
    public Optional<Submission> liveWithContent(String returnName, String contentSha256, Instant at, long before, List<Scope> scopes) {
        Set<String> values = values(scopes);
        return liveWithContent(returnName, contentSha256, at, before, one -> values(one.scopes()).equals(values));
    }

    private static Set<String> values(List<Scope> scopes) {
        return scopes.stream().map(Scope::values).collect(Collectors.toSet());
    }

    private Optional<Submission> liveWithContent(String returnName, String contentSha256, Instant at, long before, Predicate<Submission> wanted) {
        List<Submission> equal = client.sql("select record from submission m where m.return_name = ? and "
                        + "m.content_sha256 = ? and " + ACCEPTED + " order by m.arrival desc")
                .param(returnName).param(contentSha256).query(this::read).list();
        if (equal.isEmpty()) {
            return Optional.empty();
        }
        List<Owner> owners = owners(returnName, at, before);
        return equal.stream().filter(one -> one.arrival() < before && wanted.test(one) && owns(one, owners)).findFirst();
    }

    /** The latest {@code received_at} of an accepted submission: what a build knows by default. */
    public Optional<Instant> latestReceived() {
        // Where all of it was withdrawn, there is still a release to be made without it.
        return latestReceived(ALWAYS, ALWAYS).or(() -> latestReceived(ALWAYS, Instant.EPOCH));
    }

    /** The latest {@code received_at} of an accepted submission that was received by then, with what was known at an instant. */
    public Optional<Instant> latestReceived(Instant at, Instant known) {
        return client.sql("select max(received_at) from submission m where " + IN_USE + " and m.received_at <= :at")
                .param("at", utc(at)).param("known", utc(known))
                .query((row, n) -> row.getObject(1, LocalDateTime.class)).list().stream()
                .filter(java.util.Objects::nonNull).map(latest -> latest.toInstant(ZoneOffset.UTC)).findFirst();
    }

    private static boolean owns(Submission submission, List<Owner> owners) {
        long owned = owners.stream().filter(owner -> owner.submissionId().equals(submission.id())).count();
        return owned == submission.scopes().size();
    }

    private Submission read(ResultSet row, int number) throws SQLException {
        return Json.parse(row.getString("record"), Submission.class);
    }

    static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    /** A scope, the submission that owns it, and how many rows that has of it. */
    public record Owner(String scope, String submissionId, long rows) {
    }

    /**
     * How an accepted submission stands.
     *
     * @param owned how many of its scopes it owns
     * @param isOutranked whether one of them belongs to a submission that came before it, by its higher serial
     */
    public record Standing(int scopes, int owned, boolean isOutranked) {
    }
}
