package org.bellwether.batch.receive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.bellwether.intake.register.Submission;
import org.bellwether.intake.register.SubmissionState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What single rows end in: rejected, kept with an unknown value, or kept and flagged. */
class RowRulesTest {

    private static final String NOTICES = "exclusion_notice.csv";
    private static final String MARKS = "attendance_marks.csv";

    @TempDir
    Path folder;

    private ReceivingFixture home;

    @BeforeEach
    void a_home() {
        home = ReceivingFixture.in(folder).settings("max_rejected_pct: 90");
    }

    @Test
    void the_same_exclusion_twice_in_one_file_counts_once() {
        Submission submission = home.receive(NOTICES, Given.notices(1, 2) + Given.notice(1).replace("N000001", "N000009") + "\n");

        assertThat(home.violations(submission)).containsExactly("exclusion_notice 4 EXC-016 error");
        assertThat(home.staged(submission, "exclusion_notice", "notice_id")).containsExactly("N000001", "N000002");
    }

    @Test
    void a_notice_that_was_taken_back_repeats_none_that_stands() {
        Submission submission = home.receive(NOTICES, Given.NOTICE_HEADER.replace("\n", ",outcome\n") + Given.notice(1) + ",WITHDRAWN\n"
                + Given.notice(1).replace("N000001", "N000009") + ",\n" + Given.notice(1).replace("N000001", "N000010") + ",UPHELD\n");

        assertThat(home.violations(submission)).containsExactly("exclusion_notice 4 EXC-016 error");
        assertThat(home.staged(submission, "exclusion_notice", "notice_id", "outcome")).containsExactly("N000001 WITHDRAWN", "N000009 PENDING");
    }

    @Test
    void of_a_pair_of_which_the_first_is_rejected_the_second_stays() {
        String wrong = Given.notice(1).replace(",4,N", ",400,N");
        Submission submission = home.receive(NOTICES, Given.NOTICE_HEADER + wrong + "\n" + Given.notice(1).replace("N000001", "N000009") + "\n");

        assertThat(home.violations(submission)).containsExactly("exclusion_notice 2 EXC-004 error");
        assertThat(home.staged(submission, "exclusion_notice", "notice_id")).containsExactly("N000009");
    }

    @Test
    void a_row_that_breaks_several_rules_is_rejected_once_and_told_of_all_of_them() {
        String wrong = Given.notice(1).replace(Given.upn(1), "").replace(",SUSP,", ",NONE,").replace(",4,N", ",4,");
        Submission submission = home.receive(NOTICES, Given.NOTICE_HEADER + wrong + "\n" + Given.notice(2) + "\n");

        assertThat(submission.rejected()).isEqualTo(1);
        assertThat(home.violations(submission)).containsExactly("exclusion_notice 2 EXC-001 error category", "exclusion_notice 2 EXC-017 value",
                "exclusion_notice 2 UPN-001 error upn");
        assertThat(home.query("select len(findings) || ' ' || findings[1].rule || ' ' || is_rejected from " + home.relation(submission, "rejects")))
                .containsExactly("3 EXC-001 true");
    }

    @Test
    void the_same_notice_number_twice_is_rejected_once() {
        Submission submission = home.receive(NOTICES, Given.notices(1, 2) + Given.notice(3).replace("N000003", "N000001") + "\n");

        assertThat(home.violations(submission)).containsExactly("exclusion_notice 4 ROW-004 error");
    }

    @Test
    void one_pupil_twice_on_one_roll_is_one_pupil() {
        Submission submission = home.receive("2025_spring_pupilonroll.csv", Census.pupils("8992001", 1, 2)
                + Census.pupil(1, "8992001").replaceFirst("P1", "P9") + Census.pupil(1, "8992002").replaceFirst("P1", "P8"));

        assertThat(home.violations(submission)).containsExactly("pupil_on_roll 4 UPN-006 error");
        assertThat(home.staged(submission, "census_pupil", "laestab")).containsExactly("8992001", "8992001", "8992002");
    }

    @Test
    void every_upn_rule_names_what_is_wrong_with_it() {
        String good = Given.upn(1);
        String wrongLetter = (good.charAt(0) == 'B' ? "C" : "B") + good.substring(1);
        Submission submission = home.receive(NOTICES, Given.NOTICE_HEADER + row("N1", wrongLetter) + row("N2", "A8990000000")
                + row("N3", "A999000000001") + row("N4", "A8990X0000011") + row("N5", "A89900000000S") + row("N6", ""));

        assertThat(home.violations(submission)).containsExactly("exclusion_notice 2 UPN-002 error upn", "exclusion_notice 3 UPN-001 error upn",
                "exclusion_notice 4 UPN-003 error upn", "exclusion_notice 5 UPN-004 error upn", "exclusion_notice 6 UPN-005 error upn",
                "exclusion_notice 7 UPN-001 error upn");
    }

    @Test
    void two_codes_told_at_one_time_conflict_and_neither_stands() {
        Submission submission = home.receive(MARKS, Given.MARK_HEADER + Given.mark(1, "2025-02-04", "AM", "/", "")
                + Given.mark(1, "2025-02-04", "AM", "I", "") + Given.mark(2, "2025-02-04", "AM", "/", ""));

        assertThat(home.violations(submission)).containsExactly("attendance_mark 2 ATT-002 error attendance_code",
                "attendance_mark 3 ATT-002 error attendance_code");
        assertThat(home.staged(submission, "attendance_mark", "source_line")).containsExactly("4");
    }

    @Test
    void of_two_codes_told_at_two_times_both_are_kept_and_the_later_counts() {
        Submission submission = home.receive(MARKS, Given.MARK_HEADER + Given.mark(1, "2025-02-04", "AM", "I", "2025-02-04 14:00:00")
                + Given.mark(1, "2025-02-04", "AM", "N", "2025-02-04 09:10:00") + Given.mark(1, "2025-02-04", "PM", "\\", ""));

        assertThat(submission.state()).isEqualTo(SubmissionState.ACCEPTED);
        assertThat(home.staged(submission, "attendance_mark", "attendance_code", "is_superseded"))
                .containsExactly("I false", "N true", "\\ false");
    }

    @Test
    void a_fixed_period_exclusion_is_a_suspension_until_its_code_ended() {
        Submission submission = home.receive(NOTICES, Given.NOTICE_HEADER + dated("N1", 1, "FIXD", "2021-07-20")
                + dated("N2", 2, "FIXD", "2021-09-10") + dated("N3", 3, "SUSP", "2021-07-20") + dated("N4", 4, "SUSP", "2021-09-10"));

        assertThat(home.violations(submission)).containsExactly("exclusion_notice 3 EXC-001 error category", "exclusion_notice 4 EXC-001 error category");
        assertThat(home.staged(submission, "exclusion_notice", "notice_id", "category", "category_raw")).containsExactly("N1 SUSP FIXD", "N4 SUSP SUSP");
    }

    @Test
    void a_mark_whose_code_has_ended_is_kept_with_a_query() {
        Submission submission = home.receive(MARKS, Given.MARK_HEADER + Given.mark(1, "2024-10-01", "AM", "H", "")
                + Given.mark(2, "2024-07-01", "AM", "H", "") + Given.mark(3, "2024-10-01", "AM", "J1", "") + Given.mark(4, "2024-07-01", "AM", "J1", ""));

        assertThat(home.violations(submission)).containsExactly("attendance_mark 2 ATT-001 query attendance_code",
                "attendance_mark 5 ATT-001 error attendance_code");
        assertThat(home.staged(submission, "attendance_mark", "attendance_code")).containsExactly("H", "H", "J1");
    }

    @Test
    void a_reason_that_config_does_not_know_is_kept_with_a_query() {
        Submission submission = home.receive(NOTICES, Given.notices(1, 1).replace(",PP,", ",XX,"));

        assertThat(home.violations(submission)).containsExactly("exclusion_notice 2 EXC-003 query reason1");
        assertThat(home.staged(submission, "exclusion_notice", "reason1")).containsExactly("XX");
    }

    @Test
    void values_that_are_wrong_become_unknown_and_the_pupil_stays() {
        String pupil = Census.pupil(1, "8992001").replace("2015-Feb-12", "2055-Feb-12").replace(",F,2020-Sep-03", ",Q,2020-Sep-03")
                .replace(",C,N,N,N,5,WBRI", ",Z,N,N,Q,99,????");
        Submission submission = home.receive("2025_spring_pupilonroll.csv", Census.PUPIL_HEADER + pupil + Census.pupil(2, "8992001"));

        assertThat(home.violations(submission)).containsExactly("pupil_on_roll 2 PUP-001 value", "pupil_on_roll 2 PUP-003 value sex",
                "pupil_on_roll 2 PUP-004 value ethnicity", "pupil_on_roll 2 PUP-005 value ncyear", "pupil_on_roll 2 PUP-006 value enrol_status",
                "pupil_on_roll 2 SEN-001 value sen_provision");
        assertThat(home.staged(submission, "census_pupil", "birth_year_month", "sex", "ethnicity", "ncyear", "enrol_status", "sen_provision"))
                .containsExactly("- - - - - -", "2015-02 F WBRI 5 C N");
        assertThat(submission.rejected()).isZero();
    }

    @Test
    void absence_beyond_what_was_possible_makes_the_possible_sessions_unknown() {
        home.drop("2025_spring_pupilonroll.csv", Census.pupils("8992001", 1, 2).replaceFirst(",140,", ",900,"))
                .drop("2025_spring_termlysessiondetailsonroll.csv", """
                        pupilonrolltableid,NativeId,termlysessiondetailsonrolltableid,attendancereason,sessions
                        P2,8992001,1,I,100
                        P2,8992001,2,O,41
                        """);

        Submission submission = home.receiveOne();

        assertThat(home.violations(submission)).containsExactly("pupil_on_roll 2 ATT-007 value", "pupil_on_roll 3 ATT-007 value");
        assertThat(home.staged(submission, "census_pupil", "termly_sessions_possible")).containsExactly("-", "-");
    }

    @Test
    void a_required_value_that_is_missing_rejects_the_row() {
        Submission submission = home.receive(MARKS, Given.MARK_HEADER + Given.mark(1, "", "AM", "/", "") + Given.mark(2, "31/02/2025", "AM", "/", "")
                + Given.mark(3, "2025-02-04", "XX", "/", "") + Given.mark(4, "2025-02-04", "AM", "/", ""));

        assertThat(home.violations(submission)).containsExactly("attendance_mark 2 ROW-002 error attendance_date",
                "attendance_mark 3 ROW-003 error attendance_date", "attendance_mark 4 ROW-003 error session");
    }

    private static String row(String notice, String upn) {
        return notice + ",8992001," + upn + ",Doe,2025-02-04,SUSP,PP,2025-02-04,4,N\n";
    }

    private static String dated(String notice, int pupil, String category, String date) {
        return notice + ",8992001," + Given.upn(pupil) + ",Doe," + date + "," + category + ",PP," + date + ",4,N\n";
    }

    @Test
    void a_present_code_of_the_other_session_is_asked_about() {
        Submission submission = home.receive(MARKS, Given.MARK_HEADER + Given.mark(1, "2025-02-04", "AM", "/", "") + Given.mark(1, "2025-02-04", "PM", "\\", "")
                + Given.mark(2, "2025-02-04", "AM", "\\", "") + Given.mark(2, "2025-02-04", "PM", "/", "") + Given.mark(3, "2025-02-04", "PM", "I", ""));

        assertThat(home.violations(submission)).containsExactly("attendance_mark 4 ATT-004 query", "attendance_mark 5 ATT-004 query");
        assertThat(home.staged(submission, "attendance_mark", "attendance_code")).containsExactly("/", "\\", "\\", "/", "I");
    }

    @Test
    void who_provides_from_the_sixth_day_of_a_suspension_is_told() {
        Submission submission = home.receive(NOTICES, "notice_id,laestab,upn,start_date,category,reason1,sessions,sen_provision_at_start,day6_provision_urn,day6_provision_start\n"
                + suspension(1, 10, ",") + suspension(2, 11, ",") + suspension(3, 11, "990001,") + suspension(4, 11, ",2025-02-11"));

        assertThat(home.violations(submission)).containsExactly("exclusion_notice 3 EXC-006 query");
    }

    @Test
    void the_authority_is_told_by_the_next_weekday() {
        String[] told = {"2025-02-03,2025-02-04", "2025-02-03,2025-02-05", "2025-02-07,2025-02-10", "2025-02-07,2025-02-11", "2025-02-03,2025-02-03", "2025-02-03,"};
        StringBuilder notices = new StringBuilder("notice_id,laestab,upn,start_date,notice_date,category,reason1,sessions,sen_provision_at_start\n");
        for (int number = 1; number <= told.length; number++) {
            notices.append("N%d,8992001,%s,%s,SUSP,PP,2,N\n".formatted(number, Given.upn(number), told[number - 1]));
        }

        Submission submission = home.receive(NOTICES, notices.toString());

        assertThat(home.violations(submission)).containsExactly("exclusion_notice 3 EXC-013 query", "exclusion_notice 5 EXC-013 query");
    }

    @Test
    void before_a_pupil_with_a_plan_or_in_care_is_permanently_excluded_a_review_is_held_and_no_sessions_are_told() {
        String[] told = {"PERM,,E,N,Y", "PERM,,E,N,N", "PERM,,E,N,NA", "PERM,,N,Y,NA", "PERM,,N,Y,", "PERM,,K,N,", "SUSP,2,E,Y,", "PERM,4,N,N,NA"};
        StringBuilder notices = new StringBuilder("notice_id,laestab,upn,start_date,reason1,category,sessions,sen_provision_at_start,lac_at_start,ehcp_interim_review_held\n");
        for (int number = 1; number <= told.length; number++) {
            notices.append("N%d,8992001,%s,2025-02-04,PP,%s\n".formatted(number, Given.upn(number), told[number - 1]));
        }

        Submission submission = home.receive(NOTICES, notices.toString());

        assertThat(home.violations(submission)).containsExactly("exclusion_notice 3 EXC-014 query", "exclusion_notice 4 EXC-014 query",
                "exclusion_notice 6 EXC-014 query", "exclusion_notice 9 EXC-018 query");
        assertThat(submission.rejected()).isZero();
    }

    private static String suspension(int number, int sessions, String day6) {
        return "N%d,8992001,%s,2025-02-03,SUSP,PP,%d,N,%s\n".formatted(number, Given.upn(number), sessions, day6);
    }
}
