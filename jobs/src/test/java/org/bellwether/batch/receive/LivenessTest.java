package org.bellwether.batch.receive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import java.nio.file.Path;
import java.util.List;
import org.bellwether.app.status.Status;
import org.bellwether.intake.register.Submission;
import org.bellwether.intake.register.SubmissionState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which of several submissions counts. */
class LivenessTest {

    private static final String MARKS = "attendance_marks.csv";

    @TempDir
    Path folder;

    private ReceivingFixture home;

    @BeforeEach
    void a_home() {
        home = ReceivingFixture.in(folder);
    }

    @Test
    void a_b_a_ends_as_a() {
        String a = marks("/", "/", "/", "/");
        String b = marks("/", "I", "/", "/");

        assertThat(home.receive(MARKS, a).state()).isEqualTo(SubmissionState.ACCEPTED);
        assertThat(home.receive(MARKS, b).state()).isEqualTo(SubmissionState.ACCEPTED);
        assertThat(home.live("attendance_marks")).containsExactly("8992001|2025-02-04=2");
        Submission third = home.receive(MARKS, a);

        assertThat(third.state()).isEqualTo(SubmissionState.ACCEPTED);
        assertThat(home.live("attendance_marks")).containsExactly("8992001|2025-02-04=3");
        assertThat(home.staged(third, "attendance_mark", "attendance_code")).containsExactly("/", "/", "/", "/");
        assertThat(home.receive(MARKS, a).state()).isEqualTo(SubmissionState.DUPLICATE);
    }

    /** What a file is of may stand in its name alone, or in the day on which it came. */
    @Test
    void equal_content_under_a_name_that_says_something_else_is_no_duplicate() {
        String week = "UPN,unique_reference_number,possible_sessions,absent_sessions\n" + Given.upn(1) + ",140001,10,1\n";
        home.drop("attendance_weekly_2025-01-13.csv", week).drop("attendance_weekly_2025-01-20.csv", week);

        assertThat(home.receive()).allMatch(one -> one.state().isAccepted());
        assertThat(home.live("attendance_weekly")).containsExactly("202425|2025-01-13=1", "202425|2025-01-20=2");
        assertThat(home.receive("attendance_weekly_2025-01-13.csv", week).state()).isEqualTo(SubmissionState.DUPLICATE);
        assertThat(home.receive("attendance_weekly 20250120 (1).csv", week).state()).isEqualTo(SubmissionState.DUPLICATE);
        assertThat(home.receive("attendance_weekly_2025-01-27.csv", week).state().isAccepted()).isTrue();

        String pupils = Census.pupils("8992001", 1);
        assertThat(home.receive("2025_spring_pupilonroll.csv", pupils).state().isAccepted()).isTrue();
        assertThat(home.receive("2025_summer_pupilonroll.csv", pupils).state().isAccepted()).isTrue();
        assertThat(home.receive("2025_spring_pupilonroll.csv", pupils).state()).isEqualTo(SubmissionState.DUPLICATE);
        assertThat(home.live("school_census")).hasSize(2);
    }

    @Test
    void a_census_with_a_lower_serial_than_the_live_one_stays_out() {
        receiveCensus(3, 1, 2);
        receiveCensus(2, 1, 2, 3);

        assertThat(home.live("school_census")).containsExactly("202425|SPR|8992001=1");
        assertThat(home.status().get(1).warnings()).containsExactly("FILE-007 Older serial received; ignored");

        receiveCensus(4, 1, 2, 3);

        assertThat(home.live("school_census")).containsExactly("202425|SPR|8992001=3");
        assertThat(home.status()).extracting(Status.SubmissionStatus::state)
                .containsExactly(SubmissionState.REPLACED, SubmissionState.REPLACED, SubmissionState.ACCEPTED);
        assertThat(home.status()).flatExtracting(Status.SubmissionStatus::warnings).as("replaced as it should be").isEmpty();
    }

    @Test
    void of_a_set_of_several_schools_the_one_with_a_lower_serial_stays_out() {
        receiveCensus(3, 1, 2);
        home.drop("2025_spring_pupilonroll.csv", Census.pupils("8992001", 1, 2, 3) + Census.pupil(4, "8992002"))
                .drop("2025_spring_schoolcensus.csv", Census.header("8992001", 2) + Census.header("8992002", 1).lines().toList().get(1));
        home.receiveOne();

        assertThat(home.live("school_census")).containsExactly("202425|SPR|8992001=1", "202425|SPR|8992002=2");
        assertThat(home.status()).extracting(Status.SubmissionStatus::state)
                .containsExactly(SubmissionState.ACCEPTED, SubmissionState.ACCEPTED);
        assertThat(home.status()).extracting(Status.SubmissionStatus::warnings)
                .containsExactly(List.of(), List.of("FILE-007 Older serial received; ignored"));
    }

    @Test
    void a_file_refused_for_a_code_that_config_lacked_is_accepted_unchanged_once_config_has_it() {
        String marks = Given.MARK_HEADER + Given.mark(1, "2025-02-04", "AM", "/", "") + Given.mark(2, "2025-02-04", "AM", "Y8", "");
        Submission before = home.receive(MARKS, marks);

        assertThat(before.state()).isEqualTo(SubmissionState.REJECTED);
        assertThat(before.error().rule()).isEqualTo("FILE-023");
        assertThat(home.violations(before)).containsExactly("attendance_mark 3 ATT-001 error attendance_code");

        home.config("reference/attendance_code.csv", "code,label,statistical_class,valid_from,valid_to\nY8,Unable to attend: new,NOT_POSSIBLE,2024-08-19,\n");
        Submission after = home.receive(MARKS, marks);

        assertThat(after.state()).isEqualTo(SubmissionState.ACCEPTED);
        assertThat(after.contentSha256()).isEqualTo(before.contentSha256());
        assertThat(home.live("attendance_marks")).containsExactly("8992001|2025-02-04=2");
    }

    @Test
    void a_set_refused_for_a_census_that_config_lacked_is_accepted_unchanged_once_config_has_it() {
        String pupils = Census.pupils("8992001", 1, 2);
        Submission before = home.receive("2012_summer_pupilonroll.csv", pupils);

        assertThat(before.state()).isEqualTo(SubmissionState.REFUSED);
        assertThat(before.error().rule()).isEqualTo("FILE-004");

        home.config("reference/census.csv", "code,academic_year,census_term,reference_date,attendance_from,attendance_to,attendance_days,second_attendance_from,"
                + "second_attendance_to,second_attendance_days,exclusion_from,exclusion_to\n"
                + "201112-SUM,201112,SUM,2012-05-17,2012-01-01,2012-04-08,65,,,,2011-08-01,2011-12-31\n");
        Submission after = home.receive("2012_summer_pupilonroll.csv", pupils);

        assertThat(after.state()).isEqualTo(SubmissionState.ACCEPTED_WITH_QUERIES);
        assertThat(after.accepted()).isEqualTo(2);
        assertThat(after.contentSha256()).isEqualTo(before.contentSha256());
        assertThat(home.live("school_census")).containsExactly("201112|SUM|8992001=2");
    }

    @Test
    void a_file_that_comes_before_gias_loses_no_row() {
        Submission submission = home.receive(MARKS, marks("/", "/", "I"));

        assertThat(submission.state()).isEqualTo(SubmissionState.ACCEPTED);
        assertThat(submission.accepted()).isEqualTo(3);
    }

    @Test
    void with_more_than_a_fifth_rejected_it_is_rejected_whole_and_what_was_live_stays_live() {
        home.receive(MARKS, marks("/", "/", "/", "/"));

        Submission worse = home.receive(MARKS, marks("/", "/", "?", "?"));

        assertThat(worse.state()).isEqualTo(SubmissionState.REJECTED);
        assertThat(worse.error().message()).isEqualTo("Too many rows rejected");
        assertThat(worse.error().remedy()).isNotBlank();
        assertThat(worse.rows()).isEqualTo(4);
        assertThat(worse.accepted()).isEqualTo(2);
        assertThat(worse.rejected()).isEqualTo(2);
        assertThat(home.rejects(worse)).hasSize(2);
        assertThat(home.kept(worse)).contains("landing/" + MARKS);
        assertThat(home.live("attendance_marks")).containsExactly("8992001|2025-02-04=1");
    }

    @Test
    void a_fifth_rejected_is_not_too_much() {
        assertThat(home.receive(MARKS, marks("/", "/", "/", "/", "?")).state()).isEqualTo(SubmissionState.ACCEPTED_WITH_QUERIES);
    }

    @Test
    void a_replacement_with_far_fewer_rows_is_a_warning() {
        home.receive(MARKS, marks("/", "/", "/", "/", "/"));

        assertThat(home.receive(MARKS, marks("/", "/", "/", "I")).warnings())
                .containsExactly("FILE-032 Rows that it replaces are not in it (1 of 5)");
        assertThat(home.receive(MARKS, marks("/", "/", "/")).warnings())
                .containsExactly("FILE-028 Fewer than 80 % of the rows that it replaces (3 for 4)",
                        "FILE-032 Rows that it replaces are not in it (1 of 4)");
    }

    @Test
    void the_afternoon_of_a_school_day_sent_by_itself_says_how_many_marks_of_the_morning_went() {
        String morning = Given.MARK_HEADER + Given.mark(1, "2025-02-04", "AM", "/", "") + Given.mark(2, "2025-02-04", "AM", "/", "");
        String afternoon = Given.MARK_HEADER + Given.mark(1, "2025-02-04", "PM", "\\", "") + Given.mark(2, "2025-02-04", "PM", "\\", "");

        assertThat(home.receive(MARKS, morning).warnings()).isEmpty();
        assertThat(home.receive(MARKS, afternoon).warnings()).containsExactly("FILE-032 Rows that it replaces are not in it (2 of 2)");
        assertThat(home.status().get(1).warnings()).as("it is kept").hasSize(1);
    }

    @Test
    void a_corrected_mark_is_told_again_and_marks_of_other_days_stay() {
        home.receive(MARKS, Given.MARK_HEADER + Given.mark(1, "2025-02-03", "AM", "N", "") + Given.mark(1, "2025-02-04", "AM", "N", ""));

        assertThat(home.receive(MARKS, Given.MARK_HEADER + Given.mark(1, "2025-02-04", "AM", "I", "")).warnings()).isEmpty();
    }

    @Test
    void half_of_a_months_costs_says_which_half_went_in_the_same_night_too() {
        String header = "placement_id,financial_year,month,element,actual_gbp\n";
        home.drop("placement_cost_1.csv", header + "P1,202526,4,PLACE,100.00\nP2,202526,4,PLACE,100.00\n")
                .drop("placement_cost_2.csv", header + "P2,202526,4,PLACE,90.00\nP3,202526,4,PLACE,90.00\n");

        assertThat(home.receive()).extracting(Submission::warnings).last().asInstanceOf(LIST)
                .contains("FILE-032 Rows that it replaces are not in it (1 of 2)");
    }

    @Test
    void a_notice_that_comes_again_replaces_that_notice_alone() {
        home.receive("exclusion_notice_1.csv", Given.notices(1, 3));
        home.receive("exclusion_notice_2.csv", Given.NOTICE_HEADER + Given.notice(2).replace(",4,N", ",6,N") + "\n");

        assertThat(home.live("exclusion_notice")).containsExactly("N000001=1", "N000002=2", "N000003=1");
    }

    private void receiveCensus(int serial, int... pupils) {
        home.drop("2025_spring_pupilonroll.csv", Census.pupils("8992001", pupils))
                .drop("2025_spring_schoolcensus.csv", Census.header("8992001", serial));
        assertThat(home.receiveOne().state()).isEqualTo(SubmissionState.ACCEPTED);
    }

    private static String marks(String... codes) {
        StringBuilder text = new StringBuilder(Given.MARK_HEADER);
        for (int pupil = 1; pupil <= codes.length; pupil++) {
            text.append(Given.mark(pupil, "2025-02-04", "AM", codes[pupil - 1], ""));
        }
        return text.toString();
    }
}
