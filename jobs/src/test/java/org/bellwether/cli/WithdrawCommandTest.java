package org.bellwether.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.bellwether.app.status.Status;
import org.bellwether.cli.console.ExitCode;
import org.bellwether.cli.run.WithdrawCommand;
import org.bellwether.config.BellwetherException;
import org.bellwether.home.Folders;
import org.bellwether.home.Json;
import org.bellwether.intake.register.Submission;
import org.bellwether.intake.register.SubmissionState;
import org.bellwether.intake.register.Withdrawal;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command that takes a submission out of use, and the release that follows it. */
@Tag("slow")
@WithSmallProject
class WithdrawCommandTest {

    private static final Instant NIGHT = TrialHome.FIRST_NIGHT;
    private static final String SCHOOL_DAYS = "select count(*) from core.dim_date where is_school_day";

    @Test
    void the_next_night_publishes_without_it(@TempDir Path folder) throws IOException, InterruptedException {
        Path returns = FirstNight.returns(folder.resolve("returns"));
        TrialHome home = FirstNight.copyTo(folder.resolve("home"));
        String right = home.askRestricted(SCHOOL_DAYS).get(0);
        Path calendar = Folders.list(returns.resolve("night-1")).stream()
                .filter(file -> file.getFileName().toString().startsWith("term_dates")).findFirst().orElseThrow();
        Files.writeString(home.home().inbox().resolve(calendar.getFileName()), Files.readString(calendar).replace(",TERM,", ",INSET,"));
        home.nightHere(NIGHT.plusSeconds(86400));
        List<Status.SubmissionStatus> received = Json.read(home.home().statusFile(), Status.class).submissions();
        String wrong = received.get(received.size() - 1).id();
        assertThat(home.askRestricted(SCHOOL_DAYS).get(0)).isNotEqualTo(right);

        assertThat(home.start("withdraw", wrong, "--by", "A. Officer", "--why", "the wrong year").await()).isEqualTo(ExitCode.DONE);
        home.night(NIGHT.plusSeconds(2 * 86400));

        assertThat(home.askRestricted(SCHOOL_DAYS)).containsExactly(right);
        assertThat(Json.read(home.home().statusFile(), Status.class).submissions()).filteredOn(one -> one.id().equals(wrong)).singleElement()
                .satisfies(one -> assertThat(one.state()).isEqualTo(SubmissionState.WITHDRAWN));
    }

    @Test
    void what_is_not_there_not_one_or_not_in_use_is_told() {
        assertThatThrownBy(() -> WithdrawCommand.theOne("nosuch", List.of())).isInstanceOf(BellwetherException.class)
                .hasMessage("USR-011 There is no submission nosuch. See: bellwether status");
        assertThatThrownBy(() -> WithdrawCommand.theOne("0000", List.of(submission(1, SubmissionState.ACCEPTED), submission(2, SubmissionState.ACCEPTED))))
                .isInstanceOf(BellwetherException.class).hasMessageContaining("0000 is the beginning of 2 submissions. Write more of one of these: 000001-");
        assertThatThrownBy(() -> WithdrawCommand.theOne("1", List.of(submission(1, SubmissionState.REFUSED))))
                .isInstanceOf(BellwetherException.class).hasMessageContaining("was never accepted, it is refused");
        Submission withdrawn = submission(1, SubmissionState.ACCEPTED).withdrawn(new Withdrawal(NIGHT, "A. Officer", "wrong", SubmissionState.ACCEPTED));
        assertThatThrownBy(() -> WithdrawCommand.theOne("1", List.of(withdrawn)))
                .isInstanceOf(BellwetherException.class).hasMessageContaining("withdrawn already, by A. Officer");
        assertThat(WithdrawCommand.theOne("1", List.of(submission(1, SubmissionState.ACCEPTED_WITH_QUERIES))).arrival()).isEqualTo(1);
    }

    @Test
    void a_name_and_a_reason_are_asked_for(@TempDir Path folder) {
        assertThat(Bellwether.run("withdraw", "1", "--by", "A. Officer", "--home", folder.toString())).isEqualTo(ExitCode.USAGE);
        assertThat(Bellwether.run("withdraw", "1", "--by", " ", "--why", "x", "--home", folder.toString())).isEqualTo(ExitCode.USAGE);
    }

    private static Submission submission(long arrival, SubmissionState state) {
        String content = "a".repeat(64);
        return new Submission(Submission.id(arrival, content), "term_dates", arrival, NIGHT, state, content, null, 1L, 1L, 0L, List.of(),
                List.of(), Map.of(), null, List.of(), null, null, null, null);
    }
}
