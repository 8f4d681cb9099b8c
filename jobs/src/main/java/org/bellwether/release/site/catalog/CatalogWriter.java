package org.bellwether.release.site.catalog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bellwether.config.Settings;
import org.bellwether.engine.Sql;
import org.bellwether.home.Folders;
import org.bellwether.home.Json;
import org.bellwether.release.compare.PublishedChanges;
import org.bellwether.release.disclosure.DisclosureConfig;
import org.bellwether.release.disclosure.HiddenShares;
import org.bellwether.release.disclosure.MartDisclosure;
import org.bellwether.release.format.KeptModels;
import org.bellwether.release.format.Table;
import org.bellwether.release.site.Layout;
import org.bellwether.release.site.SiteTemplates;
import org.bellwether.release.site.chart.Days;
import org.bellwether.release.store.Manifest;
import org.bellwether.release.store.ReleaseFolder;
import org.bellwether.warehouse.figure.MeasureCatalog;

/** Writes the catalogue of the published tier: what every table, column and measure is, what was checked, and what is hidden. */
public final class CatalogWriter {

    private static final DateTimeFormatter DAY = Days.LONG.withZone(Settings.LONDON);
    private static final String MODELS_OF_MARTS = "mart.";
    private static final String MODELS_OF_DIMENSIONS = "core.";

    /** Its pages but for those of tables, which stand below the first. */
    private static final Map<String, String> MENU = new LinkedHashMap<>();

    static {
        MENU.put("index.html", "Tables");
        MENU.put("measures.html", "Measures");
        MENU.put("freshness.html", "Freshness");
        MENU.put("changes.html", "What changed");
        MENU.put("checks.html", "Checks");
        MENU.put("disclosure.html", "What is hidden");
    }

    private final SiteTemplates templates;
    private final DisclosureConfig disclosure;
    private final MeasureCatalog measures;
    private final Freshness freshness;
    private final Map<String, List<Layout.Link>> usedBy;

    /** @param usedBy pages of the report that show a table, by its name */
    public CatalogWriter(SiteTemplates templates, DisclosureConfig disclosure, MeasureCatalog measures, Freshness freshness, Map<String, List<Layout.Link>> usedBy) {
        this.templates = templates;
        this.disclosure = disclosure;
        this.measures = measures;
        this.freshness = freshness;
        this.usedBy = usedBy;
    }

    /**
     * @param connection in which the published tables lie in the attached database {@code published}
     * @param site       what the catalogue is called
     */
    public void write(Connection connection, ReleaseFolder folder, Manifest manifest, String site) throws SQLException, IOException {
        List<Table> tables = Table.tables(connection, "published", "main");
        MeasurePages pages = new MeasurePages(measures, tables.stream().collect(Collectors.toMap(Table::name, Table::columnNames)));
        Lineage lineage = new Lineage(connection, KeptModels.read(folder.models()).composed());
        Map<String, String> standing = standing(connection, tables);
        List<CatalogTable> described = tables.stream().map(table -> describe(table, pages, lineage, folder, standing)).toList();
        Site writer = new Site(folder.catalogue(), site, manifest);
        Files.createDirectories(folder.catalogue());
        writer.page("index.html", "Tables", "catalog/index", Map.of("marts", ofKind(described, "mart_"), "dimensions", ofKind(described, "dim_"), "facts", facts(manifest)));
        for (CatalogTable table : described) {
            writer.page(table.page(), table.name(), "catalog/table", Map.of("table", table));
        }
        writer.page("measures.html", MENU.get("measures.html"), "catalog/measures", Map.of("subjects", pages.measures()));
        writer.page("freshness.html", MENU.get("freshness.html"), "catalog/freshness", Map.of("returns", freshness.returns(), "tables", described));
        writer.page("changes.html", MENU.get("changes.html"), "catalog/changes",
                Map.of("changes", new ChangesPage(connection, measures, tables, Json.read(folder.changes(), PublishedChanges.class))));
        // Without outcomes: some compare with the release before, and the same content is to have the same pages.
        writer.page("checks.html", MENU.get("checks.html"), "catalog/checks", Map.of("audits", manifest.audits()));
        HiddenShares hidden = new HiddenShares(connection, disclosure, table -> "published." + table.qualified());
        writer.page("disclosure.html", MENU.get("disclosure.html"), "catalog/disclosure", Map.of("audience", manifest.publishedTier(),
                "shares", hidden.of(tables), "shown", hidden.shown(tables), "version", disclosure.version()));
    }

    /** The folder of the pages, and what stands around each. */
    private final class Site {

        private final Path folder;
        private final String name;
        private final Layout.AsAt asAt;

        private Site(Path folder, String name, Manifest manifest) {
            this.folder = folder;
            this.name = name;
            this.asAt = new Layout.AsAt(DAY.format(manifest.asOf()), List.of());
        }

        private void page(String file, String title, String template, Map<String, Object> content) throws IOException {
            List<Layout.Link> menu = new ArrayList<>();
            MENU.forEach((entry, text) -> menu.add(new Layout.Link(text, entry, entry.equals(MENU.containsKey(file) ? file : "index.html"))));
            if (!usedBy.isEmpty()) {
                menu.add(new Layout.Link("Report", "../report/index.html", false));
            }
            Map<String, Object> parameters = new HashMap<>(content);
            parameters.put("layout", new Layout(name, null, title, "../assets", menu, asAt, null));
            Files.writeString(folder.resolve(file), templates.html(template, parameters));
        }
    }

    private CatalogTable describe(Table table, MeasurePages pages, Lineage lineage, ReleaseFolder folder, Map<String, String> standing) {
        boolean isMart = table.name().startsWith("mart_");
        String made = (isMart ? MODELS_OF_MARTS : MODELS_OF_DIMENSIONS) + table.name();
        MartDisclosure shape = disclosure.marts().get(table.name());
        Map<String, String> measured = pages.codesByColumn(table.name());
        List<CatalogTable.Column> columns = table.columns().stream().filter(column -> !table.isStatus(column.name())).map(column -> {
            String measure = measured.get(column.name());
            return new CatalogTable.Column(column.name(), column.type(), column.comment(), measure, measure == null ? null : pages.unit(measure),
                    measure == null ? List.of() : pages.partsOf(measure));
        }).toList();
        List<String> sources = lineage.knows(made) ? lineage.sources(made) : List.of();
        return new CatalogTable(table.name(), isMart ? "Mart" : "Dimension", table.comment(), shape == null ? List.of() : shape.grain(), columns,
                shape == null ? List.of() : rules(shape), files(table, folder), usedBy.getOrDefault(table.name(), List.of()),
                lineage.knows(made) ? lineage.drawing(made) : null, sources, standing.get(table.name()), freshness.behind(sources));
    }

    private static List<String> rules(MartDisclosure shape) {
        List<String> rules = new ArrayList<>();
        rules.add(shape.threshold() == 0 ? "No figure of it tells of children: nothing is hidden."
                : "Counts from 1 to " + (shape.threshold() - 1) + " are hidden, with all figures of the same children and what they could be worked out from.");
        if (!shape.publishes().equals("true")) {
            rules.add("Published are the rows with: " + shape.publishes());
        }
        if (!shape.open().equals("false")) {
            rules.add("Shown whatever they are: the rows with " + shape.open());
        }
        if (!shape.withheld().isEmpty()) {
            rules.add("Not published: " + String.join(", ", shape.withheld()));
        }
        return rules;
    }

    private static List<Layout.Link> files(Table table, ReleaseFolder folder) {
        List<Layout.Link> files = new ArrayList<>();
        String parquet = Folders.name(folder.published(), folder.rows(folder.publishedDatabase(), table.name()));
        files.add(new Layout.Link(parquet, "../" + parquet, false));
        String contract = "contracts/" + table.name() + ".odcs.yaml";
        if (Files.exists(folder.published().resolve(contract))) {
            files.add(new Layout.Link(contract, "../" + contract, false));
        }
        String prefix = table.name().replaceFirst("^mart_", "");
        Folders.list(folder.ees()).stream().map(file -> file.getFileName().toString()).filter(name -> name.startsWith(prefix + "_"))
                .forEach(name -> files.add(new Layout.Link("ees/" + name, "../ees/" + name, false)));
        return files;
    }

    private static List<CatalogTable> ofKind(List<CatalogTable> tables, String prefix) {
        return tables.stream().filter(table -> table.name().startsWith(prefix)).toList();
    }

    /** As at when each mart is, by its name. */
    private static Map<String, String> standing(Connection connection, List<Table> tables) throws SQLException {
        Map<String, String> standing = new HashMap<>();
        List<String> questions = tables.stream().filter(table -> table.columnNames().contains("as_at_date")).map(table -> "select " + Sql.literal(table.name())
                + ", coalesce(strftime(max(as_at_date), '%-d %B %Y'), 'no rows') from published." + table.qualified()).toList();
        if (!questions.isEmpty()) {
            Sql.query(connection, String.join(" union all ", questions), row -> standing.put(row.getString(1), row.getString(2)));
        }
        return standing;
    }

    private List<String> facts(Manifest manifest) {
        return List.of("What was known at " + manifest.asOf() + " is in it.", manifest.publishedTier(),
                "A figure that is hidden has no value and the status c; z is not applicable, x not available, low is more than 0 and rounds to it.");
    }
}
