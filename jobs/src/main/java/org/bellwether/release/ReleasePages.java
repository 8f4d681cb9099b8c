package org.bellwether.release;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.bellwether.config.ConfigFiles;
import org.bellwether.config.Project;
import org.bellwether.contract.catalog.ContractCatalog;
import org.bellwether.engine.ParallelMap;
import org.bellwether.home.Folders;
import org.bellwether.home.Home;
import org.bellwether.release.compare.PublishedChanges;
import org.bellwether.release.compare.ReleaseComparison;
import org.bellwether.release.disclosure.DisclosureConfig;
import org.bellwether.release.exchange.Publication;
import org.bellwether.release.site.Layout;
import org.bellwether.release.site.SiteAssets;
import org.bellwether.release.site.SiteTemplates;
import org.bellwether.release.site.catalog.CatalogWriter;
import org.bellwether.release.site.catalog.Freshness;
import org.bellwether.release.site.report.ReportConfig;
import org.bellwether.release.site.report.ReportPage;
import org.bellwether.release.site.report.ReportTier;
import org.bellwether.release.site.report.ReportWriter;
import org.bellwether.release.statement.DocumentWriter;
import org.bellwether.release.statement.StatementCatalog;
import org.bellwether.release.store.Manifest;
import org.bellwether.release.store.Release;
import org.bellwether.release.store.ReleaseFolder;
import org.bellwether.release.store.ReleaseInput;
import org.bellwether.warehouse.figure.MeasureCatalog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The pages of a release: the catalogue, the report of what is published, and that of what is not for everybody.
 *
 * <p>They say nothing that differs between two releases of the same content, but for the one on what has changed, which is no part of it.
 */
final class ReleasePages {

    private static final Logger LOG = LoggerFactory.getLogger(ReleasePages.class);
    private static final String ASSETS = "assets";
    private static final String UNSUPPRESSED = "Figures of few children are not hidden on these pages: they are not to be passed on.";

    private final Project project;
    private final ReportConfig report;
    private final Optional<StatementCatalog> statements;
    private final DisclosureConfig disclosure;
    private final MeasureCatalog measures;
    private final Publication publication;
    private final ContractCatalog contracts;
    private final SiteTemplates templates = new SiteTemplates();

    ReleasePages(Project project, ConfigFiles config) {
        this.project = project;
        this.report = ReportConfig.load(config);
        this.statements = report.pages().values().stream().anyMatch(ReportPage::documents) ? Optional.of(StatementCatalog.load(config)) : Optional.empty();
        this.measures = MeasureCatalog.load(config);
        this.publication = Publication.load(config);
        this.disclosure = DisclosureConfig.load(config, measures);
        this.contracts = ContractCatalog.load(config);
    }

    /**
     * What has changed since the release before; empty where that cannot be compared.
     *
     * @param manifest what is known of the release in the folder
     */
    Optional<PublishedChanges> changes(Connection warehouse, Home home, ReleaseFolder folder, Manifest manifest, Optional<Release> before) throws SQLException, IOException {
        if (!manifest.run().containsKey(ReleaseInput.AFTER)) {
            return Optional.of(PublishedChanges.first());
        }
        Optional<Manifest> then = before.isEmpty() ? Optional.empty() : PublishedChanges.comparable(warehouse, before.get().folder());
        try {
            return then.isEmpty() ? Optional.empty()
                    : Optional.of(new ReleaseComparison(warehouse, home, contracts, measures, disclosure).forReaders(before.get().folder(), then.get(), folder, manifest));
        } catch (SQLException | RuntimeException e) {
            // What an earlier version has published may not be comparable; that keeps nobody from the release.
            LOG.warn("What has changed since release {} cannot be told", before.get().id(), e);
            return Optional.empty();
        }
    }

    /** Both editions side by side. */
    void write(Connection warehouse, ReleaseFolder folder, Manifest manifest) throws SQLException, IOException {
        Freshness freshness = Freshness.of(warehouse, folder, manifest.asOf(), contracts);
        Path assets = folder.published().resolve(ASSETS);
        SiteAssets.write(assets);
        List<Edition> editions = new ArrayList<>(List.of((release, told) -> writePublished(release, told, freshness)));
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

    private void writePublished(ReleaseFolder folder, Manifest manifest, Freshness freshness) throws SQLException, IOException {
        try (ReportTier published = ReportTier.published(project, folder)) {
            new CatalogWriter(templates, disclosure, measures, freshness, shownOn()).write(published.connection(), folder, manifest, "Catalogue of " + published.authority(manifest.la()));
            if (!report.pages().isEmpty()) {
                writeReport(report.published(), published, null, "../catalogue", folder.report(), manifest);
            }
        }
    }

    private void writeRestricted(ReleaseFolder folder, Manifest manifest) throws SQLException, IOException {
        try (ReportTier restricted = ReportTier.restricted(project, folder)) {
            writeReport(report, restricted, UNSUPPRESSED, "../../published/catalogue", folder.restrictedReport(), manifest);
        }
    }

    /**
     * @param edition   in words, where it is not for everybody; null where it is published
     * @param catalogue the way from the report's folder to that of the catalogue
     */
    private void writeReport(ReportConfig config, ReportTier tier, String edition, String catalogue, Path folder, Manifest manifest) throws SQLException, IOException {
        ReportWriter pages = new ReportWriter(config, templates, tier, "Inclusion in " + tier.authority(manifest.la()), edition, catalogue, publication.boardPack());
        pages.write(folder, manifest.asOf());
        for (Map.Entry<String, ReportPage> page : config.pages().entrySet()) {
            if (page.getValue().documents()) {
                new DocumentWriter(statements.orElseThrow(), templates, tier, edition != null, catalogue).write(folder, page.getKey(), page.getValue(), pages, manifest);
            }
        }
    }

    /** Published pages that show a table, by its name. */
    private Map<String, List<Layout.Link>> shownOn() {
        Map<String, List<Layout.Link>> pages = new TreeMap<>();
        report.published().pages().forEach((name, page) -> page.asAt().forEach(mart -> {
            if (page.each() == null) {
                pages.computeIfAbsent(mart, any -> new ArrayList<>()).add(new Layout.Link(page.title(), "../report/" + name + ".html", false));
            }
        }));
        return pages;
    }
}
