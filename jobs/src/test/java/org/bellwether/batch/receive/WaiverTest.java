package org.bellwether.batch.receive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.bellwether.intake.register.Submission;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A rule that somebody has waived for a school is not asked of it, from its first day to its last. */
class WaiverTest {

    private static final String TOO_LONG = ",400,N";

    @TempDir
    Path folder;

    private ReceivingFixture home;

    @BeforeEach
    void a_home() {
        home = ReceivingFixture.in(folder).settings("max_rejected_pct: 100");
    }

    @Test
    void a_row_of_the_school_is_accepted_and_the_file_says_of_how_many_nobody_was_asked() {
        waiver("EXC-004", "8992001", "2025-03-01", "2025-03-31");

        Submission submission = home.receive("exclusion_notice.csv", Given.NOTICE_HEADER + Given.notice(1).replace(",4,N", TOO_LONG) + "\n"
                + Given.notice(2).replace(",4,N", TOO_LONG).replace("8992001", "8994002") + "\n");

        assertThat(home.violations(submission)).containsExactly("exclusion_notice 3 EXC-004 error");
        assertThat(home.staged(submission, "exclusion_notice", "notice_id")).containsExactly("N000001");
        assertThat(submission.files().get(0).notes()).containsExactly("EXC-004 Not asked of 1 rows of 8992001: waived until 2025-03-31 by Head of data");
    }

    @Test
    void before_its_first_day_and_after_its_last_it_is_asked() {
        waiver("EXC-004", "8992001", "2025-01-01", "2025-03-02");

        String notices = Given.NOTICE_HEADER + Given.notice(1).replace(",4,N", TOO_LONG) + "\n" + Given.notice(2) + "\n";
        Submission submission = home.receive("exclusion_notice.csv", notices);
        waiver("EXC-004", "8992001", "2025-03-10", "2025-03-15");
        Submission early = home.receive("exclusion_notice_again.csv", notices + Given.notice(3) + "\n");

        assertThat(home.violations(submission)).containsExactly("exclusion_notice 2 EXC-004 error");
        assertThat(home.violations(early)).containsExactly("exclusion_notice 2 EXC-004 error");
        assertThat(submission.files().get(0).notes()).isEmpty();
    }

    @Test
    void a_waiver_names_a_rule_that_is_a_condition_a_school_a_person_a_reason_and_an_end_within_a_year() {
        assertWrong("NO-001", "8992001", "2026-01-01", "2026-05-12", "there is no rule NO-001");
        assertWrong("ROW-002", "8992001", "2026-01-01", "2026-05-12", "ROW-002 cannot be waived");
        assertWrong("UPN-002", "8992001", "2026-01-01", "2026-05-12", "UPN-002 cannot be waived");
        assertWrong("EXC-004", "400", "2026-01-01", "2026-05-12", "seven digits");
        assertWrong("EXC-004", "8992001", "2026-05-12", "2026-01-01", "before its first day");
        assertWrong("EXC-004", "8992001", "2026-01-01", "2027-01-02", "more than a year");
        home.config("waivers.yml", "waivers: {some: {rule: EXC-004, schools: [8992001], from: 2026-01-01, until: 2026-02-01, by: Head of data}}");
        assertThatThrownBy(() -> home.receive("exclusion_notice.csv", Given.notices(1, 1))).hasMessageContaining("waivers.some.why: is missing");
    }

    private void assertWrong(String rule, String school, String from, String until, String problem) {
        waiver(rule, school, from, until);

        assertThatThrownBy(() -> home.receive("exclusion_notice.csv", Given.notices(1, 1))).hasMessageContaining(problem).hasMessageContaining("waivers.yml");
    }

    private void waiver(String rule, String school, String from, String until) {
        home.config("waivers.yml", """
                waivers:
                  some:
                    rule: %s
                    schools: [%s]
                    from: %s
                    until: %s
                    by: Head of data
                    why: decided in the review of May
                """.formatted(rule, school, from, until));
    }
}
