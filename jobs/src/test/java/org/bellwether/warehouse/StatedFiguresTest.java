package org.bellwether.warehouse;

import java.util.StringJoiner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Figures that strategies of two authorities state come out of notices like theirs; their changes are in SamePointTest. */
class StatedFiguresTest {

    private static final String MART = "mart.mart_exclusions_la";

    @RegisterExtension
    static final WarehouseFixture warehouse = new WarehouseFixture();

    @Test
    void permanent_exclusions_of_a_year_are_those_of_its_phases() {
        warehouse.given("staged.establishment_history", """
                urn,    laestab, la_code, phase_of_education, snapshot_date
                990001, 8992001, 899,     Primary,            2015-09-01
                990002, 8994001, 899,     Secondary,          2015-09-01
                """);
        int[][] table = {{10, 43}, {11, 43}, {16, 37}, {13, 31}};
        StringJoiner notices = new StringJoiner("\n", "notice_id, pupil_key, laestab, category, start_date\n", "\n");
        for (int year = 0; year < table.length; year++) {
            for (int n = 0; n < table[year][0] + table[year][1]; n++) {
                notices.add("N%d-%d, %d, %d, PERM, %d-10-05".formatted(year, n, n, n < table[year][0] ? 8992001 : 8994001, 2015 + year));
            }
        }
        warehouse.given("staged.exclusion_notice", notices.toString());

        warehouse.build(MART);

        warehouse.expect(MART + " where breakdown_topic = 'Total' and time_identifier = 'Academic year'", """
                time_period, phase_type_grouping,    perm_excl
                201516,      Total,                  53
                201516,      State-funded primary,   10
                201516,      State-funded secondary, 43
                201617,      Total,                  54
                201617,      State-funded primary,   11
                201617,      State-funded secondary, 43
                201718,      Total,                  53
                201718,      State-funded primary,   16
                201718,      State-funded secondary, 37
                201819,      Total,                  44
                201819,      State-funded primary,   13
                201819,      State-funded secondary, 31
                """);
    }

    @Test
    void a_day_is_two_sessions_and_half_a_day_is_one() {
        StringJoiner notices = new StringJoiner("\n", "notice_id, pupil_key, laestab, category, start_date, sessions\n", "\n");
        for (int pupil = 1; pupil <= 23; pupil++) {
            notices.add("A%1$d, %1$d, 8992001, SUSP, 2022-11-08, 2".formatted(pupil));
        }
        notices.add("B1, 1, 8992001, SUSP, 2024-11-08, 2").add("C1, 1, 8992001, SUSP, 2025-11-07, 1");
        warehouse.given("staged.exclusion_notice", notices.toString());

        warehouse.build(MART);

        warehouse.expect(MART + " where phase_type_grouping = 'Total' and breakdown_topic = 'Total' and time_identifier = 'Academic year'", """
                time_period, suspension, pupils_suspended_distinct, sessions_lost, days_lost_exact
                202223,      23,         23,                        46,            23.0
                202425,      1,          1,                         2,             1.0
                202526,      1,          1,                         1,             0.5
                """);
    }
}
