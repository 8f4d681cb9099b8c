package org.bellwether.batch.receive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bellwether.home.Folders;
import org.bellwether.intake.register.Submission;
import org.bellwether.intake.register.SubmissionState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A night that fails behind a step that was completed: the next one carries on with all of the rows. */
class StoppedReceivingTest {

    @TempDir
    Path folder;

    private ReceivingFixture home;

    @BeforeEach
    void a_home() {
        home = ReceivingFixture.in(folder);
    }

    @Test
    void between_staging_and_its_place() throws IOException {
        home.drop("exclusion_notice.csv", Given.notices(1, 3));

        failOnceAt(home.home().staged().resolve("exclusion_notice"));

        expectAccepted(home.receiveOne());
    }

    @Test
    void with_its_rows_in_place_and_its_files_not() throws IOException {
        home.drop("exclusion_notice.csv", Given.notices(1, 3));

        failOnceAt(home.home().landing().resolve("exclusion_notice"));

        expectAccepted(home.receiveOne());
    }

    @Test
    void with_content_that_was_live_already() throws IOException {
        home.receive("exclusion_notice.csv", Given.notices(1, 3));
        home.drop("exclusion_notice_again.csv", Given.notices(1, 3));

        failOnceAt(home.home().landing().resolve("exclusion_notice"));

        assertThat(home.receiveOne().state()).isEqualTo(SubmissionState.DUPLICATE);
        assertThat(home.live("exclusion_notice")).allMatch(live -> live.endsWith("=1"));
    }

    @Test
    void with_a_file_that_is_refused() throws IOException {
        home.drop("nothing_we_know.csv", "a,b\n1,2\n");

        failOnceAt(home.home().refused());

        assertThat(home.receiveOne().state()).isEqualTo(SubmissionState.REFUSED);
    }

    /** A night in which a file lies where a folder has to be. */
    private void failOnceAt(Path place) throws IOException {
        Path aside = Files.createDirectories(folder.resolve("aside")).resolve("place");
        Files.createDirectories(place);
        Files.move(place, aside);
        Files.writeString(place, "in the way");
        assertThat(home.night().failed()).hasSize(1);
        Files.delete(place);
        Files.move(aside, place);
    }

    private void expectAccepted(Submission submission) {
        assertThat(submission.state()).isEqualTo(SubmissionState.ACCEPTED);
        assertThat(submission.accepted()).isEqualTo(3);
        assertThat(home.count(submission, "exclusion_notice")).isEqualTo(3);
        assertThat(home.kept(submission)).contains("landing/exclusion_notice.csv");
        assertThat(Folders.list(home.home().arriving())).isEmpty();
        assertThat(Folders.list(home.home().vault().resolve("pending"))).isEmpty();
    }
}
