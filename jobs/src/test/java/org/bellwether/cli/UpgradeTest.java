package org.bellwether.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bellwether.app.status.Status;
import org.bellwether.cli.console.ExitCode;
import org.bellwether.config.Project;
import org.bellwether.config.Settings;
import org.bellwether.engine.DuckDb;
import org.bellwether.engine.Sql;
import org.bellwether.home.Folders;
import org.bellwether.intake.register.SubmissionState;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A home that an earlier version has made is taken over by the next night, with nothing to be done by hand. */
@Tag("slow")
class UpgradeTest {

    private static final Path HOMES = Project.locate().root().resolve("jobs/src/test/resources/org/bellwether/cli/upgrade");

    /** Columns that later versions fill otherwise, by table; each with why. */
    private static final Map<String, List<String>> MENDED = Map.of(
            // Hidden with the suspension rate in the scorecard, and since a measure says once what hides it in this mart too.
            "mart_exclusions_la.parquet", List.of("days_lost_per_100_pupils", "days_lost_per_100_pupils_status"),
            // Says of every rate what it is made of, and of days that they are of sessions.
            // Where a measure stands is told of the first mart that shows it, and there are more marts; of a school it says what "again" means.
            "dim_measure.parquet", List.of("numerator", "denominator", "mart", "mart_column", "definition"),
            // What no mart told of is told by later ones.
            "dim_strategy.parquet", List.of("objectives", "objectives_answered"),
            "dim_strategy_objective.parquet", List.of("answered_by", "measures", "mart", "missing"),
            // Nobody knows how long a stay is in a year without term dates.
            "fact_placement.parquet", List.of("days_in_provision"),
            // Later rules ask about rows that nobody was asked about.
            "dim_submission.parquet", List.of("state"),
            // An authority of which no school tells any has none, as each of its schools has: 0 and not unknown.
            "mart_school_scorecard_measure.parquet", List.of("la_value", "la_value_status", "la_count", "la_count_status"));

    /** Tables that shipped config fills: later versions have more measures and strategies, and those of before as they were. */
    private static final Set<String> GROWN = Set.of("dim_measure.parquet", "dim_strategy.parquet", "dim_strategy_objective.parquet", "dim_strategy_theme.parquet",
            "fact_milestone.parquet", "fact_target.parquet", "mart_school_scorecard_measure.parquet");

    @TempDir
    Path folder;

    /** As make-home, beside them, makes them. */
    static Stream<Path> homes() {
        return Folders.list(HOMES).stream().filter(file -> file.toString().endsWith(".tgz"));
    }

    @ParameterizedTest
    @MethodSource("homes")
    void the_first_night_takes_it_over(Path packed) throws Exception {
        assertThat(new ProcessBuilder("tar", "-xzf", packed.toString(), "-C", folder.toString()).inheritIO().start().waitFor()).isZero();
        TrialHome home = new TrialHome(folder.resolve("home"));
        Path before = home.home().current().toRealPath();
        List<String> rejects = home.ask("rejects").lines().toList();
        Status status = home.status();
        assertThat(rejects).isNotEmpty();

        Child night = home.startNight(TrialHome.SECOND_NIGHT.plusSeconds(24 * 3600));

        assertThat(night.await()).as(night.printed()).isEqualTo(ExitCode.DONE);
        assertThat(night.printed()).contains("restaged ", "which other contracts or rules had judged").doesNotContain("kept as it was");
        assertThat(home.gaps()).isEmpty();
        assertThat(home.leftovers()).isEmpty();
        assertThat(home.home().current().toRealPath()).isNotEqualTo(before);
        assertThat(differences(before, home.home().current())).isEmpty();

        assertThat(home.ask("rejects").lines().toList()).isEqualTo(rejects);
        assertThat(home.status().submissions()).usingRecursiveFieldByFieldElementComparatorIgnoringFields("state", "rules").isEqualTo(status.submissions())
                .zipSatisfy(status.submissions(), (now, then) -> {
                    assertThat(now.rules()).containsAllEntriesOf(then.rules());
                    assertThat(now.state()).isEqualTo(now.rules().equals(then.rules()) || then.state() != SubmissionState.ACCEPTED ? then.state() : SubmissionState.ACCEPTED_WITH_QUERIES);
                });
        assertThat(home.ask("releases").lines()).hasSize(3);
        assertThat(home.ask("releases", "verify", before.getFileName().toString())).contains(before.getFileName().toString());
        assertThat(home.startNight(TrialHome.SECOND_NIGHT.plusSeconds(2 * 24 * 3600)).await()).isEqualTo(ExitCode.NOTHING_TO_DO);
        home.delete();
    }

    /** Tables of the earlier release whose rows are not those of the later one, in the columns that the earlier one has and no version has mended. */
    private List<String> differences(Path before, Path after) throws Exception {
        List<String> differences = new ArrayList<>();
        try (DuckDb engine = DuckDb.memory(Project.locate(), new Settings.Engine("500MB", 1)); Connection connection = engine.connection()) {
            for (Path table : tables(before)) {
                String old = rows(before.resolve(table));
                String now = rows(after.resolve(table));
                List<String> mended = MENDED.getOrDefault(table.getFileName().toString(), List.of());
                String columns = Sql.queryTexts(connection, "select column_name from (describe select * from " + old + ")").stream()
                        .filter(column -> !mended.contains(column)).map(Sql::identifier).collect(Collectors.joining(", "));
                String other = "select count(*) from (select %1$s from %2$s except all select %1$s from %3$s)";
                long added = GROWN.contains(table.getFileName().toString()) ? 0 : Sql.queryLong(connection, other.formatted(columns, now, old));
                if (Sql.queryLong(connection, other.formatted(columns, old, now)) + added > 0) {
                    differences.add(table.toString());
                }
            }
        }
        return differences;
    }

    /** Marts before disclosure control, and the star: what is published of marts later versions choose anew. */
    private static List<Path> tables(Path release) {
        List<Path> tables = Folders.files(release).stream().filter(file -> file.toString().endsWith(".parquet")).map(release::relativize)
                .filter(table -> !table.startsWith("published/marts")).toList();
        assertThat(tables).hasSizeGreaterThan(35);
        return tables;
    }

    private static String rows(Path file) {
        return "read_parquet(" + Sql.literal(file.toString()) + ")";
    }
}
