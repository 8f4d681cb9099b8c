package org.bellwether.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.bellwether.warehouse.model.Model;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A mart of subjects that exist is one SELECT of its rows, and its name at the measures that it shows. */
class MartOfExistingSubjectsTest {

    @RegisterExtension
    static final WarehouseFixture warehouse = new WarehouseFixture(Map.of("measures/exclusion.yml", """
            measures:
              susp_rate: {marts: {mart_exclusions_la: susp_rate, mart_school_scorecard: susp_rate, mart_suspended_groups: susp_rate}}
              suspension: {marts: {mart_exclusions_la: suspension, mart_school_scorecard: suspension, mart_suspended_groups: suspension}}
            """), List.of(Model.table("mart", "mart_suspended_groups", """
            -- One row per academic year and group of pupils.
            select time_period, breakdown_topic, breakdown, cell_key
            from figure.exclusion
            where measure_code = 'suspension'
                and geographic_level = 'Local authority'
                and time_identifier = 'Academic year'
                and phase_type_grouping = 'Total'
            """)));

    @Test
    void it_has_its_rows_the_figures_and_what_they_are() {
        warehouse.given("staged.census_pupil", """
                academic_year, census_term, laestab, on_roll, pupil_key, enrol_status, sex
                202425,        SPR,         8992001, true,    1,         C,            F
                202425,        SPR,         8992001, true,    2,         C,            M
                """);
        warehouse.given("staged.exclusion_notice", """
                notice_id, pupil_key, laestab, category, start_date, sessions
                N1,        1,         8992001, SUSP,     2025-02-04, 3
                N2,        1,         8992001, SUSP,     2025-03-04, 4
                """);

        warehouse.build("mart.mart_suspended_groups");

        warehouse.expect("mart.mart_suspended_groups where breakdown_topic in ('Total', 'Sex')", """
                time_period, breakdown_topic, breakdown, susp_rate, susp_rate_status, suspension, suspension_status
                202425,      Total,           Total,     100,       ok,               2,          ok
                202425,      Sex,             Female,    200,       ok,               2,          ok
                202425,      Sex,             Male,      0,         ok,               0,          ok
                """);
        assertThat(warehouse.ask("""
                select concat_ws(' ', column_name, data_type, comment is not null) from duckdb_columns()
                where table_name = 'mart_suspended_groups' order by column_index""")).containsExactly("time_period INTEGER true",
                "breakdown_topic VARCHAR true", "breakdown VARCHAR true", "suspension BIGINT true", "suspension_status VARCHAR true",
                "susp_rate DOUBLE true", "susp_rate_status VARCHAR true");
        assertThat(warehouse.ask("select comment from duckdb_tables() where table_name = 'mart_suspended_groups'"))
                .containsExactly("One row per academic year and group of pupils.");
    }
}
