package org.bellwether.contract.reader;

import java.io.IOException;
import java.io.StringReader;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.bellwether.config.ConfigFiles;
import org.bellwether.contract.CodeSet;

/** Reads one file of config/reference, with the home's rows over the shipped ones. */
public final class CodeSetReader {

    private static final CSVFormat FORMAT = CSVFormat.RFC4180.builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .get();

    private CodeSetReader() {
    }

    public static CodeSet read(ConfigFiles config, String name) {
        ConfigErrors errors = new ConfigErrors("reference/" + name + ".csv");
        String text = String.join("\n", config.csv(name));
        try (CSVParser parser = CSVParser.parse(new StringReader(text), FORMAT)) {
            List<String> header = parser.getHeaderNames();
            List<Map<String, String>> rows = parser.stream().map(record -> {
                errors.require(record.isConsistent(), "row " + record.getRecordNumber(),
                        "has another number of fields than the header");
                Map<String, String> row = new LinkedHashMap<>(record.toMap());
                checkDay(errors, row, "valid_from", record.getRecordNumber());
                checkDay(errors, row, "valid_to", record.getRecordNumber());
                return row;
            }).toList();
            return new CodeSet(name, header, rows);
        } catch (IOException | IllegalArgumentException e) {
            throw errors.at("the file", "is not a CSV with one header row");
        }
    }

    private static void checkDay(ConfigErrors errors, Map<String, String> row, String column, long number) {
        String text = row.getOrDefault(column, "");
        try {
            if (!text.isEmpty()) {
                LocalDate.parse(text);
            }
        } catch (DateTimeParseException e) {
            throw errors.at("row " + number + ", " + column, "must be a day such as 2024-08-19");
        }
    }
}
