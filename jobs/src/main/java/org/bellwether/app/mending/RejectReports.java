package org.bellwether.app.mending;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.bellwether.config.Project;
import org.bellwether.config.Settings;
import org.bellwether.contract.ReturnContract;
import org.bellwether.contract.catalog.ContractCatalog;
import org.bellwether.engine.DuckDb;
import org.bellwether.home.Folders;
import org.bellwether.home.Home;
import org.bellwether.home.Json;
import org.bellwether.intake.preflight.PreflightCheck;
import org.bellwether.intake.register.Submission;
import org.bellwether.intake.register.SubmissionRegister;
import org.bellwether.intake.register.SubmissionState;
import org.bellwether.release.site.SiteAssets;
import org.bellwether.release.site.SiteTemplates;
import org.bellwether.staging.Stager;
import org.bellwether.staging.validation.RejectsReport;

/**
 * Keeps the reports of what schools have to mend, below {@code vault/reports/<return>/<school>}: written anew when anything was received,
 * taken away when nothing of it is open.
 *
 * <p>The caller holds the home's lock.
 */
public final class RejectReports {

    private static final String MADE_OF = ".made-of";
    private static final String FRESH = ".fresh";
    private static final String ASSETS = "assets";

    private final Project project;
    private final Home home;
    private final Settings settings;
    private final ContractCatalog catalog;
    private final SubmissionRegister register;
    private final PreflightCheck preflightCheck;
    private final Stager stager;

    RejectReports(Project project, Home home, Settings settings, ContractCatalog catalog, SubmissionRegister register, PreflightCheck preflightCheck, Stager stager) {
        this.project = project;
        this.home = home;
        this.settings = settings;
        this.catalog = catalog;
        this.register = register;
        this.preflightCheck = preflightCheck;
        this.stager = stager;
    }

    /**
     * What stands there now.
     *
     * @param rows    rejected rows that are open
     * @param folders of the reports, below the home
     */
    public record Written(long rows, List<String> folders) {
    }

    /** Writes them anew where anything was received, judged again or withdrawn since. */
    public void refresh() throws SQLException, IOException {
        Path madeOf = home.rejectReports().resolve(MADE_OF);
        if (!Files.exists(madeOf) || !Files.exists(OpenReport.file(home)) || !Files.readString(madeOf).equals(register.digest())) {
            write();
        }
    }

    /** Writes them anew. */
    public Written write() throws SQLException, IOException {
        String digest = register.digest();
        Path root = Folders.createPrivate(home.rejectReports());
        Files.deleteIfExists(root.resolve(MADE_OF));
        Written written;
        try (stager; DuckDb engine = DuckDb.memory(project, settings.engine(), home.tmp()); Connection connection = engine.connection()) {
            OpenRejects open = find(connection, true);
            written = new Written(open.rows(), write(open, root));
            Json.write(OpenReport.file(home), open.reports(titles()));
        }
        Files.writeString(root.resolve(MADE_OF), digest);
        return written;
    }

    private OpenRejects find(Connection connection, boolean mayReopen) throws SQLException, IOException {
        RejectedRowsStore store = new RejectedRowsStore(home, preflightCheck, stager);
        Map<String, Submission> all = OpenRejects.byId(register.all());
        List<Submission> judged = all.values().stream().filter(RejectReports::hasRejects).toList();
        store.keep(judged);
        OpenRejects open = new OpenRejects(connection, catalog);
        for (Submission one : judged) {
            Optional<String> findings = RejectsReport.findings(home.staged(one.returnName(), one.id()));
            if (findings.isPresent()) {
                open.add(one, findings.get(), store.of(one, findings.get()));
            }
        }
        open.close(register, all);
        Set<String> ids = open.submissions();
        // What mended them was withdrawn: their UPNs are read again.
        List<Submission> reopened = judged.stream().filter(one -> ids.contains(one.id()) && store.isClosed(one)).toList();
        if (mayReopen && !reopened.isEmpty()) {
            reopened.forEach(store::delete);
            return find(connection, false);
        }
        for (Submission one : judged) {
            if (!ids.contains(one.id()) && !store.isClosed(one)) {
                store.close(connection, one);
            }
        }
        return open;
    }

    private static boolean hasRejects(Submission one) {
        return (one.state().isAccepted() || one.state() == SubmissionState.REJECTED) && one.rejected() != null && one.rejected() > 0;
    }

    private List<String> write(OpenRejects open, Path root) throws SQLException, IOException {
        Path fresh = root.resolve(FRESH);
        Folders.delete(fresh);
        Folders.createPrivate(fresh);
        SiteTemplates templates = new SiteTemplates();
        Map<String, String> titles = titles();
        List<String> folders = new ArrayList<>();
        RejectReportFolder[] current = new RejectReportFolder[1];
        try {
            open.<IOException>forEach(one -> {
                String name = one.returnName() + "/" + RejectReportFolder.school(one);
                if (folders.isEmpty() || !folders.get(folders.size() - 1).equals(name)) {
                    if (current[0] != null) {
                        current[0].close();
                    }
                    folders.add(name);
                    current[0] = new RejectReportFolder(fresh, one, titles.getOrDefault(one.returnName(), one.returnName()), templates);
                }
                current[0].add(one);
            });
        } finally {
            if (current[0] != null) {
                current[0].close();
            }
        }
        if (!folders.isEmpty()) {
            SiteAssets.write(Folders.createPrivate(fresh.resolve(ASSETS)));
        }
        for (Path before : Folders.list(root)) {
            if (!before.getFileName().toString().startsWith(".")) {
                Folders.delete(before);
            }
        }
        for (Path folder : Folders.list(fresh)) {
            Files.move(folder, root.resolve(folder.getFileName()));
        }
        Folders.delete(fresh);
        return List.copyOf(new TreeSet<>(folders.stream().map(name -> Folders.name(home.root(), root.resolve(name))).toList()));
    }

    private Map<String, String> titles() {
        return catalog.returns().stream().collect(Collectors.toMap(ReturnContract::name, ReturnContract::title));
    }
}
