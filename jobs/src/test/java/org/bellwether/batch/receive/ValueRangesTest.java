package org.bellwether.batch.receive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.bellwether.intake.register.Submission;
import org.bellwether.intake.register.SubmissionState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A value outside the range that its contract gives it is unknown, or costs the row that needs it, and is always told. */
class ValueRangesTest {

    private static final String COST_HEADER = "placement_id,la_code,financial_year,month,element,provider_sector,s251_line,actual_gbp,invoice_ref\n";

    @TempDir
    Path folder;

    private ReceivingFixture home;

    @BeforeEach
    void a_home() {
        home = ReceivingFixture.in(folder).settings("max_rejected_pct: 95");
    }

    @Test
    void a_ledger_s_periods_that_are_no_months_are_rejected() {
        Submission submission = home.receive("placement_cost.csv", COST_HEADER + cost("202425", "-3") + cost("202425", "0")
                + cost("202425", "13") + cost("202425", "12"));

        assertThat(home.staged(submission, "placement_cost", "month")).containsExactly("12");
        assertThat(home.rejects(submission)).hasSize(3).allMatch(reject -> reject.contains("ROW-012; Period is no month")
                && reject.contains("month (1 to 12)") && reject.contains("leave opening and year-end entries out"));
    }

    @Test
    void a_year_is_two_years_that_follow_each_other() {
        Submission submission = home.receive("placement_cost.csv", COST_HEADER + cost("202426", "1") + cost("999999", "1") + cost("2024", "1")
                + cost("2024/25", "1") + cost("2024–25", "2") + cost("2024/2025", "3"));

        assertThat(home.violations(submission)).containsExactly("placement_cost 2 ROW-010 error financial_year",
                "placement_cost 3 ROW-010 error financial_year", "placement_cost 4 ROW-010 error financial_year");
        assertThat(home.staged(submission, "placement_cost", "financial_year")).containsExactly("202425", "202425", "202425");
    }

    @Test
    void a_day_of_another_century_is_unknown_and_the_message_says_which_days_are_allowed() {
        Submission submission = home.receive("exclusion_notice.csv", Given.NOTICE_HEADER
                + Given.notice(1).replace(",2025-02-04,SUSP", ",2204-02-04,SUSP") + "\n" + Given.notice(2) + "\n");

        assertThat(home.violations(submission)).containsExactly("exclusion_notice 2 ROW-010 value notice_date");
        assertThat(home.query("select message from " + home.findings(submission)))
                .containsExactly("Value outside its range: notice_date (2000-08-01 to 2040-07-31)");
        assertThat(home.staged(submission, "exclusion_notice", "notice_date")).containsExactly("-", "2025-02-04");
    }

    @Test
    void a_mark_of_year_one_replaces_nothing() {
        Submission submission = home.receive("attendance_marks.csv", Given.MARK_HEADER + Given.mark(1, "0001-01-01", "AM", "/", "")
                + Given.mark(2, "0026-05-13", "AM", "/", "") + Given.mark(3, "9999-12-31", "AM", "/", "")
                + Given.mark(4, "2025-02-04", "AM", "/", "") + Given.mark(5, "", "AM", "/", ""));

        assertThat(submission.state()).isEqualTo(SubmissionState.ACCEPTED_WITH_QUERIES);
        assertThat(home.violations(submission)).containsExactly("attendance_mark 2 ROW-010 error attendance_date",
                "attendance_mark 3 ROW-010 error attendance_date", "attendance_mark 4 ROW-010 error attendance_date",
                "attendance_mark 6 ROW-002 error attendance_date");
        assertThat(home.live("attendance_marks")).hasSize(1).allMatch(scope -> scope.contains("2025-02-04"));
    }

    @Test
    void numbers_at_the_edge_of_their_type_never_leave_staging() {
        Submission placements = home.receive("placement_register.csv", "placement_id,upn,home_laestab,provision_code,parent_consulted_date,start_date,sessions_per_week,travel_minutes\n"
                + "P1," + Given.upn(1) + ",8992001,A,2025-02-03,2025-02-04,100,2147483648\n" + "P2," + Given.upn(2) + ",8992001,A,2025-02-03,2025-02-04,10,-1\n");
        Submission money = home.receive("placement_cost.csv", COST_HEADER + cost("202425", "1").replace("10.00", "999999999999.99")
                + cost("202425", "2").replace("10.00", "99999999999999999999999999999999999999999"));
        Submission schools = home.receive("gias.csv", "URN,LA (code),EstablishmentNumber,EstablishmentName\n"
                + "100001,214749,2001,One\n" + "100002,899,2147483,Two\n" + "100003,899,2003,Three\n" + "99999999999,899,2004,Four\n");

        assertThat(home.staged(placements, "placement", "sessions_per_week", "travel_minutes")).containsExactly("- -", "10 -");
        assertThat(home.violations(placements)).containsExactly("placement 2 ROW-010 value sessions_per_week",
                "placement 2 ROW-010 value travel_minutes", "placement 3 ROW-010 value travel_minutes");
        assertThat(home.staged(money, "placement_cost", "actual_gbp")).containsExactly("-", "-");
        assertThat(home.staged(schools, "establishment", "urn", "laestab")).containsExactly("100002 -", "100003 8992003");
        assertThat(home.violations(schools)).containsExactly("establishment 2 ROW-010 error la_code",
                "establishment 3 ROW-010 value establishment_number", "establishment 5 ROW-010 error urn");
    }

    @Test
    void a_school_s_number_has_seven_digits() {
        Submission submission = home.receive("policy_events.csv", "laestab,event_date,event,detail\n" + "2147483647,2025-02-04,CHARTER_SIGNED,\n"
                + "899200,2025-02-04,CHARTER_SIGNED,\n" + "0992001,2025-02-04,CHARTER_SIGNED,\n" + "8992001,2025-02-04,CHARTER_SIGNED,\n");

        assertThat(home.staged(submission, "policy_event", "laestab")).containsExactly("8992001");
        assertThat(home.rejects(submission)).allMatch(reject -> reject.contains("Value outside its range: laestab (1000000 to 9999999)"));
    }

    @Test
    void a_key_of_a_thousand_letters_is_no_key_and_prose_has_room() {
        Submission submission = home.receive("policy_events.csv", "laestab,event_date,event,detail\n"
                + "8992001,2025-02-04,CHARTER_SIGNED," + "a".repeat(4000) + "\n" + "8992002,2025-02-04,CHARTER_SIGNED," + "a".repeat(4001) + "\n");
        Submission notices = home.receive("exclusion_notice.csv", Given.NOTICE_HEADER
                + Given.notice(1).replace("N000001", "N".repeat(1000)) + "\n" + Given.notice(2) + "\n");

        assertThat(home.staged(submission, "policy_event", "length(detail)")).containsExactly("4000", "-");
        assertThat(home.violations(submission)).containsExactly("policy_event 3 ROW-010 value detail");
        assertThat(home.violations(notices)).containsExactly("exclusion_notice 2 ROW-010 error notice_id");
    }

    @Test
    void a_column_with_a_rule_of_its_own_is_told_by_it_and_with_its_range() {
        Submission submission = home.receive("exclusion_notice.csv", Given.NOTICE_HEADER
                + Given.notice(1).replace(",2025-02-04,4", ",1925-02-04,4") + "\n" + Given.notice(2) + "\n");

        assertThat(home.violations(submission)).containsExactly("exclusion_notice 2 EXC-017 error start_date");
        assertThat(home.query("select message from " + home.findings(submission))).containsExactly(
                "Exclusion record incomplete (Value outside its range: start_date (2000-08-01 to 2040-07-31))");
    }

    private static String cost(String year, String month) {
        return "P1,899," + year + "," + month + ",OUTREACH,MAINTAINED,1.2.1,10.00,I" + month + "\n";
    }
}
