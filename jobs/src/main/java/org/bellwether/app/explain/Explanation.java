package org.bellwether.app.explain;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.bellwether.warehouse.figure.Measure;

/**
 * How one figure of a mart came about.
 *
 * @param row the columns that name the row
 * @param value what the mart shows, in the type of its column; null where its status is not ok
 * @param status ok, or why there is no figure; null where the mart says none
 * @param suppressed why no more is told: disclosure control has hidden it, or readers see another; all that follows is then empty
 * @param numerator what is counted, summed or divided; null of a figure that its mart alone makes
 * @param recomputed what the listed rows make of it, in the same type
 * @param recomputes whether that is the value; null where it is hidden
 * @param facts how many rows of facts stand behind it; null where it is hidden
 * @param figures those of which it is made, or beside which it is best read
 * @param models what its rows have passed, the mart first
 * @param submissions from which its rows came
 * @param published the same figure as others publish it
 * @param notes what a reader has to know beside it
 */
public record Explanation(String mart, String column, Map<String, Object> row, Measured measure, Object value, String status, String suppressed,
        BigDecimal numerator, BigDecimal denominator, Object recomputed, Boolean recomputes, Long facts, List<Part> parts, List<MadeOf> figures,
        List<String> models, List<Source> submissions, List<Published> published, List<String> notes) {

    /** Facts of which a row is a child, or something that has happened to one. */
    private static final Set<String> OF_CHILDREN = Set.of("core.fact_exclusion", "core.fact_pupil_census", "core.fact_placement",
            "core.fact_placement_cost", "core.fact_pupil_movement", "core.fact_part_time_timetable", "core.fact_ebsna_episode", "core.fact_ebsna_half_term");

    /** Of fewer, who knows of the others knows of the last. */
    private static final int LEAST_SCHOOLS = 3;

    /** What is measured; of a column that is no measure's the code is null. */
    public record Measured(String code, String name, String definition, String kind, String numerator, String denominator, String unit) {

        public static Measured of(String code, Measure measure) {
            String of = measure.kind() == Measure.Kind.DIFFERENCE ? measure.of() + " - " + measure.less() : measure.of();
            return new Measured(code, measure.name(), measure.definition(), measure.kind().name(),
                    measure.times() == null || of == null ? of : measure.times() + " * (" + of + ")", measure.per(), measure.unit());
        }
    }

    /**
     * What rows of one fact add up to.
     *
     * @param period of the year, where it is not the figure's own; else null
     * @param facts how many rows
     * @param keys of them; empty unless they were asked for
     */
    public record Part(String part, Integer period, BigDecimal amount, String fact, long facts, List<String> keys) {
    }

    /**
     * Another figure.
     *
     * @param role what it is to this one: numerator, denominator, of, less, before, added
     * @param explain arguments of the command that explains it; null where no mart shows it
     */
    public record MadeOf(String role, String measure, BigDecimal value, String status, String explain) {
    }

    /**
     * A submission.
     *
     * @param file in which the lines stand; null where the submission has several of that kind
     * @param facts rows of the fact that came from it; null, and no lines, where they would tell too much
     * @param schools of these rows; 0 where the fact says no school
     * @param school LAESTAB of one of them; null where the fact says none
     * @param lines how many of its lines
     * @param ranges of them: 2-40
     */
    public record Source(String id, @JsonProperty("return") String returnName, String receivedAt, String file, String fact, Long facts, @JsonIgnore Long schools,
            @JsonIgnore Integer school, Long lines, List<String> ranges, long rows, long rejected, List<Outcome> rules) {

        Source withoutLines() {
            return new Source(id, returnName, receivedAt, file, fact, null, schools, school, null, List.of(), rows, rejected, List.of());
        }
    }

    /** What a rule found in these lines. */
    public record Outcome(String rule, String message, long lines) {
    }

    /**
     * A figure published by another, for the same area.
     *
     * @param reasons why it differs, as far as is known; empty where it does not
     */
    public record Published(String dataset, String measure, BigDecimal value, String status, String asAtDate, List<String> reasons) {
    }

    public Explanation withNote(String note) {
        return new Explanation(mart, column, row, measure, value, status, suppressed, numerator, denominator, recomputed, recomputes, facts, parts, figures,
                models, submissions, published, Stream.concat(notes.stream(), Stream.of(note)).toList());
    }

    /**
     * What whoever is shown this figure may know of it: no key, no value of another figure, and of parts those alone that the figure tells by
     * itself. How many of its rows a file has would tell of a school where they are few, or of few schools: then no file is named with its lines,
     * and none of few schools at all.
     *
     * @param told parts whose amount follows from the figure, by where it stands: numerator or denominator
     */
    public Explanation forReaders(int threshold, Map<String, String> told) {
        List<Part> known = parts.stream().filter(one -> told.containsKey(one.part) || !OF_CHILDREN.contains(one.fact) && measure.code == null)
                .filter(one -> !one.fact.equals("mart.figure"))
                .map(one -> new Part(one.part, one.period, one.amount, one.fact, one.facts, List.of())).toList();
        List<MadeOf> others = figures.stream().map(one -> new MadeOf(one.role, one.measure, null, null, one.explain)).toList();
        List<Source> ofChildren = submissions.stream().filter(one -> OF_CHILDREN.contains(one.fact)).toList();
        boolean isOfOneSchool = ofChildren.stream().map(Source::school).distinct().count() == 1 && ofChildren.stream().allMatch(one -> one.schools == 1);
        boolean tells = known.size() < parts.size()
                || ofChildren.stream().anyMatch(one -> one.facts < threshold || !isOfOneSchool && one.schools < LEAST_SCHOOLS);
        Explanation shown = new Explanation(mart, column, row, measure, value, status, suppressed, told.containsValue("numerator") ? numerator : null,
                told.containsValue("denominator") ? denominator : null, recomputed, recomputes, known.size() < parts.size() ? null : facts, known, others,
                models, tells ? submissions.stream().filter(one -> isOfOneSchool || !OF_CHILDREN.contains(one.fact) || one.schools >= LEAST_SCHOOLS)
                        .map(Source::withoutLines).toList() : submissions, published, notes);
        return tells ? shown.withNote("What else stands behind it would tell of few children or single schools; --restricted names every line") : shown;
    }

    /** A figure of which no more may be told than what is published. */
    public static Explanation hidden(String mart, String column, Map<String, Object> row, Measured measure, Object value, String status, String why) {
        return new Explanation(mart, column, row, measure, value, status, why, null, null, null, null, null, List.of(), List.of(), List.of(), List.of(),
                List.of(), List.of());
    }
}
