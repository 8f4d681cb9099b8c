package org.bellwether.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Which establishment holds a LAESTAB on which day. */
class SchoolNumberTest {

    @RegisterExtension
    static final WarehouseFixture warehouse = new WarehouseFixture();

    @Test
    void a_number_that_passes_to_another_establishment_between_two_files_is_two_schools_each_with_its_time() {
        warehouse.given("staged.establishment_history", """
                urn,    laestab, la_code, school_name, establishment_status, open_date,  snapshot_date
                990001, 8994001, 899,     First,       Open,                 2015-09-01, 2024-09-01
                990001, 8994005, 899,     First,       Open,                 2015-09-01, 2025-01-10
                990002, 8994001, 899,     Second,      Open,                 2010-09-01, 2025-01-10
                """);

        warehouse.build("core.dim_school");

        warehouse.expect("core.dim_school where urn is not null", """
                urn,    laestab, valid_from, valid_to,   is_current, predecessor_urn, successor_urn
                990001, 8994001, 2015-09-01, 2025-01-09, false,      ,                990002
                990001, 8994005, 2025-01-10, 9999-12-31, true,       ,
                990002, 8994001, 2025-01-10, 9999-12-31, true,       990001,
                """);
    }

    @Test
    void the_same_where_the_later_file_has_no_row_of_the_first_and_no_opening_is_known() {
        warehouse.given("staged.establishment_history", """
                urn,    laestab, la_code, establishment_status, open_date, snapshot_date
                990009, 8994001, 899,     Open,                 ,          2024-09-01
                990002, 8994001, 899,     Open,                 ,          2025-01-10
                """);

        warehouse.build("core.dim_school");

        warehouse.expect("core.dim_school where urn is not null", """
                urn,    valid_from, valid_to
                990009, 1900-01-01, 2025-01-09
                990002, 2025-01-10, 9999-12-31
                """);
    }

    @Test
    void two_establishments_that_change_their_numbers_with_each_other_do_so_on_one_day() {
        warehouse.given("staged.establishment_history", """
                urn,    laestab, la_code, establishment_status, open_date,  snapshot_date
                990001, 8994001, 899,     Open,                 2010-09-01, 2024-09-01
                990002, 8994002, 899,     Open,                 ,           2024-09-01
                990001, 8994002, 899,     Open,                 2010-09-01, 2025-01-10
                990002, 8994001, 899,     Open,                 ,           2025-01-10
                """);

        warehouse.build("core.dim_school");

        warehouse.expect("core.dim_school where urn is not null", """
                urn,    laestab, valid_from, valid_to
                990001, 8994001, 2010-09-01, 2025-01-09
                990002, 8994002, 1900-01-01, 2025-01-09
                990001, 8994002, 2025-01-10, 9999-12-31
                990002, 8994001, 2025-01-10, 9999-12-31
                """);
    }

    @Test
    void of_two_files_of_one_day_the_later_arrival_counts() {
        warehouse.given("staged.establishment_history", """
                urn,    laestab, la_code, school_name, snapshot_date, submission_key, arrival
                990001, 8994001, 899,     Later,       2025-01-10,    3,              12
                990001, 8994001, 899,     Earlier,     2025-01-10,    7,              11
                """);

        warehouse.build("core.dim_school");

        warehouse.expect("core.dim_school where urn is not null", """
                school_name
                Later
                """);
    }

    @Test
    void a_proposed_establishment_takes_a_number_over_on_the_day_it_is_to_open_and_on_none_before_that_is_known() {
        warehouse.given("staged.establishment_history", """
                urn,    laestab, la_code, establishment_status, open_date,  snapshot_date
                990001, 8994001, 899,     Open,                 ,           2025-01-10
                990002, 8994001, 899,     Proposed to open,     ,           2025-01-10
                990003, 8994003, 899,     Open,                 ,           2025-01-10
                990004, 8994003, 899,     Proposed to open,     2025-09-01, 2025-01-10
                990005, 8994005, 899,     Open,                 ,           2025-01-10
                990006, 8994005, 899,     Proposed to open,     2024-09-01, 2025-01-10
                """);

        warehouse.build("core.dim_school");

        warehouse.expect("core.dim_school where urn is not null", """
                urn,    valid_from, valid_to
                990001, 1900-01-01, 9999-12-31
                990003, 1900-01-01, 2025-08-31
                990004, 2025-09-01, 9999-12-31
                990005, 1900-01-01, 9999-12-31
                """);
    }

    @Test
    void establishments_without_a_number_succeed_nobody() {
        warehouse.given("staged.establishment_history", """
                urn,    laestab, la_code, establishment_status, open_date, snapshot_date
                990001, ,        899,     Open,                 ,          2025-01-10
                990002, ,        899,     Open,                 ,          2025-01-10
                990003, ,        899,     Closed,               ,          2025-01-10
                """);

        warehouse.build("core.dim_school");

        warehouse.expect("core.dim_school where urn is not null", """
                urn,    valid_from, valid_to,   predecessor_urn, successor_urn
                990001, 1900-01-01, 9999-12-31, ,
                990002, 1900-01-01, 9999-12-31, ,
                990003, 1900-01-01, 2025-01-09, ,
                """);
    }

    @Test
    void one_whose_opening_is_not_known_follows_what_closed_before_it_and_yields_to_nothing_that_closed_on_no_known_day() {
        warehouse.given("staged.establishment_history", """
                urn,    laestab, la_code, establishment_status, open_date,  close_date, snapshot_date
                990001, 8994001, 899,     Closed,               ,           2015-08-31, 2025-01-10
                990002, 8994001, 899,     Open,                 ,           ,           2025-01-10
                990003, 8994003, 899,     Open,                 ,           ,           2025-01-10
                990004, 8994003, 899,     Closed,               ,           ,           2025-01-10
                990005, 8994005, 899,     Closed,               2010-09-01, 2015-08-31, 2025-01-10
                990006, 8994005, 899,     Open,                 ,           ,           2025-01-10
                """);

        warehouse.build("core.dim_school");

        warehouse.expect("core.dim_school where urn is not null", """
                urn,    valid_from, valid_to,   predecessor_urn
                990001, 1900-01-01, 2015-08-31,
                990002, 2015-09-01, 9999-12-31, 990001
                990003, 1900-01-01, 9999-12-31,
                990005, 2010-09-01, 2015-08-31,
                990006, 2015-09-01, 9999-12-31, 990005
                """);
    }

    @Test
    void whatever_forty_registers_say_no_two_establishments_hold_a_number_on_one_day() {
        Random random = new Random(8994001);
        StringBuilder rows = new StringBuilder(
                "urn, laestab, la_code, school_name, establishment_status, open_date, close_date, snapshot_date, arrival\n");
        String[] statuses = {"Open", "Closed", "Proposed to open", "", "Open"};
        String[] days = {"", "", "2010-09-01", "2024-08-31", "2024-09-01", "2024-12-05", "2025-09-01", "2026-01-01"};
        String[] snapshots = {"2024-09-01", "2024-11-01", "2025-01-10", "2025-01-10"};
        for (int register = 0; register < 40; register++) {
            for (int row = 0; row < 6; row++) {
                rows.append("%d, %s, 899, S%d, %s, %s, %s, %s, %d\n".formatted(10 * register + random.nextInt(3),
                        random.nextInt(6) == 0 ? "" : Integer.toString(8_990_000 + 2 * register + random.nextInt(2)), random.nextInt(3),
                        statuses[random.nextInt(statuses.length)], days[random.nextInt(days.length)], days[random.nextInt(days.length)],
                        snapshots[random.nextInt(snapshots.length)], row));
            }
        }
        warehouse.given("staged.establishment_history", rows.toString());

        warehouse.build("core.dim_school");

        assertThat(warehouse.ask("select count(*) > 60 from core.dim_school")).containsExactly("true");
        assertThat(warehouse.audit("grain_of_schools")).isEmpty();
    }
}
