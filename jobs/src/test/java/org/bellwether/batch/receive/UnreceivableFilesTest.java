package org.bellwether.batch.receive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bellwether.home.Folders;
import org.bellwether.intake.profile.FileError;
import org.bellwether.intake.register.Submission;
import org.bellwether.intake.register.SubmissionFile;
import org.bellwether.intake.register.SubmissionState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What cannot be received is refused with its reason after one try, and no later night meets it again. */
class UnreceivableFilesTest {

    private static final String SESSIONS = "pupilnolongeronrolltableid,NativeId,attendancereason,termlysessiondetailsoffrolltableid,"
            + "absencesessions\n";
    private static final String LEAVERS = "pupilnolongeronrolltableid,NativeId,dob,upn,sex,entrydate,leavingdate,ncyearleaving,ethnicity\n";

    @TempDir
    Path folder;

    private ReceivingFixture home;

    @BeforeEach
    void a_home() {
        home = ReceivingFixture.in(folder);
    }

    @Test
    void a_set_without_the_parents_of_its_rows_names_the_file_that_is_missing() {
        home.drop("2025_spring_pupilonroll.csv", Census.pupils("8992001", 1, 2))
                .drop("2025_spring_termlysessiondetailsoffroll.csv", SESSIONS + "L1,8992001,I,T1,4\n");

        Submission submission = home.receiveOne();

        expectRefused(submission, "FILE-063", null);
        assertThat(submission.error().sentence()).contains("2025_spring_pupilnolongeronroll.csv");
        home.drop("2025_spring_pupilonroll.csv", Census.pupils("8992001", 1, 2)).drop("2025_spring_pupilnolongeronroll.csv", leaver())
                .drop("2025_spring_termlysessiondetailsoffroll.csv", SESSIONS + "L1,8992001,I,T1,4\n");
        assertThat(home.receiveOne().state().isAccepted()).isTrue();
    }

    @Test
    void a_table_without_rows_needs_no_parents() {
        home.drop("2025_spring_pupilonroll.csv", Census.pupils("8992001", 1, 2)).drop("2025_spring_termlysessiondetailsoffroll.csv", SESSIONS);

        assertThat(home.receiveOne().state()).isEqualTo(SubmissionState.ACCEPTED);
    }

    @Test
    void leavers_that_come_later_join_the_pupils_on_roll() {
        home.receive("2025_spring_pupilonroll.csv", Census.pupils("8992001", 1, 2));

        Submission whole = home.receive("2025_spring_pupilnolongeronroll.csv", leaver());

        assertThat(whole.files()).extracting(SubmissionFile::table).containsExactly("pupil_on_roll", "pupil_no_longer_on_roll");
        assertThat(home.count(whole, "census_pupil")).isEqualTo(3);
    }

    @Test
    void leavers_alone_are_no_census() {
        expectRefused(home.receive("2025_spring_pupilnolongeronroll.csv", leaver()), "FILE-027", null);
    }

    @Test
    void xml_in_latin_1_that_says_utf_8_is_refused_wherever_the_letter_stands() {
        for (String place : List.of("Wardown Primary", "Ada", "<Message", "<Header>", "</SchoolName>", "<Sex>F")) {
            String xml = Census.xml().replaceFirst(place, place + (place.endsWith("<Message") ? " a=\"é\"" : "é"));

            Submission submission = home.receive(Census.XML, xml.getBytes(StandardCharsets.ISO_8859_1));

            assertThat(submission.state()).as(place).isEqualTo(SubmissionState.REFUSED);
            assertThat(submission.error().rule()).as(place).isIn("FILE-005", "FILE-021");
            assertThat(submission.error().line()).as(place).isPositive();
        }
        assertThat(home.receive(Census.XML, Census.xml()).state()).isEqualTo(SubmissionState.ACCEPTED);
    }

    @Test
    void xml_that_says_it_is_latin_1_is_read_as_such() {
        String xml = Census.xml().replace("UTF-8", "ISO-8859-1").replaceFirst("Ada", "Zoé");

        assertThat(home.receive(Census.XML, xml.getBytes(StandardCharsets.ISO_8859_1)).state()).isEqualTo(SubmissionState.ACCEPTED);
    }

    @Test
    void xml_in_an_encoding_that_nobody_knows_is_refused() {
        expectRefused(home.receive(Census.XML, Census.xml().replace("UTF-8", "KLINGON-8")), "FILE-005", 1L);
    }

    @Test
    void xml_with_a_value_without_end_is_refused_with_the_line() {
        Submission submission = home.receive(Census.XML, Census.xml().replaceFirst("<Ethnicity>WBRI", "<Ethnicity>" + "W".repeat(2_100_000)));

        expectRefused(submission, "FILE-017", 13L);
        assertThat(submission.error().sentence()).doesNotContain("WWW");
    }

    @Test
    void a_key_beyond_what_the_register_keeps_costs_its_row_alone() {
        Submission submission = home.receive("exclusion_notice.csv", Given.notices(1, 10).replace("N000002", "N".repeat(401)));

        assertThat(submission.accepted()).isEqualTo(9);
        assertThat(submission.rejected()).isEqualTo(1);
        expectNothingLeft();
    }

    @Test
    void a_failure_that_no_rule_foresees_is_a_refusal_of_that_file_alone() {
        home.config("rules/own.yml", """
                OWN-001:
                  severity: error
                  tables: [exclusion_notice]
                  message: cannot be computed
                  why: it fails on purpose
                  fix: nothing
                  when: cast(notice_id as integer) > 0
                """);
        home.drop("exclusion_notice.csv", Given.notices(1, 2)).drop("term_dates.csv", termDates(899));

        List<Submission> submissions = home.receive();

        assertThat(submissions).extracting(Submission::state).containsExactly(SubmissionState.REFUSED, SubmissionState.ACCEPTED);
        assertThat(submissions.get(0).error()).extracting(FileError::rule, FileError::detail)
                .containsExactly("FILE-050", "Conversion Error while its rows were judged");
        assertThat(submissions.get(0).error().sentence()).doesNotContain("N000001");
        assertThat(home.kept(submissions.get(0))).containsExactly("refused/exclusion_notice.csv", "refused/why.json");
        assertThat(home.status()).anyMatch(one -> one.state() == SubmissionState.REFUSED && one.error().rule().equals("FILE-050"));
        expectNothingLeft();
    }

    @Test
    void what_an_earlier_version_left_stuck_ends_the_same_way() throws IOException {
        Path stuck = Files.createDirectories(home.home().arriving().resolve("000007"));
        Files.write(stuck.resolve(Census.XML), Census.xml().replaceFirst("Ada", "Zoé").getBytes(StandardCharsets.ISO_8859_1));
        Files.writeString(stuck.resolve("arrival.json"), """
                {"arrival": {"number": 7, "received_at": "2025-02-03T02:30:00Z", "files": ["%1$s"], "carried": []},
                 "moved": {"%1$s": "/nowhere/inbox/%1$s"}, "carried": {}}
                """.formatted(Census.XML));

        Submission submission = home.receiveOne();

        assertThat(submission.arrival()).isEqualTo(7);
        assertThat(submission.error().rule()).isEqualTo("FILE-005");
        expectNothingLeft();
    }

    @Test
    void an_arrival_whose_note_is_damaged_is_taken_up_all_the_same() throws IOException {
        Path stuck = Files.createDirectories(home.home().arriving().resolve("000003"));
        Files.writeString(stuck.resolve("exclusion_notice.csv"), Given.notices(1, 3));
        Files.writeString(stuck.resolve("arrival.json"), "{\"arrival\": {\"num");

        assertThat(home.receiveOne().accepted()).isEqualTo(3);
        expectNothingLeft();
    }

    @Test
    void a_census_set_of_another_authority_is_refused_before_its_rows_are_judged() {
        home.drop("2025_spring_pupilonroll.csv", Census.pupils("8212001", 1, 2, 3));

        Submission submission = home.receiveOne();

        expectRefused(submission, "FILE-003", null);
        assertThat(submission.error().detail()).contains("821").contains("899");
    }

    @Test
    void term_dates_of_another_authority_say_so() {
        Submission submission = home.receive("term_dates.csv", termDates(821));

        assertThat(submission.state()).isEqualTo(SubmissionState.REJECTED);
        assertThat(submission.error().sentence()).contains("FILE-064 Term dates of another authority");
        assertThat(home.receive("term_dates_own.csv", termDates(899)).state()).isEqualTo(SubmissionState.ACCEPTED);
    }

    private static String termDates(int la) {
        return "la_code,academic_year,date_from,date_to,day_type,term,half_term\n" + la + ",202425,2024-09-02,2024-10-25,TERM,AUT,AUT1\n";
    }

    private static String leaver() {
        return LEAVERS + "L1,8992001,2014-Feb-12 00:00:00," + Given.upn(9) + ",F,2019-Sep-03 00:00:00,2025-Jan-10 00:00:00,5,WBRI\n";
    }

    private void expectRefused(Submission submission, String rule, Long line) {
        assertThat(submission.state()).isEqualTo(SubmissionState.REFUSED);
        assertThat(submission.error()).extracting(FileError::rule, FileError::line).containsExactly(rule, line);
        expectNothingLeft();
    }

    private void expectNothingLeft() {
        assertThat(Folders.list(home.home().arriving())).isEmpty();
        assertThat(home.night().submissions()).isEmpty();
    }
}
