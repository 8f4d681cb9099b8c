package org.bellwether.warehouse.figure;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where a figure stands: one column of what names its cell. A column that a subject's parts do not have holds all. */
enum Cell {
    GEOGRAPHIC_LEVEL("VARCHAR", "'Local authority'", "Local authority, Neighbourhood, School or Provision"),
    AREA_CODE("VARCHAR", "''", "Code of the area: of the local authority, LAESTAB of the school"),
    TIME_PERIOD("INTEGER", "0", "Year, 202425; of a week the calendar year in which most of it lies"),
    TIME_IDENTIFIER("VARCHAR", "'Academic year'", "Kind of period within the year"),
    PERIOD_START("DATE", "cast(null as date)", "First day, where the kind of period and the year do not name the period"),
    PHASE_TYPE_GROUPING("VARCHAR", "'Total'", "Total, or kind or phase of school"),
    BREAKDOWN_TOPIC("VARCHAR", "'Total'", "Total, or topic of the group"),
    BREAKDOWN("VARCHAR", "'Total'", "Group within the topic"),
    SCOPE_TYPE("VARCHAR", "'Total'", "Total, or kind of what is measured within the area"),
    SCOPE_CODE("VARCHAR", "'Total'", "Total, or code of what is measured");

    private final String type;
    private final String all;
    private final String comment;

    Cell(String type, String all, String comment) {
        this.type = type;
        this.all = all;
        this.comment = comment;
    }

    String column() {
        return name().toLowerCase(Locale.ROOT);
    }

    static List<String> names() {
        return Stream.of(values()).map(Cell::column).toList();
    }

    static List<TableDeclaration.Column> columns(List<String> of) {
        return Stream.of(values()).filter(one -> of.contains(one.column()))
                .map(one -> new TableDeclaration.Column(one.column(), one.type, one.comment)).toList();
    }

    /** All columns, those that are not among these as what stands for all, for a select list. */
    static String select(List<String> among) {
        return Stream.of(values()).map(one -> among.contains(one.column()) ? one.column() : one.all + " as " + one.column())
                .collect(Collectors.joining(", "));
    }

    /** The key of a cell, whatever its subject. */
    static String key(String relation) {
        return "stable_key(%1$s.geographic_level, %1$s.area_code, %1$s.time_period, %1$s.time_identifier, %1$s.period_start, %1$s.phase_type_grouping, %1$s.breakdown_topic || '|' || %1$s.breakdown, %1$s.scope_type || '|' || %1$s.scope_code)"
                .formatted(relation);
    }

    static String list() {
        return String.join(", ", names());
    }
}
