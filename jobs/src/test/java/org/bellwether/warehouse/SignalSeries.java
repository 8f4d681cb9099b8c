package org.bellwether.warehouse;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.Locale;

/** Gives a test the figures of charts: weeks of attendance from the first Monday of a school year on, and terms of exclusions. */
final class SignalSeries {

    /** First Monday of weeks. */
    static final LocalDate FIRST = LocalDate.of(2024, 9, 2);

    private final WarehouseFixture warehouse;
    private int key;

    SignalSeries(WarehouseFixture warehouse) {
        this.warehouse = warehouse;
        warehouse.ask("select distinct table_name from duckdb_tables() where schema_name = 'figure'")
                .forEach(subject -> warehouse.given("figure." + subject, "measure_code\n"));
        warehouse.given("core.dim_local_authority", """
                la_key, la_code, la_name,         is_home_la
                1,      899,     Wardown Borough, true
                """);
        warehouse.given("core.dim_school", "school_key\n");
        warehouse.given("core.dim_academic_period", "academic_period_key\n");
        warehouse.given("mart.mart_school_scorecard", "laestab\n");
    }

    /** Terms of three years and the days of two, each from Monday to Friday a school day but for one week at the end of October. */
    SignalSeries calendar() {
        StringBuilder terms = new StringBuilder("academic_period_key, time_period, time_identifier, term, window_start\n");
        for (int year = 2021; year <= 2024; year++) {
            int period = year * 100 + (year + 1) % 100;
            terms.append("%d1, %d, Autumn term, AUT, %d-08-01\n".formatted(period, period, year))
                    .append("%d2, %d, Spring term, SPR, %d-01-01\n".formatted(period, period, year + 1))
                    .append("%d3, %d, Summer term, SUM, %d-04-21\n".formatted(period, period, year + 1));
        }
        warehouse.given("core.dim_academic_period", terms.toString());
        warehouse.givenSelect("core.dim_date", """
                select
                    cast(day as date) as date,
                    cast(row_number() over (order by day) as integer) as day_number,
                    academic_year(cast(day as date)) as time_period,
                    cast(date_trunc('week', day) as date) as week_commencing,
                    isodow(day) < 6 and date_trunc('week', day) <> date '2024-10-28' as is_school_day,
                    cast(count(*) filter (where isodow(day) < 6 and date_trunc('week', day) <> date '2024-10-28')
                        over (partition by academic_year(cast(day as date)) order by day) as integer) as school_day_ordinal
                from range(date '2023-08-01', date '2025-08-01', interval 1 day) as days (day)
                """);
        return this;
    }

    /** Limits for a year that has too few figures for its own: forty of the year before have the mean 94.5 and one sigma of 1. */
    void yearBefore() {
        warehouse.config("config.setting", """
                name,          value
                low_base,      10
                signal_points, 40
                """);
        String[] figures = new String[40];
        for (int week = 0; week < figures.length; week++) {
            figures[week] = week % 2 == 0 ? "93.936" : "95.064";
        }
        weeks("Local authority", "899", "Total", LocalDate.of(2023, 9, 4), 100, figures);
    }

    /** A rate of attendance each week; an empty text is a week without a row, x and z one without a figure. */
    void weeks(String level, String area, int children, String... values) {
        weeks(level, area, "Total", FIRST, children, values);
    }

    void weeks(String level, String area, String phase, LocalDate monday, int children, String... values) {
        StringBuilder csv = new StringBuilder(header());
        for (int week = 0; week < values.length; week++) {
            LocalDate first = monday.plusWeeks(week);
            String period = "%d, Week %d, %s, %s".formatted(first.with(DayOfWeek.THURSDAY).getYear(), first.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR), first, phase);
            if (!values[week].isEmpty()) {
                key++;
                csv.append(row("attendance_rate", level, area, period, values[week], 10 * children, first.plusDays(4)))
                        .append(row("attendance_enrolments", level, area, period, Integer.toString(children), 0, first.plusDays(4)));
            }
        }
        warehouse.given("figure.attendance", csv.toString());
    }

    /** @param counts events of each term since autumn 2021; an empty text is a term without a row, x one of which nobody told */
    void terms(String measure, String level, String area, int headcount, String... counts) {
        StringBuilder csv = new StringBuilder(header());
        for (int term = 0; term < counts.length; term++) {
            int year = 2021 + term / 3;
            String period = "%d, %s, , Total".formatted(year * 100 + (year + 1) % 100, new String[] {"Autumn term", "Spring term", "Summer term"}[term % 3]);
            if (!counts[term].isEmpty()) {
                key++;
                csv.append(rate(measure, level, area, period, counts[term], headcount, LocalDate.of(year, 12, 31)));
            }
        }
        warehouse.given("figure.exclusion", csv.toString());
    }

    /** A secondary school, its scorecard and its rate of the year 2024/25. */
    void year(String measure, int laestab, String count, int size) {
        warehouse.given("core.dim_school", """
                school_key, urn, laestab, school_name, education_phase, valid_from, valid_to
                %1$d,       %1$d, %1$d,   School %1$d, Secondary,       2010-09-01, 9999-12-31
                """.formatted(laestab));
        warehouse.given("mart.mart_school_scorecard", """
                laestab, education_phase, time_period, time_identifier, as_at_date, data_status
                %d,      Secondary,       202425,      Academic year,   2025-07-31, final
                """.formatted(laestab));
        key++;
        String period = "202425, Academic year, , Total";
        String csv = measure.equals("attendance_rate")
                ? row(measure, "School", Integer.toString(laestab), period, count, 10 * size, LocalDate.of(2025, 7, 31))
                        + row("attendance_enrolments", "School", Integer.toString(laestab), period, Integer.toString(size), 0, LocalDate.of(2025, 7, 31))
                : rate(measure, "School", Integer.toString(laestab), period, count, size, LocalDate.of(2025, 7, 31));
        warehouse.given("figure." + (measure.equals("attendance_rate") ? "attendance" : "exclusion"), header() + csv);
    }

    private static String header() {
        return "measure_code, geographic_level, area_code, time_period, time_identifier, period_start, phase_type_grouping, breakdown_topic, breakdown, scope_type,"
                + " cell_key, data_status, as_at_date, numerator, denominator, value, status\n";
    }

    private String rate(String measure, String level, String area, String period, String count, int size, LocalDate known) {
        String figures = !count.matches("[0-9]+") ? ", , , " + count : size == 0 ? "%s, 0, , z".formatted(count)
                : String.format(Locale.ROOT, "%s, %d, %.5f, ok", count, size, 100.0 * Integer.parseInt(count) / size);
        return cell(measure, level, area, period, known) + figures + "\n";
    }

    private String row(String measure, String level, String area, String period, String value, int denominator, LocalDate known) {
        String figures = !value.matches("[0-9.]+") ? ", , , " + value : denominator == 0 ? "%s, , %s, ok".formatted(value, value)
                : String.format(Locale.ROOT, "%.5f, %d, %s, ok", Double.parseDouble(value) * denominator / 100, denominator, value);
        return cell(measure, level, area, period, known) + figures + "\n";
    }

    private String cell(String measure, String level, String area, String period, LocalDate known) {
        return "%s, %s, %s, %s, Total, Total, Total, %d, final, %s, ".formatted(measure, level, area, period, key, known);
    }
}
