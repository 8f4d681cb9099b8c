package org.bellwether.batch.receive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.bellwether.intake.register.Submission;
import org.bellwether.intake.register.SubmissionState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is no CSV is told what it is and what to do, whatever its name says; and a CSV of something else is not taken for a return. */
class FileKindsTest {

    private static final String NAME = "exclusion_notice.csv";

    @TempDir
    Path folder;

    private ReceivingFixture home;

    @BeforeEach
    void a_home() {
        home = ReceivingFixture.in(folder);
    }

    @Test
    void workbooks() throws IOException {
        expect("returns.xlsx", zip("[Content_Types].xml", "xl/workbook.xml"), "FILE-055", "XLSX");
        expect(NAME, zip("[Content_Types].xml", "xl/workbook.xml"), "FILE-055", "XLSX");
        expect("returns.ods", stored("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), "FILE-055", "ODS");
        expect("returns.xls", latin("\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1" + "\0".repeat(600)), "FILE-055", "older Excel");
        expect("returns.xlsx", latin("\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1" + "\0".repeat(600)), "FILE-055", "a password protects");
        expect(NAME, latin("\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1" + "\0".repeat(600) + "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"), "FILE-055", "a password protects");
        expect(NAME, latin("<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\">"), "FILE-055", "Excel");
    }

    @Test
    void archives() throws IOException {
        expect(NAME + ".gz", zip("exclusion_notice.csv"), "FILE-056", "though its name ends in .gz");
        expect(NAME, gzip(Given.notices(1, 2).getBytes(UTF_8)), "FILE-056", "gzip");
        expect(NAME + ".gz", gzip(zip("exclusion_notice.csv")), "FILE-056", "ZIP");
        expect("returns.7z", latin("7z\u00BC\u00AF\u0027\u001C\0"), "FILE-056", "7-Zip");
    }

    @Test
    void documents_pictures_pages_and_data_files() throws IOException {
        expect("returns.pdf", latin("%PDF-1.7\n1 0 obj"), "FILE-057", "PDF");
        expect("letter.doc", latin("\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1" + "\0".repeat(600)), "FILE-057", "older Office");
        expect("letter.docx", zip("[Content_Types].xml", "word/document.xml"), "FILE-057", "Office document");
        expect("scan.png", latin("\u0089PNG\r\n\u001A\n"), "FILE-057", "PNG");
        expect(NAME, latin("\r\n<!DOCTYPE html>\n<html><title>Sign in</title>"), "FILE-058", "HTML");
        expect("marks.parquet", latin("PAR1\u0015\u0004"), "FILE-059", "Parquet");
        expect("marks.db", latin("SQLite format 3\0"), "FILE-059", "SQLite");
        expect(NAME, latin("[\n  {\"notice_id\": \"N1\"}\n]"), "FILE-059", "JSON");
    }

    @Test
    void wide_text_with_or_without_a_mark() {
        for (String charset : new String[] {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "UTF-32LE"}) {
            expect(NAME, Given.notices(1, 3).getBytes(Charset.forName(charset)), "FILE-005", charset.substring(0, 6));
        }
    }

    @Test
    void a_file_of_something_else_is_not_a_return_by_its_name() {
        Submission submission = home.receive("benchmarks_absence.csv", "time_period,geographic_level,school_type,enrolments,number_of_dogs\n202425,National,Total,7,3\n");

        assertThat(submission.state()).isEqualTo(SubmissionState.REFUSED);
        assertThat(submission.error().rule() + " " + submission.error().detail())
                .isEqualTo("FILE-011 nearest is benchmarks (absence), of which it lacks sess_possible, sess_overall");
    }

    @Test
    void an_unknown_file_names_the_nearest_contract_and_what_it_lacks() {
        Submission submission = home.receive("from the office.csv", "notice_id,laestab,pupil,start_date\nN1,8992001,x,2025-02-04\n");

        assertThat(submission.error().rule()).isEqualTo("FILE-011");
        assertThat(submission.error().detail()).isEqualTo("nearest is exclusion_notice, of which it lacks upn");
        assertThat(submission.error().remedy()).doesNotContain("name the file");
    }

    @Test
    void text_under_another_ending_says_so() {
        assertThat(home.receive("exclusion_notice.txt", Given.notices(1, 2)).error().detail()).contains("does not end in .csv");
    }

    @Test
    void a_daily_file_is_no_weekly_one_and_by_a_characteristic_it_is_refused() {
        String header = "time_period,time_identifier,geographic_level,attendance_date,school_type,attendance_perc,possible_sessions";
        Submission daily = home.receive("EES_daily_data.csv", header + "\n2025,Week 38,National,2025-09-15,Total,94.1,100\n");
        Submission split = home.receive("EES_daily_by_sen.csv", header + ",sen_status\n2025,Week 38,National,2025-09-15,Total,94.1,100,SEN support\n");

        assertThat(daily.returnName()).isEqualTo("attendance_daily_agg");
        assertThat(home.staged(daily, "attendance_daily_agg", "attendance_date", "measure", "value")).containsExactly("2025-09-15 attendance_perc 94.1",
                "2025-09-15 possible_sessions 100.0");
        assertThat(split.error().rule()).isEqualTo("FILE-011");
    }

    @Test
    void a_name_that_ends_as_those_of_a_census_set_is_still_that_of_its_return() {
        Submission notices = home.receive("exclusion_notice_school.csv", Given.notices(1, 2));
        Submission others = home.receive("exclusion_notice_2_school.csv", "a,b\n1,2\n");

        assertThat(notices.returnName()).isEqualTo("exclusion_notice");
        assertThat(notices.state().isAccepted()).isTrue();
        assertThat(others.error().rule()).isIn("FILE-002", "FILE-011");
    }

    private void expect(String name, byte[] bytes, String rule, String what) {
        Submission submission = home.receive(name, bytes);
        assertThat(submission.state()).as(name).isEqualTo(SubmissionState.REFUSED);
        assertThat(submission.error().rule()).as(name + " " + submission.error().detail()).isEqualTo(rule);
        assertThat(submission.error().detail()).as(name).contains(what);
        assertThat(home.keptBytes(submission, name)).isEqualTo(bytes);
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] zip(String... entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (String entry : entries) {
                out.putNextEntry(new ZipEntry(entry));
                out.write(Given.notices(1, 9).getBytes(UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] stored(String name, String text) {
        return latin("PK\u0003\u0004" + "\0".repeat(22) + "\u0008\0\0\0" + name + text);
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(content);
        }
        return bytes.toByteArray();
    }
}
