package org.bellwether.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.bellwether.engine.Sql;
import org.bellwether.warehouse.model.ModelRun;
import org.bellwether.warehouse.source.BuildInput;
import org.bellwether.warehouse.source.Delivery;
import org.bellwether.warehouse.source.LiveScope;
import org.bellwether.warehouse.source.StagedSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A warehouse follows the declarations of its tables, and never shows an empty table for one that was made anew. */
class ChangedDeclarationTest {

    private static final Instant MONDAY = Instant.parse("2025-06-02T20:00:00Z");
    private static final String SCRIPT = "schema/warehouse/R__010_marks.sql";
    private static final String DECLARATIONS = """
            create or replace table shape.mark (school integer, day date, mark varchar, submission_key bigint, source_line integer,
                received_at timestamp);
            create or replace table shape.fact_mark (school integer, day date, mark varchar);
            create or replace table core.fact_school (school integer, marks bigint);
            create or replace table mart.mart_mark (mark varchar, marks bigint);
            comment on column mart.mart_mark.mark is 'The mark';
            """;
    private static final String PARQUET = "partitioned_facts: {core.fact_mark: {of: staged.mark, by: day, each: term, sorted_by: [school, day]}}";

    @TempDir
    Path root;

    private TestProject test;
    private StagedSource marks;

    @BeforeEach
    void marks_of_two_schools() throws IOException, SQLException {
        test = TestProject.in(root).write(SCRIPT, DECLARATIONS).write("config/models.yml", PARQUET)
                .write("sql/core/fact_mark.sql", "select mark, day, school from staged.mark")
                .write("sql/core/fact_school.sql", "select school, count(*) as marks from staged.mark group by school")
                .write("sql/marts/mart_mark__parts.sql", """
                        select mark, 'marks' as measure, 'value' as part, cast(1 as bigint) as amount, 'core.fact_mark' as fact, school as fact_key
                        from core.fact_mark
                        """)
                .write("sql/marts/mart_mark.sql", "select mark, sum(amount) as marks from mart.mart_mark__parts group by mark");
        marks = StagedSource.part("mark", List.of("school", "day"), List.of(new Delivery(1, "s1", MONDAY, 1, true, test.parquet("marks", """
                select col0 as school, col1::date as day, col2 as mark, 1::bigint as submission_key, col0 + 1 as source_line
                from (values (1, '2024-09-02', 'A'), (2, '2024-09-02', 'B'))"""))),
                List.of(new LiveScope(List.of("1", "2024-09-02"), 1), new LiveScope(List.of("2", "2024-09-02"), 1)));
    }

    @Test
    void a_table_with_another_comment_is_filled_again_also_after_a_kill_before_its_model_has_run() throws Exception {
        build();
        test.write(SCRIPT, DECLARATIONS.replace("'The mark'", "'Another comment'"));
        test.open().close();

        assertThat(build()).contains("core.fact_school", "mart.mart_mark").doesNotContain("core.fact_mark 202425-AUT");

        assertThat(ask("select concat_ws(' ', mark, marks) from mart.mart_mark order by all")).containsExactly("A 1", "B 1");
        assertThat(ask("select table_name from duckdb_columns() where comment = 'Another comment' order by all"))
                .containsExactly("mart_mark", "mart_mark__parts");
        assertThat(build()).isEmpty();
    }

    @Test
    void a_table_with_another_column_is_made_anew() throws Exception {
        build();
        test.write(SCRIPT, DECLARATIONS.replace("core.fact_school (school integer,", "core.fact_school (first date, school integer,"))
                .write("sql/core/fact_school.sql", "select school, count(*) as marks, min(day) as first from staged.mark group by school");

        build();

        assertThat(ask("select concat_ws(' ', columns(*)) from core.fact_school order by all")).hasSize(2);
        assertThat(ask("select first from core.fact_school")).containsOnly("2024-09-02");
    }

    @Test
    void a_fact_that_lives_as_parquet_becomes_a_table_and_back() throws Exception {
        build();
        for (String declarations : List.of(DECLARATIONS.replace("shape.fact_mark", "core.fact_mark"), DECLARATIONS)) {
            test.write(SCRIPT, declarations).write("config/models.yml", declarations.equals(DECLARATIONS) ? PARQUET : "partitioned_facts: {}");

            build();

            assertThat(ask("select mark from core.fact_mark order by all")).containsExactly("A", "B");
            assertThat(ask("select concat_ws(' ', mark, marks) from mart.mart_mark order by all")).containsExactly("A 1", "B 1");
        }
    }

    @Test
    void older_staged_files_are_read_by_name_and_what_they_lack_or_have_otherwise_is_unknown() throws Exception {
        test.write(SCRIPT, DECLARATIONS.replace("mark varchar, submission_key", "mark varchar, minutes integer, recorded time, submission_key")
                .replace("shape.fact_mark (", "shape.fact_mark (minutes integer, "))
                .write("sql/core/fact_mark.sql", "select minutes, mark, day, school from staged.mark where recorded is null");
        Delivery older = new Delivery(1, "s1", MONDAY, 1, true, test.parquet("older", """
                select 1::bigint as submission_key, 2 as source_line, 'gone' as former, 'late' as minutes, 'A' as mark, '2024-09-02' as day, 1 as school
                """), null, true);
        Delivery present = new Delivery(2, "s2", MONDAY, 2, true, test.parquet("present", """
                select 2 as school, date '2024-09-03' as day, 'B' as mark, 7 as minutes, null::time as recorded, 2::bigint as submission_key, 2 as source_line
                """));
        marks = StagedSource.part("mark", List.of("school", "day"), List.of(older, present),
                List.of(new LiveScope(List.of("1", "2024-09-02"), 1), new LiveScope(List.of("2", "2024-09-03"), 2)));

        build();

        assertThat(ask("select concat_ws(' ', school, day, mark, coalesce(minutes::varchar, 'unknown')) from core.fact_mark order by all"))
                .containsExactly("1 2024-09-02 A unknown", "2 2024-09-03 B 7");
    }

    private List<String> build() throws SQLException {
        try (Warehouse warehouse = test.open()) {
            return warehouse.build(new BuildInput(MONDAY, List.of(marks), List.of()), run -> { }).stream().filter(ModelRun::computed)
                    .map(run -> (run.model() + " " + run.partition()).trim()).toList();
        }
    }

    private List<String> ask(String sql) throws SQLException {
        try (Warehouse warehouse = test.open(); Connection connection = warehouse.connection()) {
            return Sql.queryTexts(connection, sql);
        }
    }
}
