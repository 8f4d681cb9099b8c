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
import java.util.function.Function;
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
    private static final String CATALOGUE = "../catalogue";
    private static final String PUBLISHED_CATALOGUE = "../../published/catalogue";
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
            String authority = published.authority(manifest.la());
            new CatalogWriter(templates, disclosure, measures, freshness, shownOn()).write(published.connection(), folder, manifest, "Catalogue of " + authority);
            if (!report.pages().isEmpty()) {
                ReportWriter pages = new ReportWriter(report.published(), templates, published, "Inclusion in " + authority, null, CATALOGUE,
                        publication.boardPack());
                pages.write(folder.report(), manifest.asOf());
                writeDocuments(folder.report(), report.published(), pages, catalog -> new DocumentWriter(catalog, templates, published, false, CATALOGUE), manifest);
            }
        }
    }

    private void writeRestricted(ReleaseFolder folder, Manifest manifest) throws SQLException, IOException {
        try (ReportTier restricted = ReportTier.restricted(project, folder)) {
            ReportWriter pages = new ReportWriter(report, templates, restricted, "Inclusion in " + restricted.authority(manifest.la()), UNSUPPRESSED,
                    PUBLISHED_CATALOGUE, false);
            pages.write(folder.restrictedReport(), manifest.asOf());
            writeDocuments(folder.restrictedReport(), report, pages, catalog -> new DocumentWriter(catalog, templates, restricted, true, PUBLISHED_CATALOGUE), manifest);
        }
    }

    private void writeDocuments(Path folder, ReportConfig config, ReportWriter pages, Function<StatementCatalog, DocumentWriter> writer, Manifest manifest)
            throws SQLException, IOException {
        for (Map.Entry<String, ReportPage> page : config.pages().entrySet()) {
            if (page.getValue().documents() && statements.isPresent()) {
                writer.apply(statements.get()).write(folder, page.getKey(), page.getValue(), pages, manifest);
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
