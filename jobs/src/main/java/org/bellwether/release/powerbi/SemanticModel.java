package org.bellwether.release.powerbi;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.bellwether.release.exchange.Publication;
import org.bellwether.release.exchange.PublishedSchema;
import org.bellwether.release.exchange.PublishedTable;
import org.bellwether.release.format.Table;
import org.bellwether.warehouse.figure.Measure;

/**
 * The published tier as a semantic model in TMDL: its tables with descriptions, what names a row of which dimension, and the measures.
 *
 * <p>A figure is that of one cell, and cells overlap (a total and its groups, a year and its terms): a measure shows the figure of a row, and
 * nothing where several are chosen. Nothing is summed by itself.
 */
final class SemanticModel {

    private static final String TAG = "lineageTag";

    private final PublishedSchema schema;
    private final Set<String> measureNames = new HashSet<>();

    SemanticModel(PublishedSchema schema) {
        this.schema = schema;
    }

    /** By path below the folder of the definition. */
    Map<String, String> files() {
        Map<String, String> files = new TreeMap<>();
        files.put("database.tmdl", new Tmdl().object(0, null, "database").property(1, "compatibilityLevel", "1600").text());
        files.put("model.tmdl", model());
        files.put("expressions.tmdl", new Tmdl().object(0, "The folder published of a release, as this machine sees it; with current it is the current one",
                "expression " + PowerQuery.FOLDER + " = \"" + PowerQuery.PLACEHOLDER + "\" meta [IsParameterQuery=true, Type=\"Text\", IsParameterQueryRequired=true]")
                .property(1, TAG, Tmdl.tag("expression", PowerQuery.FOLDER)).text());
        files.put("relationships.tmdl", relationships());
        for (PublishedTable table : schema.tables()) {
            files.put("tables/" + table.name() + ".tmdl", table(table));
        }
        return files;
    }

    private String model() {
        Tmdl tmdl = new Tmdl().object(0, schema.title(), "model Model").property(1, "culture", "en-GB").property(1, "defaultPowerBIDataSourceVersion", "powerBI_V3")
                .flag(1, "discourageImplicitMeasures").property(1, "sourceQueryCulture", "en-GB").object(0, null, "annotation __PBI_TimeIntelligenceEnabled = 0");
        schema.tables().forEach(table -> tmdl.object(0, null, "ref table " + Tmdl.name(table.name())));
        return tmdl.text();
    }

    private String relationships() {
        Tmdl tmdl = new Tmdl();
        for (PublishedTable mart : schema.marts()) {
            Set<String> reached = new HashSet<>();
            for (Publication.Reference reference : mart.references().stream().filter(SemanticModel::isRelationship).toList()) {
                tmdl.object(0, null, "relationship " + Tmdl.tag("relationship", mart.name(), reference.columns().get(0), reference.to()));
                // Of two ways to one table only one may be followed without asking.
                if (!reached.add(reference.to())) {
                    tmdl.property(1, "isActive", "false");
                }
                tmdl.property(1, "fromColumn", Tmdl.name(mart.name()) + "." + Tmdl.name(reference.columns().get(0)))
                        .property(1, "toColumn", Tmdl.name(reference.to()) + "." + Tmdl.name(reference.there().get(0)));
            }
        }
        return tmdl.text();
    }

    /** Power BI relates tables by one column, and only where the rows that are meant can be said in M. */
    private static boolean isRelationship(Publication.Reference reference) {
        return reference.columns().size() == 1 && PowerQuery.rows(reference).isPresent();
    }

    private String table(PublishedTable table) {
        Tmdl tmdl = new Tmdl().object(0, table.about(), "table " + Tmdl.name(table.name())).property(1, TAG, Tmdl.tag("table", table.name()));
        table.measures().forEach((column, measure) -> measure(tmdl, table, column, measure));
        table.table().columns().forEach(column -> column(tmdl, table, column));
        tmdl.object(1, null, "partition " + Tmdl.name(table.name()) + " = m").property(2, "mode", "import").expression(2, "source", PowerQuery.source(table, namedBy(table)));
        return tmdl.text();
    }

    private List<Publication.Reference> namedBy(PublishedTable table) {
        return schema.marts().stream().flatMap(mart -> mart.references().stream()).filter(reference -> reference.to().equals(table.name()) && isRelationship(reference))
                .distinct().toList();
    }

    private void measure(Tmdl tmdl, PublishedTable table, String column, Measure measure) {
        String name = measure.name() + ", " + table.name().replaceFirst("^mart_", "").replace('_', ' ');
        if (!measureNames.add(name)) {
            name += " (" + column + ")";
            measureNames.add(name);
        }
        String quoted = "'" + table.name() + "'";
        tmdl.object(1, measure.definition() + " (" + measure.unit() + ")", "measure " + Tmdl.name(name) + " = IF(COUNTROWS(" + quoted + ") = 1, MAX(" + quoted + "[" + column + "]))")
                .property(2, "formatString", measure.dp() == 0 ? "#,##0" : "#,##0." + "0".repeat(measure.dp()))
                .property(2, TAG, Tmdl.tag("measure", table.name(), column));
    }

    private static void column(Tmdl tmdl, PublishedTable table, Table.Column column) {
        tmdl.object(1, column.comment(), "column " + Tmdl.name(column.name())).property(2, "dataType", dataType(column));
        if (column.type().equals("DATE")) {
            tmdl.property(2, "formatString", "yyyy-mm-dd");
        }
        if (table.isStatus(column)) {
            tmdl.flag(2, "isHidden");
        }
        tmdl.property(2, TAG, Tmdl.tag("column", table.name(), column.name())).property(2, "summarizeBy", "none").property(2, "sourceColumn", column.name());
        if (column.type().equals("DATE")) {
            tmdl.object(2, null, "annotation UnderlyingDateTimeDataType = Date");
        }
    }

    /** Its decimal has four places: what has more is a double there. */
    private static String dataType(Table.Column column) {
        return switch (column.type()) {
            case "BIGINT", "INTEGER", "SMALLINT", "TINYINT" -> "int64";
            case "VARCHAR" -> "string";
            case "DATE", "TIMESTAMP" -> "dateTime";
            case "BOOLEAN" -> "boolean";
            case "DOUBLE" -> "double";
            default -> column.type().matches(".*,[0-4]\\)") ? "decimal" : "double";
        };
    }
}
