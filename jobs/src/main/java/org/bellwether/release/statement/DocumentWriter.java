package org.bellwether.release.statement;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.bellwether.config.BellwetherException;
import org.bellwether.config.Settings;
import org.bellwether.release.site.Layout;
import org.bellwether.release.site.SiteTemplates;
import org.bellwether.release.site.chart.Days;
import org.bellwether.release.site.report.ReportPage;
import org.bellwether.release.site.report.ReportTier;
import org.bellwether.release.site.report.ReportWriter;
import org.bellwether.release.store.Manifest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes the pages of the documents: one that leads to all, and one a document with each statement and what the release says to it. */
public final class DocumentWriter {

    private static final Logger LOG = LoggerFactory.getLogger(DocumentWriter.class);
    private static final String HTML = ".html";

    private final StatementCatalog statements;
    private final SiteTemplates templates;
    private final ReportTier tier;
    private final boolean isRestricted;
    private final String catalogue;

    /**
     * @param tier         that is asked
     * @param isRestricted whether its marts are those before disclosure control
     * @param catalogue    the way from the report's folder to that of the catalogue
     */
    public DocumentWriter(StatementCatalog statements, SiteTemplates templates, ReportTier tier, boolean isRestricted, String catalogue) {
        this.statements = statements;
        this.templates = templates;
        this.tier = tier;
        this.isRestricted = isRestricted;
        this.catalogue = catalogue;
    }

    /**
     * A document of a strategy, and what the release says to it.
     *
     * @param file  its page
     * @param la    authority whose document it is
     * @param isOwn whether that is the authority of the release
     */
    public record Document(String file, String title, int la, boolean isOwn, Answers answers) {
    }

    /**
     * @param folder   of the report
     * @param name     of the page that leads to the documents
     * @param report   whose pages they are
     * @param manifest what is known of the release
     */
    public void write(Path folder, String name, ReportPage page, ReportWriter report, Manifest manifest) throws SQLException, IOException {
        Layout.AsAt asAt = new Layout.AsAt(Days.LONG.format(manifest.asOf().atZone(Settings.LONDON)), List.of());
        Function<Answer.Told, String> link = linkToCatalogue();
        List<Document> documents = documents(name, manifest);
        for (Document document : documents) {
            Files.writeString(folder.resolve(document.file()), templates.html("report/document",
                    Map.of("layout", report.layout(name, document.title(), asAt), "answers", document.answers(), "link", link)));
        }
        Files.writeString(folder.resolve(name + HTML), templates.html("report/documents",
                Map.of("layout", report.layout(name, page.title(), asAt), "lead", page.lead() == null ? "" : page.lead(), "documents", documents)));
    }

    /** The authority's own first. All statements are asked at once. */
    private List<Document> documents(String name, Manifest manifest) throws SQLException {
        Answers all;
        try {
            all = AnswerService.answer(statements, tier, manifest, isRestricted, statements.ids());
        } catch (BellwetherException e) {
            // Of a home's own, say, one that names a column of before: the figures are not kept from their readers by it.
            LOG.warn("The pages of documents cannot be made", e);
            return List.of();
        }
        return statements.strategies().stream().map(strategy -> document(name, strategy, all))
                .sorted(Comparator.comparing(document -> !document.isOwn())).toList();
    }

    private Document document(String name, String strategy, Answers all) {
        Answers answers = Answers.of(all.release(), all.asOf(), all.la(), all.tier(),
                all.answers().stream().filter(answer -> answer.strategy().equals(strategy)).toList());
        Answer first = answers.answers().get(0);
        return new Document(name + "-" + strategy + HTML, first.document(), first.la(), first.isOwn(), answers);
    }

    /** Marts that readers of the published tier have stand in the catalogue. */
    private Function<Answer.Told, String> linkToCatalogue() throws SQLException {
        Set<String> published = tier.publishedTables();
        return figure -> published.contains(figure.mart()) ? catalogue + "/" + figure.mart() + HTML : null;
    }
}
