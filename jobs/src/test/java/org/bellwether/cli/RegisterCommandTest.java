package org.bellwether.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.bellwether.app.owed.OwedReturn;
import org.bellwether.app.owed.ReturnsRegister;
import org.bellwether.cli.console.ExitCode;
import org.bellwether.home.Folders;
import org.bellwether.home.Json;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The register after each of the two nights of the sample: what is missing is closed when it comes, and was late. */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RegisterCommandTest {

    private static final String OWED = "(edubase|term_dates|attendance_weekly|attendance_marks_2026-05-1).*";
    private static final String NEVER_CAME = "attendance_weekly 2026-04-20 MISSING";

    private Path folder;
    private TrialHome home;
    private List<String> first;
    private List<String> second;

    @BeforeAll
    void two_nights(@TempDir Path folder) throws Exception {
        this.folder = folder;
        Path returns = TrialHome.returns(folder.resolve("returns"));
        home = TrialHome.fresh(folder.resolve("home"), returns).keeping(OWED).nightHere(TrialHome.FIRST_NIGHT);
        first = told();
        home.withReturns(returns.resolve("night-2")).keeping(OWED);
        Files.writeString(home.home().inbox().resolve("attendance_marks_2026-05-12_8994004.csv"), "laestab,\"never closed\n");
        home.nightHere(TrialHome.SECOND_NIGHT);
        second = told();
    }

    @Test
    void one_is_missing_one_is_late_and_one_is_resubmitted_once_the_second_night_has_closed_one() {
        assertThat(first).contains(NEVER_CAME, "attendance_weekly 2026-04-27 MISSING").noneMatch(one -> one.endsWith("LATE") || one.endsWith("RESUBMITTED"));
        assertThat(second).contains(NEVER_CAME, "attendance_weekly 2026-04-27 LATE 4", "attendance_marks 8994003 2026-05-11 RESUBMITTED")
                .filteredOn(one -> one.contains(" LATE ") || one.endsWith("RESUBMITTED")).hasSize(2);
        assertThat(second).filteredOn(one -> one.startsWith("attendance_") && one.endsWith("MISSING")).containsExactly(NEVER_CAME);
    }

    @Test
    void a_list_of_what_is_overdue_is_written_for_each_school_and_for_the_authority() throws Exception {
        Path lists = Files.createDirectories(folder.resolve("lists"));

        assertThat(home.ask("register", "--chasers", lists.toString())).contains("overdue returns written to");

        String head = String.join(",", ReturnsRegister.COLUMNS);
        assertThat(Folders.list(lists)).extracting(file -> file.getFileName().toString()).contains("chaser_authority.csv", "chaser_8994003.csv");
        assertThat(Files.readAllLines(lists.resolve("chaser_authority.csv"))).startsWith(head)
                .anyMatch(line -> line.startsWith("attendance_weekly,") && line.contains(",2026-04-20,2026-05-03,,MISSING,11,"));
        // Nothing has come of censuses yet, so that of the last one alone is asked for.
        assertThat(Files.readAllLines(lists.resolve("chaser_8994003.csv"))).startsWith(head)
                .anyMatch(line -> line.startsWith("school_census,") && line.contains(",202526-SPR,") && line.contains(",MISSING,"))
                .noneMatch(line -> line.startsWith("attendance_marks,"));
        assertThat(home.start("register", "--chasers", folder.resolve("nowhere").toString()).await()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void it_is_told_in_words_by_return_and_by_school() throws Exception {
        assertThat(home.ask("register", "--return", "attendance_weekly")).contains("returns owed as at 2026-05-14, 1 of them overdue",
                "missing      attendance_weekly 2026-04-20  authority  due 2026-05-03, 11 days late");
        assertThat(home.ask("register", "--school", "8994003", "--overdue")).contains("school_census").doesNotContain("attendance_marks");
        assertThat(home.start("register", "--return", "no_such_return").await()).isEqualTo(ExitCode.USAGE);
    }

    private List<String> told() throws Exception {
        return Stream.of(Json.parse(home.ask("register", "--json"), OwedReturn[].class))
                .map(one -> one.returnName() + (one.laestab() == null ? "" : " " + one.laestab()) + " " + one.period() + " " + one.state()
                        + (one.state().equals("LATE") ? " " + one.daysLate() : "")).toList();
    }
}
