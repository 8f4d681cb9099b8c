package org.bellwether.warehouse.figure;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How parts make a figure, and what it says: an entry of config/measures/&lt;subject&gt;.yml.
 *
 * @param of what is counted, summed or divided: parts of the subject, added, subtracted or multiplied; of a difference a measure
 * @param per what it is divided by, where the kind divides
 * @param times a factor on {@code of}, or a column of the coverage that has it
 * @param less the measure that a difference takes off
 * @param told condition on parts and coverage without which nobody has told of the figure: its status is x
 * @param applies condition without which the figure does not apply: its status is z
 * @param empty status of a figure of whose {@code of} there is no part; null where it is 0 then
 * @param undefined status where there is nothing to divide by, z unless another is said
 * @param levels geographic levels at which it stands, all where none are named
 * @param children measure of the children or events on whom it rests, where that is not its numerator
 * @param source the statistic that it belongs to; two statistics are never compared
 * @param marts in which column of which marts it stands, the one first from which strategies take it
 * @param disclosure what it is to disclosure control; where it is not said, config/disclosure.yml says it of its column
 * @param accumulates whether the figure of a running year grows until the year ends
 * @param cutOff whether it is compared with the year before at the same point in the year too; a sum of one part of {@code part.cut_off} alone
 * @param signals in which series and funnels it is looked at for what chance does not explain; a rate with a better side
 * @param formerly older definitions, oldest first
 */
public record Measure(String name, String definition,
        @JsonFormat(with = JsonFormat.Feature.ACCEPT_CASE_INSENSITIVE_VALUES) Kind kind, String of, String per, String times, String less, String told, String applies,
        String empty, String undefined, List<String> levels, String children, String unit, Polarity polarity, Integer dp, String source,
        Map<String, String> marts, Disclosure disclosure, Boolean accumulates, Boolean cutOff, Signals signals, Comparator comparator, List<Former> formerly) {

    /** How parts make the figure, and of which type it is in a mart. */
    public enum Kind {
        /** {@code of}, times a factor. */
        SUM,
        /** {@code of} per 100 of {@code per}. */
        RATE,
        /** {@code of}, times a factor, per {@code per}. */
        QUOTIENT,
        /** An amount in pounds. */
        MONEY,
        /** An amount in pounds, times a factor, per {@code per}. */
        MONEY_QUOTIENT,
        /** Of two measures in pounds. */
        DIFFERENCE,
        /** Per 100 of the same cell a year before. */
        CHANGE,
        /** The mart's own SELECT says it. */
        OWN;

        boolean divides() {
            return this == RATE || this == QUOTIENT || this == MONEY_QUOTIENT;
        }
    }

    /** Which way is better. */
    public enum Polarity {
        LOW, HIGH, NONE
    }

    /** Where a published figure of the same kind stands in the benchmarks. */
    public record Comparator(String dataset, String measure) {
    }

    /**
     * @param every kind of period of its series
     * @param chart of what the limits of a series are made
     * @param funnel of what those of schools' years are made
     */
    public record Signals(@JsonFormat(with = JsonFormat.Feature.ACCEPT_CASE_INSENSITIVE_VALUES) Every every,
            @JsonFormat(with = JsonFormat.Feature.ACCEPT_CASE_INSENSITIVE_VALUES) Limits chart,
            @JsonFormat(with = JsonFormat.Feature.ACCEPT_CASE_INSENSITIVE_VALUES) Limits funnel) {

        /** Kind of period. */
        public enum Every {
            WEEK, TERM
        }

        /** What says how far chance alone moves a figure. */
        public enum Limits {
            /** How it has moved from one period to the next. */
            STEPS,
            /** How many events there are, as of a Poisson count. */
            EVENTS,
            /** Of how many children it is a share, as of a binomial one. */
            SHARE
        }

        boolean isWhole() {
            return every != null && chart != null && funnel != null && funnel != Limits.STEPS;
        }
    }

    /** A definition that held until a day, that day included. */
    public record Former(String definition, LocalDate until) {
    }

    public Measure {
        levels = levels == null ? List.of() : List.copyOf(levels);
        marts = marts == null ? new LinkedHashMap<>() : new LinkedHashMap<>(marts);
        formerly = formerly == null ? List.of() : List.copyOf(formerly);
        accumulates = accumulates != null && accumulates;
        cutOff = cutOff != null && cutOff;
    }

    /** Whether a figure is made of the same cell a year before as well. */
    @JsonIgnore
    public boolean comparesWithYearBefore() {
        return kind == Kind.CHANGE;
    }

    /** Every column that holds the figure, {@code mart.column} each, its home first. */
    @JsonIgnore
    List<String> places() {
        return marts.entrySet().stream().map(place -> place.getKey() + "." + place.getValue()).toList();
    }

    @JsonIgnore
    boolean standsAt(String level) {
        return levels.isEmpty() || levels.contains(level);
    }

    /** Type of its columns. */
    @JsonIgnore
    String sqlType() {
        return switch (kind) {
            case SUM -> dp == 0 ? "BIGINT" : "DECIMAL(18," + dp + ")";
            case MONEY, MONEY_QUOTIENT, DIFFERENCE -> "DECIMAL(18,2)";
            case RATE, QUOTIENT, CHANGE, OWN -> "DOUBLE";
        };
    }

    /** What a reader would have to mend, empty where nothing. */
    List<String> faults() {
        List<String> faults = new ArrayList<>();
        if (name == null || definition == null || kind == null || unit == null || source == null || marts.isEmpty()) {
            faults.add("needs name, definition, kind, unit, source and marts");
        }
        if (polarity == null) {
            faults.add("needs a polarity: LOW, HIGH or NONE");
        }
        if (dp == null || dp < 0 || dp > 5) {
            faults.add("needs dp, 0 to 5");
        }
        if (cutOff && (kind != Kind.SUM || times != null)) {
            faults.add("has cut_off, which is for a sum without a factor");
        }
        if (signals != null && (kind != Kind.RATE || polarity == Polarity.NONE || !signals.isWhole())) {
            faults.add("has signals, which are for a rate with a better side, and need every (week, term), chart (steps, events, share) and funnel (events, share)");
        }
        if (kind != null && kind != Kind.OWN && of == null) {
            faults.add("needs of: what it is made of");
        }
        if (kind != null && kind.divides() && per == null) {
            faults.add("needs per: what it is divided by");
        }
        if (kind == Kind.DIFFERENCE && less == null) {
            faults.add("needs less: the measure that it takes off");
        }
        for (int i = 1; i < formerly.size(); i++) {
            if (!formerly.get(i).until().isAfter(formerly.get(i - 1).until())) {
                faults.add("has older definitions out of order");
            }
        }
        return faults;
    }
}
