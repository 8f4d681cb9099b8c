package org.bellwether.cli.sample;

import org.bellwether.app.session.ApplicationSession;
import org.bellwether.cli.console.ExitCode;
import org.bellwether.cli.console.HomeOption;
import org.bellwether.cli.console.Output;
import org.bellwether.cli.run.NightlyRunner;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.bellwether.config.BellwetherException;
import org.bellwether.home.Folders;
import org.bellwether.home.Home;
import org.bellwether.home.HomeLock;
import org.bellwether.config.Project;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Loads the sample returns into a fresh home, two nights of them, and says where to look. */
@Command(name = "demo", description = "Load the sample returns into a fresh home, two nights of them, and say where to look.",
        mixinStandardHelpOptions = true)
public final class DemoCommand implements Callable<Integer> {

    private static final List<Instant> NIGHTS = List.of(Instant.parse("2026-05-13T01:30:00Z"), Instant.parse("2026-05-14T01:30:00Z"));

    @Mixin
    private HomeOption option;

    @Override
    public Integer call() throws IOException {
        Home home = option.home();
        Path samples = Project.locate().sampleData();
        clear(home);
        Folders.copy(samples.resolve("config"), home.config());
        int worst = ExitCode.DONE;
        for (int night = 1; night <= NIGHTS.size(); night++) {
            Output.OUT.println("Night " + night + ", as received on " + NIGHTS.get(night - 1));
            Folders.copy(samples.resolve("night-" + night), home.inbox());
            // A checkout gives files the times at which it wrote them, in any order; these arrive together.
            Folders.setTimes(home.inbox(), NIGHTS.get(night - 1));
            try (ApplicationSession session = ApplicationSession.open(home)) {
                int code = new NightlyRunner(session, home).run(NIGHTS.get(night - 1));
                // The second night brings a broken file on purpose.
                worst = code == ExitCode.REJECTED ? worst : Math.max(worst, code);
            }
            Output.OUT.println();
        }
        Output.OUT.println(whereToLook(home));
        return worst;
    }

    private String whereToLook(Home home) {
        String at = option.isDefault() ? "" : " --home " + home.root();
        return """
                Where to look
                  ./bellwether status%1$s
                  ./bellwether rejects%1$s
                  ./bellwether sql%1$s "select * from mart_exclusions_la limit 10"
                  ./bellwether sql%1$s --restricted "select * from core.fact_exclusion limit 10"
                  Pages           %2$s
                  Parquet for BI  %3$s
                  DuckDB for SQL  %4$s""".formatted(at, home.current().resolve("published/report/index.html"), home.current().resolve("published/marts"),
                home.current().resolve("published/marts.duckdb"));
    }

    /** @throws BellwetherException where the home is anything but fresh or the demo's own */
    private static void clear(Home home) throws IOException {
        OwnFolder own = new OwnFolder(home.root(), "demo");
        own.claim();
        try (HomeLock lock = HomeLock.acquire(home)) {
            own.empty(home.lockFile(), home.scheduleLockFile());
        }
    }
}
