package org.bellwether.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.bellwether.engine.Sql;
import org.bellwether.home.Folders;
import org.bellwether.warehouse.model.ModelRun;
import org.bellwether.warehouse.source.BuildInput;
import org.bellwether.warehouse.source.Delivery;
import org.bellwether.warehouse.source.LiveScope;
import org.bellwether.warehouse.source.StagedSource;
import org.bellwether.warehouse.table.ModelException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Builds over real staged Parquet, told twice, changed and killed. */
class WarehouseTest {

    private static final Instant MONDAY = Instant.parse("2025-06-02T20:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2025-06-03T20:00:00Z");

    @TempDir
    Path root;

    private TestProject test;

    @BeforeEach
    void a_project_of_notes_and_marks() throws IOException {
        test = TestProject.in(root).write("schema/warehouse/R__002_notes.sql", """
                create or replace table shape.note (note_id varchar, replaces varchar, grade integer, submission_key bigint,
                    source_line integer, received_at timestamp);
                create or replace table shape.mark (school integer, day date, mark varchar, submission_key bigint, source_line integer,
                    received_at timestamp);
                create or replace table core.fact_note (note_id varchar, grade integer, submission_key bigint);
                create or replace table mart.mart_grade (grade integer, notes bigint);
                comment on column mart.mart_grade.grade is 'The grade';
                create or replace table shape.fact_mark (school integer, day date, mark varchar);
                comment on table shape.fact_mark is 'One row per mark';
                comment on column shape.fact_mark.mark is 'The mark';
                """).write("config/models.yml", """
                partitioned_facts:
                  core.fact_mark: {of: staged.mark, by: day, each: term, sorted_by: [school, day]}
                """)
                .write("sql/core/fact_note.sql", "select note_id, grade, submission_key from staged.note")
                .write("sql/core/fact_mark.sql", "select mark, day, school from staged.mark")
                .write("sql/marts/mart_grade__parts.sql", """
                        select grade, 'notes' as measure, 'value' as part, cast(1 as bigint) as amount,
                            'core.fact_note' as fact, submission_key as fact_key
                        from core.fact_note
                        """)
                .write("sql/marts/mart_grade.sql", """
                        select grade, sum(amount) as notes from mart.mart_grade__parts group by grade
                        """);
    }

    @Test
    void what_was_made_of_equal_inputs_is_not_computed_again() throws Exception {
        StagedSource notes = StagedSource.full("note", delivery(1, notes(1, "('a', null, 3), ('b', null, 4)")));
        try (Warehouse warehouse = test.open()) {
            assertThat(computed(warehouse, MONDAY, notes))
                    .containsExactly("core.fact_note", "mart.mart_grade__parts", "mart.mart_grade");
            assertThat(computed(warehouse, TUESDAY, notes)).isEmpty();
            assertThat(rows(warehouse, "mart.mart_grade", "grade, notes")).containsExactly("3,1", "4,1");
        }
        try (Warehouse warehouse = test.open()) {
            assertThat(computed(warehouse, TUESDAY, notes)).isEmpty();
        }
    }

    @Test
    void an_input_rebuilt_with_equal_content_stops_the_wave() throws Exception {
        StagedSource notes = StagedSource.full("note", delivery(1, notes(1, "('a', null, 3), ('b', null, 4)")));
        try (Warehouse warehouse = test.open()) {
            computed(warehouse, MONDAY, notes);
            test.write("sql/core/fact_note.sql", "select submission_key, grade, note_id from staged.note");
            assertThat(computed(warehouse, MONDAY, notes)).containsExactly("core.fact_note");
        }
    }

    @Test
    void a_clock_counts_only_for_those_who_read_it() throws Exception {
        test.write("sql/core/fact_note.sql", """
                select note_id, extract(day from as_of_date()) as grade, submission_key from staged.note
                """);
        StagedSource notes = StagedSource.full("note", delivery(1, notes(1, "('a', null, 3)")));
        try (Warehouse warehouse = test.open()) {
            computed(warehouse, MONDAY, notes);
            assertThat(computed(warehouse, TUESDAY, notes)).contains("core.fact_note");
            assertThat(rows(warehouse, "core.fact_note", "grade")).containsExactly("3");
        }
    }

    @Test
    void a_model_with_other_columns_than_its_table_fails_with_their_names() throws Exception {
        test.write("sql/core/fact_note.sql", "select note_id, grade as mark, submission_key from staged.note");
        try (Warehouse warehouse = test.open()) {
            assertThatThrownBy(() -> computed(warehouse, MONDAY))
                    .isInstanceOf(ModelException.class)
                    .hasMessageContaining("core.fact_note")
                    .hasMessageContaining("lacks grade")
                    .hasMessageContaining("has mark");
        }
    }

    @Test
    void a_later_row_of_an_event_counts_and_retires_the_one_that_it_supersedes() throws Exception {
        StagedSource notes = StagedSource.events("note", "note_id", "replaces", List.of(
                delivery(1, notes(1, "('a', null, 1), ('b', null, 2), ('c', null, 3)")),
                new Delivery(2, "s2", TUESDAY, 2, true, notes(2, "('a', null, 9), ('d', 'b', 5), ('e', 'e', 6)"))));
        try (Warehouse warehouse = test.open()) {
            computed(warehouse, TUESDAY, notes);
            assertThat(rows(warehouse, "core.fact_note", "note_id, grade")).containsExactly("a,9", "c,3", "d,5", "e,6");
        }
    }

    @Test
    void a_partitioned_fact_is_made_term_by_term_from_the_live_scopes() throws Exception {
        try (Warehouse warehouse = test.open()) {
            computed(warehouse, MONDAY, marks());
            assertThat(files()).containsExactly("202324-SUM.parquet", "202425-AUT.parquet");
            assertThat(rows(warehouse, "core.fact_mark", "school, day, mark"))
                    .containsExactly("1,2024-07-01,A", "1,2024-09-02,B", "2,2024-09-02,new", "2,2024-09-03,C");
            assertThat(rows(warehouse, "duckdb_columns() where schema_name = 'core' and comment is not null", "comment"))
                    .containsExactly("The mark");
            assertThat(computed(warehouse, TUESDAY, marks())).isEmpty();
        }
    }

    @Test
    void a_fact_of_years_is_made_of_the_terms_of_another_and_only_where_one_of_them_has_changed() throws Exception {
        test.write("schema/warehouse/R__003_school.sql", "create or replace table shape.fact_school (school integer, first date, marks bigint);")
                .write("sql/core/fact_school.sql", "select school, min(day) as first, count(*) as marks from core.fact_mark group by school")
                .write("config/models.yml", """
                        partitioned_facts:
                          core.fact_mark: {of: staged.mark, by: day, each: term, sorted_by: [school, day]}
                          core.fact_school: {of: core.fact_mark, each: academic_year, sorted_by: [school]}
                        """);
        List<LiveScope> owned = List.of(new LiveScope(List.of("1", "2024-07-01"), 1), new LiveScope(List.of("1", "2024-09-02"), 1),
                new LiveScope(List.of("1", "2025-01-07"), 1), new LiveScope(List.of("2", "2025-01-07"), 1));
        Path marks = test.parquet("terms", """
                select col0 as school, col1::date as day, col2 as mark, 1::bigint as submission_key, 2 as source_line
                from (values (1, '2024-07-01', 'A'), (1, '2024-09-02', 'B'), (1, '2025-01-07', 'C'), (2, '2025-01-07', 'D'))""");
        Delivery told = new Delivery(1, "s1", MONDAY, 1, false, marks);
        try (Warehouse warehouse = test.open()) {
            assertThat(computed(warehouse, MONDAY, StagedSource.part("mark", List.of("school", "day"), List.of(told), owned)))
                    .containsSubsequence("core.fact_mark 202324-SUM", "core.fact_mark 202425-AUT", "core.fact_mark 202425-SPR",
                            "core.fact_school 202324", "core.fact_school 202425");
            assertThat(rows(warehouse, "core.fact_school", "school, first, marks"))
                    .containsExactly("1,2024-07-01,1", "1,2024-09-02,2", "2,2025-01-07,1");
            assertThat(computed(warehouse, MONDAY, StagedSource.part("mark", List.of("school", "day"), List.of(told), owned.subList(0, 3))))
                    .containsExactly("core.fact_mark 202425-SPR", "core.fact_school 202425");
            assertThat(rows(warehouse, "core.fact_school", "school, first, marks")).containsExactly("1,2024-07-01,1", "1,2024-09-02,2");
        }
    }

    @Test
    void a_term_without_live_rows_goes_and_the_others_stay_as_they_are() throws Exception {
        try (Warehouse warehouse = test.open()) {
            computed(warehouse, MONDAY, marks());
            StagedSource lastYear = StagedSource.part("mark", List.of("school", "day"),
                    List.of(new Delivery(1, "s1", MONDAY, 1, false, root.resolve("staged/marks1.parquet"))),
                    List.of(new LiveScope(List.of("1", "2024-07-01"), 1)));
            assertThat(computed(warehouse, MONDAY, lastYear)).isEmpty();
            assertThat(files()).containsExactly("202324-SUM.parquet");
            assertThat(computed(warehouse, MONDAY)).isEmpty();
            assertThat(files()).isEmpty();
            assertThat(rows(warehouse, "core.fact_mark", "school")).isEmpty();
        }
    }

    @Test
    void a_model_that_fails_leaves_what_was_built_before_it_and_is_completed_later() throws Exception {
        StagedSource notes = StagedSource.full("note", delivery(1, notes(1, "('a', null, 3), ('b', null, 0)")));
        String sums = "select grade, sum(amount) as notes from mart.mart_grade__parts group by grade";
        test.write("sql/marts/mart_grade.sql", sums);
        try (Warehouse warehouse = test.open()) {
            computed(warehouse, MONDAY, StagedSource.full("note", delivery(9, notes(9, "('z', null, 7)"))));
            test.write("sql/marts/mart_grade.sql", sums.replace("sum(amount)", "error('half-way')::bigint + sum(amount)"));
            assertThatThrownBy(() -> computed(warehouse, MONDAY, notes)).isInstanceOf(ModelException.class)
                    .hasMessageContaining("mart.mart_grade");
            assertThat(rows(warehouse, "mart.mart_grade", "grade, notes")).containsExactly("7,1");
        }
        test.write("sql/marts/mart_grade.sql", sums);
        try (Warehouse warehouse = test.open()) {
            assertThat(computed(warehouse, MONDAY, notes)).containsExactly("mart.mart_grade");
            assertThat(rows(warehouse, "mart.mart_grade", "grade, notes")).containsExactly("0,1", "3,1");
        }
    }

    @Test
    void a_kill_between_a_partitions_file_and_its_state_is_made_good() throws Exception {
        try (Warehouse warehouse = test.open()) {
            computed(warehouse, MONDAY, marks());
            try (Connection connection = warehouse.connection()) {
                Sql.execute(connection, "delete from build.model_state where slice = '202425-AUT'");
            }
            Files.writeString(test.build().resolve("core/fact_mark/202425-AUT.parquet"), "another night's");
            Files.writeString(test.build().resolve("core/fact_mark/202425-AUT.parquet.tmp"), "half");
        }
        try (Warehouse warehouse = test.open()) {
            assertThat(computed(warehouse, MONDAY, marks())).containsExactly("core.fact_mark 202425-AUT");
            assertThat(files()).containsExactly("202324-SUM.parquet", "202425-AUT.parquet");
            assertThat(rows(warehouse, "core.fact_mark", "mark")).containsExactly("A", "B", "C", "new");
        }
    }

    @Test
    void a_snapshot_shows_the_latest_and_keeps_its_history() throws Exception {
        test.write("schema/warehouse/R__003_history.sql", """
                create or replace table shape.note_history (note_id varchar, replaces varchar, grade integer, submission_key bigint,
                    source_line integer, received_at timestamp, snapshot_date date);
                """);
        StagedSource notes = StagedSource.snapshot("note", List.of(delivery(1, notes(1, "('a', null, 1)")),
                new Delivery(2, "s2", Instant.parse("2025-06-03T23:30:00Z"), 2, true, notes(2, "('a', null, 2)"))));
        try (Warehouse warehouse = test.open()) {
            computed(warehouse, TUESDAY, notes);
            assertThat(rows(warehouse, "staged.note", "grade")).containsExactly("2");
            assertThat(rows(warehouse, "staged.note_history", "grade, snapshot_date"))
                    .containsExactly("1,2025-06-02", "2,2025-06-04");
        }
    }

    @Test
    void the_same_inputs_give_the_same_files_in_another_folder() throws Exception {
        try (Warehouse warehouse = test.open()) {
            computed(warehouse, MONDAY, marks());
        }
        byte[] first = Files.readAllBytes(test.build().resolve("core/fact_mark/202425-AUT.parquet"));
        Path elsewhere = root.resolve("build/as-of/2025-06-03");
        try (Warehouse warehouse = test.open(elsewhere)) {
            computed(warehouse, TUESDAY, marks());
        }
        assertThat(Files.readAllBytes(elsewhere.resolve("core/fact_mark/202425-AUT.parquet"))).isEqualTo(first);
    }

    private Path notes(long submission, String values) throws SQLException, IOException {
        return test.parquet("notes" + submission, """
                select col0 as note_id, col1::varchar as replaces, col2 as grade, %d::bigint as submission_key,
                    (row_number() over () + 1)::integer as source_line
                from (values %s)""".formatted(submission, values));
    }

    private static Delivery delivery(long key, Path parquet) {
        return new Delivery(key, "s" + key, MONDAY, key, true, parquet);
    }

    /** The second file replaces school 2 on 2 September; the third is as it came. */
    private StagedSource marks() throws SQLException, IOException {
        String columns = "select col0 as school, col1::date as day, col2 as mark, %d::bigint as submission_key,"
                + " 2 as source_line from (values %s)";
        return StagedSource.part("mark", List.of("school", "day"), List.of(
                new Delivery(1, "s1", MONDAY, 1, false, test.parquet("marks1", columns.formatted(1,
                        "(1, '2024-07-01', 'A'), (1, '2024-09-02', 'B'), (2, '2024-09-02', 'old')"))),
                new Delivery(2, "s2", MONDAY, 2, true, test.parquet("marks2",
                        columns.formatted(2, "(2, '2024-09-02', 'new')"))),
                new Delivery(3, "s3", MONDAY, 3, true, test.parquet("marks3",
                        columns.formatted(3, "(2, '2024-09-03', 'C')")))),
                List.of(new LiveScope(List.of("1", "2024-07-01"), 1), new LiveScope(List.of("1", "2024-09-02"), 1),
                        new LiveScope(List.of("2", "2024-09-02"), 2), new LiveScope(List.of("2", "2024-09-03"), 3)));
    }

    private static List<String> computed(Warehouse warehouse, Instant asOf, StagedSource... sources)
            throws SQLException {
        return warehouse.build(new BuildInput(asOf, List.of(sources), List.of()), run -> { }).stream()
                .filter(ModelRun::computed)
                .map(run -> (run.model() + " " + run.partition()).trim())
                .toList();
    }

    private static List<String> rows(Warehouse warehouse, String from, String columns) throws SQLException {
        try (Connection connection = warehouse.connection()) {
            return Sql.queryTexts(connection, "select concat_ws(',', " + columns + ") from " + from + " order by 1");
        }
    }

    private List<String> files() {
        return Folders.list(test.build().resolve("core/fact_mark")).stream().map(file -> file.getFileName().toString()).toList();
    }
}
