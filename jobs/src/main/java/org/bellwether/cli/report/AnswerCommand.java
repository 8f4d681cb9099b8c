package org.bellwether.cli.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import org.bellwether.cli.console.ExitCode;
import org.bellwether.cli.console.HomeOption;
import org.bellwether.cli.console.Output;
import org.bellwether.config.ConfigFiles;
import org.bellwether.config.ErrorCode;
import org.bellwether.config.Project;
import org.bellwether.home.Access;
import org.bellwether.home.Home;
import org.bellwether.home.Json;
import org.bellwether.release.statement.AnswerService;
import org.bellwether.release.statement.Answers;
import org.bellwether.release.statement.StatementCatalog;
import org.bellwether.release.store.ReleaseFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says what the current release has to say to a statement of a strategy's document. Takes no lock. */
@Command(name = "answer", description = "What a strategy's document says, and what the current release says to it.", mixinStandardHelpOptions = true)
public final class AnswerCommand implements Callable<Integer> {

    @Mixin
    private HomeOption home;

    @Parameters(arity = "0..1", paramLabel = "STATEMENT", description = "such as S2-07")
    private String statement;

    @Option(names = "--strategy", paramLabel = "CODE", description = "every statement of a strategy, in short")
    private String strategy;

    @Option(names = "--restricted", description = "ask the marts as they are before small figures are hidden")
    private boolean restricted;

    @Option(names = "--json", description = "print JSON")
    private boolean json;

    @Override
    public Integer call() throws SQLException, IOException {
        Home at = home.home();
        Project project = Project.locate();
        StatementCatalog statements = StatementCatalog.load(ConfigFiles.of(project, at.config()));
        if (statement == null && strategy == null) {
            throw ErrorCode.NOTHING_TO_ANSWER.with(statements.strategies());
        }
        List<String> ids = statement == null ? statements.idsOf(strategy) : List.of(statements.require(statement));
        Answers answers = AnswerService.answer(project, statements, current(at), restricted, ids);
        if (json) {
            Output.OUT.println(Json.text(answers));
        } else {
            (statement == null ? AnswerText.page(answers) : AnswerText.one(answers)).forEach(Output.OUT::println);
        }
        return ExitCode.DONE;
    }

    private ReleaseFolder current(Home at) throws IOException {
        Access.demandEntry(at.root(), at.releases());
        if (!Files.exists(at.current())) {
            throw ErrorCode.NOTHING_PUBLISHED.with(at.root());
        }
        ReleaseFolder folder = new ReleaseFolder(at.current().toRealPath());
        Access.demandEntry(restricted ? new Path[] {folder.restricted(), folder.marts(), folder.published()} : new Path[] {folder.published()});
        return folder;
    }
}
