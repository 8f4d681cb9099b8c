package org.bellwether.release.exchange;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.bellwether.config.Yaml;
import org.bellwether.home.Json;
import org.bellwether.release.disclosure.MartDisclosure;
import org.bellwether.release.disclosure.PublicationGrid.Step;
import org.bellwether.release.format.Table;
import org.bellwether.release.store.Manifest;
import org.bellwether.warehouse.figure.Measure;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A published mart as an Open Data Contract (ODCS 3.1): what its readers can rely on. It tells nothing of a night, so that it is the same
 * until the mart is another one; its major version is one more than the changes that are noted of it.
 */
final class DataContract {

    static final String ENDING = ".odcs.yaml";

    private static final String VALUE = "value";
    private static final String DESCRIPTION = "description";

    private final PublishedSchema schema;
    private final PublishedTable mart;

    DataContract(PublishedSchema schema, PublishedTable mart) {
        this.schema = schema;
        this.mart = mart;
    }

    String text() {
        ObjectNode root = Json.MAPPER.createObjectNode()
                .put("apiVersion", "v3.1.0")
                .put("kind", "DataContract")
                .put("id", UUID.nameUUIDFromBytes(("bellwether/" + schema.contents().la() + "/" + mart.name()).getBytes(StandardCharsets.UTF_8)).toString())
                .put("name", mart.name())
                .put("version", 1 + schema.publication().notesOf(mart.name()).size() + ".0.0")
                .put("status", "active")
                .put("tenant", schema.laName())
                .put("domain", "education");
        root.putObject(DESCRIPTION)
                .put("purpose", mart.about())
                .put("usage", "Each figure stands beside a status: ok, c hidden, z not applicable, x not available, low more than 0 and rounds to it, u of low reliability")
                .put("limitations", Manifest.AUDIENCE);
        root.putArray("servers").addObject().put("server", "published").put("type", "local").put("path", mart.path()).put("format", "parquet")
                .put(DESCRIPTION, "From the folder published of a release; the same rows are table " + mart.name() + " of marts.duckdb");
        describe(root.putArray("schema").addObject());
        root.putObject("team").put("name", schema.laName());
        freshness(root.putArray("slaProperties"));
        custom(root);
        return Yaml.text(root);
    }

    private void describe(ObjectNode table) {
        table.put("name", mart.name()).put("physicalName", mart.name()).put("physicalType", "table").put("logicalType", "object")
                .put(DESCRIPTION, mart.about())
                .put("dataGranularityDescription", "One row per " + String.join(", ", mart.key()));
        ArrayNode properties = table.putArray("properties");
        mart.table().columns().forEach(column -> describe(properties.addObject(), column));
        List<Publication.Reference> composite = mart.references().stream().filter(reference -> reference.columns().size() > 1).toList();
        if (!composite.isEmpty()) {
            ArrayNode relationships = table.putArray("relationships");
            for (Publication.Reference reference : composite) {
                ObjectNode relationship = relationships.addObject().put("type", "foreignKey");
                DataPackage.names(relationship.putArray("from"), reference.columns().stream().map(column -> mart.name() + "." + column).toList());
                DataPackage.names(relationship.putArray("to"), reference.there().stream().map(column -> reference.to() + "." + column).toList());
            }
        }
        ObjectNode unique = table.putArray("quality").addObject().put("type", "library").put("metric", "duplicateValues").put("mustBe", 0)
                .put("dimension", "uniqueness").put("severity", "error").put(DESCRIPTION, "No two rows of one key; an audit stops the release otherwise");
        DataPackage.names(unique.putObject("arguments").putArray("properties"), mart.key());
    }

    private void describe(ObjectNode property, Table.Column column) {
        int place = mart.key().indexOf(column.name());
        property.put("name", column.name()).put("physicalName", column.name()).put("physicalType", column.type()).put("logicalType", logicalType(column))
                .put("required", place >= 0);
        if (column.comment() != null) {
            property.put(DESCRIPTION, column.comment());
        }
        if (place >= 0) {
            property.put("primaryKey", true).put("primaryKeyPosition", place + 1);
        }
        mart.references().stream().filter(reference -> reference.columns().equals(List.of(column.name()))).forEach(reference -> property
                .withArray("relationships").addObject().put("type", "foreignKey").put("to", reference.to() + "." + reference.there().get(0)));
        Measure measure = mart.measures().get(column.name());
        if (measure != null) {
            property.put("businessName", measure.name());
            ArrayNode of = property.putArray("customProperties");
            add(of, "definition", measure.definition());
            add(of, "unit", measure.unit());
            of.addObject().put("property", "decimalPlaces").put(VALUE, measure.dp());
            add(of, "polarity", measure.polarity().name());
            add(of, "source", measure.source());
        } else if (mart.isStatus(column)) {
            DataPackage.names(property.putArray("customProperties").addObject().put("property", "validValues").putArray(VALUE), PublishedSchema.STATUSES);
        }
    }

    private void freshness(ArrayNode sla) {
        boolean isOfNoChild = disclosure().threshold() == 0;
        frequency(sla, isOfNoChild ? Step.NIGHT : schema.grid().closed(), "Rows");
        if (!isOfNoChild && disclosure().hasOpenRows()) {
            frequency(sla, schema.grid().open(), "Rows of the authority as a whole");
        }
    }

    private void frequency(ArrayNode sla, Step step, String rows) {
        String unit = switch (step) {
            case NIGHT -> "d";
            case WEEK -> "w";
            case HALF_TERM -> "half term";
        };
        sla.addObject().put("property", "frequency").put(VALUE, 1).put("unit", unit).put("element", mart.name()).put("driver", "operational")
                .put(DESCRIPTION, rows + " move once in this time where something has changed; as_at_date says up to which day they are known");
    }

    private void custom(ObjectNode root) {
        ArrayNode custom = root.putArray("customProperties");
        custom.addObject().put("property", "disclosureThreshold").put(VALUE, disclosure().threshold())
                .put(DESCRIPTION, "A count from 1 to one below it is hidden, with all it could be worked out from; 0: the mart tells of no child");
        add(custom, "disclosureRules", schema.contents().disclosure());
        ArrayNode exposures = custom.addObject().put("property", "exposures").putArray(VALUE);
        schema.publication().exposures().forEach((name, exposure) -> {
            if (exposure.marts().contains(mart.name())) {
                exposures.addObject().put("name", name).put("kind", exposure.kind());
            }
        });
        if (disclosure().ees()) {
            exposures.addObject().put("name", "EES tables of the release").put("kind", "file");
        }
        ArrayNode changes = custom.addObject().put("property", "changes").putArray(VALUE);
        for (Publication.Note note : schema.publication().notesOf(mart.name())) {
            ObjectNode change = changes.addObject().put("date", note.date().toString()).put("change", note.change().name().toLowerCase(Locale.ROOT)).put("why", note.why());
            if (note.column() != null) {
                change.put("column", note.column());
            }
        }
    }

    private MartDisclosure disclosure() {
        return mart.disclosure().orElseThrow();
    }

    private static void add(ArrayNode custom, String property, String value) {
        if (value != null) {
            custom.addObject().put("property", property).put(VALUE, value);
        }
    }

    /** What readers were promised of a mart: the type of each column by its name. */
    static SortedMap<String, String> columns(JsonNode contract) {
        SortedMap<String, String> columns = new TreeMap<>();
        contract.path("schema").path(0).path("properties").forEach(property ->
                columns.put(property.path("name").asString(""), property.path("physicalType").asString("")));
        return columns;
    }

    private static String logicalType(Table.Column column) {
        return switch (column.type()) {
            case "BIGINT", "INTEGER", "SMALLINT", "TINYINT" -> "integer";
            case "VARCHAR" -> "string";
            case "DATE" -> "date";
            case "BOOLEAN" -> "boolean";
            case "TIMESTAMP" -> "timestamp";
            default -> "number";
        };
    }
}
