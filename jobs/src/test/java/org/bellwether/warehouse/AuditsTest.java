package org.bellwether.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.bellwether.config.Project;
import org.bellwether.engine.Sql;
import org.bellwether.home.Folders;
import org.bellwether.warehouse.audit.Audit;
import org.bellwether.warehouse.table.Rows;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Every audit of the project finds what it is there to find, as {@code audits/<audit>.yml} beside this test plants it, and nothing else. */
class AuditsTest {

    @RegisterExtension
    static final WarehouseFixture warehouse = new WarehouseFixture();

    private static final Project PROJECT = Project.locate();
    private static final Path CASES = PROJECT.root().resolve("jobs/src/test/resources/org/bellwether/warehouse/audits");
    private static final List<String> ROWS_OF_SUBMISSIONS = List.of("staged_table", "submission_key", "source_line");

    /** So that views stand too, and marts of a release before; rows are forgotten before each test. */
    @BeforeAll
    static void an_empty_warehouse() {
        warehouse.asOf(WarehouseFixture.AS_OF);
        warehouse.buildAll();
        warehouse.with(ReleaseBefore::create);
    }

    @Test
    void every_audit_has_a_case_that_makes_it_fire_and_every_case_its_audit() {
        assertThat(Folders.list(CASES).stream().map(file -> file.getFileName().toString().replace(".yml", "")))
                .containsExactlyInAnyOrderElementsOf(Audit.all(PROJECT).stream().map(Audit::name).toList());
    }

    @TestFactory
    Stream<DynamicTest> an_audit_names_what_is_planted_and_nothing_before() {
        return Audit.all(PROJECT).stream().filter(audit -> CASES.resolve(audit.name() + ".yml").toFile().exists())
                .map(audit -> dynamicTest(audit.name(), () -> warehouse.with(connection -> tryOut(connection, audit))));
    }

    @Test
    void an_audit_of_rows_names_them_by_submission_and_line_and_has_a_rule_of_its_own() {
        assertThat(Audit.all(PROJECT).stream().map(Audit::rule).filter(Objects::nonNull)).doesNotHaveDuplicates().doesNotContain("BLD-090")
                .hasSizeGreaterThan(10);
        warehouse.with(connection -> {
            for (Audit audit : Audit.all(PROJECT)) {
                assertThat(columns(connection, audit).containsAll(ROWS_OF_SUBMISSIONS)).as(audit.name()).isEqualTo(audit.rule() != null);
            }
            return List.of();
        });
    }

    @Test
    void an_audit_tells_keys_and_labels_and_never_what_people_have_written() {
        warehouse.with(connection -> {
            for (Audit audit : Audit.all(PROJECT)) {
                assertThat(columns(connection, audit)).as(audit.name()).noneMatch(column ->
                        column.matches("(.*_)?(upn|forename|surname|birth.*|postcode|detail|reason|why|notes?)"));
            }
            return List.of();
        });
    }

    private static List<String> tryOut(Connection connection, Audit audit) throws SQLException {
        AuditCase planted = AuditCase.read(CASES.resolve(audit.name() + ".yml"));
        Rows expected = planted.expected();
        Sql.execute(connection, "begin transaction");
        try {
            planted.give(connection);
            assertThat(rows(connection, audit)).as("before anything is planted").isEmpty();
            planted.plant(connection);
            assertThat(columns(connection, audit)).isEqualTo(expected.columns());
            assertThat(rows(connection, audit)).containsExactlyInAnyOrderElementsOf(expected.values()).isNotEmpty();
        } finally {
            Sql.execute(connection, "rollback");
        }
        return List.of();
    }

    private static List<String> columns(Connection connection, Audit audit) throws SQLException {
        return Sql.queryTexts(connection, "select column_name from (describe " + audit.query() + "\n)");
    }

    private static List<List<String>> rows(Connection connection, Audit audit) throws SQLException {
        int width = columns(connection, audit).size();
        return Sql.query(connection, "select columns(*)::varchar from (" + audit.query() + "\n) as found", row -> {
            List<String> values = new ArrayList<>();
            for (int column = 1; column <= width; column++) {
                values.add(Objects.requireNonNullElse(row.getString(column), ""));
            }
            return values;
        });
    }
}
