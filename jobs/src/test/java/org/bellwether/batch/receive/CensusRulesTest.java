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

    private static String sen(int number, String provision) {
        return Census.pupil(number, "8992001").replace(",C,N,N,N,5,WBRI", ",C,N,N," + provision + ",5,WBRI");
    }
}
