package org.bellwether.release.format;

import java.util.List;
import org.bellwether.home.Json;
import org.bellwether.release.store.Manifest;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The published tier as a Frictionless data package: every file with its columns, their types and what they mean. */
public final class DataPackage {

    private DataPackage() {
    }

    public static String text(PublishedContents contents) {
        ObjectNode root = Json.MAPPER.createObjectNode()
                .put("name", "bellwether-" + contents.la())
                .put("title", "Inclusion marts of local authority " + contents.la())
                .put("as_at", contents.asOf().toString())
                .put("methodology", contents.methodology())
                .put("disclosure_rules", contents.disclosure())
                .put("audience", Manifest.AUDIENCE);
        ArrayNode resources = root.putArray("resources");
        add(resources, "marts", contents.marts());
        add(resources, "dims", contents.dimensions());
        for (String file : contents.ees()) {
            resources.addObject()
                    .put("name", file.substring(0, file.lastIndexOf('.')).replace('.', '-'))
                    .put("path", "ees/" + file)
                    .put("format", "csv")
                    .put("mediatype", "text/csv")
                    .put("encoding", "utf-8");
        }
        return Json.text(root) + "\n";
    }

    private static void add(ArrayNode resources, String folder, List<Table> tables) {
        for (Table table : tables) {
            ObjectNode resource = resources.addObject()
                    .put("name", table.name())
                    .put("path", folder + "/" + table.name() + ".parquet")
                    .put("format", "parquet")
                    .put("mediatype", "application/vnd.apache.parquet")
                    .put("description", table.comment());
            ArrayNode fields = resource.putObject("schema").putArray("fields");
            for (Table.Column column : table.columns()) {
                fields.addObject().put("name", column.name()).put("type", type(column))
                        .put("description", column.comment());
            }
        }
    }

    private static String type(Table.Column column) {
        return switch (column.type()) {
            case "BIGINT", "INTEGER", "SMALLINT", "TINYINT" -> "integer";
            case "VARCHAR" -> "string";
            case "DATE" -> "date";
            case "BOOLEAN" -> "boolean";
            case "TIMESTAMP" -> "datetime";
            default -> "number";
        };
    }
}
