package org.bellwether.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.bellwether.app.status.Status;
import org.bellwether.batch.receive.Census;
import org.bellwether.batch.receive.Given;
import org.bellwether.batch.receive.ReceivingFixture;
import org.bellwether.cli.console.ExitCode;
import org.bellwether.home.Folders;
import org.bellwether.intake.register.SubmissionFile;
import org.bellwether.intake.register.SubmissionState;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** One night in which every kind of bad file comes at once: each is told, none is lost, and the good ones are published. */
@Tag("slow")
@WithSmallProject
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadNightTest {

    /** Notices up to this one stand in files that are refused. */
    private static final int FIRST = 20_000;

    private final Map<String, byte[]> sent = new LinkedHashMap<>();
    private final Map<String, String> expected = new TreeMap<>();
    private int notices = FIRST;
    private int lost;
    private TrialHome home;
    private int exitCode;
    private String printed;
    private Status status;

    @BeforeAll
    void a_night(@TempDir Path folder) throws Exception {
        home = new TrialHome(folder.resolve("home")).withoutBoardPack();
        Folders.copy(ReceivingFixture.PROJECT.sampleData().resolve("config/reference"), home.home().config().resolve("reference"));
        Files.writeString(home.home().config().resolve("application.yml"), "bellwether:\n  la: 899\n  la_name: Wardown Borough\n"
                + "  inbox: {quiet: PT0S, max_unpacked_bytes: 20000000}\n");
        damagedFiles();
        oddFiles();
        otherFiles();
        for (Map.Entry<String, byte[]> file : sent.entrySet()) {
            Files.createDirectories(home.home().inbox());
            Files.write(home.home().inbox().resolve(file.getKey()), file.getValue());
        }
        Files.createDirectories(home.home().inbox().resolve("folder"));
        Path secret = Files.writeString(folder.resolve("exclusion_notice_secret.csv"), Given.notices(1, 3));
        Files.createSymbolicLink(home.home().inbox().resolve("exclusion_notice_link.csv"), secret);
        expected.put("exclusion_notice_link.csv", "refused FILE-020");

        Child night = home.startNight(TrialHome.FIRST_NIGHT);
        exitCode = night.await();
        printed = night.printed();
        status = home.status();
    }

    @Test
    void each_file_ends_as_it_should() {
        Map<String, String> actual = new TreeMap<>();
        for (Status.SubmissionStatus one : status.submissions()) {
            String rules = Stream.concat(Stream.of(one.error() == null ? "" : one.error().rule()),
                            Stream.concat(one.rules().keySet().stream(), one.files().get(0).notes().stream().map(note -> note.substring(0, 8))))
                    .filter(rule -> !rule.isEmpty()).collect(Collectors.joining(" "));
            one.files().forEach(file -> actual.put(file.file(), (one.state().label() + " " + rules).strip()));
        }
        assertThat(actual).isEqualTo(expected);
        assertThat(exitCode).isEqualTo(ExitCode.REJECTED);
    }

    @Test
    void what_is_not_taken_is_told_with_reason_and_remedy() {
        for (Status.SubmissionStatus one : status.submissions()) {
            if (one.error() != null) {
                assertThat(printed.lines().filter(line -> line.contains(one.files().get(0).file()) || one.files().size() > 1))
                        .as(one.error().rule()).anySatisfy(line -> assertThat(line)
                                .contains(one.error().rule(), one.error().message(), one.error().remedy()));
                assertThat(one.error().remedy()).isNotBlank();
            }
        }
        assertThat(printed.lines()).contains("waiting                exclusion_notice_arriving.csv.part  FILE-024: Still being written;"
                        + " nothing to do; it is taken in once it has been left alone",
                "waiting                folder  FILE-030: Not a plain file; put the files themselves into the inbox");
        assertThat(printed).doesNotContain("Exception", "\tat ", Given.surname(1), Given.upn(1));
    }

    @Test
    void rows_that_are_rejected_are_told_with_line_reason_and_remedy() throws Exception {
        assertThat(home.ask("rejects").lines().toList()).containsExactly(
                "2 rejected rows",
                "         2  ROW-001 Another number of fields than the header",
                "exclusion_notice_ragged.csv line 12  ROW-001 Another number of fields than the header; correct the line;"
                        + " a comma within a value needs quotes around the value",
                "exclusion_notice_truncated.csv line 11  ROW-001 Another number of fields than the header; correct the line;"
                        + " a comma within a value needs quotes around the value");
    }

    @Test
    void nothing_is_lost() throws IOException {
        Map<String, byte[]> kept = new TreeMap<>();
        for (Path folder : List.of(home.home().landing(), home.home().refused(), home.home().inbox())) {
            for (Path file : Folders.files(folder)) {
                kept.put(file.getFileName().toString(), Files.readAllBytes(file));
            }
        }
        sent.forEach((name, bytes) -> assertThat(kept.get(name)).as(name).isEqualTo(bytes));
        assertThat(home.leftovers()).containsExactly("inbox/exclusion_notice_arriving.csv.part", "inbox/folder");
    }

    @Test
    void the_rest_of_the_night_goes_on() throws Exception {
        assertThat(home.askRestricted("select count(*) from core.fact_exclusion where is_counted"))
                .containsExactly(Integer.toString(notices - FIRST - lost));
        assertThat(home.gaps()).isEmpty();
        assertThat(status.submissions()).filteredOn(one -> one.state() == SubmissionState.REFUSED)
                .flatExtracting(Status.SubmissionStatus::files).extracting("rows").containsOnlyNulls();
        assertThat(status.submissions()).filteredOn(one -> one.state() != SubmissionState.REFUSED)
                .flatExtracting(Status.SubmissionStatus::files)
                .allSatisfy(file -> assertThat(((SubmissionFile) file).rows())
                        .isEqualTo(((SubmissionFile) file).accepted() + ((SubmissionFile) file).rejected()));
    }

    private void damagedFiles() throws IOException {
        String whole = notices(10);
        send("truncated", whole.substring(0, whole.lastIndexOf("SUSP")), "accepted_with_queries ROW-001");
        lost++;
        send("ragged", notices(10) + "N9,8992001\n", "accepted_with_queries ROW-001");
        refuse("cut_in_quote", Given.notices(1, 5) + "N9,\"8992001,", "FILE-016");
        refuse("semicolons", Given.notices(1, 3).replace(',', ';'), "FILE-013");
        refuse("unterminated", Given.notices(1, FIRST).replace(Given.surname(FIRST / 2) + ",", "\"" + Given.surname(FIRST / 2) + ","), "FILE-016");
        refuse("nul", Given.notices(1, 3).replace(Given.surname(2), "Zy\0"), "FILE-015");
        refuse("empty", "", "FILE-012");
        refuse("long_line", Given.notices(1, 3) + "x".repeat(10 << 20), "FILE-017");
        refuse("missing", Given.notices(1, 3).replace("start_date", "begin"), "FILE-002");
        refuse("twice", Given.notices(1, 3).replace("notice_date", "start_date"), "FILE-014");
        send("header_only", Given.NOTICE_HEADER, "accepted");
    }

    private void oddFiles() throws IOException {
        send("good", notices(5), "accepted");
        send("good_again", new String(sent.get("exclusion_notice_good.csv"), UTF_8), "duplicate FILE-001");
        send("bom", "\uFEFF" + notices(2), "accepted");
        send("crlf", notices(2).replace("\n", "\r\n"), "accepted");
        send("extra", notices(2).replace("notice_date", "weather"), "accepted FILE-029");
        send("newline", notices(1).replace("surname", "alternatives_considered").replaceFirst(",Zyxwvut[^,]*,", ",\"two\nlines\","), "accepted");
        send("für Wardown, été (1)", notices(1), "accepted");
        send("reordered", "sessions,category,upn,start_date,notice_id,reason1,laestab,sen_provision_at_start\n"
                + "4,SUSP," + Given.upn(++notices) + ",2025-02-04,N" + notices + ",PP,8992001,N\n", "accepted");
        sent.put("exclusion_notice_1252.csv", notices(1).replace("surname", "alternatives_considered")
                .replaceFirst("Zyxwvut[^,]*", "Zoë’s").getBytes(Charset.forName("windows-1252")));
        expected.put("exclusion_notice_1252.csv", "accepted FILE-026");
    }

    private void otherFiles() throws IOException {
        sent.put("exclusion_notice_none.csv.gz", Given.notices(1, 5).getBytes(UTF_8));
        expected.put("exclusion_notice_none.csv.gz", "refused FILE-018");
        sent.put("exclusion_notice_endless.csv.gz", gzip("x\n".repeat(12_000_000)));
        expected.put("exclusion_notice_endless.csv.gz", "refused FILE-019");
        sent.put("exclusion_notice_arriving.csv.part", Given.notices(1, 3).getBytes(UTF_8));
        sent.put("2025_spring_pupilonroll.csv", Census.pupils("8212001", 1).getBytes(UTF_8));
        sent.put("2025_spring_schoolcensus.csv", Census.header("8212001", 1).getBytes(UTF_8));
        expected.put("2025_spring_pupilonroll.csv", "refused FILE-003");
        expected.put("2025_spring_schoolcensus.csv", "refused FILE-003");
        sent.put("cut.xml", Census.xml().substring(0, Census.xml().length() / 2).getBytes(UTF_8));
        expected.put("cut.xml", "refused FILE-021");
        sent.put("doctype.xml", Census.xml().replace("<Message>", "<!DOCTYPE Message [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>\n<Message>")
                .replace("<Language>POL", "<Language>&x;").getBytes(UTF_8));
        expected.put("doctype.xml", "refused FILE-022");
        sent.put("minutes.csv", "item,text\n1,apologies\n".getBytes(UTF_8));
        expected.put("minutes.csv", "refused FILE-011");
    }

    /** The next so many notices, each of another pupil; they are expected to count. */
    private String notices(int count) {
        notices += count;
        return Given.notices(notices - count + 1, notices);
    }

    private void refuse(String kind, String text, String rule) {
        send(kind, text, "refused " + rule);
    }

    private void send(String kind, String text, String outcome) {
        sent.put("exclusion_notice_" + kind + ".csv", text.getBytes(UTF_8));
        expected.put("exclusion_notice_" + kind + ".csv", outcome);
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }
}
