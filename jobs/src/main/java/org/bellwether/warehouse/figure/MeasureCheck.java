package org.bellwether.warehouse.figure;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bellwether.config.BellwetherException;
import org.bellwether.config.ErrorCode;
import org.bellwether.config.YamlPlace;

/** Looks whether subjects and their measures fit together; each is given once, in the order of their files. */
final class MeasureCheck {

    private static final String MEASURES = "measures.";

    private final Map<String, String> places = new HashMap<>();
    private final Map<String, String> subjects = new HashMap<>();

    /** @throws BellwetherException naming the measure and what to mend */
    void check(Path file, Subject subject) {
        for (String fault : subject.faults(file.getFileName().toString())) {
            throw ErrorCode.MEASURE_WRONG.with(file, fault);
        }
        subject.measures().forEach((code, measure) -> {
            for (String fault : measure.faults()) {
                throw ErrorCode.MEASURE_WRONG.with(YamlPlace.of(file, MEASURES + code), "measure '" + code + "' " + fault);
            }
            String other = subjects.put(code, subject.subject());
            if (other != null) {
                throw ErrorCode.MEASURE_WRONG.with(YamlPlace.of(file, MEASURES + code), "measure '" + code + "' is one of " + other + " already");
            }
            checkPlaces(file, code, measure);
            checkMeasures(file, subject, code, measure);
            checkParts(file, subject, code, measure);
        });
    }

    private void checkPlaces(Path file, String code, Measure measure) {
        for (String place : measure.places()) {
            String other = places.put(place, code);
            if (other != null) {
                throw ErrorCode.MEASURE_WRONG.with(YamlPlace.of(file, MEASURES + code), place + " holds two measures: " + other + " and " + code);
            }
        }
    }

    private static void checkParts(Path file, Subject subject, String code, Measure measure) {
        boolean isOfMeasures = measure.kind() == Measure.Kind.DIFFERENCE;
        List<String> known = new ArrayList<>(subject.partNames());
        known.addAll(subject.coverage() == null ? List.of() : subject.coverage().columns());
        for (String text : Arrays.asList(isOfMeasures ? null : measure.of(), measure.per(), measure.times(), measure.told(),
                subject.applies(measure))) {
            Expression expression = text == null ? null : new Expression(text);
            if (expression != null && !expression.isWellFormed()) {
                throw ErrorCode.MEASURE_WRONG.with(YamlPlace.of(file, MEASURES + code), "measure '" + code + "' has '" + text + "': names, numbers and + - * < > = ( ) alone");
            }
            for (String name : expression == null || measure.kind() == Measure.Kind.OWN ? List.<String>of() : expression.names()) {
                if (!known.contains(name)) {
                    throw ErrorCode.MEASURE_WRONG.with(YamlPlace.of(file, MEASURES + code), "measure '" + code + "' names '" + name + "', which neither parts nor coverage of "
                            + subject.subject() + " have");
                }
            }
        }
    }

    private static void checkMeasures(Path file, Subject subject, String code, Measure measure) {
        boolean isOfMeasures = measure.kind() == Measure.Kind.DIFFERENCE;
        for (String named : Arrays.asList(isOfMeasures ? measure.of() : null, isOfMeasures ? measure.less() : null, measure.children())) {
            if (named != null && !subject.measures().containsKey(named)) {
                throw ErrorCode.MEASURE_WRONG.with(YamlPlace.of(file, MEASURES + code), "measure '" + code + "' names '" + named + "', which is no measure of " + subject.subject());
            }
        }
        if (measure.kind() != Measure.Kind.OWN && !subject.hasFigures()) {
            throw ErrorCode.MEASURE_WRONG.with(YamlPlace.of(file, MEASURES + code), "measure '" + code + "' is made of parts, and " + subject.subject() + " has none");
        }
    }
}
