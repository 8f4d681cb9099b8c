package org.bellwether.cli.release;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bellwether.config.ConfigFiles;
import org.bellwether.config.Project;
import org.bellwether.config.Settings;
import org.bellwether.engine.DuckDb;
import org.bellwether.home.Home;
import org.bellwether.home.TemporaryFolder;
import org.bellwether.release.compare.ReleaseComparison;
import org.bellwether.release.compare.ReleaseSummary;
import org.bellwether.release.disclosure.DisclosureConfig;
import org.bellwether.release.store.Release;
import org.bellwether.release.store.ReleaseApproval;
import org.bellwether.release.store.ReleaseDecision;
import org.bellwether.release.store.ReleaseDraft;
import org.bellwether.release.store.ReleaseFolder;
import org.bellwether.release.store.ReleaseStore;

/** The release that waits for approval, as those see it who decide. */
final class HeldRelease {

    private static final Settings.Engine SMALL = new Settings.Engine("1GB", 2);

    private final Home home;
    private final ReleaseDraft release;
    private final int reviewers;

    HeldRelease(Home home, ReleaseDraft release, int reviewers) {
        this.home = home;
        this.release = release;
        this.reviewers = reviewers;
    }

    ReleaseSummary summary() throws SQLException, IOException {
        Project project = Project.locate();
        Optional<ReleaseFolder> current = new ReleaseStore(home).current().map(Release::folder);
        try (TemporaryFolder spill = TemporaryFolder.create("bellwether-review");
                DuckDb engine = DuckDb.memory(project, SMALL, spill.path()); Connection connection = engine.connection()) {
            return ReleaseSummary.of(connection, new ReleaseComparison(connection, project, home), DisclosureConfig.load(ConfigFiles.of(project, home.config())),
                    release.folder(), current);
        }
    }

    /** @param isWhole whether every line of what changed is wanted */
    List<String> lines(boolean isWhole) throws SQLException, IOException {
        ReleaseSummary summary = summary();
        List<String> lines = new ArrayList<>();
        lines.add("Release " + summary.release() + " is held for approval" + (summary.startedBy() == null ? "" : "; " + summary.startedBy() + " started it"));
        summary.holding().forEach(audit -> lines.add(String.format(Locale.ROOT, "  audit %s: %s (%,d rows)", audit.name(), audit.message(), audit.rows())));
        summary.marts().forEach(mart -> lines.add("  " + line(mart)));
        if (summary.difference() != null) {
            lines.addAll(new DifferenceText(summary.difference(), isWhole).lines());
        }
        lines.add(standing());
        return lines;
    }

    private static String line(ReleaseSummary.Mart mart) {
        return String.format(Locale.ROOT, "%-32s %,d rows (%s before), smallest count shown %s, %.1f %% of %,d figures hidden", mart.mart(), mart.rows(),
                mart.rowsBefore() == null ? "none" : String.format(Locale.ROOT, "%,d", mart.rowsBefore()), mart.smallest() == null ? "none" : mart.smallest(),
                mart.figures() == 0 ? 0.0 : 100.0 * mart.hidden() / mart.figures(), mart.figures());
    }

    private String standing() {
        List<ReleaseDecision> approvals = new ReleaseApproval(home, reviewers).of(release);
        return "To publish it: bellwether releases approve " + release.id() + " --by NAME --why \"…\"" + (reviewers == 1 ? ""
                : "; " + reviewers + " others than who started it must") + (approvals.isEmpty() ? ""
                : "; approved by " + approvals.stream().map(ReleaseDecision::by).collect(Collectors.joining(", ")));
    }
}
