package org.bellwether.release;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bellwether.config.ConfigFiles;
import org.bellwether.config.Project;
import org.bellwether.engine.ParallelMap;
import org.bellwether.home.Folders;
import org.bellwether.release.disclosure.DisclosureConfig;
import org.bellwether.release.exchange.Publication;
import org.bellwether.release.site.Layout;
import org.bellwether.release.site.SiteAssets;
import org.bellwether.release.site.SiteTemplates;
import org.bellwether.release.site.catalog.CatalogWriter;
import org.bellwether.release.site.report.ReportConfig;
import org.bellwether.release.site.report.ReportTier;
import org.bellwether.release.site.report.ReportWriter;
import org.bellwether.release.store.Manifest;
import org.bellwether.release.store.ReleaseFolder;
import org.bellwether.warehouse.figure.MeasureCatalog;

/**
 * The pages of a release: the catalogue, the report of what is published, and that of what is not for everybody.
 *
 * <p>They say nothing that differs between two releases of the same content.
 */
final class ReleasePages {

    private static final String ASSETS = "assets";
    private static final String UNSUPPRESSED = "Figures of few children are not hidden on these pages: they are not to be passed on.";

    private final Project project;
    private final ReportConfig report;
    private final DisclosureConfig disclosure;
    private final MeasureCatalog measures;
    private final Publication publication;
    private final SiteTemplates templates = new SiteTemplates();

    ReleasePages(Project project, ConfigFiles config) {
        this.project = project;
        this.report = ReportConfig.load(config);
        this.measures = MeasureCatalog.load(config);
        this.publication = Publication.load(config);
        this.disclosure = DisclosureConfig.load(config, measures);
    }

    /** Both editions side by side. */
    void write(ReleaseFolder folder, Manifest manifest) throws IOException {
        Path assets = folder.published().resolve(ASSETS);
        SiteAssets.write(assets);
        List<Edition> editions = new ArrayList<>(List.of(this::writePublished));
        if (!report.pages().isEmpty()) {
            Folders.copy(assets, folder.restricted().resolve(ASSETS));
            editions.add(this::writeRestricted);
        }
        ParallelMap.map(editions, editions.size(), edition -> {
            edition.write(folder, manifest);
            return edition;
        });
    }

    /** Pages of one tier. */
    @FunctionalInterface
    private interface Edition {
        void write(ReleaseFolder folder, Manifest manifest) throws SQLException, IOException;
    }

    private void writePublished(ReleaseFolder folder, Manifest manifest) throws SQLException, IOException {
        try (ReportTier published = ReportTier.published(project, folder)) {
            String authority = published.authority(manifest.la());
            new CatalogWriter(templates, disclosure, measures, shownOn()).write(published.connection(), folder, manifest, "Catalogue of " + authority);
            if (!report.pages().isEmpty()) {
                new ReportWriter(report, templates, published, "Inclusion in " + authority, null, "../catalogue", publication.boardPack())
                        .write(folder.report(), manifest.asOf());
            }
        }
    }

    private void writeRestricted(ReleaseFolder folder, Manifest manifest) throws SQLException, IOException {
        try (ReportTier restricted = ReportTier.restricted(project, folder)) {
            new ReportWriter(report, templates, restricted, "Inclusion in " + restricted.authority(manifest.la()), UNSUPPRESSED, "../../published/catalogue",
                    false).write(folder.restrictedReport(), manifest.asOf());
        }
    }

    /** Pages that show a table, by its name. */
    private Map<String, List<Layout.Link>> shownOn() {
        Map<String, List<Layout.Link>> pages = new TreeMap<>();
        report.pages().forEach((name, page) -> page.asAt().forEach(mart -> {
            if (page.each() == null) {
                pages.computeIfAbsent(mart, any -> new ArrayList<>()).add(new Layout.Link(page.title(), "../report/" + name + ".html", false));
            }
        }));
        return pages;
    }
}
