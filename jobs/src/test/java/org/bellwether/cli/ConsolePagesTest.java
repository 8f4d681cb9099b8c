package org.bellwether.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bellwether.app.user.Role;
import org.bellwether.app.user.UserFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Every page of the console in the demo's home: at a desk, on a phone, twice as large, by keys alone, without script, on paper. */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConsolePagesTest {

    private static final String EVERYBODY = "mo.manager";
    private static final List<String> PAGES = List.of("/", "/report/index.html", "/figures", "/figures?q=suspension", "/figures/mart_exclusions_la?phase_type_grouping=Total&breakdown_topic=Total",
            "/figures/mart_attendance_la", "/figures/mart_hnb_cost", "/restricted/figures/mart_school_scorecard", "/restricted/report/school-8992001.html",
            "/figures/mart_exclusions_la/explain?column=suspension&la_code=899&time_period=202425&time_identifier=Academic+year&phase_type_grouping=Total&breakdown_topic=Total&breakdown=Total",
            "/returns", "/returns?return=school_census&state=accepted", "/returns/contracts/school_census", "/returns/register", "/returns/register?overdue=true&school=8994003", "/returns/mending", "/returns/mending?return=exclusion_notice", "/runs", "/releases", "/releases/2026-05-13-0001", "/privacy", "/statements", "/statements/LUTON-PBP-2023", "/restricted/statements/WARDOWN-2024-27", "/nowhere", "/catalogue/index.html");

    private TrialConsole console;

    @BeforeAll
    void a_console_of_the_demo(@TempDir Path folder) throws Exception {
        TrialHome trial = DemoNight.copyTo(folder.resolve("home"));
        console = TrialConsole.start(trial.home());
        new UserFile(trial.home()).add(EVERYBODY, TrialConsole.PASSWORD, Set.of(Role.values()), null, "tests");
    }

    @AfterAll
    void close() {
        console.close();
    }

    private void signIn(Browser browser) {
        browser.open(console.address(), 1200);
        browser.fill("Name", EVERYBODY);
        browser.fill("Password", TrialConsole.PASSWORD);
        browser.press("Sign in");
        browser.waitFor("Today");
    }

    private String at(String path) {
        return console.address() + path.substring(1);
    }

    @Test
    void no_page_has_a_fault_of_access_is_wider_than_its_window_or_asks_for_anything_elsewhere() {
        try (Browser browser = Browser.start()) {
            List<String> faults = new ArrayList<>();
            signIn(browser);
            for (String page : PAGES) {
                // 600 is what a window of 1200 shows of a page twice as large.
                for (int width : List.of(1200, 600, 360)) {
                    browser.open(at(page), width);
                    long content = browser.contentWidth();
                    if (content > width) {
                        faults.add(page + " is " + content + " wide in " + width);
                    }
                    if (width != 600) {
                        browser.faultsOfAccess().forEach(fault -> faults.add(page + " at " + width + ": " + fault));
                    }
                }
                browser.wideOnPaper().forEach(wide -> faults.add(page + " on paper: " + wide));
            }
            browser.requests().stream().filter(url -> !url.startsWith(console.address()) && !url.startsWith("data:")).forEach(url -> faults.add("asks " + url));
            assertThat(faults).isEmpty();
        }
    }

    @Test
    void everything_is_reached_by_keys_and_shows_that_it_is() {
        try (Browser browser = Browser.start()) {
            signIn(browser);
            for (String page : List.of("/", "/returns", "/runs", "/figures", "/releases")) {
                browser.open(at(page), 1200);
                List<String> reached = browser.reachedByKeys(40);
                assertThat(reached).as(page).hasSizeGreaterThan(8).noneMatch(one -> one.endsWith("UNSEEN"));
                assertThat(reached.get(0)).isEqualTo("a Skip to main content");
                assertThat(reached).as(page).anyMatch(one -> one.equals("button Sign out"));
            }
        }
    }

    @Test
    void without_script_a_figure_is_found_and_a_file_is_checked() throws Exception {
        try (Browser browser = Browser.withoutScript()) {
            signIn(browser);
            browser.press("Figures");
            browser.fill("Look for a measure", "suspension rate");
            browser.press("Search");
            browser.press("Suspension rate");
            browser.waitFor("Cite it");
            browser.press("Returns");
            browser.press("Sign out");
            browser.waitFor("You are signed out");
        }
    }
}
