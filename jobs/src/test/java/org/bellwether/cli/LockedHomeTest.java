package org.bellwether.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.bellwether.app.check.CheckReport;
import org.bellwether.batch.receive.Given;
import org.bellwether.batch.receive.ReceivingFixture;
import org.bellwether.cli.console.ExitCode;
import org.bellwether.home.Folders;
import org.bellwether.home.HomeLock;
import org.bellwether.home.Json;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One writer a home; that readers never meet it shows in {@link TwoNightsTest}. */
@Tag("slow")
@WithSmallProject
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

    @Test
    void a_check_goes_on_beside_it_and_leaves_nothing() throws Exception {
        TrialHome home = new TrialHome(ReceivingFixture.in(folder).home().root());
        Path notices = folder.resolve("exclusion_notice.csv");
        Files.writeString(notices, Given.notices(1, 20).replaceFirst(Given.upn(3), "A1"));
        Path report = folder.resolve("violations.csv");
        try (HomeLock lock = HomeLock.tryAcquire(home.home()).orElseThrow()) {
            Child check = home.start("check", notices.toString(), folder.resolve("nothing.csv").toString());
            assertThat(check.await()).isEqualTo(ExitCode.USAGE);
            check = home.start("check", notices.toString(), "--json", "--csv", report.toString());

            assertThat(check.await()).as(check.printed()).isEqualTo(ExitCode.DONE);
            assertThat(Json.parse(check.printed(), CheckReport.class).deliveries()).singleElement()
                    .satisfies(one -> assertThat(one.rejected()).isEqualTo(1));
            assertThat(Files.readAllLines(report)).hasSize(2).last().asString().startsWith("exclusion_notice,exclusion_notice.csv,4,UPN-0");
            Files.writeString(notices, "notice_id,laestab\n");
            check = home.start("check", notices.toString());
            assertThat(check.await()).isEqualTo(ExitCode.REJECTED);
            assertThat(check.printed()).contains("refused", "why: ", "to mend: ", "nothing was kept");
            assertThat(Folders.list(home.root())).extracting(path -> path.getFileName().toString()).containsExactlyInAnyOrder(".lock", "config");
            assertThat(Folders.list(home.beside())).noneMatch(left -> left.getFileName().toString().startsWith("bellwether-check-"));
        }
    }
}
