package org.bellwether.batch.receive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.bellwether.intake.register.Submission;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the authority itself returns each January: plans, and pupils in alternative provision. The year stands in the name of the file. */
class JanuaryReturnsTest {

    private static final String PLANS = "upn,plan_start_date,primary_need,placement_type";
    private static final String PLACEMENTS =
            "upn,provider_urn,provider_ukprn,setting_type,entry_date,leaving_date,attendance_pattern,sessions_per_week\n";

    @TempDir
    Path folder;

    private ReceivingFixture home;

    @BeforeEach
    void a_home() {
        home = ReceivingFixture.in(folder).settings("max_rejected_pct: 90");
    }

    @Test
    void a_collection_is_of_the_year_in_its_rows_else_in_its_name_else_of_the_day_on_which_it_came() {
        Submission inRows = home.receive("sen2_202324.csv", PLANS + ",academic_year\n" + plan(1) + ",2022/23\n");
        Submission inName = home.receive("SEN2 2023-24.csv", PLANS + "\n" + plan(2) + "\n");
        Submission noYear = home.receive("sen2.csv", PLANS + "\n" + plan(3) + "\n");

        assertThat(home.staged(inRows, "ehc_plan", "academic_year")).containsExactly("202223");
        assertThat(home.staged(inName, "ehc_plan", "academic_year")).containsExactly("202324");
        assertThat(home.staged(noYear, "ehc_plan", "academic_year")).containsExactly("202425");
        assertThat(home.live("sen2")).containsExactly("202223=1", "202324=2", "202425=3");
        assertThat(home.staged(home.receive("sen2_20230124.csv", PLANS + "\n" + plan(4) + "\n"), "ehc_plan", "academic_year")).containsExactly("202223");
    }

    @Test
    void a_pupil_may_have_had_two_plans_and_none_twice() {
        Submission submission = home.receive("sen2_202425.csv", PLANS + "\n" + plan(1) + "\n" + plan(1) + "\n" + plan(1).replace("2020", "2023") + "\n"
                + plan(2).replace("ASD", "MAGIC") + "\n" + plan(3).replace("2020-02-03", "") + "\n");

        assertThat(home.violations(submission)).containsExactly("ehc_plan 3 ROW-004 error", "ehc_plan 5 ROW-003 value primary_need",
                "ehc_plan 6 ROW-002 error plan_start_date");
        assertThat(home.staged(submission, "ehc_plan", "plan_start_date", "primary_need"))
                .containsExactly("2020-02-03 ASD", "2023-02-03 ASD", "2020-02-03 -");
    }

    @Test
    void a_provider_is_known_by_a_number_or_else_by_its_type() {
        Submission submission = home.receive("ap_census_202425.csv", PLACEMENTS + place(1, "990001,,", "FT,10") + place(2, ",10012345,", "FT,10")
                + place(3, ",,OTH", "FT,10") + place(4, "990001,,OTH", "FT,10") + place(5, ",,", "FT,10") + place(6, ",,ZOO", "FT,10"));

        assertThat(home.violations(submission)).containsExactly("ap_census_placement 5 AP-001 error", "ap_census_placement 6 AP-001 error",
                "ap_census_placement 7 ROW-003 error setting_type");
    }

    @Test
    void a_placement_ends_after_it_began_and_full_time_is_ten_sessions() {
        Submission submission = home.receive("ap_census_202425.csv", PLACEMENTS + place(1, "990001,,", "PT,9") + place(2, "990001,,", "PT,10")
                + place(3, "990001,,", "FT,9") + place(4, "990001,,", "FT,11") + place(5, "990001,,", ",0") + place(6, "990001,,", ",")
                + place(7, "990001,,", "FT,10").replace(",2024-09-03,,", ",2024-09-03,2024-09-02,"));

        assertThat(home.violations(submission)).containsExactly("ap_census_placement 3 AP-002 error", "ap_census_placement 4 AP-002 error",
                "ap_census_placement 5 AP-002 error", "ap_census_placement 6 AP-002 error", "ap_census_placement 8 AP-002 error");
        assertThat(home.live("ap_census")).containsExactly("202425=1");
    }

    private static String plan(int pupil) {
        return Given.upn(pupil) + ",2020-02-03,ASD,MAINSTREAM";
    }

    private static String place(int pupil, String provider, String week) {
        return Given.upn(pupil) + "," + provider + ",2024-09-03,," + week + "\n";
    }
}
