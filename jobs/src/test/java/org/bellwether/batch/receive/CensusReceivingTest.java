package org.bellwether.batch.receive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bellwether.intake.profile.FileError;
import org.bellwether.intake.register.Submission;
import org.bellwether.intake.register.SubmissionFile;
import org.bellwether.intake.register.SubmissionState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A census as a set of flat files and as XML: both end alike, and what is wrong with either is told. */
class CensusReceivingTest {

    private static final List<String> TABLES = List.of("census_return", "census_pupil", "census_fsm_period", "census_sen_need",
            "census_exclusion", "census_session", "census_school_arranged_ap");

    @TempDir
    Path folder;

    private ReceivingFixture home;

    @BeforeEach
    void a_home() {
        home = ReceivingFixture.in(folder);
    }

    @Test
    void the_flat_set_and_the_xml_of_a_school_give_identical_staged_rows() {
        Census.dropFiles(home, ".csv");
        Submission flat = home.receiveOne();
        Census.dropFiles(home, ".xml");
        Submission xml = home.receiveOne();

        assertThat(flat.state()).isEqualTo(SubmissionState.ACCEPTED);
        assertThat(xml.state()).isEqualTo(SubmissionState.ACCEPTED);
        assertThat(flat.rows()).isEqualTo(17);
        for (String table : TABLES) {
            assertThat(home.count(flat, table)).as(table).isPositive();
            assertThat(rows(flat, table)).as(table).isEqualTo(rows(xml, table));
        }
        assertThat(flat.scopes()).isEqualTo(xml.scopes());
    }

    @Test
    void what_cannot_be_seen_in_an_xml_does_not_change_it() {
        Submission plain = home.receive(Census.XML, Census.xml());
        Submission odd = home.receive(Census.XML, Census.xml().replace("<UPN>", "<UPN>\u200b\u00a0").replace("</DOB>", "T00:00:00</DOB>")
                .replace("<LEA>899", "<LEA>\ufeff899\u2009").replace("<SENtype>", "<SENtype>\u00a0").replace("<Category>", "<Category>\u00ad"));

        assertThat(odd.state()).isEqualTo(SubmissionState.ACCEPTED);
        for (String table : TABLES) {
            assertThat(rows(odd, table)).as(table).isEqualTo(rows(plain, table));
        }
    }

    @Test
    void a_set_needs_only_pupils_on_roll_and_says_its_school_in_native_id() {
        Submission submission = home.receive("2025_spring_pupilonroll.csv", Census.pupils("8992001", 1, 2));

        assertThat(submission.rejected()).isZero();
        assertThat(home.staged(submission, "census_return", "academic_year", "census_term", "laestab", "reference_date", "serial_no"))
                .containsExactly("202425 SPR 8992001 2025-01-16 0");
        assertThat(home.live("school_census")).containsExactly("202425|SPR|8992001=1");
    }

    @Test
    void numbers_that_name_schools_and_pupils_may_carry_a_decimal() {
        home.drop("2025_spring_pupilonroll.csv", Census.pupils("8992001.0", 1, 2).replace("P1,", "17.0,").replace(",C,N,N,N,5,", ",C,N,N,K,5,"))
                .drop("2025_spring_senneeds.csv", "pupilonrolltableid,NativeId,senneedstableid,sentyperank,sentype\n17,8992001,1,1.0,SEMH\n");

        Submission submission = home.receiveOne();

        assertThat(home.staged(submission, "census_pupil", "laestab")).containsExactly("8992001", "8992001");
        assertThat(home.staged(submission, "census_sen_need", "laestab", "sen_type")).containsExactly("8992001 SEMH");
        assertThat(home.live("school_census")).containsExactly("202425|SPR|8992001=1");
    }

    @Test
    void a_pupil_who_left_a_school_twice_is_told_twice_and_what_hangs_on_either_once() {
        String leavers = """
                pupilnolongeronrolltableid,NativeId,sourceid,dob,upn,sex,entrydate,leavingdate,ncyearleaving,ethnicity,termlysessionspossible
                L1,8992001,a,2012-02-12,%1$s,F,2020-09-03,2024-10-21,8,WBRI,60
                L1,8992001,b,2012-02-12,%1$s,F,2024-11-22,2024-12-03,8,WBRI,16
                L1,8992001,c,2012-02-12,%1$s,F,2024-11-22,2024-12-03,8,WBRI,16
                """.formatted(Given.upn(3));
        home.drop("2025_spring_pupilonroll.csv", Census.pupils("8992001", 1, 2, 4, 5)).drop("2025_spring_pupilnolongeronroll.csv", leavers)
                .drop("2025_spring_termlyexclusionsoffroll.csv", "pupilnolongeronrolltableid,NativeId,termlyexclusionsoffrolltableid,startdate,"
                        + "sessions,reason1,category,senprovision\nL1,8992001,1,2024-10-08,2,PP,SUSP,K\n")
                .drop("2025_spring_termlysessiondetailsoffroll.csv", "pupilnolongeronrolltableid,NativeId,sourceid,termlysessiondetailsoffrolltableid,"
                        + "sessions,attendancereason\nL1,8992001,a,1,40,/\nL1,8992001,a,2,20,I\nL1,8992001,b,3,10,/\nL1,8992001,b,4,10,/\n");

        Submission submission = home.receiveOne();

        assertThat(home.violations(submission)).containsExactly("pupil_no_longer_on_roll 4 ROW-004 error", "termly_session_details_off_roll 5 ROW-004 error");
        assertThat(home.query("select concat_ws(' ', leaving_date, termly_sessions_possible) from " + home.relation(submission, "census_pupil")
                + " where not on_roll order by 1")).containsExactly("2024-10-21 60", "2024-12-03 16");
        assertThat(home.query("select concat_ws(' ', attendance_reason, sessions) from " + home.relation(submission, "census_session") + " order by 1"))
                .containsExactly("/ 10", "/ 40", "I 20");
        assertThat(home.count(submission, "census_exclusion")).isEqualTo(1);
    }

    @Test
    void a_set_without_pupils_on_roll_is_refused() {
        Submission submission = home.receive("2025_spring_senneeds.csv", "pupilonrolltableid,NativeId,senneedstableid,sentyperank,sentype\n");

        assertRefused(submission, "FILE-027", null);
    }

    @Test
    void two_files_of_one_table_are_refused() {
        home.drop("2025_spring_pupilonroll.csv", Census.pupils("8992001", 1)).drop("2025_spring_termlyexclusions.csv", exclusions("P1"))
                .drop("2025_spring_termlyexclusionsonroll.csv", exclusions("P1"));

        assertRefused(home.receiveOne(), "FILE-031", null);
    }

    @Test
    void a_table_that_comes_later_makes_a_new_submission_of_the_whole_set() {
        Submission first = home.receive("2025_spring_pupilonroll.csv", Census.pupils("8992001", 1, 2));
        Submission second = home.receive("2025_spring_termlyexclusionsonroll.csv", exclusions("P2"));

        assertThat(second.files()).extracting(SubmissionFile::table).containsExactly("pupil_on_roll", "termly_exclusions_on_roll");
        assertThat(home.count(second, "census_pupil")).isEqualTo(2);
        assertThat(home.staged(second, "census_exclusion", "category", "sessions")).containsExactly("SUSP 2");
        assertThat(home.live("school_census")).containsExactly("202425|SPR|8992001=2");
        assertThat(home.kept(first)).contains("landing/2025_spring_pupilonroll.csv");
        assertThat(home.kept(second)).contains("landing/2025_spring_pupilonroll.csv", "landing/2025_spring_termlyexclusionsonroll.csv");
    }

    @Test
    void rows_of_a_pupil_who_was_rejected_or_is_absent_are_rejected_with_the_pupil() {
        home.drop("2025_spring_pupilonroll.csv", Census.pupils("8992001", 1, 2, 3, 4, 5, 6, 7, 8).replace(Given.upn(2), "wrong"))
                .drop("2025_spring_termlyexclusionsonroll.csv", exclusions("P1", "P2"));

        Submission submission = home.receiveOne();

        assertThat(home.violations(submission)).containsExactly("pupil_on_roll 3 UPN-001 error upn", "termly_exclusions_on_roll 3 CEN-001 error");
        assertThat(home.staged(submission, "census_exclusion", "source_line")).containsExactly("2");
    }

    @Test
    void the_census_of_another_authority_is_refused() {
        home.drop("2025_spring_pupilonroll.csv", Census.pupils("8212001", 1)).drop("2025_spring_schoolcensus.csv", Census.header("8212001", 1));
        Submission flat = home.receiveOne();

        assertRefused(flat, "FILE-003", null);
        assertThat(flat.error().remedy()).startsWith("send the return to its own authority");
        assertRefused(home.receive(Census.XML, Census.xml().replace("<LEA>899", "<LEA>821")), "FILE-003", null);
    }

    @Test
    void without_a_header_rows_of_another_authority_are_rejected_one_by_one() {
        Submission submission = home.receive("2025_spring_pupilonroll.csv",
                Census.pupils("8992001", 1, 2, 3, 4, 5, 6, 7, 8, 9) + Census.pupil(10, "8212001"));

        assertThat(home.violations(submission)).containsExactly("pupil_on_roll 11 ROW-003 error native_id");
        assertThat(submission.accepted()).isEqualTo(9);
    }

    @Test
    void a_reference_date_outside_its_term_is_refused() {
        home.drop("2025_spring_pupilonroll.csv", Census.pupils("8992001", 1))
                .drop("2025_spring_schoolcensus.csv", Census.header("8992001", 1).replace("2025-Jan-16", "2025-Feb-16"));

        assertRefused(home.receiveOne(), "FILE-004", null);
    }

    @Test
    void a_census_of_a_year_that_config_does_not_know_is_refused() {
        assertRefused(home.receive("1990_autumn_pupilonroll.csv", Census.pupils("8992001", 1)), "FILE-004", null);
    }

    @Test
    void names_that_say_no_year_and_term_are_refused() {
        assertRefused(home.receive("pupilonroll.csv", Census.pupils("8992001", 1)), "FILE-004", null);
    }

    @Test
    void xml_that_is_cut_off_is_refused_with_a_line_and_leaves_nothing_behind() {
        String xml = Census.xml();

        Submission submission = home.receive(Census.XML, xml.substring(0, xml.indexOf("<SENneeds>")));

        assertRefused(submission, "FILE-021", null);
        assertThat(submission.error().line()).isBetween(19L, 21L);
        assertThat(home.home().tmp()).isEmptyDirectory();
    }

    @Test
    void xml_with_a_document_type_is_refused() {
        assertRefused(home.receive(Census.XML, Census.xml().replace("<Message>", "<!DOCTYPE Message>\n<Message>")), "FILE-022", 2L);
    }

    @Test
    void an_external_entity_is_never_resolved() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "Bellwether");
        String xml = Census.xml().replace("<Message>", "<!DOCTYPE Message [<!ENTITY secret SYSTEM \"" + secret.toUri() + "\">]>\n<Message>")
                .replace("<Language>POL", "<Language>&secret;");

        assertRefused(home.receive(Census.XML, xml), "FILE-022", 2L);
    }

    @Test
    void entities_that_grow_without_end_are_refused() {
        String entities = "<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">";

        assertRefused(home.receive(Census.XML, Census.xml().replace("<Message>", "<!DOCTYPE Message [" + entities + "]>\n<Message>")
                .replace("<Language>POL", "<Language>&c;")), "FILE-022", 2L);
    }

    @Test
    void xml_that_is_no_census_is_refused() {
        assertRefused(home.receive("feed.xml", "<feed><entry/></feed>"), "FILE-011", 1L);
    }

    @Test
    void an_empty_xml_is_refused() {
        assertRefused(home.receive("8992001.xml", ""), "FILE-012", null);
    }

    private List<String> rows(Submission submission, String table) {
        return home.query("select cast(row as varchar) from (select struct_pack(*columns(* exclude (submission_key, source_line))) as row from "
                + home.relation(submission, table) + ") order by 1");
    }

    private static String exclusions(String... pupils) {
        StringBuilder text = new StringBuilder("pupilonrolltableid,NativeId,termlyexclusionsonrolltableid,startdate,sessions,reason1,category,senprovision\n");
        for (String pupil : pupils) {
            text.append(pupil).append(",8992001,1,2024-Nov-05 00:00:00,2,PP,SUSP,K\n");
        }
        return text.toString();
    }

    private void assertRefused(Submission submission, String rule, Long line) {
        assertThat(submission.state()).isEqualTo(SubmissionState.REFUSED);
        assertThat(submission.error()).extracting(FileError::rule).isEqualTo(rule);
        if (line != null) {
            assertThat(submission.error().line()).isEqualTo(line);
        }
        assertThat(submission.error().remedy()).isNotBlank();
        assertThat(home.home().tmp().toFile().list()).isNullOrEmpty();
        assertThat(home.home().staged().resolve(".judging").toFile().list()).isNullOrEmpty();
        assertThat(home.kept(submission)).hasSize(submission.files().size() + 1).contains("refused/why.json");
    }

    @Test
    void a_pupil_of_two_schools_may_bear_one_table_id_at_both() {
        String leavers = """
                pupilnolongeronrolltableid,NativeId,dob,upn,sex,entrydate,leavingdate,ncyearleaving,ethnicity,termlysessionspossible
                L1,8992001,2012-02-12,%1$s,F,2020-09-03,2024-11-21,8,WBRI,100
                L1,8992002,2012-02-12,%1$s,F,2024-11-22,2024-12-03,8,WBRI,20
                """.formatted(Given.upn(3));
        home.drop("2025_spring_pupilonroll.csv", Census.PUPIL_HEADER + Census.pupil(1, "8992001")
                        + Census.pupil(1, "8992002").replace(",C,N,N,N,5,WBRI", ",S,N,N,K,5,WBRI"))
                .drop("2025_spring_pupilnolongeronroll.csv", leavers)
                .drop("2025_spring_termlyexclusionsoffroll.csv", "pupilnolongeronrolltableid,NativeId,termlyexclusionsoffrolltableid,startdate,"
                        + "sessions,reason1,category,senprovision\nL1,8992001,1,2024-11-05,2,PP,SUSP,K\nL1,8992002,2,2024-11-05,2,PP,SUSP,K\n")
                .drop("2025_spring_termlysessiondetailsoffroll.csv", "pupilnolongeronrolltableid,NativeId,termlysessiondetailsoffrolltableid,"
                        + "sessions,attendancereason\nL1,8992001,1,100,/\nL1,8992002,2,18,/\nL1,8992002,3,2,I\n")
                .drop("2025_spring_fsmperiodsonroll.csv", "pupilonrolltableid,NativeId,fsmperiodsonrolltableid,fsmstartdate,fsmenddate,ukcountry\n"
                        + "P1,8992001,1,2022-09-01,,ENG\n")
                .drop("2025_spring_senneeds.csv", "pupilonrolltableid,NativeId,senneedstableid,sentyperank,sentype\nP1,8992002,1,1,SEMH\n");

        Submission submission = home.receiveOne();

        assertThat(home.violations(submission)).isEmpty();
        assertThat(home.query("select concat_ws(' ', laestab, on_roll, enrol_status, termly_sessions_possible, fsm_on_census_day) from "
                + home.relation(submission, "census_pupil") + " order by 1"))
                .containsExactly("8992001 false 100", "8992001 true C 140 true", "8992002 false 20", "8992002 true S 140 false");
        assertThat(home.query("select concat_ws(' ', laestab, attendance_reason, sessions) from "
                + home.relation(submission, "census_session") + " order by 1")).containsExactly("8992001 / 100", "8992002 / 18", "8992002 I 2");
        assertThat(home.count(submission, "census_exclusion")).isEqualTo(2);
        assertThat(home.staged(submission, "census_sen_need", "laestab", "sen_type")).containsExactly("8992002 SEMH");
    }
}
