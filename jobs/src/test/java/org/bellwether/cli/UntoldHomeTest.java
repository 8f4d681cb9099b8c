package org.bellwether.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.bellwether.cli.console.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What telling of runs costs a home that asks for none of it. */
@WithSmallProject
class UntoldHomeTest {

    @Test
    void a_home_that_tells_nobody_loads_nothing_of_it(@TempDir Path folder) throws Exception {
        TrialHome quiet = FirstNight.copyTo(folder.resolve("home"));
        Path classes = folder.resolve("classes.txt");

        Child night = Child.start(quiet.beside(), List.of("-Xlog:class+load=info:file=" + classes), Map.of(), "nightly", "--home", quiet.root().toString());

        assertThat(night.await()).as(night.printed()).isEqualTo(ExitCode.NOTHING_TO_DO);
        assertThat(Files.readString(classes)).contains("org.bellwether.app.session.RunTelling")
                .doesNotContain("org.bellwether.app.notify", "org.bellwether.app.lineage", "com.samskivert", "jakarta.mail", "uk.gov", "io.openlineage");
        assertThat(quiet.home().outbox()).doesNotExist();
    }
}
