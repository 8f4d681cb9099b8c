package org.bellwether.cli.sql;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bellwether.cli.console.ExitCode;
import org.bellwether.cli.console.HomeOption;
import org.bellwether.cli.console.Output;
import org.bellwether.config.ErrorCode;
import org.bellwether.config.Project;
import org.bellwether.engine.QueryReader;
import org.bellwether.warehouse.WorkedQuestion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Answers SQL on the current release; takes no lock and cannot change anything. */
@Command(name = "sql", description = "Ask the current release; without QUERY, questions are read from standard input, each ended by ';'.",
        mixinStandardHelpOptions = true)
public final class SqlCommand implements Callable<Integer> {

    @Mixin
    private HomeOption home;

    @Parameters(arity = "0..1", paramLabel = "QUERY")
    private String query;

    @Option(names = "--format", description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})")
    private ResultPrinter.Format format = ResultPrinter.Format.TABLE;

    @Option(names = "--json", description = "the same as --format json")
    private boolean json;

    @Option(names = "--restricted", description = "see the schemas core and mart, unsuppressed")
    private boolean restricted;

    @Option(names = "--as-of", paramLabel = "T", description = "ask what build --as-of T has built instead of a release; needs --restricted,"
            + " as small counts are not hidden there")
    private String asOf;

    @Option(names = "--model", paramLabel = "NAME", description = "print the SELECT that made a mart or another table of the release, and what"
            + " it is made of")
    private String model;

    @Option(names = "--questions", paramLabel = "MART", description = "print questions that are asked of a mart, each with the SELECT that answers it")
    private String questions;

    @Option(names = "--attach", description = "print the statements that attach the current release in any DuckDB session, wherever that was started;"
            + " with --restricted its star and unsuppressed marts")
    private boolean attach;

    @Override
    public Integer call() throws SQLException, IOException {
        if (attach) {
            Output.OUT.print(ReleaseSql.attachScript(home.home(), restricted));
            return ExitCode.DONE;
        }
        if (questions != null) {
            printQuestions(questions);
            return ExitCode.DONE;
        }
        if (model != null) {
            Output.OUT.print(ReleaseModels.of(home.home()).print(model));
            return ExitCode.DONE;
        }
        if (asOf != null && !restricted) {
            throw ErrorCode.SMALL_COUNTS.with(asOf);
        }
        try (ReleaseSql release = asOf == null ? ReleaseSql.open(home.home(), restricted) : ReleaseSql.openAsOf(home.home(), asOf)) {
            if (query != null) {
                return answer(release, query);
            }
            if (System.console() != null) {
                Output.ERR.println("Queries, each ended by a semicolon; Ctrl+D ends them all");
            }
            int worst = ExitCode.DONE;
            QueryReader queries = new QueryReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            for (String asked = queries.next(); asked != null; asked = queries.next()) {
                worst = Math.max(worst, answer(release, asked));
            }
            return worst;
        }
    }

    private static void printQuestions(String mart) {
        Map<String, List<WorkedQuestion>> all = WorkedQuestion.all(Project.locate());
        if (!all.containsKey(mart)) {
            throw ErrorCode.NO_SUCH_MART.with(mart, all.keySet());
        }
        Output.OUT.print(all.get(mart).stream().map(WorkedQuestion::text).collect(Collectors.joining("\n")));
    }

    private int answer(ReleaseSql release, String asked) throws SQLException {
        try {
            release.allow(asked);
            try (Statement statement = release.connection().createStatement(); ResultSet rows = statement.executeQuery(asked)) {
                ResultPrinter.print(rows, json ? ResultPrinter.Format.JSON : format);
            }
            return ExitCode.DONE;
        } catch (SQLException e) {
            Output.ERR.println(UnknownTable.explained(release.connection(), e.getMessage(), this::isRestricted).lines().limit(6).reduce((a, b) -> a + System.lineSeparator() + b).orElse("The query failed"));
            return ExitCode.USAGE;
        }
    }

    /** By what the project makes: who reads the published tier may not look into the other. */
    private boolean isRestricted(String table) {
        Path sql = Project.locate().sql();
        return !restricted && Stream.of("core", "marts").map(folder -> sql.resolve(folder).resolve(table + ".sql")).anyMatch(Files::exists);
    }
}
