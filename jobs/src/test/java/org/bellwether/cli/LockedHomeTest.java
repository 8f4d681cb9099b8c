package org.bellwether.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.bellwether.cli.console.ExitCode;
import org.bellwether.home.Folders;
import org.bellwether.home.HomeLock;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One writer a home; that readers never meet it shows in {@link TwoNightsTest}. */
class LockedHomeTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"nightly", "receive", "build", "build --as-of 2026-05-12", "publish", "rollback"})
    void a_second_writer_is_told_who_holds_the_home(String command) throws Exception {
        TrialHome home = new TrialHome(folder.resolve("home"));
        Path notice = home.home().inbox().resolve("exclusion_notice.csv");
        Files.createDirectories(home.home().config());
        Files.createDirectories(notice.getParent());
        Files.writeString(home.home().config().resolve("application.yml"), "bellwether: {la: 899, la_name: Wardown Borough}\n");
        Files.writeString(notice, "notice_id,laestab\n");
        try (HomeLock lock = HomeLock.tryAcquire(home.home()).orElseThrow()) {
            Child second = home.start((command.equals("receive") ? command + " " + notice : command).split(" "));

            assertThat(second.await()).isEqualTo(ExitCode.LOCKED);
            assertThat(second.printed().lines()).containsExactly("ENV-008 The home " + home.root() + " is in use by process "
                    + ProcessHandle.current().pid() + ". Try again when it has ended");
            assertThat(notice).exists();
            assertThat(Folders.list(home.root())).extracting(path -> path.getFileName().toString())
                    .containsExactlyInAnyOrder(".lock", "config", "inbox");
        }
    }
}
