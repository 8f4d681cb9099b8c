package org.bellwether.cli.release;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import org.bellwether.cli.console.ExitCode;
import org.bellwether.cli.console.HomeOption;
import org.bellwether.cli.console.Output;
import org.bellwether.config.Project;
import org.bellwether.config.Settings;
import org.bellwether.engine.DuckDb;
import org.bellwether.home.Access;
import org.bellwether.home.Home;
import org.bellwether.home.Json;
import org.bellwether.home.TemporaryFolder;
import org.bellwether.release.compare.ReleaseComparison;
import org.bellwether.release.compare.ReleaseDifference;
import org.bellwether.release.store.ReleaseFolder;
import org.bellwether.release.store.ReleaseStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What has changed from one release to another, and why. Takes no lock. */
@Command(name = "diff", description = "What changed from one release to another, by mart, school and measure, and why.",
        mixinStandardHelpOptions = true)
final class ReleasesDiffCommand implements Callable<Integer> {

    private static final Settings.Engine SMALL = new Settings.Engine("1GB", 2);

    @Mixin
    private HomeOption home;

    @Parameters(index = "0", paramLabel = "A", description = "the earlier one")
    private String from;

    @Parameters(index = "1", paramLabel = "B", description = "the later one")
    private String to;

    @Option(names = "--restricted", description = "compare the marts in which small counts are not hidden")
    private boolean restricted;

    @Option(names = "--all", description = "every line, not only the first of each mart")
    private boolean all;

    @Option(names = "--json", description = "print JSON")
    private boolean json;

    @Override
    public Integer call() throws IOException, SQLException {
        Home at = home.home();
        Access.demandEntry(at.root(), at.releases());
        ReleaseStore store = new ReleaseStore(at);
        ReleaseDifference difference = difference(at, store.named(from).folder(), store.named(to).folder(), restricted);
        if (json) {
            Output.OUT.println(Json.text(difference));
        } else {
            new DifferenceText(difference, all).lines().forEach(Output.OUT::println);
        }
        return ExitCode.DONE;
    }

    static ReleaseDifference difference(Home home, ReleaseFolder from, ReleaseFolder to, boolean isRestricted) throws IOException, SQLException {
        Project project = Project.locate();
        try (TemporaryFolder spill = TemporaryFolder.create("bellwether-diff");
                DuckDb engine = DuckDb.memory(project, SMALL, spill.path()); Connection connection = engine.connection()) {
            return new ReleaseComparison(connection, project, home).between(from, to, isRestricted);
        }
    }
}
