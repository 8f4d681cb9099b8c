package org.bellwether.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.bellwether.config.ConfigFiles;
import org.bellwether.config.Project;
import org.bellwether.warehouse.source.Coverage;
import org.bellwether.warehouse.source.SetAsideRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Accepted rows are followed to the facts that are made of them. */
class CoverageTest {

    @RegisterExtension
    static final WarehouseFixture warehouse = new WarehouseFixture();

    @Test
    void a_publication_that_a_later_one_replaces_and_a_pupil_told_twice_reach_no_fact() {
        warehouse.given("staged.dsg_allocation", """
                la_code, financial_year, block,       published_on, net_gbp
                899,     202425,         HIGH_NEEDS,  2024-07-01,   10.00
                899,     202425,         HIGH_NEEDS,  2024-03-01,   11.00
                """);
        warehouse.given("staged.census_pupil", """
                pupil_key, laestab, academic_year, census_term, on_roll, entry_date
                7,         8992001, 202425,        AUT,         true,    2024-09-02
                7,         8992001, 202425,        AUT,         false,   2024-09-02
                """);
        warehouse.given("staged.policy_event", """
                laestab, event_date, event
                8992001, 2025-02-03, TRAINED
                """);
        warehouse.buildAll();

        assertThat(unreached()).extracting(SetAsideRow::table, SetAsideRow::sourceLine, SetAsideRow::onRoll)
                .containsExactly(tuple("census_pupil", 3, false), tuple("dsg_allocation", 3, null));
        assertThat(unreached().get(1).audit().message()).isEqualTo("Reached no fact: a later publication counts");
    }

    @Test
    void sessions_of_a_pupil_of_whom_the_census_does_not_tell_are_told() {
        warehouse.given("staged.census_session", """
                pupil_key, laestab, academic_year, census_term, on_roll, attendance_window, attendance_reason, sessions
                7,         8992001, 202425,        AUT,         true,    TERM,              I,                 4
                8,         8992001, 202425,        AUT,         true,    TERM,              I,                 4
                """);
        warehouse.given("staged.census_pupil", """
                pupil_key, laestab, academic_year, census_term, on_roll
                7,         8992001, 202425,        AUT,         true
                """);
        warehouse.buildAll();

        assertThat(unreached()).extracting(SetAsideRow::table, SetAsideRow::sourceLine).containsExactly(tuple("census_session", 3));
    }

    @Test
    void of_every_staged_table_it_is_said_which_fact_it_reaches_or_why_none() {
        Coverage coverage = Coverage.of(new ConfigFiles(Project.locate().config(), Path.of("none")));

        assertThat(coverage.followed()).doesNotContainAnyElementsOf(coverage.withoutFact());
        assertThat(Stream.concat(coverage.followed().stream(), coverage.withoutFact().stream()).sorted().toList())
                .isEqualTo(warehouse.ask("""
                        select table_name from duckdb_tables()
                        where schema_name = 'given' and not ends_with(table_name, '_history')
                            and table_name not in ('submission', 'arrival', 'arrival_scope', 'arrival_school', 'rejected_row', 'scope_owner')
                        order by all"""));
    }

    private List<SetAsideRow> unreached() {
        return warehouse.with(connection -> Coverage.of(new ConfigFiles(Project.locate().config(), Path.of("none"))).unreached(connection));
    }
}
