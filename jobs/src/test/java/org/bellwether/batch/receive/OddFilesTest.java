package org.bellwether.batch.receive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.bellwether.intake.profile.FileError;
import org.bellwether.intake.register.Submission;
import org.bellwether.intake.register.SubmissionState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are odd and can be read: nothing is lost, and what was met is noted. */
class OddFilesTest {

    private static final String FILE = "exclusion_notice_odd.csv";
    private static final String TABLE = "exclusion_notice";
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    @TempDir
    Path folder;

    private ReceivingFixture home;

    @BeforeEach
    void a_home() {
        home = ReceivingFixture.in(folder);
    }

    @Test
    void columns_are_found_by_name_in_any_order() {
        Submission submission = home.receive(FILE, "SESSIONS,category,UPN,start_date,Notice_ID,reason1,DFE Number,sen_provision_at_start\n"
                + "4,SUSP," + Given.upn(1) + ",2025-02-04,N1,PP,8992001,N\n");

        assertThat(submission.state()).isEqualTo(SubmissionState.ACCEPTED);
        assertThat(home.staged(submission, TABLE, "notice_id", "laestab", "category", "sessions", "start_date"))
                .containsExactly("N1 8992001 SUSP 4 2025-02-04");
    }

    /** As spreadsheets write them below a table, and between its rows. */
    @Test
    void rows_without_a_value_are_passed_over_and_lines_stay_those_of_the_file() {
        String commas = ",".repeat(9) + "\n";
        Submission submission = home.receive(FILE, Given.notices(1, 1) + commas + ",,,\n" + "\"\", ,\t,\"\",,,,,,\n" + Given.lines(2, 2) + "N3,wrong\n"
                + Given.lines(4, 4).replace("8992001", "x") + Given.lines(5, 20) + commas.repeat(30) + "  ,\"\n\"\n" + ",,");

        assertThat(submission.rows() + " = " + submission.accepted() + " + " + submission.rejected()).isEqualTo("20 = 18 + 2");
        assertThat(home.staged(submission, TABLE, "source_line", "notice_id")).startsWith("2 N000001", "6 N000002", "9 N000005");
        assertThat(home.rejects(submission)).extracting(line -> line.substring(0, 10)).containsExactly("7; ROW-001", "8; ROW-003");
        assertThat(home.receive("exclusion_notice_quotes.csv", Given.notices(21, 21).replace("N000021", "\"\"\"\"") + commas).accepted()).isEqualTo(1);
    }

    @Test
    void a_title_above_the_header_is_told_with_the_line_of_the_header() {
        for (String title : List.of("Suspensions notified\n\n", "Suspensions; by school\n,,\n", "Suspensions\nas at,4 February\n")) {
            Submission submission = home.receive(FILE, title + Given.notices(1, 1));

            assertRefused(submission, "FILE-072", 3L);
            assertThat(submission.error().sentence())
                    .isEqualTo("Header stands on line 3: what is above it has to go; delete the lines above the header and send the file again");
        }
    }

    @Test
    void a_missing_column_refuses_the_file_and_is_named() {
        Submission submission = home.receive(FILE, "notice_id,laestab,upn,category,sessions\nN1,8992001," + Given.upn(1) + ",SUSP,4\n");

        assertRefused(submission, "FILE-002", 1L);
        assertThat(submission.error().message()).isEqualTo("Required column missing: start_date");
        assertThat(submission.error().remedy()).startsWith("export the return again with this column");
    }

    @Test
    void a_column_that_stands_twice_refuses_the_file_and_is_named() {
        Submission submission = home.receive(FILE, Given.notices(1, 2).replace("notice_date", "start_date"));

        assertRefused(submission, "FILE-014", 1L);
        assertThat(submission.error().message()).isEqualTo("Column stands twice: start_date");
    }

    @Test
    void an_alias_beside_its_column_stands_twice() {
        assertRefused(home.receive(FILE, Given.notices(1, 2).replace("notice_date", "dfe_number")), "FILE-014", 1L);
    }

    @Test
    void an_extra_column_is_left_out_and_noted() {
        Submission submission = home.receive(FILE, Given.notices(1, 2).replace("notice_date", "favourite colour"));

        assertThat(submission.accepted()).isEqualTo(2);
        assertThat(submission.files().get(0).notes()).containsExactly("FILE-029 Column not known, left out: favourite colour");
    }

    @Test
    void commas_behind_every_line_are_no_columns() {
        Submission submission = home.receive(FILE, Given.notices(1, 2).replace("\n", ",,\n"));

        assertThat(submission.state()).isEqualTo(SubmissionState.ACCEPTED);
        assertThat(submission.files().get(0).notes()).isEmpty();
    }

    @Test
    void an_optional_column_that_is_absent_is_unknown() {
        Submission submission = home.receive(FILE, Given.notices(1, 1));

        assertThat(home.staged(submission, TABLE, "notice_id", "end_date", "outcome")).containsExactly("N000001 - PENDING");
    }

    @Test
    void a_byte_order_mark_is_no_part_of_the_first_column() {
        Submission submission = home.receive(FILE, "\uFEFF" + Given.notices(1, 3));

        assertThat(submission.state()).isEqualTo(SubmissionState.ACCEPTED);
        assertThat(home.staged(submission, TABLE, "notice_id", "source_line")).containsExactly("N000001 2", "N000002 3", "N000003 4");
    }

    @Test
    void a_byte_order_mark_before_a_quoted_header_too() {
        Submission submission = home.receive(FILE, "\uFEFF" + Given.notices(1, 3).replace("notice_id", "\"notice_id\""));

        assertThat(submission.accepted()).isEqualTo(3);
    }

    @Test
    void lines_may_end_in_crlf() {
        Submission submission = home.receive(FILE, Given.notices(1, 3).replace("\n", "\r\n"));

        assertThat(submission.state()).isEqualTo(SubmissionState.ACCEPTED);
        assertThat(home.staged(submission, TABLE, "notice_id", "sen_provision_at_start", "source_line"))
                .containsExactly("N000001 N 2", "N000002 N 3", "N000003 N 4");
    }

    @Test
    void lines_may_end_now_one_way_now_the_other() {
        Submission submission = home.receive(FILE, Given.NOTICE_HEADER.replace("\n", "\r\n") + Given.lines(1, 2) + Given.notice(3) + "\r\n"
                + Given.notice(4));

        assertThat(submission.state()).isEqualTo(SubmissionState.ACCEPTED);
        assertThat(home.staged(submission, TABLE, "notice_id", "source_line"))
                .containsExactly("N000001 2", "N000002 3", "N000003 4", "N000004 5");
    }

    @Test
    void blank_lines_are_no_records_and_lines_stay_true() {
        Submission submission = home.receive(FILE, Given.NOTICE_HEADER + "\n" + Given.lines(1, 1) + "\n\n" + Given.lines(2, 2));

        assertThat(submission.rows()).isEqualTo(2);
        assertThat(home.staged(submission, TABLE, "notice_id", "source_line")).containsExactly("N000001 3", "N000002 6");
    }

    @Test
    void windows_1252_is_read_and_noted() {
        String text = Given.notices(1, 3).replace(Given.surname(2), "Zoë’s").replace("surname", "alternatives_considered");

        Submission submission = home.receive(FILE, text.getBytes(WINDOWS_1252));

        assertThat(submission.accepted()).isEqualTo(3);
        assertThat(submission.files().get(0).encoding()).isEqualTo("windows-1252");
        assertThat(submission.files().get(0).notes()).containsExactly("FILE-026 Read as Windows-1252");
        assertThat(home.staged(submission, TABLE, "notice_id", "alternatives_considered")).contains("N000002 Zoë’s");
    }

    @Test
    void bytes_of_no_encoding_refuse_the_file() {
        byte[] bytes = Given.notices(1, 3).replace(Given.surname(2), "Zo\u0081").getBytes(StandardCharsets.ISO_8859_1);

        assertRefused(home.receive(FILE, bytes), "FILE-005", 3L);
        assertRefused(home.receive("exclusion_notice_utf16.csv", Given.notices(1, 3).getBytes(StandardCharsets.UTF_16)), "FILE-005", null);
    }

    @Test
    void after_a_line_break_within_a_value_the_lines_of_rejects_are_true() {
        String text = Given.notices(1, 8).replace(Given.surname(2), "\"two\r\nlines, and \"\"quoted\"\"\"").replace(",SUSP,PP,2025-02-04,4,N\nN000006",
                ",SUSP,PP,2025-02-04,900,N\nN000006");

        Submission submission = home.receive(FILE, text);

        assertThat(submission.rows()).isEqualTo(8);
        assertThat(home.violations(submission)).containsExactly("exclusion_notice 7 EXC-004 error");
        assertThat(home.staged(submission, TABLE, "notice_id", "source_line"))
                .containsExactly("N000001 2", "N000002 3", "N000003 5", "N000004 6", "N000006 8", "N000007 9", "N000008 10");
    }

    @Test
    void a_value_with_commas_and_line_breaks_that_is_no_swallowed_row_is_a_value() {
        String text = Given.notices(1, 3).replace("surname", "alternatives_considered")
                .replace(Given.surname(2), "\"mentoring, a report card,\nthen a change of class, of set, and of teacher\"");

        Submission submission = home.receive(FILE, text);

        assertThat(submission.accepted()).isEqualTo(3);
        assertThat(home.staged(submission, TABLE, "alternatives_considered"))
                .contains("mentoring, a report card, then a change of class, of set, and of teacher");
    }

    @Test
    void a_gz_is_taken_like_any_csv() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(Given.notices(1, 5).getBytes(StandardCharsets.UTF_8));
        }

        assertThat(home.receive("exclusion_notice.csv.GZ", bytes.toByteArray()).accepted()).isEqualTo(5);
    }

    @Test
    void a_file_that_is_no_return_is_refused_by_name() {
        Submission submission = home.receive("minutes.csv", "item,text\n1,apologies\n");

        assertRefused(submission, "FILE-011", null);
        assertThat(submission.error().file()).isEqualTo("minutes.csv");
        assertThat(submission.returnName()).isNull();
    }

    @Test
    void a_return_is_known_by_its_header_whatever_its_name() {
        Submission submission = home.receive("from the office.csv", Given.notices(1, 2));

        assertThat(submission.returnName()).isEqualTo("exclusion_notice");
        assertThat(home.staged(submission, TABLE, "notice_id")).isEqualTo(List.of("N000001", "N000002"));
    }

    private static void assertRefused(Submission submission, String rule, Long line) {
        assertThat(submission.state()).isEqualTo(SubmissionState.REFUSED);
        assertThat(submission.error()).extracting(FileError::rule, FileError::line).containsExactly(rule, line);
        assertThat(submission.error().message()).isNotBlank().doesNotContain("{");
        assertThat(submission.error().remedy()).isNotBlank();
    }
}
