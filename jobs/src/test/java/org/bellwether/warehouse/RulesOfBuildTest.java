package org.bellwether.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bellwether.config.ConfigFiles;
import org.bellwether.config.Project;
import org.bellwether.contract.Rule;
import org.bellwether.contract.reader.RuleReader;
import org.bellwether.engine.Sql;
import org.bellwether.home.Folders;
import org.bellwether.warehouse.table.Rows;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Every rule that the build judges asks about what {@code rules/<rule>.yml} beside this test plants, and about nothing else there. */
class RulesOfBuildTest {

    @RegisterExtension
    static final WarehouseFixture warehouse = new WarehouseFixture();

    private static final Project PROJECT = Project.locate();
    private static final Path CASES = PROJECT.root().resolve("jobs/src/test/resources/org/bellwether/warehouse/rules");
    private static final Pattern RULE = Pattern.compile("select '([A-Z0-9]+-[0-9]{3})'|then '([A-Z0-9]+-[0-9]{3})'");

    @BeforeAll
    static void an_empty_warehouse() {
        warehouse.asOf(WarehouseFixture.AS_OF);
        warehouse.buildAll();
    }

    @Test
    void each_rule_has_its_words_its_sql_and_a_case() throws Exception {
        List<String> rules = RuleReader.all(ConfigFiles.of(PROJECT, CASES)).stream().filter(Rule::isOfBuild).map(Rule::id).toList();

        assertThat(rules).hasSizeGreaterThan(30).doesNotHaveDuplicates();
        assertThat(models().keySet()).containsExactlyInAnyOrderElementsOf(rules);
        assertThat(Folders.list(CASES).stream().map(file -> file.getFileName().toString().replace(".yml", ""))).containsExactlyInAnyOrderElementsOf(rules);
    }

    @TestFactory
    Stream<DynamicTest> a_rule_asks_about_what_is_planted_and_nothing_before() throws Exception {
        return models().entrySet().stream().map(rule -> dynamicTest(rule.getKey(), () -> warehouse.with(connection -> tryOut(connection, rule.getKey(), rule.getValue()))));
    }

    private static List<String> tryOut(Connection connection, String rule, String model) throws SQLException {
        AuditCase planted = AuditCase.read(CASES.resolve(rule + ".yml"));
        Rows expected = planted.expected();
        String asked = "select columns(*)::varchar from (select " + String.join(", ", expected.columns()) + " from (" + model + "\n) where rule = " + Sql.literal(rule) + ")";
        Sql.execute(connection, "begin transaction");
        try {
            planted.give(connection);
            assertThat(rows(connection, asked, expected)).as("before anything is planted").isEmpty();
            planted.plant(connection);
            assertThat(rows(connection, asked, expected)).containsExactlyInAnyOrderElementsOf(expected.values()).isNotEmpty();
        } finally {
            Sql.execute(connection, "rollback");
        }
        return List.of();
    }

    private static List<List<String>> rows(Connection connection, String query, Rows expected) throws SQLException {
        return Sql.query(connection, query, row -> {
            List<String> values = new ArrayList<>();
            for (int column = 1; column <= expected.columns().size(); column++) {
                values.add(Objects.requireNonNullElse(row.getString(column), ""));
            }
            return values;
        });
    }

    /** The SELECT in which each rule stands. */
    private static Map<String, String> models() throws Exception {
        Map<String, String> models = new TreeMap<>();
        for (Path file : Folders.list(PROJECT.sql().resolve("core"))) {
            if (file.getFileName().toString().startsWith("fact_dq_query__")) {
                String sql = Files.readString(file);
                for (Matcher rule = RULE.matcher(sql); rule.find();) {
                    models.put(rule.group(1) == null ? rule.group(2) : rule.group(1), sql);
                }
            }
        }
        return models;
    }
}
