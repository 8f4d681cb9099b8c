package org.bellwether.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The bytes of a partitioned fact depend on its rows, never on which of the engine's threads came first. */
class AttendanceFilesTest {

    @RegisterExtension
    static final WarehouseFixture warehouse = WarehouseFixture.alone();

    private static List<String> expected;

    /** Three groups of rows to a file, each with codes that the others lack, given in another order each time. */
    @RepeatedTest(5)
    void a_file_of_many_row_groups_has_the_same_bytes_each_time() {
        warehouse.givenSelect("staged.attendance_mark", """
                select 8991000 + i // 60000 as laestab, i // 120 as pupil_key, date '2024-09-02' + cast(i % 120 // 2 as integer) as attendance_date,
                    case when i % 2 = 0 then 'AM' else 'PM' end as session,
                    case when i % 97 = 0 then ['B', 'C', 'D', 'E', 'G'][1 + i // 60000] else '/' end as attendance_code,
                    cast(1 as bigint) as submission_key, cast(i as integer) as source_line
                from range(300000) as mark (i)
                order by hash(i + cast(1000000 * random() as bigint))""");

        warehouse.build("core.fact_attendance_session");

        List<String> contents = warehouse.ask("select content from build.model_state where model = 'core.fact_attendance_session' order by slice");
        expected = expected == null ? contents : expected;
        assertThat(contents).hasSize(1).isEqualTo(expected);
    }
}
