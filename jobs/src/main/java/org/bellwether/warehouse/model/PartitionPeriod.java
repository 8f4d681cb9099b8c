package org.bellwether.warehouse.model;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What one file of a partitioned fact holds, by the official windows. A partition's name begins with its academic year, 202425.
 *
 * <p>Days of years that no calendar of a school has, and what is no day, share one partition, whose year is {@value #NO_YEAR}.
 */
public enum PartitionPeriod {

    @JsonProperty("academic_year")
    ACADEMIC_YEAR("cast(academic_year(%1$s) as varchar)", ""),

    /** 202425-AUT, 202425-SPR and 202425-SUM, which stand in this order by name too. */
    @JsonProperty("term")
    TERM("academic_year(%1$s) || '-' || term_of(%1$s)", "-ODD");

    private static final String NO_YEAR = "000000";

    private final String name;
    private final String odd;

    PartitionPeriod(String name, String odd) {
        this.name = name;
        this.odd = NO_YEAR + odd;
    }

    /** SQL that gives the name of the partition in which a day falls. */
    public String partitionOf(String day) {
        return "case when %s between date '1900-08-01' and date '2199-07-31' then %s else '%s' end"
                .formatted(day, name.formatted(day), odd);
    }

    /** SQL that gives {@code first_day} and {@code last_day} of a partition. */
    String daysOf(String partition) {
        if (partition.equals(odd)) {
            return "select date '-infinity' as first_day, date 'infinity' as last_day";
        }
        int year = Integer.parseInt(partition.substring(0, 4));
        return """
                select min(day) as first_day, max(day) as last_day
                from (select cast(unnest(generate_series(date '%d-08-01', date '%d-07-31', interval 1 day)) as date) as day)
                where %s = '%s'""".formatted(year, year + 1, partitionOf("day"), partition);
    }

    /** The partition that holds this one, of the same period or a shorter one. */
    String holding(String partition) {
        return partition.substring(0, odd.length());
    }
}
