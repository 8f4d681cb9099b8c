package org.bellwether.app.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bellwether.intake.register.Scope;
import org.bellwether.intake.register.Submission;
import org.bellwether.intake.register.SubmissionRegister;
import org.bellwether.intake.register.SubmissionRegister.Owner;
import org.bellwether.intake.register.SubmissionState;

/** What the register promises, tried on an empty one. */
final class RegisterTrial {

    private static final String RETURN = "attendance_marks";
    private static final Instant MONDAY = Instant.parse("2026-05-11T01:30:00.123456Z");
    private static final Instant TUESDAY = Instant.parse("2026-05-12T01:30:00Z");
    private static final Instant WEDNESDAY = Instant.parse("2026-05-13T01:30:00Z");
    private static final String A = "a".repeat(64);
    private static final String B = "b".repeat(64);

    private final SubmissionRegister register;

    RegisterTrial(SubmissionRegister register) {
        this.register = register;
    }

    void a_submission_is_read_as_it_was_written() {
        Submission first = submission(1, MONDAY, SubmissionState.ACCEPTED, A, scope("8994001|2026-05-08", 0), scope("Élan|2026-05-08", 0));
        register.save(first);
        Submission fewer = submission(1, MONDAY, SubmissionState.ACCEPTED, A, scope("8994001|2026-05-08", 0));
        register.save(fewer);

        assertThat(register.find(first.id())).contains(fewer);
        assertThat(register.ofArrival(1)).contains(fewer);
        assertThat(register.all()).containsExactly(fewer);
        assertThat(register.highestArrival()).isEqualTo(1);
        assertThat(register.latestReceived()).contains(MONDAY);
        assertThat(owners(WEDNESDAY)).containsExactly("8994001|2026-05-08 1");
    }

    void the_latest_accepted_submission_owns_a_scope() {
        register.save(submission(1, MONDAY, SubmissionState.ACCEPTED, A, scope("x", 0), scope("y", 0)));
        register.save(submission(2, TUESDAY, SubmissionState.ACCEPTED_WITH_QUERIES, B, scope("y", 0), scope("z", 0)));
        register.save(submission(3, TUESDAY, SubmissionState.ACCEPTED, B, scope("z", 0)));
        register.save(submission(4, WEDNESDAY, SubmissionState.REJECTED, B, scope("x", 0)));

        assertThat(owners(WEDNESDAY)).containsExactly("x 1", "y 2", "z 3");
        assertThat(register.owners(RETURN, WEDNESDAY, 5, List.of("a", "y", "z"))).extracting(Owner::scope).containsExactly("y", "z");
        assertThat(register.owners(RETURN, WEDNESDAY, 5, List.of())).isEmpty();
    }

    void the_higher_serial_owns_a_scope_whatever_came_last() {
        register.save(submission(1, MONDAY, SubmissionState.ACCEPTED, A, scope("x", 2)));
        register.save(submission(2, TUESDAY, SubmissionState.ACCEPTED, B, scope("x", 1)));

        assertThat(owners(TUESDAY)).containsExactly("x 1");
    }

    void equal_content_is_live_only_while_it_owns_all_its_scopes() {
        register.save(submission(1, MONDAY, SubmissionState.ACCEPTED, A, scope("x", 0), scope("y", 0)));
        assertThat(register.liveWithContent(RETURN, A, TUESDAY, 2)).map(Submission::arrival).contains(1L);
        assertThat(register.liveWithContent(RETURN, A, TUESDAY, 1)).isEmpty();
        assertThat(register.liveWithContent("term_dates", A, TUESDAY, 2)).isEmpty();

        register.save(submission(2, TUESDAY, SubmissionState.ACCEPTED, B, scope("x", 0)));
        assertThat(register.liveWithContent(RETURN, A, WEDNESDAY, 3)).isEmpty();

        register.save(submission(3, WEDNESDAY, SubmissionState.ACCEPTED, A, scope("x", 0), scope("y", 0)));
        assertThat(register.liveWithContent(RETURN, A, WEDNESDAY, 4)).map(Submission::arrival).contains(3L);
    }

    void what_was_known_at_an_instant_can_be_asked() {
        register.save(submission(1, MONDAY, SubmissionState.ACCEPTED, A, scope("x", 0)));
        register.save(submission(2, WEDNESDAY, SubmissionState.ACCEPTED, B, scope("x", 0)));

        assertThat(owners(TUESDAY)).containsExactly("x 1");
        assertThat(owners(WEDNESDAY)).containsExactly("x 2");
        assertThat(register.owners(RETURN, WEDNESDAY, 2)).containsExactly(new Owner("x", register.ofArrival(1).orElseThrow().id(), 10));
        assertThat(register.accepted(RETURN, TUESDAY, SubmissionRegister.ALWAYS)).extracting(Submission::arrival).containsExactly(1L);
        assertThat(register.accepted(RETURN, WEDNESDAY, SubmissionRegister.ALWAYS)).extracting(Submission::arrival).containsExactly(1L, 2L);
    }

    private List<String> owners(Instant at) {
        return register.owners(RETURN, at).stream()
                .map(owner -> owner.scope() + " " + Integer.parseInt(owner.submissionId().substring(0, 6))).sorted().toList();
    }

    private static Scope scope(String values, int serial) {
        return new Scope(values, serial, 10);
    }

    private static Submission submission(long arrival, Instant receivedAt, SubmissionState state, String sha256, Scope... scopes) {
        return new Submission(Submission.id(arrival, sha256), RETURN, arrival, receivedAt, state, sha256, null, 10L, 9L, 1L, List.of(),
                Stream.of(scopes).toList(), Map.of("ATT-001", 1L), null, List.of("Größe"), null, null, null, null);
    }
}
