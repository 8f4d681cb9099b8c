package org.bellwether.release.site.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bellwether.config.Settings;
import org.bellwether.engine.Sql;
import org.bellwether.release.site.Layout;
import org.bellwether.release.site.SiteTemplates;
import org.bellwether.release.site.chart.Days;
import org.bellwether.release.site.chart.Row;
import org.bellwether.release.store.Manifest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes the pages of a report from one tier of a release: static, without script, and without anything fetched. */
public final class ReportWriter {

    /** Name of the PDF among the pages, where there is one. */
    public static final String PACK = "board-pack.pdf";

    private static final Logger LOG = LoggerFactory.getLogger(ReportWriter.class);
    private static final String HTML = ".html";
    private static final String KEY = "key";
    private static final Pattern NAME = Pattern.compile("[\\w-]+");
    private static final String NOT_MADE = "This could not be made: its question is not one that the marts can answer, or its answer not one that can be drawn. The log of the night says more.";

    private final ReportConfig config;
    private final SiteTemplates templates;
    private final TierQueries tier;
    private final String site;
    private final String edition;
    private final String catalogue;
    private final String pack;

    /**
     * @param tier      whose figures the pages show
     * @param site      what the report is called
     * @param edition   in words, where it is not for everybody; null where it is published
     * @param catalogue the way from the report's folder to that of the catalogue
     * @param isPacked  whether the pages of the menu are made into one PDF too; of what is not for everybody they never are
     */
    public ReportWriter(ReportConfig config, SiteTemplates templates, ReportTier tier, String site, String edition, String catalogue, boolean isPacked) {
        this.config = config;
        this.templates = templates;
        this.tier = new TierQueries(tier.connection());
        this.site = site;
        this.edition = edition;
        this.catalogue = catalogue;
        this.pack = isPacked && edition == null && config.pages().values().stream().anyMatch(page -> page.menu() != null && !page.documents()) ? PACK : null;
    }

    /**
     * Writes the pages that have panels, and where it is wanted those of the menu as one PDF.
     *
     * @param folder where they are to lie, made if absent; the stylesheets lie in {@code assets} beside it
     * @param asOf   when what they tell was known
     */
    public void write(Path folder, Instant asOf) throws SQLException, IOException {
        Files.createDirectories(folder.resolve("data"));
        List<BoardPack.Section> sections = new ArrayList<>();
        for (Map.Entry<String, ReportPage> page : config.pages().entrySet()) {
            if (page.getValue().documents()) {
                continue;
            }
            List<PanelView> panels = write(folder, page.getKey(), page.getValue());
            if (page.getValue().menu() != null) {
                sections.add(new BoardPack.Section(page.getKey(), page.getValue().title(), page.getValue().lead(), panels));
            }
        }
        if (pack != null) {
            new BoardPack(templates).write(folder.resolve(pack), new BoardPack.Cover(site, "Board pack: what the figures say today",
                    Days.LONG.format(asOf.atZone(Settings.LONDON)), Manifest.AUDIENCE), sections, asOf);
        }
    }

    /**
     * Each question is asked once, also where many pages are made of its answer.
     *
     * @return the panels of the page; none where there are many
     */
    private List<PanelView> write(Path folder, String name, ReportPage page) throws SQLException, IOException {
        Map<String, Answer> answers = new LinkedHashMap<>();
        page.panels().forEach((panel, question) -> answers.put(panel, answer(name + "." + panel, question, page.each() != null)));
        Layout.AsAt asAt = asAt(page);
        if (page.each() == null) {
            return write(folder, name, page, page.title(), asAt, answers, "");
        }
        for (Row one : pagesOf(name, page)) {
            String key = one.text(KEY);
            write(folder, name + "-" + key, page, page.title().replace("{title}", one.text("title", key)), asAt, answers, key);
        }
        return List.of();
    }

    /** Keys name files: of others there is no page. */
    private List<Row> pagesOf(String name, ReportPage page) {
        try {
            return tier.rows(page.each()).stream().filter(row -> NAME.matcher(row.text(KEY, "")).matches()).toList();
        } catch (SQLException e) {
            LOG.warn("Pages {} of the report cannot be made", name, e);
            return List.of();
        }
    }

    private List<PanelView> write(Path folder, String file, ReportPage page, String title, Layout.AsAt asAt, Map<String, Answer> answers, String key) throws IOException {
        List<PanelView> panels = new ArrayList<>();
        for (Map.Entry<String, Answer> answer : answers.entrySet()) {
            Panel panel = page.panels().get(answer.getKey());
            String id = answer.getKey().replace('_', '-');
            try {
                panel(folder, file, id, panel, answer.getValue(), key).ifPresent(panels::add);
            } catch (RuntimeException e) {
                LOG.warn("Panel {} of the report cannot be drawn", file + "." + answer.getKey(), e);
                panels.add(PanelMaker.message(id, panel, NOT_MADE));
            }
        }
        Layout layout = layout(page.within() == null ? file : page.within(), title, asAt);
        Files.writeString(folder.resolve(file + HTML), templates.html("report/page", Map.of("layout", layout, "lead", page.lead() == null ? "" : page.lead(), "panels", panels)));
        return panels;
    }

    /**
     * What stands around a page of this report.
     *
     * @param here the page of the menu that it is, or stands below
     */
    public Layout layout(String here, String title, Layout.AsAt asAt) {
        List<Layout.Link> menu = config.pages().entrySet().stream().filter(one -> one.getValue().menu() != null)
                .map(one -> new Layout.Link(one.getValue().menu(), one.getKey() + HTML, one.getKey().equals(here))).toList();
        return new Layout(site, edition, title, "../assets", menu, asAt, pack);
    }

    /** @param rows by the page that they are for; null where the question cannot be asked */
    private record Answer(Map<String, List<Row>> rows) {
    }

    private Answer answer(String name, Panel panel, boolean isOfMany) {
        try {
            List<Row> rows = tier.rows(panel.query());
            return new Answer(!isOfMany ? Map.of("", rows)
                    : rows.stream().collect(Collectors.groupingBy(row -> row.text(KEY, ""), LinkedHashMap::new, Collectors.toList())));
        } catch (SQLException e) {
            // A page of a home's own, say, that names a column of before: the others are not kept from their readers by it.
            LOG.warn("Panel {} of the report cannot be made", name, e);
            return new Answer(null);
        }
    }

    private Optional<PanelView> panel(Path folder, String file, String id, Panel panel, Answer answer, String key) throws IOException {
        if (answer.rows() == null) {
            return Optional.of(PanelMaker.message(id, panel, NOT_MADE));
        }
        List<Row> rows = answer.rows().getOrDefault(key, List.of());
        String csv = "data/" + file + "-" + id + ".csv";
        if (!panel.sentences() && !rows.isEmpty()) {
            Files.writeString(folder.resolve(csv), RowsFile.text(panel, rows));
        }
        return new PanelMaker(id, panel, rows, config.commentary()).view(csv);
    }

    /** As at when the figures of the page's marts are, the earliest of them and the latest. */
    private Layout.AsAt asAt(ReportPage page) throws SQLException {
        Set<String> tables = tier.tables();
        Set<String> published = tier.publishedTables();
        List<Layout.Link> marts = page.asAt().stream().filter(tables::contains)
                .map(mart -> new Layout.Link(mart, published.contains(mart) ? catalogue + "/" + mart + HTML : null, false)).toList();
        Set<String> dated = tier.tablesWith("as_at_date");
        List<String> known = page.asAt().stream().filter(dated::contains).toList();
        if (known.isEmpty()) {
            return new Layout.AsAt(null, marts);
        }
        String days = known.stream().map(mart -> "select max(as_at_date) as day from " + Sql.identifier(mart)).collect(Collectors.joining(" union all "));
        Row span = tier.rows("select min(day) as first, max(day) as last from (" + days + ")").get(0);
        LocalDate first = span.date("first");
        LocalDate last = span.date("last");
        String text = first == null ? null : first.equals(last) ? Days.LONG.format(last) : Days.LONG.format(first) + " to " + Days.LONG.format(last);
        return new Layout.AsAt(text, marts);
    }
}
