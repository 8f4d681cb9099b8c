package org.bellwether.release.powerbi;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.bellwether.release.exchange.PublishedSchema;
import tools.jackson.databind.node.ObjectNode;

/** Writes the published tier as a Power BI project (PBIP): a semantic model in TMDL, a report in PBIR, and the query alone for other tools. */
public final class PowerBiProject {

    private static final String NAME = "bellwether";
    private static final String MODEL = NAME + ".SemanticModel";
    private static final String REPORT = NAME + ".Report";

    private PowerBiProject() {
    }

    /** @param folder made if absent */
    public static void write(Path folder, PublishedSchema schema) throws IOException {
        Map<String, String> files = new TreeMap<>();
        files.put(NAME + ".pq", PowerQuery.snippet(schema));
        ObjectNode project = ReportDefinition.of(ReportDefinition.SCHEMAS + "pbip/pbipProperties/1.0.0/schema.json").put("version", "1.0");
        project.putArray("artifacts").addObject().putObject("report").put("path", REPORT);
        project.putObject("settings").put("enableAutoRecovery", true);
        files.put(NAME + ".pbip", ReportDefinition.text(project));
        ObjectNode model = ReportDefinition.of(ReportDefinition.SCHEMAS + "item/semanticModel/definitionProperties/1.0.0/schema.json").put("version", "4.2");
        model.putObject("settings");
        files.put(MODEL + "/definition.pbism", ReportDefinition.text(model));
        new SemanticModel(schema).files().forEach((path, text) -> files.put(MODEL + "/definition/" + path, text));
        ReportDefinition.files(schema, MODEL).forEach((path, text) -> files.put(REPORT + "/" + path, text));
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path target = folder.resolve(file.getKey());
            Files.createDirectories(target.getParent());
            Files.writeString(target, file.getValue());
        }
    }
}
