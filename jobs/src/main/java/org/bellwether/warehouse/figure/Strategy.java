package org.bellwether.warehouse.figure;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * An authority's strategy, as a file of config/strategies says it. Maps keep the order of the document.
 *
 * @param la code of the authority whose strategy it is
 * @param years academic years in which it is delivered, 202425 each
 * @param themes by code
 * @param milestones by code
 */
public record Strategy(String strategy, String title, Integer la, String document, List<Integer> years, Review review,
        List<Linked> linked, Map<String, Theme> themes, Map<String, Milestone> milestones) {

    public Strategy {
        years = years == null ? List.of() : List.copyOf(years);
        linked = linked == null ? List.of() : List.copyOf(linked);
        themes = themes == null ? Map.of() : themes;
        milestones = milestones == null ? Map.of() : milestones;
    }

    /** What follows the strategy, and when. */
    public record Review(String title, List<Integer> years, String sourceRef) {
    }

    /** Another strategy that the document names. */
    record Linked(String title, Integer year) {
    }

    public record Theme(String title, String sourceRef, Map<String, Target> targets, Map<String, Objective> objectives) {

        public Theme {
            targets = targets == null ? Map.of() : targets;
            objectives = objectives == null ? Map.of() : objectives;
        }
    }

    /**
     * A measure that the theme is judged by.
     *
     * @param phase phase of schools, {@code Total} for all
     * @param scope saving that it is about, of config/hnb_scopes.yml; only for measures of mart_hnb_cost
     * @param baseline null where the document states none: then the figure of the baseline year is the baseline
     * @param tolerance how far from the path is still amber, in the unit of the measure
     * @param targets by academic year; a year without one is judged by the line between its neighbours
     */
    record Target(String measure, String phase, String breakdownTopic, String breakdown, String scope,
            Integer baselineYear, BigDecimal baseline, BigDecimal tolerance, Map<Integer, BigDecimal> targets,
            String sourceRef) {

        static final String TOTAL = "Total";

        Target {
            phase = phase == null ? TOTAL : phase;
            breakdownTopic = breakdownTopic == null ? TOTAL : breakdownTopic;
            breakdown = breakdown == null ? TOTAL : breakdown;
            scope = scope == null ? TOTAL : scope;
            tolerance = tolerance == null ? BigDecimal.ZERO : tolerance;
            targets = targets == null ? Map.of() : targets;
        }

        /** What two targets of a theme may not share. */
        String subject() {
            return String.join(" | ", measure, phase, breakdownTopic, breakdown, scope);
        }
    }

    /**
     * What the document wishes to achieve: answered by measures of the theme's targets, by a mart as a whole, or not
     * yet.
     *
     * @param group heading under which it stands
     * @param missing what would have to come for a mart to answer it
     */
    public record Objective(String group, String text, List<String> measures, String mart, String missing, String sourceRef) {

        public Objective {
            measures = measures == null ? List.of() : List.copyOf(measures);
        }

        /** MEASURES, MART or NOTHING_YET. */
        public String answer() {
            return !measures.isEmpty() ? "MEASURES" : mart != null ? "MART" : "NOTHING_YET";
        }

        int answers() {
            return (measures.isEmpty() ? 0 : 1) + (mart == null ? 0 : 1) + (missing == null ? 0 : 1);
        }
    }

    /** @param block part of the plan that it belongs to, in the document's words */
    public record Milestone(String title, String theme, String block, LocalDate plannedStart, LocalDate plannedEnd,
            LocalDate actualDate, String sourceRef) {
    }
}
