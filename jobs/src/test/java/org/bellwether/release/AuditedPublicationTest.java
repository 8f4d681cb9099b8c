package org.bellwether.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.sql.SQLException;
import java.util.List;
import org.bellwether.engine.Sql;
import org.bellwether.home.Folders;
import org.bellwether.release.check.AuditException;
import org.bellwether.release.check.AuditResult;
import org.bellwether.release.store.HeldReleases;
import org.bellwether.release.store.Manifest;
import org.bellwether.release.store.PublishedRelease;
import org.bellwether.release.store.ReleaseApproval;
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

        assertThat(Manifest.read(warehouse.current()).audits()).contains(new Manifest.Audit("many", "It is so", "WARN", 12_000L));
        assertThat(Files.readAllLines(warehouse.auditedRows("many"))).hasSize(10_001).startsWith("number", "0", "1");
    }

    @Test
    void a_release_that_an_audit_holds_waits_until_it_is_approved() throws SQLException, IOException {
        warehouse.audit("fewer", "HOLD", "select now.breakdown, earlier.suspension, now.suspension as suspension_now from before.mart_exclusions_la as earlier"
                + " join mart.mart_exclusions_la as now using (time_period, breakdown) where now.suspension < earlier.suspension");
        PublishedRelease first = warehouse.release();
        assertThat(warehouse.release()).as("nothing has changed").isEqualTo(new PublishedRelease(first.id(), false, first.contentHash(), false));
        warehouse.execute("update mart.mart_exclusions_la set suspension = suspension - 1 where breakdown = 'Total' and time_period = 202425");

        PublishedRelease second = warehouse.release();

        assertThat(second).extracting(PublishedRelease::isNew, PublishedRelease::isHeld, release -> release.id().sequence()).containsExactly(true, true, 2);
        assertThat(warehouse.store().current().orElseThrow().id()).isEqualTo(first.id());
        assertThat(warehouse.store().list()).hasSize(1);
        ReleaseDraft held = new HeldReleases(warehouse.home).held().orElseThrow();
        assertThat(Manifest.read(held.folder()).holding()).containsExactly(new Manifest.Audit("fewer", "It is so", "HOLD", 1L));
        assertThat(Files.getPosixFilePermissions(held.folder().root())).doesNotContain(PosixFilePermission.OTHERS_READ, PosixFilePermission.OTHERS_EXECUTE);

        assertThat(new ReleaseApproval(warehouse.home, 1).approve(held, "A Reader", "they left", SmallWarehouse.AS_OF).missing()).isZero();

        assertThat(warehouse.store().current().orElseThrow().id()).isEqualTo(second.id());
        assertThat(new HeldReleases(warehouse.home).held()).isEmpty();
        warehouse.expectNothingLeftBehind();
    }

    @Test
    void a_publication_after_a_held_one_takes_its_place_and_the_same_again_leaves_it() throws SQLException, IOException {
        warehouse.audit("always", "HOLD", "select suspension from before.mart_exclusions_la where suspension is not null");
        warehouse.release();
        warehouse.execute("update mart.mart_exclusions_la set suspension = suspension + 1 where breakdown = 'Total'");
        PublishedRelease held = warehouse.release();

        assertThat(warehouse.release()).isEqualTo(new PublishedRelease(held.id(), false, held.contentHash(), true));

        warehouse.execute("update mart.mart_exclusions_la set suspension = suspension + 1 where breakdown = 'Total'");
        PublishedRelease third = warehouse.release();
        assertThat(third).extracting(PublishedRelease::isHeld, release -> release.id().sequence()).containsExactly(true, 3);
        assertThat(new HeldReleases(warehouse.home).held().orElseThrow().id()).isEqualTo(third.id());

        warehouse.execute("update mart.mart_exclusions_la set suspension = suspension - 2 where breakdown = 'Total'");
        assertThat(warehouse.release()).as("what is published already").extracting(PublishedRelease::isNew, PublishedRelease::isHeld).containsExactly(false, false);
        assertThat(new HeldReleases(warehouse.home).held()).isEmpty();
    }

    @Test
    void the_marts_of_before_have_the_columns_of_today() throws SQLException, IOException {
        warehouse.execute("alter table mart.mart_exclusions_la drop column yoy_change_pct");
        warehouse.execute("alter table mart.mart_exclusions_la drop column yoy_change_pct_status");
        warehouse.release();
        warehouse.execute("alter table mart.mart_exclusions_la add column yoy_change_pct double");
        warehouse.execute("alter table mart.mart_exclusions_la add column yoy_change_pct_status varchar");
        warehouse.audit("rows", "WARN", "select yoy_change_pct from before.mart_exclusions_la");
        warehouse.audit("values", "HOLD", "select yoy_change_pct from before.mart_exclusions_la where yoy_change_pct is not null");

        warehouse.release();

        assertThat(Manifest.read(warehouse.current()).audits()).contains(new Manifest.Audit("rows", "It is so", "WARN", 4L),
                new Manifest.Audit("values", "It is so", "PASS", 0L));
    }

    @Test
    void a_mart_that_loses_more_than_a_fifth_of_its_rows_is_held() throws SQLException, IOException {
        warehouse.execute("insert into mart.mart_exclusions_la (time_period, breakdown_topic, breakdown) select 202122, 'Many', 'Group ' || range from range(80)");
        warehouse.release();
        warehouse.execute("delete from mart.mart_exclusions_la where breakdown in ('Group 1', 'Group 2')");
        assertThat(warehouse.release().isHeld()).isFalse();
        warehouse.execute("delete from mart.mart_exclusions_la where breakdown like 'Group _' or breakdown like 'Group 1_' or breakdown like 'Group 2_'");

        assertThat(warehouse.release().isHeld()).isTrue();
        assertThat(Manifest.read(new HeldReleases(warehouse.home).held().orElseThrow().folder()).holding()).extracting(Manifest.Audit::name)
                .containsExactly("mart_exclusions_la_shrinks");
    }

    @Test
    void a_release_that_cannot_be_read_compares_with_nothing() throws SQLException, IOException {
        warehouse.release();
        Path before = warehouse.current().marts().resolve("mart_exclusions_la.parquet");
        Files.delete(before);
        Files.writeString(before, "no Parquet");
        warehouse.audit("any", "HOLD", "select suspension from before.mart_exclusions_la");
        warehouse.execute("update mart.mart_exclusions_la set suspension = suspension + 1 where breakdown = 'Total'");

        assertThat(warehouse.release()).extracting(PublishedRelease::isNew, PublishedRelease::isHeld).containsExactly(true, false);
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
                .contains(new Manifest.Audit("lines", "It is so", "PASS", 0L));
    }

    @Test
    void a_dimension_with_a_pupil_in_it_is_not_published() throws SQLException, IOException {
        warehouse.execute("alter table core.dim_school add column head_pupil_key bigint");

        assertThatThrownBy(warehouse::release)
                .isInstanceOf(AuditException.class).hasMessageContaining("published_keys");
    }

    private void damage(ReleaseDraft draft, String damage) throws SQLException {
        warehouse.execute("attach " + Sql.literal(draft.folder().publishedDatabase().toString()) + " as damaged");
        warehouse.execute(damage);
        warehouse.execute("detach damaged");
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
        "alter table damaged.mart_exclusions_la alter suspension type hugeint | published_types",
        "alter table damaged.mart_exclusions_la alter headcount type uinteger | published_types",
        "alter table damaged.mart_exclusions_la alter days_lost_exact type decimal(38, 1) | published_types",
        "alter table damaged.mart_exclusions_la alter as_at_date type varchar | published_types",
        "alter table damaged.dim_school alter school_name type varchar[] using [school_name] | published_types",
        "insert into damaged.dim_school select * from damaged.dim_school limit 1 | published_unique",
        "update damaged.dim_school set laestab = null where laestab = 8991001 | published_unique",
    })
    void what_may_not_be_published_is_found(String damage, String audits) throws SQLException, IOException {
        ReleaseDraft draft = warehouse.publisher().write(warehouse.connection, warehouse.input());
        warehouse.publisher().disclose(warehouse.connection, draft);
        damage(draft, damage);

        assertThatThrownBy(() -> warehouse.publisher().audit(warehouse.connection, draft)).isInstanceOf(AuditException.class)
                .satisfies(thrown -> assertThat(((AuditException) thrown).results().stream().filter(AuditResult::hasFailed)
                        .map(result -> result.audit().name()).sorted()).containsExactly(audits.split(", ")));
    }
}
