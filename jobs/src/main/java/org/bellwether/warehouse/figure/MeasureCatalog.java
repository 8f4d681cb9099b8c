package org.bellwether.warehouse.figure;

import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bellwether.config.BellwetherException;
import org.bellwether.config.ConfigFiles;
import org.bellwether.config.ErrorCode;

/** Every measure that config/measures and the home's overlay define, by subject. */
public final class MeasureCatalog {

    private static final String FOLDER = "measures";
    private static final String FORMER_FILE = "measures.yml";
    private static final LocalDate ALWAYS = LocalDate.of(1900, 1, 1);
    private static final LocalDate FOREVER = LocalDate.of(9999, 12, 31);

    private final Map<String, Subject> subjects;
    private final Map<String, Measure> measures = new LinkedHashMap<>();

    private MeasureCatalog(Map<String, Subject> subjects) {
        this.subjects = subjects;
        subjects.values().forEach(subject -> measures.putAll(subject.measures()));
    }

    /** @throws BellwetherException naming the file, the measure and what to mend */
    public static MeasureCatalog load(ConfigFiles config) {
        if (Files.exists(config.overlay().resolve(FORMER_FILE))) {
            throw ErrorCode.MEASURES_MOVED.with(config.overlay().resolve(FORMER_FILE));
        }
        Map<String, Subject> subjects = new LinkedHashMap<>();
        MeasureCheck check = new MeasureCheck();
        for (String path : config.list(FOLDER, ".yml")) {
            Subject subject = config.yaml(path, Subject.class);
            check.check(config.file(path), subject);
            subjects.put(subject.subject(), subject);
        }
        return new MeasureCatalog(subjects);
    }

    /** By name. */
    public Map<String, Subject> subjects() {
        return subjects;
    }

    public Set<String> codes() {
        return measures.keySet();
    }

    public Measure measure(String code) {
        return measures.get(code);
    }

    /** Code of the measure that each column of a mart holds; columns that hold none are not in it. */
    public Map<String, String> codesByColumn(String mart) {
        Map<String, String> codes = new LinkedHashMap<>();
        measures.forEach((code, measure) -> {
            if (measure.marts().containsKey(mart)) {
                codes.put(measure.marts().get(mart), code);
            }
        });
        return codes;
    }

    /** Which parts each measure tells. */
    public List<ToldPart> toldParts() {
        List<ToldPart> told = new ArrayList<>();
        subjects.values().forEach(subject -> subject.measures().forEach((code, measure) -> told.addAll(subject.toldParts(code, measure))));
        return told;
    }

    /** What holds between the parts of every cell. */
    public List<PartRelation> partRelations() {
        return subjects.values().stream().flatMap(subject -> subject.holds().stream().map(text -> PartRelation.of(text, subject::qualified))).toList();
    }

    public List<ConfigRows> tables() {
        return List.of(definitions(), places(), atCutOff(), withSignals());
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
                "unit", "polarity", "dp", "numerator", "denominator", "kind", "times", "children_measure", "source", "mart", "mart_column", "accumulates",
                "comparator_dataset", "comparator_measure"), rows);
    }

    private ConfigRows places() {
        List<List<Object>> rows = new ArrayList<>();
        measures.forEach((code, measure) -> {
            for (String place : measure.places()) {
                int dot = place.indexOf('.');
                boolean isHome = place.equals(measure.places().get(0));
                rows.add(Arrays.asList(code, place.substring(0, dot), place.substring(dot + 1), isHome));
            }
        });
        return new ConfigRows("measure_column", List.of("measure_code", "mart", "mart_column", "is_home"), rows);
    }

    private ConfigRows atCutOff() {
        List<List<Object>> rows = new ArrayList<>();
        measures.forEach((code, measure) -> {
            if (measure.cutOff()) {
                rows.add(List.of(code, measure.of(), measure.standsAt("School")));
            }
        });
        return new ConfigRows("cut_off_measure", List.of("measure_code", "part", "is_of_schools"), rows);
    }

    private ConfigRows withSignals() {
        List<List<Object>> rows = new ArrayList<>();
        measures.forEach((code, measure) -> {
            if (measure.signals() != null) {
                rows.add(List.of(code, measure.signals().every().name(), measure.signals().chart().name(), measure.signals().funnel().name()));
            }
        });
        return new ConfigRows("signal_measure", List.of("measure_code", "every", "chart", "funnel"), rows);
    }

    private List<Object> row(String code, Measure measure, String definition, LocalDate from, LocalDate to) {
        Measure.Comparator comparator = measure.comparator();
        String home = measure.places().get(0);
        int dot = home.indexOf('.');
        return Arrays.asList(code, measure.name(), definition, from, to, measure.unit(), measure.polarity().name(),
                measure.dp(), of(measure.of(), measure), of(measure.per(), measure), measure.kind().name(),
                factor(measure), measure.children(), measure.source(), home.substring(0, dot),
                home.substring(dot + 1), measure.accumulates(), comparator == null ? null : comparator.dataset(),
                comparator == null ? null : comparator.measure());
    }

    private static String factor(Measure measure) {
        return measure.kind() == Measure.Kind.RATE ? "100" : measure.times() != null && measure.times().matches("[0-9.]+") ? measure.times() : null;
    }

    /** The measure that is the sum of this alone, where what is divided is one; else null. */
    private String of(String parts, Measure measure) {
        return !measure.kind().divides() ? null : measures.entrySet().stream()
                .filter(other -> other.getValue().kind() == Measure.Kind.SUM && other.getValue().times() == null
                        && other.getValue().of().equals(parts) && other.getValue().source().equals(measure.source()))
                .map(Map.Entry::getKey).findFirst().orElse(null);
    }
}
