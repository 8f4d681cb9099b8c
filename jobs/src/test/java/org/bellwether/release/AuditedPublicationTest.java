package org.bellwether.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.List;
import org.bellwether.engine.Sql;
import org.bellwether.home.Folders;
import org.bellwether.release.check.AuditException;
import org.bellwether.release.check.AuditResult;
import org.bellwether.release.store.Manifest;
import org.bellwether.release.store.PublishedRelease;
import org.bellwether.release.store.ReleaseDraft;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an audit has found stops a publication or is told with it, and its rows are kept. */
class AuditedPublicationTest extends PublicationTrial {

    @Test
    void a_failed_audit_leaves_the_release_of_last_night() throws SQLException, IOException {
        PublishedRelease first = warehouse.release();
        warehouse.audit("no_permanent", "FAIL", "select pupil_key, category from core.fact_exclusion where category = 'PERM';");
        warehouse.execute("insert into core.fact_exclusion values (13, 8994001, date '2025-03-01', 'PERM', null, 1, 4)");

        assertThatThrownBy(warehouse::release).isInstanceOf(AuditException.class)
                .hasMessageStartingWith("DAT-001 Nothing was published: no_permanent: It is so (1 rows, kept in " + warehouse.auditedRows("no_permanent") + "). ")
                .satisfies(thrown -> assertThat(((AuditException) thrown).results()).filteredOn(AuditResult::hasRows)
                        .singleElement().satisfies(result -> assertThat(result.lines().subList(1, 5)).containsExactly(
                                "    why: because", "    matters: to all", "    resolve: mend it", "    pupil_key=13, category=PERM")));
        assertThat(warehouse.auditedRows("no_permanent")).hasContent("pupil_key,category\n13,PERM\n");
        assertThat(warehouse.store().current().orElseThrow().id()).isEqualTo(first.id());
    }

    @Test
    void an_audit_that_warns_is_told_and_published() throws SQLException, IOException {
        warehouse.audit("many", "WARN", "select range as number from range(12000)");

        warehouse.release();

        assertThat(Manifest.read(warehouse.current()).audits()).contains(new Manifest.Audit("many", "It is so", "WARN", 12_000));
        assertThat(Files.readAllLines(warehouse.auditedRows("many"))).hasSize(10_001).startsWith("number", "0", "1");
    }

    @Test
    void rows_that_an_audit_keeps_name_no_pupil_and_start_no_formula() throws SQLException, IOException {
        warehouse.audit("odd", "WARN", "select * from (values ('A123456789012 of \u001b[31m', '=1+1', -1, null)) as odd (upn, formula, unknown, nothing)");

        ReleaseDraft draft = warehouse.publisher().write(warehouse.connection, warehouse.input());
        warehouse.publisher().disclose(warehouse.connection, draft);
        List<AuditResult> results = warehouse.publisher().audit(warehouse.connection, draft).orElseThrow();

        assertThat(warehouse.auditedRows("odd")).hasContent("upn,formula,unknown,nothing\n[UPN] of ?[31m,'=1+1,-1,\n");
        assertThat(results).filteredOn(AuditResult::hasRows).flatExtracting(AuditResult::first)
                .containsExactly("upn=[UPN] of ?[31m, formula==1+1, unknown=-1, nothing=null");
    }

    @Test
    void rows_are_kept_of_the_last_thirty_runs() throws SQLException, IOException {
        for (int run = 0; run < 40; run++) {
            Files.createDirectories(warehouse.home.audits().resolve("20200101T0000000" + (10 + run) + "Z"));
        }
        warehouse.audit("one", "WARN", "select 1 as one");
        warehouse.audit("two", "WARN", "select 2 as two");

        warehouse.release();

        assertThat(Folders.list(warehouse.home.audits())).hasSize(30).last().isEqualTo(warehouse.auditedRows("one").getParent());
        assertThat(warehouse.auditedRows("two")).hasContent("two\n2\n");
    }

    @Test
    void an_audit_is_a_failed_one_also_where_its_rows_cannot_be_kept() throws SQLException, IOException {
        Files.createDirectories(warehouse.home.control());
        Files.writeString(warehouse.home.audits(), "a file where the folder should be");
        warehouse.audit("one", "FAIL", "select 1 as one");

        assertThatThrownBy(warehouse::release).isInstanceOf(AuditException.class).hasMessageContaining("one: It is so (1 rows, which could not be kept)");
    }

    @Test
    void audits_are_told_in_the_manifest() throws SQLException, IOException {
        warehouse.audit("lines", "FAIL", "select * from published.mart_exclusions_la where time_period is null");

        warehouse.release();

        assertThat(Manifest.read(warehouse.current()).audits())
                .contains(new Manifest.Audit("lines", "It is so", "PASS", 0));
    }

    @Test
    void a_dimension_with_a_pupil_in_it_is_not_published() throws SQLException, IOException {
        warehouse.execute("alter table core.dim_school add column head_pupil_key bigint");

        assertThatThrownBy(warehouse::release)
                .isInstanceOf(AuditException.class).hasMessageContaining("published_keys");
    }

    /** What disclosure control and its config might get wrong, done to a draft that they got right. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "update damaged.mart_exclusions_la set suspension = 3 where breakdown = 'Male' and time_period = 202425"
                + " | mart_exclusions_la_suspension_small, mart_exclusions_la_suspension_status",
        "update damaged.mart_exclusions_la set suspension = 4, suspension_status = 'ok' where breakdown = 'Male' and time_period = 202425"
                + " | mart_exclusions_la_suspension_small",
        "update damaged.mart_exclusions_la set susp_rate = 2 where breakdown = 'Male' and time_period = 202425"
                + " | mart_exclusions_la_susp_rate_status, mart_exclusions_la_susp_rate_tells",
        "delete from damaged.mart_exclusions_la where breakdown = 'Female' | mart_exclusions_la_rows",
        "alter table damaged.dim_school add column upn varchar | published_keys",
    })
    void what_may_not_be_published_is_found(String damage, String audits) throws SQLException, IOException {
        ReleaseDraft draft = warehouse.publisher().write(warehouse.connection, warehouse.input());
        warehouse.publisher().disclose(warehouse.connection, draft);
        warehouse.execute("attach " + Sql.literal(draft.folder().publishedDatabase().toString()) + " as damaged");
        warehouse.execute(damage);
        warehouse.execute("detach damaged");

        assertThatThrownBy(() -> warehouse.publisher().audit(warehouse.connection, draft)).isInstanceOf(AuditException.class)
                .satisfies(thrown -> assertThat(((AuditException) thrown).results().stream().filter(AuditResult::hasFailed)
                        .map(result -> result.audit().name()).sorted()).containsExactly(audits.split(", ")));
    }
}
