package org.bellwether.release.exchange;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An EES table or the metadata file of one, as its header and its metadata tell of it.
 *
 * @param name        of the file
 * @param columns     of its header
 * @param described   lines of the metadata by the column that they describe; empty for a metadata file
 */
record EesFile(String name, List<String> columns, Map<String, CSVRecord> described) {

    private static final String META = ".meta.csv";
    private static final CSVFormat FORMAT = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    private static final List<String> SYMBOLS = List.of("", "c", "z", "x", "low", "u");

    static EesFile read(Path file) throws IOException {
        String name = file.getFileName().toString();
        Map<String, CSVRecord> described = new LinkedHashMap<>();
        if (!name.endsWith(META)) {
            try (CSVParser meta = open(file.resolveSibling(name.replaceFirst("\\.csv$", META)))) {
                meta.forEach(line -> described.put(line.get("col_name"), line));
            }
        }
        try (CSVParser table = open(file)) {
            return new EesFile(name, List.copyOf(table.getHeaderNames()), described);
        }
    }

    private static CSVParser open(Path file) throws IOException {
        Reader reader = Files.newBufferedReader(file);
        try {
            return FORMAT.parse(reader);
        } catch (IOException e) {
            reader.close();
            throw e;
        }
    }

    /** Unlike that of a Parquet file: a mart is in both. */
    String resourceName() {
        return "ees_" + name.replaceFirst("\\.csv$", "").replace('.', '-');
    }

    /** As a table schema: symbols stand where a figure has no value. */
    void describe(ObjectNode schema) {
        ArrayNode fields = schema.putArray("fields");
        List<String> key = new ArrayList<>();
        for (String column : columns) {
            CSVRecord line = described.get(column);
            boolean isIndicator = line != null && line.get("col_type").equals("Indicator");
            ObjectNode field = fields.addObject().put("name", column)
                    .put("type", !isIndicator ? "string" : line.get("indicator_dp").equals("0") ? "integer" : "number");
            if (line != null) {
                field.put("title", line.get("label"));
            }
            if (!isIndicator && !described.isEmpty()) {
                key.add(column);
            }
        }
        DataPackage.names(schema.putArray("missingValues"), described.isEmpty() ? List.of("") : SYMBOLS);
        DataPackage.names(schema.putArray("primaryKey"), described.isEmpty() ? List.of(columns.get(0)) : key);
    }
}
