package org.bellwether.batch.receive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.bellwether.intake.profile.FileError;
import org.bellwether.intake.register.Submission;
import org.bellwether.intake.register.SubmissionFile;
import org.bellwether.intake.register.SubmissionState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files whose rows cannot be told apart are refused whole, with a reason and a line; what was live stays live. */
class DamagedFilesTest {

    private static final String FILE = "exclusion_notice_damaged.csv";

    @TempDir
    Path folder;

    private ReceivingFixture home;

    @BeforeEach
    void a_home() {
        home = ReceivingFixture.in(folder);
    }

    @Test
    void a_file_cut_off_within_a_row_loses_that_row_alone_and_says_so() {
        String whole = Given.notices(1, 10);

        Submission submission = home.receive(FILE, whole.substring(0, whole.lastIndexOf("SUSP")));

        assertThat(submission.state()).isEqualTo(SubmissionState.ACCEPTED_WITH_QUERIES);
        assertCounts(submission, 10, 9, 1);
        assertThat(home.rejects(submission)).containsExactly("11; ROW-001; Another number of fields than the header; "
                + "correct the line; a comma within a value needs quotes around the value");
    }

    @Test
    void a_file_cut_off_within_a_quote_is_refused_with_the_line() {
        String text = Given.notices(1, 10) + "N000011,8992001,\"" + Given.upn(11);

        assertRefused(home.receive(FILE, text), "FILE-016", 12L);
    }

    @Test
    void semicolons_for_commas_are_refused() {
        assertRefused(home.receive(FILE, Given.notices(1, 3).replace(',', ';')), "FILE-013", 1L);
    }

    @Test
    void tabs_for_commas_are_refused() {
        assertRefused(home.receive(FILE, Given.notices(1, 3).replace(',', '\t')), "FILE-013", 1L);
    }

    @Test
    void ragged_rows_are_rejected_by_their_lines() {
        String text = Given.notices(1, 10) + Given.notice(11) + ",one,more\n" + Given.notice(12) + "\n" + "N000013,8992001\n";

        Submission submission = home.receive(FILE, text);

        assertCounts(submission, 13, 11, 2);
        assertThat(home.violations(submission)).containsExactly("exclusion_notice 12 ROW-001 error", "exclusion_notice 14 ROW-001 error");
        assertThat(home.staged(submission, "exclusion_notice", "notice_id", "source_line")).hasSize(11).endsWith("N000012 13");
    }

    @Test
    void a_large_file_of_ragged_rows_is_rejected_whole_with_every_line() {
        Submission submission = home.receive(FILE, Given.NOTICE_HEADER + "N1,8992001\n".repeat(100_000));

        assertThat(submission.state()).isEqualTo(SubmissionState.REJECTED);
        assertCounts(submission, 100_000, 0, 100_000);
        assertThat(home.query("select count(distinct source_line) || ' ' || max(source_line) from " + home.findings(submission)))
                .containsExactly("100000 100001");
    }

    @Test
    void a_quote_that_is_never_closed_in_a_large_file_refuses_it_with_the_line() {
        String text = Given.notices(1, 200_000).replace(Given.surname(300) + ",", "\"" + Given.surname(300) + ",");

        assertRefused(home.receive(FILE, text), "FILE-016", 301L);
    }

    @Test
    void a_quote_that_a_stray_one_closes_fifty_lines_on_refuses_the_file_with_the_first_line() {
        String text = Given.notices(1, 1000).replace(Given.surname(300) + ",", "\"" + Given.surname(300) + ",")
                .replace(Given.surname(350) + ",", Given.surname(350) + "\",");

        assertRefused(home.receive(FILE, text), "FILE-016", 301L);
    }

    @Test
    void a_nul_byte_refuses_the_file_with_the_line() {
        assertRefused(home.receive(FILE, Given.notices(1, 5).replace(Given.surname(3), "Zy\0")), "FILE-015", 4L);
    }

    @Test
    void an_empty_file_is_refused() {
        assertRefused(home.receive(FILE, ""), "FILE-012", null);
    }

    @Test
    void a_file_of_blank_lines_is_refused() {
        assertRefused(home.receive(FILE, "\n\n\r\n"), "FILE-012", null);
    }

    @Test
    void a_header_alone_is_a_return_without_rows() {
        Submission submission = home.receive(FILE, Given.NOTICE_HEADER);

        assertThat(submission.state()).isEqualTo(SubmissionState.ACCEPTED);
        assertCounts(submission, 0, 0, 0);
        assertThat(home.count(submission, "exclusion_notice")).isZero();
    }

    @Test
    void a_line_of_ten_megabytes_refuses_the_file() {
        byte[] line = new byte[10 << 20];
        Arrays.fill(line, (byte) 'x');

        assertRefused(home.receive(FILE, Given.notices(1, 5) + new String(line, UTF_8)), "FILE-017", 7L);
        assertRefused(home.receive("exclusion_notice_line.csv", line), "FILE-017", 1L);
    }

    @Test
    void a_gz_that_is_none_is_refused() {
        assertRefused(home.receive("exclusion_notice.csv.gz", Given.notices(1, 5)), "FILE-018", null);
    }

    @Test
    void a_gz_that_is_cut_off_is_refused() throws IOException {
        byte[] whole = gzip(Given.notices(1, 1000));

        assertRefused(home.receive("exclusion_notice.csv.gz", Arrays.copyOf(whole, whole.length / 2)), "FILE-018", null);
        assertThat(home.receive("exclusion_notice.csv.gz", whole).accepted()).isEqualTo(1000);
    }

    @Test
    void a_gz_that_unpacks_without_end_is_refused_at_the_limit() throws IOException {
        home.settings("inbox: {quiet: PT0S, max_unpacked_bytes: 1000000}");

        assertRefused(home.receive("exclusion_notice.csv.gz", gzip("x\n".repeat(5_000_000))), "FILE-019", null);
    }

    @Test
    void a_file_beyond_the_limit_is_refused_unread() {
        home.settings("inbox: {quiet: PT0S, max_file_bytes: 1000}");

        assertRefused(home.receive(FILE, Given.notices(1, 100)), "FILE-025", null);
    }

    @Test
    void the_rest_of_the_night_goes_on() {
        home.receive("exclusion_notice_1.csv", Given.notices(1, 5));
        home.drop("exclusion_notice_2.csv", Given.notices(6, 9) + "\"").drop("exclusion_notice_3.csv", Given.notices(10, 12));

        List<Submission> submissions = home.receive();

        assertThat(submissions).extracting(Submission::state).containsExactly(SubmissionState.REFUSED, SubmissionState.ACCEPTED);
        assertThat(home.live("exclusion_notice")).hasSize(8);
    }

    private void assertRefused(Submission submission, String rule, Long line) {
        assertThat(submission.state()).isEqualTo(SubmissionState.REFUSED);
        assertThat(submission.error()).extracting(FileError::rule, FileError::line).containsExactly(rule, line);
        assertThat(home.catalog().rule(rule).fix()).isNotBlank();
        SubmissionFile file = submission.files().get(0);
        assertThat(file.rows()).isNull();
        assertThat(home.kept(submission)).containsExactlyInAnyOrder("refused/" + file.file(), "refused/why.json");
        assertThat(home.keptBytes(submission, file.file())).hasSize(Math.toIntExact(file.bytes()));
    }

    private static void assertCounts(Submission submission, long rows, long accepted, long rejected) {
        assertThat(submission.files()).singleElement().extracting(SubmissionFile::rows, SubmissionFile::accepted, SubmissionFile::rejected)
                .containsExactly(rows, accepted, rejected);
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }
}
