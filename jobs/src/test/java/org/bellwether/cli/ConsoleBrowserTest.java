package org.bellwether.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.bellwether.app.user.Role;
import org.bellwether.app.user.UserFile;
import org.bellwether.home.Folders;
import org.bellwether.home.Home;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The console as people use it, each at a browser of their own. */
@Tag("slow")
class ConsoleBrowserTest {

    private static final int WIDE = 1200;

    private static void signIn(Browser browser, TrialConsole console, String name) {
        browser.open(console.address(), WIDE);
        browser.fill("Name", name);
        browser.fill("Password", TrialConsole.PASSWORD);
        browser.press("Sign in");
        browser.waitFor("Today");
    }

    @Test
    void an_officer_starts_a_night_sees_why_it_failed_mends_it_and_starts_it_again(@TempDir Path folder) throws Exception {
        Home home = FirstNight.copyTo(folder.resolve("home")).home();
        Files.writeString(home.config().resolve("disclosure.yml"), "grid: {open: night, closed: night}\nthreshhold: 3\n");
        drop(home, notices(folder));
        try (TrialConsole console = TrialConsole.start(home); Browser browser = Browser.start()) {
            signIn(browser, console, "olive.officer");
            browser.waitFor("Nothing runs at the moment");

            browser.press("Runs");
            browser.press("Start a night now");
            browser.waitFor("has to be mended first");
            browser.waitFor("threshhold");
            browser.press("Today");
            browser.waitFor("unknown key 'threshhold'");
            assertThat(browser.text()).as("the file in which it is").contains(home.config().resolve("disclosure.yml").toString());
            assertThat(browser.text()).contains("looking after", "What to do:");

            Files.writeString(home.config().resolve("disclosure.yml"), "grid: {open: night, closed: night}\n");
            browser.press("Runs");
            browser.press("Restart the night");
            browser.waitFor("done");
            browser.waitFor("published 2026");
            browser.press("Today");
            assertThat(browser.text()).doesNotContain("threshhold").contains("completed");
            assertThat(browser.faultsOfAccess()).isEmpty();
        }
    }

    @Test
    void an_officer_checks_a_return_has_it_mended_and_takes_it_in(@TempDir Path folder) throws Exception {
        Home home = FirstNight.copyTo(folder.resolve("home")).home();
        Path good = notices(folder);
        List<String> lines = Files.readAllLines(good);
        Path bad = folder.resolve("notices_of_today.csv");
        Files.write(bad, lines.stream().map(line -> line.startsWith("notice_id") ? line : line.replaceAll(",2026-\\d\\d-\\d\\d,", ",2026-13-45,")).toList());
        try (TrialConsole console = TrialConsole.start(home); Browser browser = Browser.start()) {
            signIn(browser, console, "olive.officer");
            int before = Folders.list(home.landing()).size();
            browser.press("Returns");
            browser.fill("Files of one delivery", bad.toString());
            browser.fill("Check only", "");
            browser.press("Send");
            browser.waitFor("something was refused or rejected");
            assertThat(browser.text()).contains("exclusion_notice", "What its rows have wrong", "How to mend it", "Nothing was kept").containsPattern("[1-9]\\d* rejected");
            assertThat(browser.faultsOfAccess()).isEmpty();
            assertThat(Folders.list(home.landing())).as("nothing is kept").hasSize(before);

            browser.press("Returns");
            browser.fill("Files of one delivery", bad.toString());
            browser.fill("Take it in now", "");
            browser.press("Send");
            browser.waitFor("something was refused or rejected");
            browser.press("Deliveries");
            browser.waitFor("rejected");
            browser.fill("State", "rejected");
            browser.press("Show");
            browser.press("0000");
            browser.waitFor("How to mend it");
            assertThat(browser.text()).contains("Every row with line, rule and remedy, as CSV");

            Files.copy(good, folder.resolve("notices_mended.csv"));
            browser.press("Returns");
            browser.fill("Files of one delivery", folder.resolve("notices_mended.csv").toString());
            browser.press("Send");
            browser.waitFor("0 rejected");
            browser.press("Take it in now");
            browser.waitFor("Take in notices_mended.csv");
            browser.waitFor("done");
            browser.waitFor("accepted");
            browser.press("Today");
            assertThat(Folders.list(home.uploads()).stream().filter(one -> !one.endsWith(".parts"))).as("what was sent is in landing, and nowhere else, but what was checked and not taken in").hasSize(1);
        }
    }

    @Test
    void a_release_is_held_and_two_others_than_who_started_it_let_it_go(@TempDir Path folder) throws Exception {
        TrialHome trial = FirstNight.copyTo(folder.resolve("home")).setting("releases: {reviewers: 2}");
        Home home = trial.home();
        Files.writeString(home.config().resolve("disclosure.yml"), "grid: {open: night, closed: night}\n");
        for (Path notices : Folders.list(home.landing().resolve("exclusion_notice"))) {
            trial.ask("withdraw", notices.getFileName().toString(), "--by", "An Officer", "--why", "of another council");
        }
        try (TrialConsole console = TrialConsole.start(home); Browser officer = Browser.start(); Browser approver = Browser.start()) {
            new UserFile(home).add("bea.approver", TrialConsole.PASSWORD, Set.of(Role.APPROVER), null, "tests");
            new UserFile(home).allow("olive.officer", Set.of(Role.OFFICER, Role.APPROVER), null, "tests");
            signIn(officer, console, "olive.officer");
            officer.press("Runs");
            officer.press("Start a night now");
            officer.waitFor("held for approval");
            officer.press("Releases");
            officer.press("See why it is held");
            officer.fill("Why may it be published?", "I made it");
            officer.press("Approve");
            officer.waitFor("somebody else has to approve it");

            signIn(approver, console, "ada.approver");
            approver.waitFor("is held for approval");
            approver.press("Releases");
            approver.press("See why it is held");
            approver.waitFor("The authority's suspensions of a period are far from those of the last release");
            assertThat(approver.faultsOfAccess()).isEmpty();
            approver.press("Read its report");
            approver.waitFor("Back to Bellwether");
            approver.press("Back to Bellwether");
            approver.press("Releases");
            approver.press("See why it is held");
            approver.fill("Why may it be published?", "Seen with the schools");
            approver.press("Approve");
            approver.waitFor("held until another approves it");
            assertThat(trial.manifest().release()).isEqualTo("2026-05-13-0001");
            approver.press("Sign out");

            signIn(approver, console, "bea.approver");
            approver.press("Releases");
            approver.press("See why it is held");
            approver.fill("Why may it be published?", "Agreed");
            approver.press("Approve");
            approver.waitFor("current is now 2026-05-13-0002");
            assertThat(trial.manifest().release()).isEqualTo("2026-05-13-0002");
        }
    }

    private static Path notices(Path folder) throws Exception {
        Path returns = FirstNight.returns(folder.resolve("returns"));
        return Folders.files(returns).stream().filter(file -> file.toString().contains("night-2") && file.getFileName().toString().startsWith("exclusion_notice")).findFirst().orElseThrow();
    }

    private static void drop(Home home, Path file) throws Exception {
        Files.copy(file, home.inbox().resolve(file.getFileName().toString()));
        assertThat(Files.readString(file, StandardCharsets.UTF_8)).isNotEmpty();
    }
}
