package org.bellwether.cli.sql;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.bellwether.app.explain.Explanation;
import org.bellwether.app.explain.ExplainService;
import org.bellwether.cli.console.ExitCode;
import org.bellwether.cli.console.HomeOption;
import org.bellwether.cli.console.Output;
import org.bellwether.config.ConfigFiles;
import org.bellwether.config.Project;
import org.bellwether.home.Home;
import org.bellwether.home.HomeLock;
import org.bellwether.home.Json;
import org.bellwether.release.disclosure.DisclosureConfig;
import org.bellwether.release.disclosure.MartDisclosure;
import org.bellwether.release.store.Manifest;
import org.bellwether.release.store.ReleaseFolder;
import org.bellwether.warehouse.figure.MeasureCatalog;
import org.bellwether.warehouse.figure.ToldPart;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says how a figure came about. What is hidden in the published tier stays hidden, unless the restricted one is asked for. */
@Command(name = "explain", description = "Say how a figure of a mart came about: its definition, its parts, the lines of files they came from.",
        mixinStandardHelpOptions = true)
public final class ExplainCommand implements Callable<Integer> {

    @Mixin
    private HomeOption home;

    @Parameters(index = "0", paramLabel = "MART")
    private String mart;

    @Parameters(index = "1", paramLabel = "COLUMN")
    private String column;

    @Option(names = "--where", paramLabel = "SQL", required = true, description = "the condition that one row of the mart meets")
    private String where;

    @Option(names = "--restricted", description = "also what is hidden in the published tier, the keys of the fact rows, and every line")
    private boolean restricted;

    @Option(names = "--json", description = "print JSON")
    private boolean json;

    @Override
    public Integer call() throws SQLException, IOException {
        Home at = home.home();
        Explanation explanation = restricted ? explained(at, where) : published(at);
        if (json) {
            Output.OUT.println(Json.text(explanation));
        } else {
            new ExplanationText(explanation).lines().forEach(Output.OUT::println);
        }
        return Boolean.FALSE.equals(explanation.recomputes()) ? ExitCode.AUDIT_FAILED : ExitCode.DONE;
    }

    private Explanation published(Home at) throws SQLException, IOException {
        ConfigFiles config = ConfigFiles.of(Project.locate(), at.config());
        DisclosureConfig disclosure = DisclosureConfig.load(config);
        PublishedRow row;
        try (ReleaseSql release = ReleaseSql.open(at, false)) {
            row = PublishedRow.find(release, disclosure, mart, column, where);
        }
        Manifest manifest = manifest(at).orElseThrow();
        if (row.isSuppressed()) {
            return hidden(config, row, rule(disclosure.marts().get(mart), manifest));
        }
        Explanation explanation = explained(at, row.condition());
        if (!row.shows(explanation.value())) {
            return hidden(config, row, "release " + manifest.release()
                    + " shows its readers another figure than the warehouse has, which is newer or not to be shown yet; --restricted explains that one");
        }
        Map<String, String> told = MeasureCatalog.load(config).toldParts().stream()
                .filter(part -> part.position() != null && part.measure().equals(explanation.measure().code()))
                .collect(Collectors.toMap(part -> part.part().substring(part.part().indexOf('.') + 1), ToldPart::position, (one, other) -> one));
        return explanation.forReaders(disclosure.marts().values().stream().mapToInt(MartDisclosure::threshold).max().orElse(0), told);
    }

    private Explanation hidden(ConfigFiles config, PublishedRow row, String why) {
        MeasureCatalog measures = MeasureCatalog.load(config);
        Explanation.Measured measured = measures.codes().stream().filter(code -> column.equals(measures.measure(code).marts().get(mart))).findFirst()
                .map(code -> Explanation.Measured.of(code, measures.measure(code))).orElse(null);
        return Explanation.hidden(mart, column, row.row(), measured, row.value(), row.status(), why);
    }

    private String rule(MartDisclosure disclosure, Manifest manifest) {
        return "counts from 1 to " + (disclosure.threshold() - 1) + " are hidden, and what would tell one (config/disclosure.yml); rules that have hidden figures of "
                + mart + ": " + manifest.suppressed().stream().filter(one -> one.mart().equals(mart)).map(Manifest.Suppression::rule).distinct()
                .collect(Collectors.joining(", "));
    }

    private Explanation explained(Home at, String condition) throws SQLException, IOException {
        try (HomeLock lock = HomeLock.acquire(at); ExplainService service = ExplainService.open(Project.locate(), at)) {
            Explanation explanation = service.explain(mart, column, condition);
            String asOf = service.asOf();
            return manifest(at).filter(one -> !one.asOf().toString().equals(asOf)).map(one -> explanation.withNote("The warehouse knows what came up to "
                    + asOf + ", the current release " + one.release() + " what came up to " + one.asOf())).orElse(explanation);
        }
    }

    private static Optional<Manifest> manifest(Home at) throws IOException {
        return Files.exists(at.current()) ? Manifest.readWhole(new ReleaseFolder(at.current().toRealPath())) : Optional.empty();
    }
}
