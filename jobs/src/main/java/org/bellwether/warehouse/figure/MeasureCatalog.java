package org.bellwether.warehouse.figure;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bellwether.config.ConfigException;
import org.bellwether.config.ConfigFiles;
import org.bellwether.config.Yaml;
import tools.jackson.databind.JsonNode;

/** Every measure that config/measures.yml and the home's overlay define. */
public final class MeasureCatalog {

    static final String FILE = "measures.yml";
    private static final LocalDate ALWAYS = LocalDate.of(1900, 1, 1);
    private static final LocalDate FOREVER = LocalDate.of(9999, 12, 31);

    private final Map<String, Measure> measures;

    private MeasureCatalog(Map<String, Measure> measures) {
        this.measures = measures;
    }

    /** @throws ConfigException naming the measure and what to mend */
    public static MeasureCatalog load(ConfigFiles config) {
        Path file = config.file(FILE);
        Map<String, Measure> measures = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : config.tree(FILE).properties()) {
            Measure measure = Yaml.convert(entry.getValue(), Measure.class, file);
            for (String fault : measure.faults()) {
                throw new ConfigException(file, "measure '" + entry.getKey() + "' " + fault);
            }
            measures.put(entry.getKey(), measure);
        }
        check(measures, file);
        return new MeasureCatalog(measures);
    }

    public Set<String> codes() {
        return measures.keySet();
    }

    public Measure measure(String code) {
        return measures.get(code);
    }

    public List<ConfigRows> tables() {
        return List.of(definitions(), places());
    }

    private ConfigRows definitions() {
        List<List<Object>> rows = new ArrayList<>();
        measures.forEach((code, measure) -> {
            LocalDate from = ALWAYS;
            for (Measure.Former former : measure.formerly()) {
                rows.add(row(code, measure, former.definition(), from, former.until()));
                from = former.until().plusDays(1);
            }
            rows.add(row(code, measure, measure.definition(), from, FOREVER));
        });
        return new ConfigRows("measure", List.of("measure_code", "measure_name", "definition", "valid_from", "valid_to",
                "unit", "polarity", "dp", "numerator", "denominator", "source", "mart", "mart_column", "accumulates",
                "comparator_dataset", "comparator_measure"), rows);
    }

    private ConfigRows places() {
        List<List<Object>> rows = new ArrayList<>();
        measures.forEach((code, measure) -> {
            for (String place : measure.places()) {
                int dot = place.indexOf('.');
                boolean isHome = place.equals(measure.mart() + "." + measure.column());
                rows.add(Arrays.asList(code, place.substring(0, dot), place.substring(dot + 1), isHome));
            }
        });
        return new ConfigRows("measure_column", List.of("measure_code", "mart", "mart_column", "is_home"), rows);
    }

    private static List<Object> row(String code, Measure measure, String definition, LocalDate from, LocalDate to) {
        Measure.Comparator comparator = measure.comparator();
        return Arrays.asList(code, measure.name(), definition, from, to, measure.unit(), measure.polarity().name(),
                measure.dp(), measure.numerator(), measure.denominator(), measure.source(), measure.mart(),
                measure.column(), measure.accumulates(), comparator == null ? null : comparator.dataset(),
                comparator == null ? null : comparator.measure());
    }

    private static void check(Map<String, Measure> measures, Path file) {
        Map<String, String> places = new HashMap<>();
        measures.forEach((code, measure) -> {
            for (String part : Arrays.asList(measure.numerator(), measure.denominator())) {
                if (part != null && !measures.containsKey(part)) {
                    throw new ConfigException(file, "measure '" + code + "' is a quotient of '" + part
                            + "', which is no measure");
                }
            }
            for (String place : measure.places()) {
                if (place.indexOf('.') < 1) {
                    throw new ConfigException(file, "measure '" + code + "' must name mart and column: " + place);
                }
                String other = places.put(place, code);
                if (other != null) {
                    throw new ConfigException(file, place + " holds two measures: " + other + " and " + code);
                }
            }
        });
    }
}
