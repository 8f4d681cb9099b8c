package org.bellwether.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.bellwether.cli.console.ExitCode;
import org.bellwether.config.Project;
import org.bellwether.config.Settings;
import org.bellwether.engine.DuckDb;
import org.bellwether.engine.Sql;
import org.bellwether.home.Folders;
import org.bellwether.sample.SampleGenerator;
import org.bellwether.sample.SampleOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was built from scratch is what was built before, byte for byte, on a machine that is busy with other things. */
@Tag("slow")
class SameFromScratchTest {

    @TempDir
    Path folder;

    private volatile boolean busy = true;

    @BeforeEach
    void load() {
        for (int i = 0; i < Runtime.getRuntime().availableProcessors(); i++) {
            Thread thread = new Thread(() -> {
                while (busy) {
                    Thread.onSpinWait();
                }
            });
            thread.setDaemon(true);
            thread.start();
        }
    }

    @AfterEach
    void rest() {
        busy = false;
    }

    @Test
    void two_hundred_thousand_marks_a_term_have_the_same_bytes_ten_times() throws Exception {
        SampleGenerator.generate(new SampleOptions(1500, 1, 7), folder.resolve("returns"), line -> { });
        TrialHome home = TrialHome.fresh(folder.resolve("home"), folder.resolve("returns")).night(TrialHome.FIRST_NIGHT);
        Map<String, String> files = facts(home);
        Map<String, String> contents = home.contents();
        String release = home.manifest().release();

        // -Dproofs=sample: three times, for a run that has to end soon.
        int times = "sample".equals(System.getProperty("proofs")) ? 3 : 10;
        for (int time = 0; time < times; time++) {
            home.ask("build", "--from-scratch");
            assertThat(facts(home)).as("build " + time).isEqualTo(files);
        }
        Child publication = home.start("publish");
        assertThat(publication.await()).as(publication.printed()).isIn(ExitCode.DONE, ExitCode.NOTHING_TO_DO);
        assertThat(home.manifest().release()).isEqualTo(release);
        assertThat(home.contents()).isEqualTo(contents);
    }

    private static Map<String, String> facts(TrialHome home) throws Exception {
        Map<String, String> hashes = new TreeMap<>();
        try (DuckDb engine = DuckDb.memory(Project.locate(), new Settings.Engine("500MB", 1)); var connection = engine.connection()) {
            for (Path fact : Folders.list(home.home().build().resolve("core"))) {
                for (Path file : Folders.list(fact)) {
                    hashes.put(fact.getFileName() + "/" + file.getFileName(), Sql.sha256(connection, file));
                }
            }
        }
        return hashes;
    }
}
