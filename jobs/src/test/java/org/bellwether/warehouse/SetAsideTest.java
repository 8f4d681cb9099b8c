package org.bellwether.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.bellwether.engine.Sql;
import org.bellwether.home.Folders;
import org.bellwether.warehouse.model.ModelRun;
import org.bellwether.warehouse.source.BuildInput;
import org.bellwether.warehouse.source.Delivery;
import org.bellwether.warehouse.source.LiveScope;
import org.bellwether.warehouse.source.SetAsideRow;
import org.bellwether.warehouse.source.StagedSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Accepted rows that an audit names are left out of the build, which goes on without them. */
class SetAsideTest {

    private static final Instant MONDAY = Instant.parse("2025-06-02T20:00:00Z");
    private static final String AUDIT = """
            -- A mark is none
            -- severity: FAIL
            -- rule: BLD-001
            -- why: a mark is one of the codes
            -- matters: the mark would count
            -- resolve: correct the mark
            select 'mark' as staged_table, submission_key, source_line from core.fact_mark where mark = 'X'
            """;

    @TempDir
    Path root;

    private TestProject test;

    @BeforeEach
    void a_project_of_marks() throws IOException {
        test = TestProject.in(root).write("schema/warehouse/R__002_marks.sql", """
                create or replace table shape.mark (school integer, day date, mark varchar, submission_key bigint, source_line integer,
                    received_at timestamp);
                create or replace table shape.fact_mark (school integer, day date, mark varchar, submission_key bigint, source_line integer);
                create or replace table core.fact_school (school integer, marks bigint);
                """).write("config/models.yml", """
                partitioned_facts:
                  core.fact_mark: {of: staged.mark, by: day, each: term, sorted_by: [school, day]}
                """)
                .write("sql/core/fact_mark.sql", "select school, day, mark, submission_key, source_line from staged.mark")
                .write("sql/core/fact_school.sql", "select school, count(*) as marks from core.fact_mark group by school")
                .write("sql/audits/mark.sql", AUDIT);
    }

    @Test
    void a_row_that_an_audit_names_is_left_out_of_every_table() throws Exception {
        try (Warehouse warehouse = test.open()) {
            assertThat(build(warehouse)).contains("core.fact_mark 202425-AUT", "core.fact_mark 202425-SPR");
            assertThat(warehouse.setAside()).extracting(SetAsideRow::submissionKey, SetAsideRow::sourceLine, row -> row.audit().rule())
                    .containsExactly(org.assertj.core.groups.Tuple.tuple(7L, 3, "BLD-001"));
            assertThat(rows(warehouse)).containsExactly("1,A", "1,B", "2,C");
            assertThat(texts(warehouse, "select school || ',' || marks from core.fact_school order by 1")).containsExactly("1,2", "2,1");
        }
    }

    @Test
    void it_is_not_judged_again_while_nothing_changes() throws Exception {
        try (Warehouse warehouse = test.open()) {
            build(warehouse);

            assertThat(build(warehouse)).isEmpty();
            assertThat(warehouse.setAside()).hasSize(1);
        }
    }

    @Test
    void a_warehouse_from_scratch_leaves_out_the_same() throws Exception {
        try (Warehouse warehouse = test.open()) {
            build(warehouse);
        }
        Folders.delete(test.build());
        try (Warehouse warehouse = test.open()) {
            build(warehouse);
            assertThat(warehouse.setAside()).hasSize(1);
            assertThat(rows(warehouse)).containsExactly("1,A", "1,B", "2,C");
        }
    }

    @Test
    void it_is_back_when_the_audit_has_changed() throws Exception {
        try (Warehouse warehouse = test.open()) {
            build(warehouse);
            test.write("sql/audits/mark.sql", AUDIT.replace("'X'", "'Z'"));

            assertThat(build(warehouse)).contains("core.fact_mark 202425-SPR", "core.fact_school");
            assertThat(warehouse.setAside()).isEmpty();
            assertThat(rows(warehouse)).contains("2,X");
        }
    }

    @Test
    void a_build_that_was_stopped_between_goes_on() throws Exception {
        try (Warehouse warehouse = test.open()) {
            build(warehouse);
            try (Connection connection = warehouse.connection()) {
                Sql.execute(connection, "delete from build.model_state");
            }
            assertThat(build(warehouse)).contains("core.fact_mark 202425-SPR");
            assertThat(rows(warehouse)).containsExactly("1,A", "1,B", "2,C");
        }
    }

    @Test
    void an_audit_that_names_most_of_a_table_is_wrong_itself() throws Exception {
        test.write("sql/audits/mark.sql", AUDIT.replace("mark = 'X'", "mark = 'many'"));
        try (Warehouse warehouse = test.open()) {
            build(warehouse, marks("select 3 as school, date '2025-01-07' + range::integer % 2 as day, 'many' as mark, 7::bigint as submission_key,"
                    + " range::integer + 2 as source_line from range(2000)"));
            assertThat(warehouse.setAside()).isEmpty();
            assertThat(rows(warehouse)).hasSize(2000);
        }
    }

    private List<String> build(Warehouse warehouse) throws SQLException, IOException {
        return build(warehouse, marks("""
                select col0 as school, col1::date as day, col2 as mark, 7::bigint as submission_key, col3 as source_line
                from (values (1, '2024-09-02', 'A', 2), (2, '2025-01-07', 'X', 3), (1, '2024-09-03', 'B', 4), (2, '2025-01-08', 'C', 5))"""));
    }

    private StagedSource marks(String select) throws SQLException, IOException {
        List<LiveScope> scopes = Stream.of("2024-09-02", "2024-09-03", "2025-01-07", "2025-01-08").map(day -> new LiveScope(List.of(day), 7)).toList();
        return StagedSource.part("mark", List.of("day"), List.of(new Delivery(7, "s7", MONDAY, 1, true, test.parquet("marks", select))), scopes);
    }

    private static List<String> build(Warehouse warehouse, StagedSource marks) throws SQLException {
        return warehouse.build(new BuildInput(MONDAY, List.of(marks), List.of()), run -> { }).stream().filter(ModelRun::computed)
                .map(run -> (run.model() + " " + run.partition()).trim()).distinct().toList();
    }

    private static List<String> rows(Warehouse warehouse) throws SQLException {
        return texts(warehouse, "select school || ',' || mark from core.fact_mark order by day, source_line");
    }

    private static List<String> texts(Warehouse warehouse, String select) throws SQLException {
        try (Connection connection = warehouse.connection()) {
            return Sql.queryTexts(connection, select);
        }
    }
}
