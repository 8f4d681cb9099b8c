package org.bellwether.batch.receive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.bellwether.intake.register.Submission;
import org.bellwether.intake.register.SubmissionState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a census tells that cannot be so: the value becomes unknown or is queried, and the pupil stays. */
class CensusRulesTest {

    private static final String PUPILS = "2025_spring_pupilonroll.csv";

    @TempDir
    Path folder;

    private ReceivingFixture home;

    @BeforeEach
    void a_home() {
        home = ReceivingFixture.in(folder).settings("max_rejected_pct: 90");
    }

    @Test
    void a_former_upn_that_is_none_joins_nobody() {
        String pupil = Census.pupil(1, "8992001").replace(Given.upn(1) + ",,", Given.upn(1) + ",B000000000000,");

        Submission submission = home.receive(PUPILS, Census.PUPIL_HEADER + pupil + Census.pupil(2, "8992001")
                .replace(Given.upn(2) + ",,", Given.upn(2) + "," + Given.upn(9) + ","));

        assertThat(home.violations(submission)).containsExactly("pupil_on_roll 2 UPN-008 query former_upn");
        assertThat(home.staged(submission, "census_pupil", "former_pupil_key is not null")).containsExactly("false", "true");
    }

    @Test
    void nobody_enters_before_birth_or_after_census_day() {
        Submission submission = home.receive(PUPILS, Census.PUPIL_HEADER + Census.pupil(1, "8992001").replace("2020-Sep-03", "2014-Sep-03")
                + Census.pupil(2, "8992001").replace("2020-Sep-03", "2025-Feb-03") + Census.pupil(3, "8992001").replace("2020-Sep-03 00:00:00", "")
                + Census.pupil(4, "8992001"));

        assertThat(home.violations(submission)).containsExactly("pupil_on_roll 2 PUP-007 value", "pupil_on_roll 3 PUP-007 value",
                "pupil_on_roll 4 PUP-007 value");
        assertThat(home.staged(submission, "census_pupil", "entry_date")).containsExactly("-", "-", "-", "2020-09-03");
    }

    @Test
    void a_leaver_has_left_by_census_day_and_after_entering() {
        home.drop(PUPILS, Census.pupils("8992001", 1)).drop("2025_spring_pupilnolongeronroll.csv", """
                pupilnolongeronrolltableid,NativeId,dob,upn,sex,entrydate,leavingdate,ncyearleaving,ethnicity
                L1,8992001,2012-02-12,%s,F,2020-09-03,2025-01-16,8,WBRI
                L2,8992001,2012-02-12,%s,F,2024-12-03,2024-11-30,8,WBRI
                L3,8992001,2012-02-12,%s,F,2020-09-03,,8,WBRI
                L4,8992001,2012-02-12,%s,F,2020-09-03,2025-01-15,8,WBRI
                """.formatted(Given.upn(2), Given.upn(3), Given.upn(4), Given.upn(5)));

        Submission submission = home.receiveOne();

        assertThat(home.violations(submission)).containsExactly("pupil_no_longer_on_roll 2 PUP-008 value",
                "pupil_no_longer_on_roll 3 PUP-008 value", "pupil_no_longer_on_roll 4 PUP-008 value");
        assertThat(home.query("select coalesce(cast(leaving_date as varchar), '-') from " + home.relation(submission, "census_pupil")
                + " where not on_roll order by source_line")).containsExactly("-", "-", "-", "2025-01-15");
        assertThat(submission.rejected()).isZero();
    }

    @Test
    void periods_of_free_school_meals_have_a_start_and_an_end_after_it_and_do_not_overlap() {
        home.drop(PUPILS, Census.pupils("8992001", 1, 2, 3)).drop("2025_spring_fsmperiodsonroll.csv", """
                pupilonrolltableid,NativeId,fsmperiodsonrolltableid,fsmstartdate,fsmenddate,ukcountry
                P1,8992001,1,2022-09-01,2023-07-31,ENG
                P1,8992001,2,2023-07-01,,ENG
                P2,8992001,3,2024-09-01,2024-08-01,ENG
                P3,8992001,4,,2024-08-01,ENG
                """);

        Submission submission = home.receiveOne();

        assertThat(home.violations(submission)).containsExactly("fsm_periods_on_roll 3 PUP-010 value", "fsm_periods_on_roll 4 PUP-010 value",
                "fsm_periods_on_roll 5 PUP-010 value");
        assertThat(home.staged(submission, "census_fsm_period", "fsm_start_date", "fsm_end_date"))
                .containsExactly("2022-09-01 2023-07-31", "2023-07-01 -", "- -", "- 2024-08-01");
    }

    @Test
    void a_postcode_is_queried_and_never_staged() {
        home.drop(PUPILS, Census.pupils("8992001", 1)).drop("2025_spring_addressesonroll.csv", """
                pupilonrolltableid,NativeId,addressesonrolltableid,postcode
                P1,8992001,1,LU1 2AB
                P1,8992001,2,Luton
                P1,8992001,3,
                """);

        Submission submission = home.receiveOne();

        assertThat(home.violations(submission)).containsExactly("addresses_on_roll 3 PUP-012 query", "addresses_on_roll 4 PUP-012 query");
        assertThat(submission.state()).isEqualTo(SubmissionState.ACCEPTED_WITH_QUERIES);
    }

    @Test
    void a_need_belongs_to_sen_support_and_has_one_first_rank() {
        home.drop(PUPILS, Census.PUPIL_HEADER + sen(1, "K") + sen(2, "N") + sen(3, "K") + sen(4, "E"))
                .drop("2025_spring_senneeds.csv", """
                        pupilonrolltableid,NativeId,senneedstableid,sentyperank,sentype
                        P2,8992001,1,1,SEMH
                        P3,8992001,2,2,SEMH
                        P4,8992001,3,1,ASD
                        P4,8992001,4,2,SLCN
                        """);

        Submission submission = home.receiveOne();

        assertThat(home.violations(submission)).containsExactly("pupil_on_roll 2 SEN-002 value", "sen_needs_on_roll 2 SEN-003 value",
                "sen_needs_on_roll 3 SEN-004 value");
        assertThat(home.staged(submission, "census_sen_need", "sen_type", "sen_type_rank"))
                .containsExactly("- 1", "SEMH -", "ASD 1", "SLCN 2");
        assertThat(submission.rejected()).isZero();
    }

    @Test
    void a_census_takes_exclusions_of_its_own_windows_alone_and_only_whole_ones() {
        home.drop(PUPILS, Census.pupils("8992001", 1, 2, 3, 4, 5)).drop("2025_spring_termlyexclusionsonroll.csv", """
                pupilonrolltableid,NativeId,termlyexclusionsonrolltableid,startdate,sessions,reason1,category,senprovision
                P1,8992001,1,2024-11-05,2,PP,SUSP,N
                P2,8992001,2,2025-01-08,2,PP,SUSP,N
                P3,8992001,3,,2,PP,SUSP,N
                P4,8992001,4,2024-11-05,2,PP,,N
                P5,8992001,5,2024-11-05,2,PP,SUSP,?
                """);

        Submission submission = home.receiveOne();

        assertThat(home.violations(submission)).containsExactly("termly_exclusions_on_roll 3 EXC-002 error",
                "termly_exclusions_on_roll 4 EXC-017 error start_date", "termly_exclusions_on_roll 5 EXC-017 error category",
                "termly_exclusions_on_roll 6 EXC-017 value sen_provision");
        assertThat(home.staged(submission, "census_exclusion", "source_line", "sen_provision")).containsExactly("2 N", "6 -");
    }

    @Test
    void what_a_need_without_assessment_is_comes_with_sen_support_alone() {
        home.drop(PUPILS, Census.PUPIL_HEADER + sen(1, "K") + sen(2, "E") + sen(3, "E")).drop("2025_spring_senneeds.csv", """
                pupilonrolltableid,NativeId,senneedstableid,sentyperank,sentype
                P1,8992001,1,1,NSA
                P2,8992001,2,1,NSA
                P3,8992001,3,1,ASD
                """);

        Submission submission = home.receiveOne();

        assertThat(home.violations(submission)).containsExactly("sen_needs_on_roll 3 SEN-007 value");
        assertThat(home.staged(submission, "census_sen_need", "sen_type", "sen_type_rank")).containsExactly("NSA 1", "- 1", "ASD 1");
    }

    @Test
    void a_year_group_may_be_one_from_that_of_the_age_and_no_more() {
        home.drop(PUPILS, Census.PUPIL_HEADER + aged(1, "2015-Feb-12", "4") + aged(2, "2015-Feb-12", "6") + aged(3, "2015-Feb-12", "3") + aged(4, "2015-Feb-12", "7")
                + aged(5, "2015-Aug-31", "6") + aged(6, "2015-Aug-31", "3") + aged(7, "2015-Sep-01", "6") + aged(8, "2020-Aug-31", "N2") + aged(9, "2019-Aug-31", "N2")
                + aged(10, "2019-Sep-01", "1") + aged(11, "2019-Aug-31", "R") + aged(12, "2008-Feb-12", "X")).drop("2025_spring_pupilnolongeronroll.csv", """
                pupilnolongeronrolltableid,NativeId,dob,upn,sex,entrydate,leavingdate,ncyearleaving,ethnicity
                L1,8992001,2013-09-12,%s,F,2020-09-03,2024-07-16,6,WBRI
                L2,8992001,2013-08-12,%s,F,2020-09-03,2024-12-16,5,WBRI
                """.formatted(Given.upn(21), Given.upn(22)));

        Submission submission = home.receiveOne();

        assertThat(home.violations(submission)).containsExactly("pupil_no_longer_on_roll 3 PUP-002 query", "pupil_on_roll 4 PUP-002 query",
                "pupil_on_roll 5 PUP-002 query", "pupil_on_roll 7 PUP-002 query", "pupil_on_roll 8 PUP-002 query", "pupil_on_roll 10 PUP-002 query");
        assertThat(home.staged(submission, "census_pupil", "ncyear")).hasSize(14).doesNotContain("-");
    }

    @Test
    void sessions_of_all_codes_add_up_to_the_possible_ones_where_attended_ones_are_told() {
        home.drop("2024_autumn_pupilonroll.csv", Census.PUPIL_HEADER.replace("termlysessionspossible", "termlysessionspossible,summerhalfterm2sessionspossible")
                + Census.pupils("8992001", 1, 2, 3, 4).replace(Census.PUPIL_HEADER, "").replace(",140,", ",60,70,"))
                .drop("2024_autumn_termlysessiondetailsonroll.csv", """
                        pupilonrolltableid,NativeId,termlysessiondetailsonrolltableid,attendancereason,sessions
                        P1,8992001,1,/,30
                        P1,8992001,2,\\,20
                        P1,8992001,3,V,5
                        P1,8992001,4,I,3
                        P1,8992001,5,O,2
                        P1,8992001,6,D,40
                        P2,8992001,7,/,59
                        P3,8992001,8,I,3
                        P4,8992001,9,/,30
                        P4,8992001,10,I,61
                        """)
                .drop("2024_autumn_summerhalfterm2sessiondetailsonroll.csv", """
                        pupilonrolltableid,NativeId,summerhalfterm2sessiondetailsonrolltableid,attendancereason,sessions
                        P1,8992001,1,/,70
                        P2,8992001,2,/,70
                        P3,8992001,3,B,71
                        """);

        Submission submission = home.receiveOne();

        assertThat(home.violations(submission)).containsExactly("pupil_on_roll 3 ATT-008 query", "pupil_on_roll 4 ATT-008 query", "pupil_on_roll 5 ATT-007 value");
        assertThat(home.staged(submission, "census_pupil", "termly_sessions_possible")).containsExactly("60", "60", "60", "-");
    }

    @Test
    void a_pupil_of_compulsory_age_at_one_school_had_possible_sessions() {
        Submission submission = home.receive(PUPILS, Census.pupils("8992001", 1) + without(2) + without(3).replace(",C,N,N", ",M,N,N")
                + without(4).replace("2020-Sep-03", "2024-Dec-16") + without(5).replace("2015-Feb-12", "2019-Sep-01").replace(",5,WBRI", ",R,WBRI"));

        assertThat(home.violations(submission)).containsExactly("pupil_on_roll 3 ATT-009 query");
        assertThat(submission.rejected()).isZero();
    }

    @Test
    void a_school_that_returns_no_attendance_is_asked_once() {
        Submission submission = home.receive(PUPILS, Census.pupils("8992002", 1) + without(2).replace(",C,N,N", ",M,N,N") + without(3) + without(4));

        assertThat(home.violations(submission)).containsExactly("pupil_on_roll 4 ATT-009 query");
    }

    @Test
    void a_nursery_returns_no_exclusions_and_a_permanent_one_has_no_sessions() {
        home.drop(PUPILS, Census.PUPIL_HEADER + Census.pupil(1, "8992001") + Census.pupil(2, "8992001") + Census.pupil(3, "8991001"))
                .drop("2025_spring_school.csv", "NativeId,schoolname,phase,governance\n8992001,Quillbank,PS,CO\n8991001,Little Acorns,ns,CO\n")
                .drop("2025_spring_termlyexclusionsonroll.csv", """
                        pupilonrolltableid,NativeId,termlyexclusionsonrolltableid,startdate,sessions,reason1,category,senprovision
                        P1,8992001,1,2024-11-05,2,PP,PERM,N
                        P2,8992001,2,2024-11-05,,PP,PERM,N
                        P3,8991001,3,2024-11-05,2,PP,SUSP,N
                        """);

        Submission submission = home.receiveOne();

        assertThat(home.violations(submission)).containsExactly("termly_exclusions_on_roll 2 EXC-018 query", "termly_exclusions_on_roll 4 EXC-019 query");
        assertThat(submission.state()).isEqualTo(SubmissionState.ACCEPTED_WITH_QUERIES);
    }

    private static String aged(int number, String born, String year) {
        return Census.pupil(number, "8992001").replace("2015-Feb-12", born).replace(",5,WBRI", "," + year + ",WBRI").replace("2020-Sep-03", "2024-Sep-03");
    }

    private static String without(int number) {
        return Census.pupil(number, "8992001").replace(",140,", ",0,");
    }

    private static String sen(int number, String provision) {
        return Census.pupil(number, "8992001").replace(",C,N,N,N,5,WBRI", ",C,N,N," + provision + ",5,WBRI");
    }
}
