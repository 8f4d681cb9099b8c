package org.bellwether.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.bellwether.cli.console.ExitCode;
import org.bellwether.home.Folders;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What people do to releases, on a home of three nights that keeps one release. */
@Tag("slow")
@Tag("long")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReleaseCommandsTest {

    private static final String FIRST = "2026-05-13-0001";
    private static final String SECOND = "2026-05-14-0002";
    private static final String THIRD = "2026-05-15-0003";

    private TrialHome home;

    @BeforeAll
    void three_nights(@TempDir Path folder) throws Exception {
        Path returns = FirstNight.returns(folder.resolve("returns"));
        home = FirstNight.copyTo(folder.resolve("home")).setting("releases: {keep: 1}");
        home.ask("releases", "pin", FIRST, "--by", "A Reader", "--why", "the board saw it");
        calendar(returns, "INSET");
        home.nightHere(TrialHome.SECOND_NIGHT);
        calendar(returns, "HALF_TERM");
        home.nightHere(TrialHome.SECOND_NIGHT.plus(Duration.ofDays(1)));
    }

    @Test
    void a_pinned_release_is_never_pruned_and_the_list_says_who_keeps_it() throws Exception {
        assertThat(home.ask("releases", "list").lines().toList()).satisfiesExactly(
                first -> assertThat(first).startsWith("  " + FIRST).endsWith("  pinned by A Reader: the board saw it"),
                second -> assertThat(second).startsWith("  " + SECOND).endsWith("(pruned: manifest and models are kept)"),
                third -> assertThat(third).startsWith("* " + THIRD));
        assertThat(home.ask("releases", "verify", FIRST)).contains("is intact");
    }

    @Test
    void what_cannot_be_pinned_is_told() throws Exception {
        Child pruned = home.start("releases", "pin", SECOND, "--by", "A Reader", "--why", "too late");
        assertThat(pruned.await()).isEqualTo(ExitCode.USAGE);
        assertThat(pruned.printed()).startsWith("USR-008 ");
        assertThat(here("pin", FIRST, "--by", "Another", "--why", "again")).isEqualTo(ExitCode.USAGE);
        assertThat(here("unpin", THIRD, "--by", "Another", "--why", "was never pinned")).isEqualTo(ExitCode.USAGE);
        assertThat(here("pin", "2026-05-16-0009", "--by", "Another", "--why", "no such")).isEqualTo(ExitCode.USAGE);
        assertThat(Files.readAllLines(home.home().auditTrail())).hasSize(1);
    }

    @Test
    void the_difference_of_two_releases_says_what_went_in_and_of_a_pruned_one_there_is_none() throws Exception {
        assertThat(home.ask("releases", "diff", FIRST, THIRD).lines().toList()).satisfies(lines -> {
            assertThat(lines.get(0)).isEqualTo(FIRST + " (as of 2026-05-13 02:30) → " + THIRD + " (as of 2026-05-15 02:30), published tier");
            assertThat(lines.get(1)).startsWith("  restated data   term_dates ").contains(", in place of ");
        });
        Child pruned = home.start("releases", "diff", SECOND, THIRD);
        assertThat(pruned.await()).isEqualTo(ExitCode.USAGE);
        assertThat(pruned.printed()).startsWith("USR-008 ");
    }

    @Test
    void a_page_that_says_the_same_is_one_file_of_both_releases() throws Exception {
        Path third = home.home().releases().resolve(THIRD);
        Path first = home.home().releases().resolve(FIRST);
        int same = 0;
        for (String pages : List.of("published/catalogue", "published/report", "restricted/report")) {
            for (Path page : Folders.files(third.resolve(pages))) {
                Path before = first.resolve(Folders.name(third, page));
                same += Files.exists(before) && Files.isSameFile(before, page) ? 1 : 0;
                assertThat(page.toString()).doesNotEndWith(".same");
            }
        }
        assertThat(same).isPositive();
        assertThat(home.ask("releases", "verify", THIRD)).contains("is intact");
    }

    private int here(String... command) {
        List<String> arguments = new ArrayList<>(List.of("releases"));
        arguments.addAll(List.of(command));
        arguments.addAll(List.of("--home", home.root().toString()));
        return Bellwether.run(arguments.toArray(String[]::new));
    }

    /** The authority's calendar once more, with its terms as days of another kind. */
    private void calendar(Path returns, String kind) throws IOException {
        Path calendar = Folders.list(returns.resolve("night-1")).stream()
                .filter(file -> file.getFileName().toString().startsWith("term_dates")).findFirst().orElseThrow();
        Files.writeString(home.home().inbox().resolve(calendar.getFileName()), Files.readString(calendar).replace(",TERM,", "," + kind + ","));
    }
}
