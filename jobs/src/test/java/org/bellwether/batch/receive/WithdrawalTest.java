package org.bellwether.batch.receive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.bellwether.app.status.Status;
import org.bellwether.intake.register.Submission;
import org.bellwether.intake.register.SubmissionState;
import org.bellwether.intake.register.WithdrawalService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A withdrawn submission is out of use from then on, and what it replaced is live again. */
class WithdrawalTest {

    private static final Instant LATER = Instant.parse("2025-03-20T10:00:00Z");

    @TempDir
    Path folder;

    private ReceivingFixture home;
    private Submission right;
    private Submission wrong;

    @BeforeEach
    void a_home_that_has_accepted_the_wrong_calendar() {
        home = ReceivingFixture.in(folder);
        right = home.receive("term_dates.csv", termDates("2024-10-25"));
        wrong = home.receive("term_dates_wrong.csv", termDates("2024-12-25"));
    }

    @Test
    void what_it_replaced_is_live_again() {
        WithdrawalService.Result result = withdraw();

        assertThat(result.freed()).isEqualTo(1);
        assertThat(result.liveAgain()).containsExactly(right.id());
        assertThat(home.live("term_dates")).containsExactly("202425=1");
        assertThat(home.status()).extracting(Status.SubmissionStatus::state).containsExactly(SubmissionState.ACCEPTED, SubmissionState.WITHDRAWN);
        assertThat(home.status().get(1).warnings()).containsExactly("withdrawn by A. Officer at 2025-03-20T10:00:00Z: the wrong year");
    }

    @Test
    void what_was_known_before_still_has_it() {
        withdraw();

        Instant before = LATER.minusSeconds(1);
        assertThat(home.register().owners("term_dates", before, before)).extracting(owner -> owner.submissionId()).containsExactly(wrong.id());
        assertThat(home.register().owners("term_dates", LATER, LATER)).extracting(owner -> owner.submissionId()).containsExactly(right.id());
        assertThat(home.register().accepted("term_dates", before, before)).hasSize(2);
        assertThat(home.register().latestReceived(before, before)).contains(wrong.receivedAt());
        assertThat(home.register().latestReceived()).contains(right.receivedAt());
    }

    @Test
    void it_is_kept_in_the_record_and_in_the_trail_and_the_index_is_made_again_from_them() throws IOException {
        withdraw();

        assertThat(Files.readString(home.home().auditTrail()).lines()).singleElement().asString()
                .contains("\"withdraw\"").contains(wrong.id()).contains("A. Officer").contains("the wrong year");
        home.settings("");
        assertThat(home.register().find(wrong.id())).map(Submission::state).contains(SubmissionState.WITHDRAWN);
        assertThat(home.live("term_dates")).containsExactly("202425=1");
    }

    @Test
    void the_same_content_may_come_again() {
        withdraw();

        assertThat(home.receive("term_dates_again.csv", termDates("2024-12-25")).state()).isEqualTo(SubmissionState.ACCEPTED);
        assertThat(home.live("term_dates")).containsExactly("202425=3");
    }

    @Test
    void a_submission_is_found_by_its_id_its_beginning_or_its_number() {
        WithdrawalService withdrawals = new WithdrawalService(home.home(), home.register());

        assertThat(withdrawals.find(wrong.id())).containsExactly(wrong);
        assertThat(withdrawals.find("000002-")).containsExactly(wrong);
        assertThat(withdrawals.find("2")).containsExactly(wrong);
        assertThat(withdrawals.find("0000")).hasSize(2);
        assertThat(withdrawals.find("nosuch")).isEmpty();
    }

    @Test
    void where_all_is_withdrawn_there_is_still_something_to_build() {
        withdraw();
        new WithdrawalService(home.home(), home.register()).withdraw(right, LATER, "A. Officer", "wrong too");

        assertThat(home.live("term_dates")).isEmpty();
        assertThat(home.register().latestReceived()).contains(wrong.receivedAt());
    }

    private WithdrawalService.Result withdraw() {
        return new WithdrawalService(home.home(), home.register()).withdraw(wrong, LATER, "A. Officer", "the wrong year");
    }

    private static String termDates(String end) {
        return "la_code,academic_year,date_from,date_to,day_type,term,half_term\n899,202425,2024-09-02," + end + ",TERM,AUT,AUT1\n";
    }
}
