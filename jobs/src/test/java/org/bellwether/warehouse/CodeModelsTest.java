package org.bellwether.warehouse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The code sets as dimensions. */
class CodeModelsTest {

    @RegisterExtension
    static final WarehouseFixture warehouse = new WarehouseFixture();

    @Test
    void an_attendance_code_is_what_its_statistical_class_makes_of_it() {
        warehouse.build("core.dim_attendance_code");

        warehouse.expect("core.dim_attendance_code where attendance_code in ('/', '\\', 'K', 'D', 'C2', 'J', 'J1', 'N', 'X')", """
                attendance_code, is_possible, is_attending, is_absence, is_authorised, is_unauthorised, valid_from, valid_to
                /,               true,        true,         false,      false,         false,           1900-01-01, 9999-12-31
                \\,               true,        true,         false,      false,         false,           1900-01-01, 9999-12-31
                K,               true,        true,         false,      false,         false,           2024-08-19, 9999-12-31
                D,               false,       false,        false,      false,         false,           1900-01-01, 9999-12-31
                C2,              true,        false,        true,       true,          false,           2024-08-19, 9999-12-31
                J,               true,        true,         false,      false,         false,           1900-01-01, 2024-08-18
                J1,              true,        false,        true,       true,          false,           2024-08-19, 9999-12-31
                N,               true,        false,        true,       false,         true,            1900-01-01, 9999-12-31
                X,               false,       false,        false,      false,         false,           1900-01-01, 9999-12-31
                """);
    }

    @Test
    void an_old_category_is_known_by_its_name_of_today() {
        warehouse.build("core.dim_exclusion_category");

        warehouse.expect("core.dim_exclusion_category", """
                code, category, counts_in_published, valid_from, valid_to
                SUSP, SUSP,     true,                2021-08-01, 9999-12-31
                FIXD, SUSP,     true,                1900-01-01, 2021-07-31
                PERM, PERM,     true,                1900-01-01, 9999-12-31
                LNCH, LNCH,     false,               1900-01-01, 9999-12-31
                """);
    }

    @Test
    void a_finer_reason_belongs_to_its_older_one() {
        warehouse.build("core.dim_exclusion_reason");

        warehouse.expect("core.dim_exclusion_reason where code in ('BW', 'OW', 'MP') or reason_key < 0", """
                code, reason_group, valid_from
                BW,   OW,           2026-09-01
                OW,   OW,           1900-01-01
                MP,   MP,           2026-09-01
                ,     ,             1900-01-01
                ,     ,             1900-01-01
                """);
    }
}
