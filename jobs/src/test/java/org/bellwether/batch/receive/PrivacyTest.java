package org.bellwether.batch.receive;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.bellwether.batch.report.SubmissionLine;
import org.bellwether.home.Folders;
import org.bellwether.home.Json;
import org.bellwether.intake.register.Submission;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** Neither a UPN nor a name of the given rows ever stands in a message, a log line, a record or a staged file. */
class PrivacyTest {

    private static final Pattern PERSONAL = Pattern.compile("Zyxwvut|Given[0-9]|[A-Z]8990{6}|899000000|2015-02-12|2015-Feb-12");

    @TempDir
    Path folder;

    private ReceivingFixture home;
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Logger root = (Logger) LoggerFactory.getLogger("ROOT");
    private final Logger own = (Logger) LoggerFactory.getLogger("org.bellwether");
    private final Level before = own.getLevel();

    @BeforeEach
    void a_home_and_a_log() {
        home = ReceivingFixture.in(folder);
        log.start();
        root.addAppender(log);
        own.setLevel(Level.DEBUG);
    }

    @AfterEach
    void the_log_as_it_was() {
        root.detachAppender(log);
        own.setLevel(before);
    }

    @Test
    void nothing_that_is_wrong_with_a_row_tells_whose_row_it_is() throws IOException {
        String swapped = Given.NOTICE_HEADER + "N1,8992001," + Given.surname(1) + "," + Given.upn(1) + "," + Given.upn(2) + "," + Given.surname(2)
                + "," + Given.upn(3) + ",2025-02-04," + Given.surname(4) + "," + Given.upn(4) + "\n";
        home.drop("exclusion_notice_0.csv", Given.notices(1, 40))
                .drop("exclusion_notice_1.csv", swapped)
                .drop("exclusion_notice_2.csv", Given.notices(1, 9) + Given.surname(10) + "," + Given.upn(10) + "\n")
                .drop("exclusion_notice_3.csv", Given.notices(1, 9).replace(Given.surname(5), "\"" + Given.surname(5)))
                .drop("exclusion_notice_4.csv", Given.notices(1, 9).replace(Given.surname(5), "\"" + Given.surname(5) + "\"x"))
                .drop("attendance_marks.csv", Given.MARK_HEADER + Given.mark(1, Given.surname(1), Given.upn(1), Given.upn(2), Given.surname(3)))
                .drop("2025_spring_pupilonroll.csv", Census.pupils("8992001", 1, 2, 2, 3) + Census.pupil(4, Given.upn(7)))
                .drop(Census.XML, Census.xml().replace("<Language>POL", "<Language " + Given.upn(1) + ">"));

        List<Submission> submissions = home.receive();

        assertThat(submissions).hasSize(8);
        submissions.forEach(submission -> assertNothingPersonal(SubmissionLine.of(submission) + Json.text(submission)));
        log.list.forEach(event -> assertNothingPersonal(event.getFormattedMessage() + event.getThrowableProxy()));
        for (Path file : records()) {
            assertNothingPersonal(file.toString().endsWith(".parquet")
                    ? String.join("\n", home.query("select cast(told as varchar) from read_parquet('" + file + "') as told"))
                    : Files.readString(file));
        }
        for (Submission submission : submissions) {
            if (submission.state().isAccepted()) {
                home.rejects(submission).forEach(this::assertNothingPersonal);
            }
        }
        assertThat(home.home().tmp()).isEmptyDirectory();
    }

    /** What lies in the home besides the received files themselves and the vault. */
    private List<Path> records() throws IOException {
        List<Path> records = new ArrayList<>();
        Folders.files(home.home().root()).stream().filter(file -> !file.startsWith(home.home().vault()))
                .filter(file -> file.toString().endsWith(".json") || file.startsWith(home.home().staged())).forEach(records::add);
        assertThat(records).hasSizeGreaterThan(10);
        return records;
    }

    private void assertNothingPersonal(String text) {
        assertThat(PERSONAL.matcher(text).results().map(found -> found.group()).toList()).isEmpty();
    }
}
