package org.bellwether.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bellwether.app.violation.ReportedRow;
import org.bellwether.batch.receive.Given;
import org.bellwether.cli.console.ExitCode;
import org.bellwether.home.Folders;
import org.bellwether.home.Home;
import org.bellwether.home.HomeLock;
import org.bellwether.home.Json;
import org.bellwether.release.store.ReleaseFolder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What commands say after a night of few returns, and what others than the owner may see of it. */
@Tag("slow")
@Tag("long")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReportsTest {

    private static final List<String> AS_ANOTHER = List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups");

    private static final int FILES = 20;

    private TrialHome trial;
    private Home home;

    @BeforeAll
    void a_night(@TempDir Path folder) throws Exception {
        trial = TrialHome.fresh(folder.resolve("home"), TrialHome.returns(folder.resolve("returns")))
                .keeping("edubase.*|term_dates.*|exclusion_notice.*");
        home = trial.home();
        // As a umask of 0 would leave them.
        for (Path made : List.of(home.config(), home.landing(), home.refused(), home.staged(), home.vault(), home.control(), home.build(),
                home.exports(), home.build().resolve("as-of"), home.tmp())) {
            Files.createDirectories(made);
            Files.setAttribute(made, "unix:mode", 0777);
        }
        for (int file = 1; file <= FILES; file++) {
            drop(file, Given.notices(10 * file + 1, 10 * file + 2));
        }
        drop(FILES + 1, Given.notices(10_001, 10_009).replace(",4,N\n", ",4,?\n").replace(Given.notice(10_005).replace(",4,N", ",4,?"),
                Given.notice(10_005).replace(",4,N", ",900,N")));
        trial.nightHere(TrialHome.FIRST_NIGHT);
        Files.writeString(home.inbox().resolve("exclusion_notice_later.csv.part"), "still being written");
    }

    @Test
    void a_build_and_a_publication_with_nothing_new_say_so() throws Exception {
        Child build = trial.start("build");
        assertThat(build.await()).isEqualTo(ExitCode.NOTHING_TO_DO);
        assertThat(build.printed()).startsWith("Nothing to do: all ").contains(" models are up to date");

        Child publish = trial.start("publish");
        assertThat(publish.await()).isEqualTo(ExitCode.NOTHING_TO_DO);
        assertThat(publish.printed()).startsWith("Nothing to do: ").contains("release " + trial.manifest().release()).doesNotContain("never");
    }

    @Test
    void status_names_file_and_date_and_says_how_many_it_does_not_show() throws Exception {
        int submissions = trial.status().submissions().size();

        assertThat(trial.ask("status").lines()).anySatisfy(line -> assertThat(line).startsWith("the latest 20 of " + submissions))
                .anySatisfy(line -> assertThat(line).contains("2026-05-13 02:30", "exclusion_notice", "accepted", "exclusion_notice_more_21.csv"));
        assertThat(trial.ask("status", "--all").lines().filter(line -> line.contains("2026-05-13 02:30  "))).hasSize(submissions);
        assertThat(trial.ask("status", "--return", "term_dates")).contains("term_dates").doesNotContain("exclusion_notice");
    }

    @Test
    void while_a_run_is_going_on_status_says_so() throws Exception {
        try (HomeLock running = HomeLock.tryAcquire(home).orElseThrow()) {
            assertThat(trial.ask("status")).contains("a run is going on: process " + ProcessHandle.current().pid() + ", since ");
            assertThat(trial.ask("status", "--json")).contains("\"running_since\" : \"2");
        }
        assertThat(trial.ask("status")).doesNotContain("going on");
        // What a killed run leaves in the file of the lock is no run.
        Files.writeString(home.lockFile(), "4194304\n2026-05-13T01:30:00Z");
        assertThat(trial.ask("status")).doesNotContain("going on");
    }

    @Test
    void releases_have_dates() throws Exception {
        assertThat(trial.ask("releases", "list")).startsWith("* " + trial.manifest().release() + "  published 2").contains("as of 2026-05-13 02:30");
    }

    @Test
    void rejects_and_queries_begin_with_their_number_and_the_counts_by_rule() throws Exception {
        assertThat(trial.ask("rejects", "--return", "exclusion_notice").lines()).hasSize(3).satisfies(lines -> {
            assertThat(lines.get(0)).isEqualTo("1 rejected rows");
            assertThat(lines.get(1)).startsWith("         1  EXC-004 Number of sessions invalid");
            assertThat(lines.get(2)).startsWith("exclusion_notice_more_21.csv line 6  EXC-004 ").contains("; give the number of sessions");
        });
        assertThat(trial.ask("queries", "--return", "exclusion_notice").lines().toList()).satisfies(lines -> {
            assertThat(lines.get(0)).isEqualTo("11 queries in 11 accepted rows");
            assertThat(lines.get(1)).isEqualTo("         8  EXC-017 Exclusion record incomplete");
            assertThat(lines.get(2)).isEqualTo("         3  EXC-013 Late notification");
            assertThat(lines).hasSize(14);
        });
        ReportedRow[] queries = Json.parse(trial.ask("queries", "--json", "--school", "8992001", "--return", "exclusion_notice"), ReportedRow[].class);
        assertThat(queries).flatExtracting(ReportedRow::findings).filteredOn(finding -> finding.rule().equals("EXC-017")).hasSize(8)
                .extracting(ReportedRow.Finding::column).containsOnly("sen_provision_at_start");
    }

    @Test
    void a_return_that_is_not_known_is_an_error_that_names_those_that_are() throws Exception {
        Child child = trial.start("rejects", "--return", "nosuch");

        assertThat(child.await()).isEqualTo(ExitCode.USAGE);
        assertThat(child.printed()).contains("There is no return nosuch", "exclusion_notice", "school_census");
        assertThat(trial.ask("rejects", "--return", "attendance_marks").strip()).isEqualTo("0 rejected rows");
    }

    @Test
    void a_report_replaces_an_earlier_one_and_no_other_file() throws Exception {
        Path report = home.root().resolveSibling("rejects.csv");
        trial.ask("rejects", "--csv", report.toString());
        trial.ask("rejects", "--csv", report.toString());
        assertThat(report).content().startsWith("submission,return,file,line,rule,message,remedy,laestab,column").contains("EXC-004");

        Path other = Files.writeString(home.root().resolveSibling("letter.txt"), "Dear sir");
        Child child = trial.start("rejects", "--csv", other.toString());
        assertThat(child.await()).isEqualTo(ExitCode.USAGE);
        assertThat(other).hasContent("Dear sir");
    }

    @Test
    void an_answer_that_is_larger_than_the_memory_is_printed_whole() throws Exception {
        for (String format : List.of("json", "table", "csv")) {
            Child child = Child.start(trial.beside(), List.of("-Xmx96m"), Map.of(), "sql", "--home", home.root().toString(), "--format", format,
                    "select i, repeat('x', 300) as text from range(200000) as rows(i)");

            assertThat(child.await()).as(format).isZero();
            assertThat(child.printed().lines().filter(line -> line.contains("xxx"))).as(format).hasSize(200_000);
        }
    }

    @Test
    void a_table_that_is_not_there_is_told_with_the_marts_near_it() throws Exception {
        Child child = trial.start("sql", "select * from mart_exclusion_la");

        assertThat(child.await()).isEqualTo(ExitCode.USAGE);
        assertThat(child.printed()).contains("mart_exclusion_la does not exist", "mart_exclusions_la", "LINE 1: select * from mart_exclusion_la")
                .doesNotContain("pg_", "Did you mean");
    }

    @Test
    void a_table_of_the_restricted_tier_is_told_to_stand_there() throws Exception {
        for (String table : List.of("mart_vulnerable_pupils", "fact_exclusion")) {
            Child child = trial.start("sql", "select * from " + table);

            assertThat(child.await()).isEqualTo(ExitCode.USAGE);
            assertThat(child.printed()).contains(table + " stands in the restricted tier alone: add --restricted").doesNotContain("Near it");
        }
    }

    @Test
    void questions_of_a_mart_are_printed_as_sql_reads_them() throws Exception {
        assertThat(trial.ask("sql", "--questions", "mart_exclusions_la")).startsWith("-- How many suspensions").contains("?\n", "\nfrom mart_exclusions_la\n").endsWith(";\n");

        Child child = trial.start("sql", "--questions", "mart_exclusion_la");
        assertThat(child.await()).isEqualTo(ExitCode.USAGE);
        assertThat(child.printed()).contains("There is no mart mart_exclusion_la", "mart_exclusions_la");
    }

    @Test
    void what_was_built_as_of_a_day_can_be_asked_and_few_of_them_are_kept() throws Exception {
        for (int day = 1; day <= 7; day++) {
            Files.createDirectories(home.asOf("2020-01-0" + day));
            Files.setLastModifiedTime(Files.createFile(home.asOf("2020-01-0" + day).resolve("warehouse.duckdb")), FileTime.from(
                    Instant.parse("2020-01-0" + day + "T00:00:00Z")));
        }
        trial.ask("build", "--as-of", "2026-05-13T01:30:00Z");

        assertThat(Folders.list(home.build().resolve("as-of"))).extracting(path -> path.getFileName().toString())
                .containsExactly("2020-01-04", "2020-01-05", "2020-01-06", "2020-01-07", "2026-05-13T01-30-00Z");
        assertThat(trial.ask("sql", "--restricted", "--as-of", "2026-05-13T01:30:00Z", "--format", "csv",
                "select count(*) > 40 as there from core.fact_exclusion union all select count(*) >= 0 from core.fact_attendance_session"
                        + " union all select count(*) >= 0 from mart.mart_exclusions_la").lines()).containsExactly("there", "true", "true", "true");
        Child unsuppressed = trial.start("sql", "--as-of", "2026-05-13T01:30:00Z", "select 1");
        assertThat(unsuppressed.await()).isEqualTo(ExitCode.USAGE);
        assertThat(unsuppressed.printed()).contains("USR-031", "Add --restricted");
        Child unknown = trial.start("sql", "--restricted", "--as-of", "2026-05-11", "select 1");
        assertThat(unknown.await()).isEqualTo(ExitCode.USAGE);
        assertThat(unknown.printed()).contains("bellwether build --as-of 2026-05-11", "2026-05-13T01-30-00Z");
    }

    @Test
    void another_user_of_the_machine_reads_what_is_published_and_nothing_else() throws Exception {
        assumeTrue(isRoot(), "only root can read as another user");
        Files.setAttribute(home.root().getParent(), "unix:mode", 0755);

        List<String> readable = run(AS_ANOTHER, "find", home.root().toString(), "-type", "f", "-readable");

        ReleaseFolder release = new ReleaseFolder(home.current().toRealPath());
        assertThat(readable).filteredOn(file -> !file.endsWith(".lock")).isNotEmpty().allMatch(file -> file.startsWith(release.published() + "/") || file.equals(release.readersManifest().toString()));
        assertThat(run(AS_ANOTHER, "cat", home.current() + "/published/datapackage.json")).isNotEmpty();
        assertThat(run(AS_ANOTHER, "cat", home.build() + "/warehouse.duckdb", home.inbox() + "/exclusion_notice_later.csv.part")).isEmpty();
    }

    private void drop(int file, String text) throws IOException {
        Files.writeString(home.inbox().resolve("exclusion_notice_more_" + String.format(Locale.ROOT, "%02d", file) + ".csv"), text);
    }

    private static boolean isRoot() throws Exception {
        return Files.isExecutable(Path.of("/usr/bin/setpriv")) && run(List.of(), "id", "-u").equals(List.of("0"));
    }

    private static List<String> run(List<String> prefix, String... command) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(prefix);
        all.addAll(List.of(command));
        Process process = new ProcessBuilder(all).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        List<String> lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        process.waitFor();
        return lines;
    }
}
