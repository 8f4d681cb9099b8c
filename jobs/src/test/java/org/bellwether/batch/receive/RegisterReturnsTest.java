package org.bellwether.batch.receive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.bellwether.intake.register.Submission;
import org.bellwether.intake.register.SubmissionState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the weekly file of DfE and the registers of the authority are taken for, and what is asked about their rows. */
class RegisterReturnsTest {

    private static final String WEEKLY = "UPN,unique_reference_number,possible_sessions,absent_sessions";

    @TempDir
    Path folder;

    private ReceivingFixture home;

    @BeforeEach
    void a_home() {
        home = ReceivingFixture.in(folder).settings("max_rejected_pct: 90");
    }

    @Test
    void the_week_is_that_of_the_day_in_the_name_of_the_file() {
        Submission submission = home.receive("attendance_weekly_2025-02-05.csv", WEEKLY + "\n" + Given.upn(1) + ",990001,10,1\n");

        assertThat(home.staged(submission, "attendance_weekly", "time_period", "week", "urn", "absent_sessions"))
                .containsExactly("202425 2025-02-03 990001 1");
        assertThat(home.live("attendance_weekly")).hasSize(1).allMatch(scope -> scope.startsWith("202425|2025-02-03="));
    }

    @Test
    void without_a_day_in_its_name_it_is_of_the_monday_before_it_came() {
        Submission onMonday = home.receive("attendance_weekly.csv", WEEKLY + "\n" + Given.upn(1) + ",990001,10,1\n");
        Submission onTuesday = home.receive("attendance_weekly_99999999.csv", WEEKLY + "\n" + Given.upn(1) + ",990001,10,2\n");

        assertThat(home.staged(onMonday, "attendance_weekly", "week")).containsExactly("2025-02-24");
        assertThat(home.staged(onTuesday, "attendance_weekly", "week")).containsExactly("2025-03-03");
    }

    @Test
    void a_week_that_comes_again_replaces_itself_and_no_other() {
        home.receive("attendance_weekly_20250203.csv", WEEKLY + "\n" + Given.upn(1) + ",990001,10,1\n");
        home.receive("attendance_weekly_20250210.csv", WEEKLY + "\n" + Given.upn(1) + ",990001,10,2\n");
        home.receive("attendance_weekly_20250203_again.csv", WEEKLY + "\n" + Given.upn(1) + ",990001,10,0\n");

        assertThat(home.live("attendance_weekly")).containsExactly("202425|2025-02-03=3", "202425|2025-02-10=2");
    }

    @Test
    void a_column_that_dfe_adds_is_told_and_one_that_it_drops_is_unknown() {
        Submission submission = home.receive("attendance_weekly_2025-02-03.csv", WEEKLY + ",mood,sen_support\n" + Given.upn(1) + ",990001,10,1,good,1\n"
                + Given.upn(1) + ",990001,10,1,good,1\n" + Given.upn(2) + ",,10,1,good,0\n");

        assertThat(submission.files().get(0).notes()).singleElement().asString().contains("FILE-029", "mood");
        assertThat(home.violations(submission)).containsExactly("attendance_weekly 3 ROW-004 error", "attendance_weekly 4 ROW-002 error urn");
        assertThat(home.staged(submission, "attendance_weekly", "has_sen_support", "has_ehcp", "present_sessions")).containsExactly("true - -");
    }

    @Test
    void the_same_places_at_two_rates_are_two_rows() {
        Submission submission = home.receive("hn_places.csv", "urn,academic_year,place_type,places,rate_gbp\n990001,2024/25,SEN_UNIT,8,6000\n"
                + "990001,2024/25,SEN_UNIT,2,10000\n990001,2024/25,SEN_UNIT,3,10000\n990001,2024/25,PENTHOUSE,3,10000\n");

        assertThat(home.violations(submission)).containsExactly("hn_place 4 ROW-004 error", "hn_place 5 ROW-003 error place_type");
        assertThat(home.staged(submission, "hn_place", "academic_year", "places", "rate_gbp")).containsExactly("202425 8 6000.00", "202425 2 10000.00");
    }

    @Test
    void the_elements_of_a_report_are_told_in_order_and_one_that_is_missing_is_asked_about() {
        String all = "BUDGET;STAFFING;SERVICE;CURRICULUM;KPI;EVALUATION;QUALITY;SAFEGUARDING;PARTNERSHIPS;FEEDBACK;CONTINGENCY;";
        Submission submission = home.receive("governance_return.csv", "document_id,report_type,provision_code,due_date,received_date,elements_present\n"
                + "D1,LA_ANNUAL,BP,2025-01-10,2025-01-09," + all + "future\n" + "D2,LA_ANNUAL,BP,2025-01-10,2025-01-09," + all + "\n"
                + "D3,LA_ANNUAL,BP,2025-01-10,,\n" + "D4,LA_ANNUAL,BP,2025-01-10,2025-01-09,\n" + "D5,SLA,BP,2025-01-10,2025-01-09,\"Vision, aims, vision\"\n");

        assertThat(submission.state()).isEqualTo(SubmissionState.ACCEPTED_WITH_QUERIES);
        assertThat(home.violations(submission)).containsExactly("governance_return 3 GOV-002 query", "governance_return 5 GOV-002 query",
                "governance_return 6 GOV-003 query");
        assertThat(home.staged(submission, "governance_return", "elements_present")).element(0).asString().startsWith("BUDGET CONTINGENCY CURRICULUM");
        assertThat(home.staged(submission, "governance_return", "elements_present")).element(4).isEqualTo("AIMS VISION");
    }

    @Test
    void an_agreement_has_all_elements_and_is_reviewed_each_year_while_it_is_in_force() {
        String all = ",VISION AIMS REFERRAL PUPILS DURATION STAFFING FINANCE KPI MONITORING REVIEW COMPLAINTS DATA TERMINATION";
        Submission submission = home.receive("governance_return.csv", "document_id,report_type,provision_code,period_end,due_date,received_date,elements_present,reviewed_on\n"
                + "D1,SLA,BP,2025-08-31,2023-09-15,2023-09-10" + all + ",2024-03-03\n" + "D2,SLA,BP,2025-08-31,2023-09-15,2023-09-10" + all + ",2024-03-02\n"
                + "D3,SLA,BP,2024-08-31,2023-09-15,2023-09-10" + all + ",2023-09-10\n" + "D4,SLA,BP,,2023-09-15,2023-09-10" + all + ",\n"
                + "D5,SLA,BP,2025-08-31,2024-09-15,2024-09-10" + all.replace(" DATA", " vision") + ",2024-09-10\n" + "D6,SLA,BP,2025-08-31,2024-09-15,,,\n"
                + "D7,NP_TERMLY,BP,2025-08-31,2023-09-15,2023-09-10,,\n");

        assertThat(home.violations(submission)).containsExactly("governance_return 3 GOV-003 query", "governance_return 5 GOV-003 query",
                "governance_return 6 GOV-003 query");
        assertThat(submission.rejected()).isZero();
    }

    @Test
    void parents_are_consulted_before_a_placement_and_the_home_school_is_told() {
        Submission submission = home.receive("placement_register.csv", "placement_id,upn,home_laestab,provision_code,start_date,parent_consulted_date\n"
                + "PL1," + Given.upn(1) + ",8992001,BP,2025-01-10,2025-01-10\n" + "PL2," + Given.upn(2) + ",8992001,BP,2025-01-10,2025-01-11\n"
                + "PL3," + Given.upn(3) + ",8992001,BP,2025-01-10,\n" + "PL4," + Given.upn(4) + ",,BP,2025-01-10,2025-01-09\n"
                + "PL5," + Given.upn(5) + ",8992001,BP,2025-01-10,soon\n");

        assertThat(home.violations(submission)).containsExactly("placement 3 AP-006 query", "placement 4 AP-006 query", "placement 5 AP-009 query",
                "placement 6 ROW-003 value parent_consulted_date");
        assertThat(home.staged(submission, "placement", "placement_id")).hasSize(5);
    }

    @Test
    void what_ends_before_it_began_is_asked_about() {
        Submission placements = home.receive("placement_register.csv", "placement_id,upn,home_laestab,provision_code,start_date,end_date,parent_consulted_date\n"
                + "PL1," + Given.upn(1) + ",8992001,BP,2025-01-10,2025-01-09,2025-01-02\n" + "PL2," + Given.upn(2) + ",8992001,BP,2025-01-10,2025-01-10,2025-01-02\n"
                + "PL3," + Given.upn(3) + ",8992001,BP,2025-01-10,,2025-01-02\n");
        Submission spells = home.receive("lac_register.csv", "upn,lac_from,lac_to\n" + Given.upn(1) + ",2025-01-10,2024-01-12\n" + Given.upn(2) + ",2025-01-10,2025-01-12\n");

        assertThat(home.violations(placements)).containsExactly("placement 2 ROW-017 query");
        assertThat(home.violations(spells)).containsExactly("looked_after_spell 2 ROW-017 query");
    }

    @Test
    void an_id_is_the_same_in_small_letters_and_as_a_text_of_a_spreadsheet() {
        Submission submission = home.receive("placement_register.csv", "placement_id,upn,home_laestab,provision_code,start_date,parent_consulted_date\n"
                + "\"=\"\"pl1\"\"\"," + Given.upn(1) + ",8992001,gh1,2025-01-10,2025-01-02\n" + "'PL2," + Given.upn(2) + ",8992001,GH1,2025-01-10,2025-01-02\n"
                + "17.0," + Given.upn(3) + ",8992001,Gh–1,2025-01-10,2025-01-02\n");

        assertThat(home.staged(submission, "placement", "placement_id", "provision_code")).containsExactly("PL1 GH1", "PL2 GH1", "17 GH-1");
    }

    @Test
    void a_line_of_section_251_is_its_number_whatever_stands_around_it() {
        String row = ",Local authority,899,%s,9\n";
        StringBuilder text = new StringBuilder("time_period,geographic_level,old_la_code,category_of_planned_expenditure,net_planned_expenditure\n");
        for (String category : List.of("1.2.1 Top-up", "1.2.2: Top-up", "(1.2.3) Top-up", "Line 1.2.4", "1.2.5.Support", "1.2.6- Hospital", "1.2.7a Part", "Total 1.2", "1.2.14")) {
            text.append("202425").append(row.formatted(category));
        }
        Submission submission = home.receive("s251_budget.csv", text.toString());

        assertThat(home.staged(submission, "s251_line", "line_code"))
                .containsExactly("1.2.1", "1.2.2", "1.2.3", "1.2.4", "1.2.5", "1.2.6", "1.2.7a", "Total", "1.2.14");
    }

    @Test
    void more_answers_than_children_are_asked_about() {
        Submission submission = home.receive("pupil_voice.csv", "voice_id,laestab,academic_year,method,affected_cohort,respondents\n"
                + "V1,8992001,202425,SURVEY,10,10\nV2,8992001,202425,SURVEY,10,11\nV3,8992001,202425,SEANCE,,11\n");

        assertThat(home.violations(submission)).containsExactly("pupil_voice 3 VOX-001 query", "pupil_voice 4 ROW-003 value method");
    }

    @Test
    void an_item_over_thirty_thousand_pounds_needs_both_signatures_before_it_is_paid() {
        String both = ",Y,2024-05-01,Y,2024-05-10";
        Submission submission = home.receive("provision_spend_item_q1.csv", "item_id,provision_code,financial_year,quarter,item_date,amount_gbp,"
                + "signature_host_school,signature_host_date,signature_partnership,signature_partnership_date\n"
                + "I1,BP,202425,1,2024-05-10,30000.01" + both + "\n" + "I2,BP,202425,1,2024-05-09,30000.01" + both + "\n"
                + "I3,BP,202425,1,2024-05-10,30000.01,Y,2024-05-01,N,\n" + "I4,BP,202425,1,2024-05-10,30000.00,,,,\n");

        assertThat(home.violations(submission)).containsExactly("provision_spend_item 3 FIN-007 query", "provision_spend_item 4 FIN-007 query");
    }

    @Test
    void several_items_just_below_it_for_one_thing_in_a_quarter_are_asked_about() {
        Submission submission = home.receive("provision_spend_item.csv", "item_id,provision_code,financial_year,quarter,description_category,amount_gbp\n"
                + "I1,BP,202425,1,Building,29000\nI2,BP,202425,1,building,25000\nI3,BP,202425,2,Building,29000\nI4,BP,202425,1,Books,29000\n"
                + "I5,BP,202425,1,Building,24999.99\n");

        assertThat(home.violations(submission)).containsExactly("provision_spend_item 2 FIN-008 query", "provision_spend_item 3 FIN-008 query");
        assertThat(home.live("provision_spend_item")).containsExactly("BP|202425|1=1", "BP|202425|2=1");
    }

    @Test
    void a_surplus_of_the_year_that_nobody_planned_is_asked_about_once_a_provision() {
        Submission submission = home.receive("provision_budget_q4.csv", "provision_code,financial_year,quarter,category,annual_budget_gbp,"
                + "actual_to_date_gbp,balance_brought_forward_gbp,planned_surplus_use\n"
                + "A,202425,4,STAFFING,100,90,5,\nA,202425,4,OTHER,10,10,5,\n" + "B,202425,4,STAFFING,100,90,5,CPD\nB,202425,4,OTHER,10,10,5,\n"
                + "C,202425,4,STAFFING,100,105,5,\n" + "D,202425,3,STAFFING,100,60,5,\n" + "E,202425,5,STAFFING,100,60,5,\nE,202425,4,LUXURY,100,60,5,\n");

        assertThat(home.violations(submission)).containsExactly("provision_budget 2 FIN-010 query", "provision_budget 8 ROW-010 error quarter",
                "provision_budget 9 FIN-010 query", "provision_budget 9 ROW-003 error category");
    }

    @Test
    void a_pupil_has_the_results_of_a_year_once() {
        Submission submission = home.receive("ks4_results.csv", "upn,laestab,academic_year,gcse_entries,attainment8,gcse_9_5_english_maths\n"
                + Given.upn(1) + ",8994001,2024/25,9,52.5,1\n" + Given.upn(1) + ",8994001,202425,9,52.5,1\n" + Given.upn(2) + ",8994001,202425,9,152.5,z\n"
                + "X,8994001,202425,9,52.5,1\n");

        assertThat(home.violations(submission)).containsExactly("ks4_result 3 ROW-004 error", "ks4_result 4 ROW-003 value gcse_9_5_english_maths",
                "ks4_result 4 ROW-010 value attainment8", "ks4_result 5 UPN-001 error upn");
        assertThat(home.staged(submission, "ks4_result", "academic_year", "attainment8")).containsExactly("202425 52.50", "202425 -");
    }

    /** Golden fact G20: what communities pay and cost rolls forward for itself. */
    @Test
    void a_community_balance_that_rolls_forward_is_asked_of_nobody_and_one_that_does_not_is() {
        String header = "LAEstab,I01,E01,OB01,B02,I17,E31,E32,OB02,B06\n";
        Submission submission = home.receive("cfr_202223.csv", header + "8992001,100000,50000,0,50000,48352.98,57111.64,5232.70,-65310.75,-79302.11\n"
                + "8992003,100000,50000,0,50000,48352.98,57111.64,5232.70,-65310.75,-79304.11\n" + "8992004,100000,50000,0,50000,48352.98,57111.64,5232.70,,-79302.11\n");

        assertThat(home.violations(submission)).containsExactly("cfr_amount 3 FIN-003 query", "cfr_amount 4 FIN-003 query");
    }

    @Test
    void a_line_of_cfr_is_a_row_a_code_and_one_amount_that_cannot_be_read_costs_the_school() {
        Submission submission = home.receive("cfr_202425.csv", "LAEstab,Federated Flag,LAEstab of School in Federation 1,I01,E01,E30,OB01,B02,X99\n"
                + "8992001,Y,8992002,\"1,000\",800,50,10,160,1\n" + "8992003,N,,1000,,,0,900,1\n" + "8992004,N,,1000,lots,,0,900,1\n");

        assertThat(home.violations(submission)).containsExactly("cfr_amount 3 FIN-003 query", "cfr_amount 4 FIN-001 error e01",
                "cfr_amount 4 FIN-003 query");
        assertThat(submission.files().get(0).notes()).singleElement().asString().contains("FILE-029", "X99");
        assertThat(home.staged(submission, "cfr_amount", "financial_year", "laestab", "cfr_code", "amount_gbp", "federation_members")).containsExactlyInAnyOrder(
                "202425 8992001 I01 1000.00 8992002", "202425 8992001 E01 800.00 8992002", "202425 8992001 E30 50.00 8992002",
                "202425 8992001 OB01 10.00 8992002", "202425 8992001 B02 160.00 8992002",
                "202425 8992003 I01 1000.00 -", "202425 8992003 OB01 0.00 -", "202425 8992003 B02 900.00 -");
        assertThat(home.live("cfr")).hasSize(2);
    }

    /** On 3 March 2025 the year 2023/24 is the last that is over. */
    @Test
    void the_year_of_a_return_is_the_one_that_its_name_tells_and_one_that_it_leaves_open_is_asked_for() {
        Map<String, String> years = Map.of("cfr_outturn_31-03-2021", "202021", "cfr_20230331_final", "202223", "cfr_2021-2022", "202122", "CFR 2022_23 sent 2025-02-01", "202223",
                "cfr_8202021", "202324", "cfr_2024", "202324", "cfr_2025-02-01", "202324", "cfr_2023", "", "cfr_22-23", "", "cfr_2021-06-15", "");
        years.forEach((name, year) -> {
            Submission submission = home.receive(name + ".csv", "LAEstab,I01,E01,OB01,B02\n8992001," + (1000 + name.length()) + "," + name.hashCode() % 99 + ",0,0\n");

            if (year.isEmpty()) {
                assertThat(submission.state()).as(name).isEqualTo(SubmissionState.REJECTED);
                assertThat(home.violations(submission)).as(name).contains("cfr_amount 2 FILE-074 error");
            } else {
                assertThat(home.staged(submission, "cfr_amount", "financial_year")).as(name).containsOnly(year);
            }
        });
    }

    @Test
    void a_collection_of_january_is_of_the_year_of_that_day() {
        String placements = "upn,provider_urn,provider_ukprn,setting_type,entry_date\n" + Given.upn(1) + ",140001,,,2023-10-02\n";

        assertThat(home.staged(home.receive("ap_census_2024-01-18.csv", placements), "ap_census_placement", "academic_year")).containsExactly("202324");
        assertThat(home.receive("ap_census_2024.csv", placements).state()).isEqualTo(SubmissionState.REJECTED);
    }
}
