package org.bellwether.contract.reader;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bellwether.config.ConfigFiles;
import org.bellwether.config.ReferenceCsv;
import org.bellwether.contract.CodeSet;

/** Reads one file of config/reference, with the home's rows over the shipped ones. */
public final class CodeSetReader {

    private CodeSetReader() {
    }

    public static CodeSet read(ConfigFiles config, String name) {
        ConfigErrors errors = new ConfigErrors(config, "reference/" + name + ".csv");
        ReferenceCsv csv = config.csv(name);
        List<Map<String, String>> rows = new ArrayList<>();
        for (List<String> values : csv.rows()) {
            Map<String, String> row = new LinkedHashMap<>();
            for (int column = 0; column < values.size(); column++) {
                row.put(csv.header().get(column), values.get(column));
            }
            rows.add(row);
            checkDay(errors, row, "valid_from", rows.size());
            checkDay(errors, row, "valid_to", rows.size());
        }
        return new CodeSet(name, csv.header(), rows);
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
