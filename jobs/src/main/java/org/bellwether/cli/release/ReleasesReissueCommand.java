package org.bellwether.cli.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.bellwether.app.reissue.ReissueReport;
import org.bellwether.app.reissue.ReissueService;
import org.bellwether.cli.console.ExitCode;
import org.bellwether.cli.console.HomeOption;
import org.bellwether.cli.console.Output;
import org.bellwether.config.ErrorCode;
import org.bellwether.config.Project;
import org.bellwether.home.Folders;
import org.bellwether.home.Home;
import org.bellwether.home.HomeLock;
import org.bellwether.home.Json;
import org.bellwether.release.store.Release;
import org.bellwether.release.store.ReleaseStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Proves that a release can be issued again. */
@Command(name = "reissue", description = "Build a release again from its data, models and config, and hold every file against what was published.",
        mixinStandardHelpOptions = true)
final class ReleasesReissueCommand implements Callable<Integer> {

    @Mixin
    private HomeOption home;

    @Parameters(paramLabel = "ID", description = "a pruned one too: its manifest and models are kept")
    private String id;

    @Option(names = "--out", paramLabel = "DIR", description = "keep what was built in this folder")
    private Path out;

    @Option(names = "--json", description = "print JSON")
    private boolean json;

    @Override
    public Integer call() throws IOException, SQLException {
        if (out != null && Files.exists(out) && (!Files.isDirectory(out) || !Folders.list(out).isEmpty())) {
            throw ErrorCode.FOLDER_NOT_EMPTY.with(out);
        }
        Home at = home.home();
        try (HomeLock lock = HomeLock.acquire(at)) {
            Release release = new ReleaseStore(at).named(id);
            ReissueReport report = new ReissueService(Project.locate(), at).reissue(release, out);
            if (json) {
                Output.OUT.println(Json.text(report));
            } else {
                print(report);
            }
            return report.isSame() ? ExitCode.DONE : ExitCode.AUDIT_FAILED;
        }
    }

    private static void print(ReissueReport report) {
        report.differences().forEach(one -> Output.OUT.println(one.path() + " " + one.what()));
        report.why().forEach(cause -> Output.OUT.println("  " + cause));
        Output.OUT.println(report.isSame()
                ? String.format(Locale.ROOT, "Release %s was built again: all %,d files have the content that was published", report.release(), report.files())
                : String.format(Locale.ROOT, "Release %s was built again: %,d of %,d files have not the content that was published", report.release(),
                        report.differences().size(), report.files()));
    }
}
