package org.bellwether.warehouse;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What one file of a sliced fact holds, by the official windows. A slice's name begins with its academic year, 202425. */
enum SlicePeriod {

    @JsonProperty("academic_year")
    ACADEMIC_YEAR("cast(academic_year(%1$s) as varchar)", 6),

    /** 202425-AUT, 202425-SPR and 202425-SUM, which stand in this order by name too. */
    @JsonProperty("term")
    TERM("academic_year(%1$s) || '-' || term_of(%1$s)", 10);

    private final String name;
    private final int length;

    SlicePeriod(String name, int length) {
        this.name = name;
        this.length = length;
    }

    /** SQL that gives the name of the slice in which a day falls. */
    String sliceOf(String day) {
        return name.formatted(day);
    }

    /** SQL that gives {@code first_day} and {@code last_day} of a slice. */
    String daysOf(String slice) {
        int year = Integer.parseInt(slice.substring(0, 4));
        return """
                select min(day) as first_day, max(day) as last_day
                from (select cast(unnest(generate_series(date '%d-08-01', date '%d-07-31', interval 1 day)) as date) as day)
                where %s = '%s'""".formatted(year, year + 1, sliceOf("day"), slice);
    }

    /** The slice that holds this one, of the same period or a shorter one. */
    String holding(String slice) {
        return slice.substring(0, length);
    }
}
