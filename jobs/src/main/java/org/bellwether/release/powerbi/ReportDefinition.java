package org.bellwether.release.powerbi;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.bellwether.home.Json;
import org.bellwether.release.exchange.PublishedSchema;
import org.bellwether.release.exchange.PublishedTable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A report over the semantic model: a page a mart, with a table of its cells and figures. */
final class ReportDefinition {

    /** Under which Microsoft publishes the schema of each of these files. */
    static final String SCHEMAS = "https://developer.microsoft.com/json-schemas/fabric/";

    private static final String SCHEMA = "$schema";
    private static final String DEFINITION = SCHEMAS + "item/report/definition/";
    /** The one visual of a page. */
    private static final String TABLE = "table";
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 720;
    private static final int MARGIN = 16;

    private ReportDefinition() {
    }

    /** By path below the folder of the report. */
    static Map<String, String> files(PublishedSchema schema, String model) {
        Map<String, String> files = new TreeMap<>();
        ObjectNode report = of(SCHEMAS + "item/report/definitionProperties/2.0.0/schema.json").put("version", "4.0");
        report.putObject("datasetReference").putObject("byPath").put("path", "../" + model);
        files.put("definition.pbir", text(report));
        files.put("definition/version.json", text(of(DEFINITION + "versionMetadata/1.0.0/schema.json").put("version", "2.0.0")));
        ObjectNode whole = of(DEFINITION + "report/3.0.0/schema.json");
        whole.putObject("themeCollection");
        files.put("definition/report.json", text(whole));
        ObjectNode pages = of(DEFINITION + "pagesMetadata/1.0.0/schema.json");
        ArrayNode order = pages.putArray("pageOrder");
        for (PublishedTable mart : schema.marts()) {
            order.add(mart.name());
            files.put("definition/pages/" + mart.name() + "/page.json", text(of(DEFINITION + "page/2.0.0/schema.json").put("name", mart.name())
                    .put("displayName", title(mart)).put("displayOption", "FitToPage").put("height", HEIGHT).put("width", WIDTH)));
            files.put("definition/pages/" + mart.name() + "/visuals/" + TABLE + "/visual.json", text(table(mart)));
        }
        schema.marts().stream().findFirst().ifPresent(first -> pages.put("activePageName", first.name()));
        files.put("definition/pages/pages.json", text(pages));
        return files;
    }

    private static ObjectNode table(PublishedTable mart) {
        ObjectNode visual = of(DEFINITION + "visualContainer/2.0.0/schema.json").put("name", TABLE);
        visual.putObject("position").put("x", MARGIN).put("y", MARGIN).put("z", 0).put("height", HEIGHT - 2 * MARGIN).put("width", WIDTH - 2 * MARGIN).put("tabOrder", 0);
        ObjectNode shown = visual.putObject("visual").put("visualType", "tableEx");
        ArrayNode projections = shown.putObject("query").putObject("queryState").putObject("Values").putArray("projections");
        List<String> columns = mart.table().columnNames().stream().filter(name -> mart.key().contains(name) || mart.measures().containsKey(name)).toList();
        for (String column : Stream.concat(mart.key().stream(), columns.stream()).distinct().toList()) {
            ObjectNode projection = projections.addObject();
            ObjectNode field = projection.putObject("field").putObject("Column");
            field.putObject("Expression").putObject("SourceRef").put("Entity", mart.name());
            field.put("Property", column);
            projection.put("queryRef", mart.name() + "." + column).put("nativeQueryRef", column);
        }
        shown.put("drillFilterOtherVisuals", true);
        return visual;
    }

    private static String title(PublishedTable mart) {
        String words = mart.name().replaceFirst("^mart_", "").replace('_', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    static ObjectNode of(String schema) {
        return Json.MAPPER.createObjectNode().put(SCHEMA, schema);
    }

    static String text(ObjectNode node) {
        return Json.text(node) + "\n";
    }
}
