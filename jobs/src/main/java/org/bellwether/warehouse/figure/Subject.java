package org.bellwether.warehouse.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What figures of one subject are made of: config/measures/&lt;subject&gt;.yml.
 *
 * @param parts by each of sql/parts whose cells are the subject's, the parts that its measures read
 * @param cell the columns of a cell that these have; the others hold all
 * @param coverage what is known of an area and period
 * @param applies condition without which no figure of the subject applies, where a measure says no other
 * @param amount type of a part's sum
 * @param together parts that tell of the same children: where one of them is hidden in a cell, all are
 * @param holds what holds between parts of one cell by their definitions: {@code a + b = c}, or {@code a <= b}
 * @param measures by code
 */
public record Subject(String subject, String title, Map<String, List<String>> parts, List<String> cell, Coverage coverage, String applies,
        String amount, List<List<String>> together, List<String> holds, Map<String, Measure> measures) {

    private static final String INTEGER = "BIGINT";

    /**
     * A relation of sql/parts with a row for each area and period of which something is known: {@code as_at_date},
     * {@code preferred_source}, {@code data_status} and what conditions of measures name.
     *
     * @param of its name
     * @param by the columns of a cell that it has
     * @param says its further columns, which conditions and factors of measures may name
     * @param cells geographic levels at which an area and period has a cell of all, also where no part adds to it
     */
    public record Coverage(String of, List<String> by, List<String> says, List<String> cells) {

        private static final List<String> ALWAYS = List.of("as_at_date", "preferred_source", "data_status");

        public Coverage {
            says = says == null ? List.of() : List.copyOf(says);
            cells = cells == null ? List.of() : List.copyOf(cells);
        }

        List<String> columns() {
            return Stream.concat(ALWAYS.stream(), says.stream()).toList();
        }
    }

    public Subject {
        parts = parts == null ? Map.of() : new LinkedHashMap<>(parts);
        cell = cell == null ? List.of() : List.copyOf(cell);
        amount = amount == null ? INTEGER : amount;
        together = together == null ? List.of() : List.copyOf(together);
        holds = holds == null ? List.of() : List.copyOf(holds);
        measures = measures == null ? Map.of() : new LinkedHashMap<>(measures);
    }

    /** Under which condition a figure of the measure applies; null where always. */
    String applies(Measure measure) {
        return measure.applies() == null ? applies : measure.applies();
    }

    /** Type of what a figure divides and of its value: of integers with five places as quotients have them, of money with room for its sums. */
    String figureType() {
        return amount.equals(INTEGER) ? "decimal(18,5)" : "decimal(38,5)";
    }

    /** Names of all parts that its measures may read. */
    List<String> partNames() {
        return parts.values().stream().flatMap(List::stream).distinct().toList();
    }

    /** A part by the relation that tells it, {@code relation.part}, as other subjects may read it too. */
    String qualified(String part) {
        return parts.entrySet().stream().filter(relation -> relation.getValue().contains(part)).map(Map.Entry::getKey).findFirst().orElseThrow()
                + "." + part;
    }

    /** What a figure of the measure tells of parts. */
    List<ToldPart> toldParts(String code, Measure measure) {
        List<ToldPart> told = new ArrayList<>();
        switch (measure.kind()) {
            case OWN -> { }
            case DIFFERENCE -> Stream.of(measure.of(), measure.less())
                    .forEach(name -> toldParts(name, measures.get(name)).forEach(part -> told.add(part(code, part.part(), null, part.isOf()))));
            default -> {
                told.addAll(toldParts(code, measure.of(), measure.kind() == Measure.Kind.CHANGE ? null : "numerator", true));
                if (measure.kind().divides()) {
                    told.addAll(toldParts(code, measure.per(), measure.kind() == Measure.Kind.MONEY_QUOTIENT ? null : "denominator", false));
                }
            }
        }
        return told;
    }

    private List<ToldPart> toldParts(String code, String expression, String position, boolean isOf) {
        List<String> names = new Expression(expression).names().stream().filter(partNames()::contains).toList();
        return names.stream().map(name -> part(code, qualified(name), name.equals(expression) ? position : null, isOf)).toList();
    }

    private ToldPart part(String code, String part, String position, boolean isOf) {
        String family = together.stream().map(names -> names.stream().map(this::qualified).toList()).filter(names -> names.contains(part))
                .map(names -> String.join(" ", names)).findFirst().orElse(part);
        Disclosure said = measures.get(code).disclosure();
        return new ToldPart(code, part, family, position, said != null && said.counts(), isOf && measures.get(code).accumulates(), isOf);
    }

    /** The parts of which a figure of the measure is made, and those on which it depends whether there is one. */
    public Set<String> partsOf(Measure measure) {
        Set<String> names = new TreeSet<>();
        for (String text : Arrays.asList(measure.of(), measure.per(), measure.times(), measure.less(), measure.told(), applies(measure))) {
            for (String name : text == null ? List.<String>of() : new Expression(text).names()) {
                if (partNames().contains(name)) {
                    names.add(name);
                } else if (measure.kind() == Measure.Kind.DIFFERENCE && measures.containsKey(name)) {
                    names.addAll(partsOf(measures.get(name)));
                }
            }
        }
        return names;
    }

    /** Whether there are figures to be made of parts. */
    boolean hasFigures() {
        return !parts.isEmpty();
    }

    /** What a reader would have to mend, empty where nothing. */
    List<String> faults(String file) {
        List<String> faults = new ArrayList<>();
        if (!file.equals(subject + ".yml")) {
            faults.add("must say subject: " + file.replace(".yml", ""));
        }
        List<String> unknown = new ArrayList<>(cell);
        unknown.removeAll(Cell.names());
        if (!unknown.isEmpty()) {
            faults.add("has a cell of " + unknown + "; a cell is of " + Cell.names());
        }
        List<String> told = parts.values().stream().flatMap(List::stream).toList();
        Stream.concat(together.stream().flatMap(List::stream), holds.stream().flatMap(text -> new Expression(text).names().stream()))
                .filter(name -> !told.contains(name)).distinct()
                .forEach(name -> faults.add("names '" + name + "' in together or holds, which is none of its parts"));
        holds.stream().filter(text -> !PartRelation.isWellFormed(text))
                .forEach(text -> faults.add("holds '" + text + "': it must be like a + b = c, or a <= b"));
        if (told.size() > partNames().size()) {
            faults.add("names a part that two relations tell");
        }
        if (hasFigures() && (cell.isEmpty() || coverage == null)) {
            faults.add("needs cell, the columns that its parts have, and coverage");
        }
        return faults;
    }
}
