package org.bellwether.release.disclosure.protection;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A table of the literature as a system in hundredths. Its source rounds: a cell of its own in each relation holds what is over. */
record LiteratureTable(LinearSystem system, List<Sensitive> sensitive) {

    static LiteratureTable read(Path folder, String name) throws IOException {
        LinearSystem.Builder builder = new LinearSystem.Builder();
        List<Sensitive> sensitive = new ArrayList<>();
        Map<String, Long> values = new TreeMap<>();
        for (CSVRecord row : rows(folder.resolve(name + "_cells.csv"))) {
            String key = "cell " + "0".repeat(4 - row.get("cell").length()) + row.get("cell");
            long value = Math.round(100 * Double.parseDouble(row.get("value")));
            values.put(key, value);
            builder.add(Cell.of(key, value));
            if (row.get("is_sensitive").equals("Y")) {
                long protection = (long) Math.ceil(100 * Double.parseDouble(row.get("protection")));
                sensitive.add(Sensitive.within(value - protection, value + protection, key));
            }
        }
        Map<String, Map<String, Long>> relations = new TreeMap<>();
        for (CSVRecord row : rows(folder.resolve(name + "_relations.csv"))) {
            String key = "cell " + "0".repeat(4 - row.get("cell").length()) + row.get("cell");
            relations.computeIfAbsent("relation " + row.get("relation"), relation -> new TreeMap<>()).put(key, Long.parseLong(row.get("sign")));
        }
        relations.forEach((relation, terms) -> {
            long over = terms.entrySet().stream().mapToLong(term -> term.getValue() * values.get(term.getKey())).sum();
            if (over != 0) {
                String rounding = "rounding of " + relation;
                builder.add(new Cell(rounding, over, over, over, 1, Publication.KNOWN));
                terms.put(rounding, -1L);
            }
            builder.relation(relation, terms);
        });
        return new LiteratureTable(builder.build(), sensitive);
    }

    private static List<CSVRecord> rows(Path file) throws IOException {
        try (CSVParser parser = CSVParser.parse(Files.newBufferedReader(file),
                CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get())) {
            return parser.getRecords();
        }
    }
}
