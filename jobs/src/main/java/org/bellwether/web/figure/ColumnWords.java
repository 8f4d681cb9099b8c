package org.bellwether.web.figure;

import java.util.Map;

/** What columns that name rows are called to those who do not know the marts. */
final class ColumnWords {

    private static final Map<String, String> WORDS = Map.ofEntries(Map.entry("time_period", "Year"), Map.entry("time_identifier", "Period"), Map.entry("phase_type_grouping", "Kind of school"),
            Map.entry("breakdown_topic", "Grouped by"), Map.entry("breakdown", "Group"), Map.entry("laestab", "School"), Map.entry("school_name", "Name"), Map.entry("la_code", "Authority"),
            Map.entry("education_phase", "Phase"), Map.entry("half_term", "Half term"), Map.entry("week_commencing", "Week from"), Map.entry("measure_code", "Measure"));

    private ColumnWords() {
    }

    static String of(String column) {
        String words = column.replace('_', ' ');
        return WORDS.getOrDefault(column, Character.toUpperCase(words.charAt(0)) + words.substring(1));
    }
}
