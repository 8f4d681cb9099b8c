package org.bellwether.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A measure that a home's config alone defines stands in the marts that it names, with all that a shipped one has. */
class MeasureOfAHomeTest {

    @RegisterExtension
    static final WarehouseFixture warehouse = new WarehouseFixture(Map.of("measures/exclusion.yml", """
            measures:
              sessions_lost_per_enrolment:
                name: Sessions lost per enrolment suspended
                definition: Sessions lost to suspensions per enrolment with one or more
                kind: quotient
                of: sessions_lost
                per: one_plus_susp
                times: 1
                told: is_told
                unit: sessions
                polarity: LOW
                dp: 1
                source: exclusions
                marts: {mart_exclusions_la: sessions_lost_per_enrolment, mart_school_scorecard: lost_per_enrolment}
                disclosure: {with: [one_plus_susp]}
            """));

    @Test
    void it_has_column_type_comment_and_status_in_both_marts() {
        warehouse.given("staged.census_pupil", """
                academic_year, census_term, laestab, on_roll, pupil_key, enrol_status
                202425,        SPR,         8992001, true,    1,         C
                202425,        SPR,         8992001, true,    2,         C
                """);
        warehouse.given("staged.exclusion_notice", """
                notice_id, pupil_key, laestab, category, start_date, sessions
                N1,        1,         8992001, SUSP,     2025-02-04, 3
                N2,        1,         8992001, SUSP,     2025-03-04, 4
                N3,        2,         8992001, SUSP,     2025-03-04, 2
                """);

        warehouse.build("mart.mart_exclusions_la", "mart.mart_school_scorecard", "core.dim_measure", "mart.figure");

        warehouse.expect("mart.mart_exclusions_la where phase_type_grouping = 'Total' and breakdown_topic = 'Total'", """
                time_period, time_identifier, sessions_lost_per_enrolment, sessions_lost_per_enrolment_status
                202425,      Academic year,   4.5,                         ok
                202425,      Autumn term,     ,                            z
                202425,      Spring term,     4.5,                         ok
                202425,      Summer term,     ,                            x
                """);
        warehouse.expect("mart.figure where geographic_level = 'School' and time_period = 202425 and time_identifier = 'Academic year'"
                + " and measure_code = 'sessions_lost_per_enrolment'", """
                area_code, numerator, denominator, value, status
                8992001,   9.00000,   2.00000,     4.50000, ok
                """);
        assertThat(warehouse.ask("""
                select concat_ws(' ', table_name, column_name, data_type) from duckdb_columns()
                where comment = 'Sessions lost to suspensions per enrolment with one or more' order by all"""))
                .contains("mart_exclusions_la sessions_lost_per_enrolment DOUBLE", "mart_school_scorecard lost_per_enrolment DOUBLE");
        assertThat(warehouse.ask("select measure_name from core.dim_measure where measure_code = 'sessions_lost_per_enrolment'"))
                .containsExactly("Sessions lost per enrolment suspended");
    }
}
