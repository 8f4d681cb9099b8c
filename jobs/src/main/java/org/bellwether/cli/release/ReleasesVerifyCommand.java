package org.bellwether.cli.release;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.bellwether.cli.console.ExitCode;
import org.bellwether.cli.console.HomeOption;
import org.bellwether.cli.console.Output;
import org.bellwether.config.ErrorCode;
import org.bellwether.config.Project;
import org.bellwether.config.Settings;
import org.bellwether.engine.DuckDb;
import org.bellwether.home.Home;
import org.bellwether.home.Json;
import org.bellwether.release.check.ReleaseVerifier;
import org.bellwether.release.store.Release;
import org.bellwether.release.store.ReleaseStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Whether a release still is what was published. */
@Command(name = "verify", description = "Hold every file of a release against its manifest: missing, extra, changed, writable.",
        mixinStandardHelpOptions = true)
public final class ReleasesVerifyCommand implements Callable<Integer> {

    @Mixin
    private HomeOption home;

    @Parameters(arity = "0..1", paramLabel = "ID", description = "of this release (default: the current one)")
    private String id;

    @Option(names = "--json", description = "print JSON")
    private boolean json;

    @Override
    public Integer call() throws IOException, SQLException {
        Release release = wanted(home.home());
        ReleaseVerifier.Report report = verify(release);
        if (json) {
            Output.OUT.println(Json.text(report));
        } else {
            report.faults().forEach(fault -> Output.OUT.println(fault.path() + " " + fault.what()));
            Output.OUT.println(String.format(Locale.ROOT, report.isIntact() ? "Release %s is intact: %,d files%s are as they were published"
                    : "Release %s is not intact. Make another one current with: bellwether rollback ID", release.id(), report.files(),
                    release.isPruned() ? " (all that is kept of it)" : ""));
        }
        return report.isIntact() ? ExitCode.DONE : ExitCode.AUDIT_FAILED;
    }

    private Release wanted(Home at) throws IOException {
        ReleaseStore store = new ReleaseStore(at);
        if (id == null) {
            return store.current().orElseThrow(() -> ErrorCode.NOTHING_PUBLISHED.with(at.root()));
        }
        return store.named(id);
    }

    public static ReleaseVerifier.Report verify(Release release) throws IOException, SQLException {
        try (DuckDb engine = DuckDb.memory(Project.locate(), new Settings.Engine("1GB", 2)); Connection connection = engine.connection()) {
            return new ReleaseVerifier(connection).verify(release);
        }
    }
}
