package org.bellwether.batch.receive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.bellwether.intake.register.Submission;
import org.bellwether.intake.register.SubmissionState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Text of several lines within quotes is a value; rows of the file within quotes are a stray quote. */
class QuotedTextTest {

    private static final String FILE = "exclusion_notice.csv";
    private static final String LAST_COLUMN = "notice_id,laestab,upn,notice_date,category,reason1,start_date,sessions,sen_provision_at_start,"
            + "alternatives_considered\n";

    @TempDir
    Path folder;

    private ReceivingFixture home;

    @BeforeEach
    void a_home() {
        home = ReceivingFixture.in(folder);
    }

    /** The header has nine commas. */
    @ParameterizedTest
    @ValueSource(strings = {
        "Tried before:\nreport, detention, mentor, seating, TA, time out, parents, EP, CAMHS, talk\nNone worked.",
        "report, detention, mentor, seating, TA, time out, parents, EP, CAMHS, talk\nNone worked.",
        "Tried:\nreport, detention, mentor, seating\nTA, time out, parents, EP, CAMHS, talk, more\nNone worked.",
        "a,b,c,d,e,f,g,h,i,j\na,b,c,d,e,f,g,h,i,j\nNone",
        "one line\n\n\nand another",
        "he said \"\"no,\"\"\nand left"
    })
    void a_text_of_several_lines_is_a_value_whatever_commas_it_has(String text) {
        Submission submission = home.receive(FILE, LAST_COLUMN + row(1, "none") + row(2, "\"" + text + "\"") + row(3, "none"));

        assertThat(submission.state()).as(String.valueOf(submission.error())).isEqualTo(SubmissionState.ACCEPTED);
        assertThat(submission.accepted()).isEqualTo(3);
    }

    @Test
    void a_quote_that_the_next_quoted_value_closes_refuses_the_file_with_the_first_line() {
        assertRefused(row(1, "none") + row(2, "\"report") + row(3, "none") + row(4, "\"mentor\"") + row(5, "none"), 3);
        assertRefused(row(1, "\"report") + row(2, "\"mentor\""), 2);
    }

    @Test
    void a_quote_that_a_stray_one_closes_refuses_the_file_even_where_a_row_between_is_ragged() {
        assertRefused(row(1, "\"report") + row(2, "none") + "N9,8992001\n" + row(3, "none") + row(4, "mentor\""), 2);
    }

    private void assertRefused(String rows, long line) {
        Submission submission = home.receive(FILE, LAST_COLUMN + rows);

        assertThat(submission.state()).isEqualTo(SubmissionState.REFUSED);
        assertThat(submission.error()).extracting("rule", "line").containsExactly("FILE-016", line);
    }

    private static String row(int number, String alternatives) {
        return String.join(",", "N" + number, "8992001", Given.upn(number), "2025-02-04", "SUSP", "PP", "2025-02-04", "4", "N", alternatives) + "\n";
    }
}
