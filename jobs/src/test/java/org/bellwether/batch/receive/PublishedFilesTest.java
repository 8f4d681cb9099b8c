package org.bellwether.batch.receive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bellwether.intake.register.Submission;
import org.bellwether.intake.register.SubmissionState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What published files are taken for: totals, breakdowns, one type of school, or nothing that is known. */
class PublishedFilesTest {

    private static final String PLACE = "time_period,time_identifier,geographic_level,country_code,region_code,new_la_code,old_la_code";
    private static final String ENGLAND = "202425,Academic year,National,E92000001,,,";
    private static final String EXCLUSIONS = PLACE + ",school_type,headcount,perm_excl,perm_excl_rate,suspension,susp_rate\n";
    private static final String BY_GROUP = PLACE + ",school_type,characteristic_group,characteristic,headcount,perm_excl,perm_excl_rate\n";
    private static final String ABSENCE = PLACE + ",num_schools,enrolments,sess_possible,sess_overall\n";

    @TempDir
    Path folder;

    private ReceivingFixture home;

    @BeforeEach
    void a_home() {
        home = ReceivingFixture.in(folder);
    }

    /** A row of England's: its filters, then its figures. */
    private static String england(String rest) {
        return ENGLAND + "," + rest + "\n";
    }

    @Test
    void a_file_by_characteristic_is_read_as_breakdowns_and_leaves_the_totals_alone() {
        home.receive("exclusions.csv", EXCLUSIONS + ENGLAND + ",Total,1000,1,0.1,40,4.0\n");

        Submission groups = home.receive("by_characteristic.csv", BY_GROUP + england("Total,Sex,Boys,500,2,0.4")
                + england("Total,Sex,Total,1000,1,0.1") + england("Total,Total,Total,1000,1,0.1"));

        assertThat(groups.state()).isEqualTo(SubmissionState.ACCEPTED);
        assertThat(figures(groups, "headcount")).containsExactly(
                "exclusions_by_characteristic,Total,Sex,Boys,500.0", "exclusions_by_characteristic,Total,Sex,Total,1000.0",
                "exclusions_by_characteristic,Total,Total,Total,1000.0");
        assertThat(home.live("benchmarks")).containsExactly("exclusions_by_characteristic|202425|Academic year|National=2",
                "exclusions|202425|Academic year|National=1");
    }

    @Test
    void names_that_tables_of_a_census_have_too_say_nothing_of_what_is_in_a_file() {
        home.drop("exclusions_by_school.csv", EXCLUSIONS + ENGLAND + ",Total,1000,1,0.1,40,4.0\n")
                .drop("exclusions_by_levels.csv", BY_GROUP + england("Total,Sex,Boys,500,2,0.4"))
                .drop("2025_spring_pupilonroll.csv", Census.pupils("8992001", 1))
                .drop("2025_spring_school.csv", ABSENCE.replace(",num_schools", ",school_type,num_schools") + england("Total,331,34739,5157635,2101715"));

        List<Submission> received = home.receive();

        assertThat(received).allMatch(one -> one.state().isAccepted());
        assertThat(received).extracting(Submission::returnName).containsExactlyInAnyOrder("benchmarks", "benchmarks", "benchmarks", "school_census");
        Zip zip = new Zip().add("a_school.csv", EXCLUSIONS + ENGLAND + ",Total,1001,1,0.1,40,4.0\n").add("a_levels.csv", BY_GROUP + england("Total,Sex,Girls,501,2,0.4"));
        assertThat(home.drop("published.zip", zip.bytes()).receive()).extracting(Submission::returnName).containsExactly("benchmarks", "benchmarks");
    }

    /** Noughts of both signs in one column would be one number with two beginnings. */
    @Test
    void nought_has_no_sign() {
        Submission figures = home.receive("exclusions.csv", EXCLUSIONS + ENGLAND + ",Total,-0,0,-0.0,40,-0.00\n");

        assertThat(home.query("select cast(value as varchar) from " + home.relation(figures, "benchmark") + " where value = 0"))
                .isNotEmpty().containsOnly("0.0");
    }

    @Test
    void filters_that_have_a_column_each_are_breakdowns_and_two_at_once_are_told_together() {
        Submission filters = home.receive("attendance_by_sen.csv", PLACE
                + ",education_phase,SEN,gender,NC Year Group,attendance_perc,possible_sessions\n"
                + england("Secondary,EHC plan,Total,Total,84.1,z") + england("Secondary,EHC plan,Boys,7,83.5,z")
                + england("Secondary,,Total,Total,80.1,z"));

        assertThat(figures(filters, "attendance_perc")).containsExactly(
                "pupil_attendance_by_sex_sen_ncyear,Secondary,SEN,EHC plan,84.1",
                "pupil_attendance_by_sex_sen_ncyear,Secondary,Sex; SEN; Year group,Boys; EHC plan; 7,83.5",
                "pupil_attendance_by_sex_sen_ncyear,Secondary,SEN,Unknown,80.1");
    }

    @Test
    void a_column_of_texts_that_nobody_knows_refuses_the_file_by_name() {
        home.receive("exclusions.csv", EXCLUSIONS + ENGLAND + ",Total,1000,1,0.1,40,4.0\n");

        Submission refused = home.receive("exclusions_by_weather.csv", PLACE + ",school_type,weather,headcount,perm_excl,perm_excl_rate\n"
                + ENGLAND + ",Total,Rain,500,2,0.4\n");

        assertThat(refused.state()).isEqualTo(SubmissionState.REFUSED);
        assertThat(refused.error().sentence())
                .startsWith("Column splits the figures by something that the contract does not know: weather");
        assertThat(home.live("benchmarks")).containsExactly("exclusions|202425|Academic year|National=1");
    }

    @Test
    void only_known_columns_are_measures_and_numbers_that_nobody_knows_are_told_and_left_out() {
        Submission schools = home.receive("schools.csv", PLACE
                + ",laestab,URN,all_through,school_type,Head Count,perm_excl,perm_excl_rate,luck,reason_new,fixed_excl,,\n"
                + "202425,Academic year,School,E92000001,,E06000899,899,8994001,140001,0,State-funded secondary,900,1,0.1,7,3,9,,\n");

        assertThat(home.staged(schools, "benchmark", "measure"))
                .containsExactly("headcount", "perm_excl", "perm_excl_rate", "reason_new", "suspension");
        assertThat(schools.files().get(0).notes()).singleElement().asString()
                .contains("FILE-029").contains("luck").doesNotContain("URN").doesNotContain("no name");
    }

    @ParameterizedTest
    @CsvSource({"imd_decile, 1", "number_of_suspensions, 1", "sen_code, K", "pupil_group_name, Looked after", "'', Boys", "suspension_band, 2 or more", "day_name, Monday", "day_number, 1", "week_count, 36", "pupil_moves, 7"})
    void what_stands_before_the_figures_and_is_not_known_splits_them(String header, String value) {
        Submission refused = home.receive("exclusions.csv", PLACE + ",school_type," + header + ",headcount,perm_excl,perm_excl_rate\n"
                + england("Total," + value + ",500,2,0.4"));

        assertThat(refused.state()).isEqualTo(SubmissionState.REFUSED);
        assertThat(refused.error().sentence()).startsWith("Column splits the figures by something that the contract does not know: "
                + (header.isEmpty() ? "column 9, which has no name" : header));
    }

    @Test
    void before_the_figures_a_number_that_says_what_it_counts_or_is_too_large_for_a_group_is_a_measure() {
        Submission counts = home.receive("exclusions.csv", PLACE + ",school_type,pupil_count,days_lost,headcount,perm_excl,perm_excl_rate\n"
                + england("Total,50,4120,50,2,0.4"));

        assertThat(home.staged(counts, "benchmark", "measure")).contains("pupil_count", "days_lost");
    }

    @Test
    void behind_the_figures_a_name_or_a_text_tells_what_splits_them() {
        String[] columns = {"income_quintile", "suspension_category", "weather"};
        for (String column : columns) {
            Submission refused = home.receive("exclusions_" + column + ".csv", PLACE + ",school_type,headcount,perm_excl,perm_excl_rate," + column + "\n"
                    + england("Total,500,2,0.4," + (column.equals("weather") ? "Rain" : "2")));

            assertThat(refused.error().sentence()).contains(column);
        }
    }

    @Test
    void two_headers_of_one_measure_refuse_the_file() {
        Submission refused = home.receive("exclusions.csv", PLACE + ",school_type,headcount,perm_excl,perm_excl_rate,susp_rate,fixed_excl_rate\n"
                + england("Total,500,2,0.4,4.8,3.3"));

        assertThat(refused.error().sentence()).startsWith("Column stands twice: susp_rate and fixed_excl_rate");
    }

    @Test
    void the_type_of_academies_is_a_breakdown_but_of_a_single_school() {
        Submission types = home.receive("exclusions.csv", (EXCLUSIONS + england("Total,Total,1000,1,0.1,40,4.0") + england("Total,Converter academy,300,1,0.3,10,3.3"))
                .replace(",school_type,", ",school_type,academy_type,"));

        assertThat(figures(types, "headcount")).containsExactly("exclusions_by_academy_type,Total,Total,Total,1000.0",
                "exclusions_by_academy_type,Total,Academy type,Converter academy,300.0");
    }

    @Test
    void a_name_that_speaks_of_one_type_says_nothing_of_rows_of_several() {
        Submission all = home.receive("exclusions_inc_pru.csv", EXCLUSIONS + england("Total,1000,1,0.1,40,4.0") + england("Primary,600,1,0.1,4,0.7")
                + england("Pupil referral unit,10,1,10,4,40"));

        assertThat(figures(all, "headcount")).containsExactly("exclusions,Total,Total,Total,1000.0", "exclusions,Primary,Total,Total,600.0",
                "exclusions,Pupil referral unit,Total,Total,10.0");
    }

    @Test
    void a_period_is_read_as_people_write_it_and_a_term_in_the_name_is_that_term() {
        Submission slash = home.receive("exclusions.csv", EXCLUSIONS + england("Total,1000,1,0.1,40,4.0").replace("202425,Academic year", "2024/25,"));
        Submission term = home.receive("exclusions_autumn_202425.csv", (EXCLUSIONS + england("Total,1000,1,0.1,20,2.0")).replace("time_identifier,", "").replace("Academic year,", ""));
        Submission both = home.receive("exclusions_autumn_and_spring_202425.csv",
                (EXCLUSIONS + england("Total,1000,1,0.1,30,3.0")).replace("time_identifier,", "").replace("Academic year,", ""));

        assertThat(periods(slash)).containsExactly("202425,Academic year");
        assertThat(periods(term)).containsExactly("202425,Autumn term");
        assertThat(periods(both)).containsExactly("202425,Autumn and spring term");
    }

    @Test
    void a_file_of_one_type_of_school_is_that_type_and_one_that_says_none_is_refused() {
        String rows = ENGLAND + ",331,34739,5157635,2101715\n";
        Submission units = home.receive("4_absence_2term_pru.csv", ABSENCE + rows);
        Submission infants = home.receive("absence_for_four_year_olds.csv", ABSENCE + rows.replace(",34739,", ",34740,"));
        Submission mute = home.receive("absence.csv", ABSENCE + rows.replace(",34739,", ",34741,"));
        Submission total = home.receive("absence_in_prus.csv",
                (ABSENCE + rows).replace(",num_schools", ",school_type,num_schools").replace(",331", ",Total,331"));

        assertThat(figures(units, "enrolments"))
                .containsExactly("absence_of_pupil_referral_unit,Pupil referral unit,Total,Total,34739.0");
        assertThat(figures(infants, "enrolments")).containsExactly("absence_by_age,Total,Age,4,34740.0");
        assertThat(mute.error().sentence()).startsWith("Required column missing: school_type");
        assertThat(figures(total, "enrolments")).isEqualTo(figures(units, "enrolments"));
        assertThat(home.live("benchmarks")).containsExactly("absence_by_age|202425|Academic year|National=2",
                "absence_of_pupil_referral_unit|202425|Academic year|National=4");
    }

    @Test
    void two_lines_that_say_one_figure_in_two_ways_are_both_rejected_and_a_line_sent_twice_counts_once() {
        String types = "Total|State-funded primary|State-funded secondary|Special|Non-maintained special school|Pupil referral unit"
                + "|Secondary|Alternative provision";
        String rows = Stream.of(types.split("[|]")).map(type -> england(type + ",10,1,0.1,40,4.0")).collect(Collectors.joining());

        Submission twice = home.receive("exclusions.csv", EXCLUSIONS + rows
                + england("Primary,10,1,0.1,40,4.0") + england("PRIMARY,10,1,0.1,40,4.1"));
        Submission again = home.receive("more.csv", EXCLUSIONS + rows + england("total,10,1,0.1,40,4.0"));

        assertThat(home.violations(twice)).containsExactly("exclusions 10 ROW-004 error", "exclusions 11 ROW-004 error");
        assertThat(twice.accepted()).isEqualTo(8);
        assertThat(home.violations(again)).containsExactly("exclusions 10 ROW-004 error");
        assertThat(figures(again, "headcount")).contains("exclusions,Total,Total,Total,10.0");
    }

    @Test
    void the_case_of_a_label_makes_no_second_figure() {
        home.receive("exclusions.csv", EXCLUSIONS + ENGLAND + ",State-funded primary,1000,1,0.1,40,4.0\n");
        Submission shouted = home.receive("again.csv", EXCLUSIONS
                + "202425,academic YEAR,NATIONAL,E92000001,,,,STATE-FUNDED PRIMARY,1001,1,0.1,40,4.0\n"
                + "202425,financial year q3,National,E92000001,,,,TOTAL,1001,1,0.1,40,4.0\n");

        assertThat(home.staged(shouted, "benchmark", "time_identifier || '/' || geographic_level || '/' || school_type")).containsOnly(
                "Academic year/National/State-funded primary", "Financial year Q3/National/Total");
        assertThat(home.live("benchmarks")).containsExactly("exclusions|202425|Academic year|National=2",
                "exclusions|202425|Financial year Q3|National=2");
    }

    @Test
    void rows_of_regions_and_of_the_country_are_passed_over_and_their_authorities_stay() {
        String header = "time_period,geographic_level,country_code,region_name,region_code,old_la_code,category_of_planned_expenditure,"
                + "net_planned_expenditure\n";
        String line = ",1.2.1 Top-up funding,3030.5\n";

        Submission spending = home.receive("s251.csv", header + "202425,National,E92000001,,,," + line.substring(1)
                + "202425,Regional,E92000001,East of England,E12000006,NA" + line + "202425,Regional,E92000001,London,E12000007," + line
                + "202425,Local authority,E92000001,East of England,E12000006,821.0" + line
                + "202425,Local authority,E92000001,East of England,E12000006,821.0" + line
                + "202425,Local authority,E92000001,East of England,E12000006,822" + line
                + "202425,Local authority,E92000001,London,E12000007,301" + line
                + "202425,Local authority,E92000001,London,E12000007,302" + line
                + "202425,Local authority,E92000001,London,E12000007,303" + line
                + "202425,Local authority,E92000001,London,E12000007,304" + line
                + "202425,Local authority,E92000001,London,E12000007," + line);

        assertThat(home.violations(spending)).containsExactly("s251_budget 2 REF-010 query", "s251_budget 3 REF-010 query",
                "s251_budget 4 REF-010 query", "s251_budget 6 ROW-004 error", "s251_budget 12 REF-011 error");
        assertThat(home.staged(spending, "s251_line", "la_code", "line_code", "net_gbp"))
                .startsWith("821 1.2.1 3030.50", "822 1.2.1 3030.50").hasSize(6);
    }

    @Test
    void a_line_of_spending_adds_up_to_the_pound_as_far_as_its_figures_are_known() {
        String header = "time_period,geographic_level,old_la_code,category_of_planned_expenditure,early_years_establishments,primary_schools,secondary_schools,"
                + "sen_and_special_schools,pupil_referral_units_and_alt_provision,post_16,gross_planned_expenditure,income,net_planned_expenditure\n";

        Submission spending = home.receive("s251_budget.csv", header + "202425,Local authority,821,1.2.1 Top-up,1,2,3,4,5,6,21,1,20\n"
                + "202425,Local authority,821,1.2.2 Top-up,1,2,3,4,5,6,22,2,19\n" + "202425,Local authority,821,1.2.3 Top-up,1,2,3,4,5,6,22,1,18.99\n"
                + "202425,Local authority,821,1.2.4 Top-up,1,2,3,4,5,6,22.01,1,21.01\n" + "202425,Local authority,821,1.2.5 Support,z,2,3,4,5,6,999,1,998\n"
                + "202425,Local authority,821,1.2.6 Hospital,1,2,3,4,5,6,21,c,99\n" + "202425,National,,1.2.1 Top-up,1,2,3,4,5,6,99,1,20\n");

        assertThat(home.violations(spending)).containsExactly("s251_budget 4 FIN-004 query", "s251_budget 5 FIN-004 query", "s251_budget 8 REF-010 query");
        assertThat(home.staged(spending, "s251_line", "line_code")).hasSize(6);
    }

    private List<String> periods(Submission submission) {
        return home.query("select distinct concat_ws(',', time_period, time_identifier) from " + home.relation(submission, "benchmark"));
    }

    private List<String> figures(Submission submission, String measure) {
        return home.query("select concat_ws(',', dataset, school_type, breakdown_topic, breakdown, value) from "
                + home.relation(submission, "benchmark") + " where measure = '" + measure + "' order by source_line");
    }
}
