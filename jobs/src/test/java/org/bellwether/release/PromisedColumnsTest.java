package org.bellwether.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.bellwether.config.BellwetherException;
import org.bellwether.engine.Sql;
import org.bellwether.release.check.AuditException;
import org.bellwether.release.store.ReleaseDraft;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What contracts and references promise readers is kept, or noted, or told. */
class PromisedColumnsTest extends PublicationTrial {

    @Test
    void a_column_that_went_or_changed_its_type_stops_the_release_until_it_is_noted() throws SQLException, IOException {
        warehouse.release();
        warehouse.execute("alter table mart.mart_exclusions_la drop column yoy_change_pct");
        warehouse.execute("alter table mart.mart_exclusions_la drop column yoy_change_pct_status");
        warehouse.execute("alter table mart.mart_exclusions_la alter headcount type integer");

        assertThatThrownBy(warehouse::release).isInstanceOf(AuditException.class).hasMessageContaining("published_columns");
        assertThat(warehouse.auditedRows("published_columns")).content().contains("mart_exclusions_la,headcount,BIGINT,INTEGER",
                "mart_exclusions_la,yoy_change_pct,DOUBLE,\n", "mart_exclusions_la,yoy_change_pct_status,VARCHAR,\n");

        note("{mart: mart_exclusions_la, column: yoy_change_pct, change: dropped, date: 2026-05-01, why: nobody reads it}",
                "{mart: mart_exclusions_la, column: yoy_change_pct_status, change: dropped, date: 2026-05-01, why: nobody reads it}",
                "{mart: mart_exclusions_la, column: headcount, change: retyped, to: BIGINT, date: 2026-05-01, why: of another change}");
        assertThatThrownBy(warehouse::release).isInstanceOf(AuditException.class).hasMessageContaining("published_columns");
        assertThat(warehouse.auditedRows("published_columns")).content().contains("headcount").doesNotContain("yoy_change_pct");

        note("{mart: mart_exclusions_la, column: headcount, change: retyped, to: INTEGER, date: 2026-05-01, why: there are not so many pupils}");
        assertThat(warehouse.release().isNew()).isTrue();
        assertThat(warehouse.current().contracts().resolve("mart_exclusions_la.odcs.yaml")).content().contains("version: \"5.0.0\"", "there are not so many pupils");
    }

    @Test
    void a_mart_that_went_stops_the_release_until_it_is_noted() throws SQLException, IOException {
        warehouse.execute("create table mart.mart_other as select 1 as time_period");
        SmallWarehouse.write(warehouse.project.config().resolve("disclosure.yml"),
                SmallWarehouse.text("disclosure.yml") + "  mart_other: {threshold: 0, grain: [time_period]}\n");
        warehouse.release();
        warehouse.execute("drop table mart.mart_other");

        assertThatThrownBy(warehouse::release).isInstanceOf(AuditException.class).hasMessageContaining("published_columns");

        note("{mart: mart_other, change: dropped, date: 2026-05-01, why: it has moved into another}");
        assertThat(warehouse.release().isNew()).isTrue();
    }

    @Test
    void a_note_that_does_not_say_why_is_an_error_of_config() throws IOException {
        note("{mart: mart_exclusions_la, column: headcount, change: dropped, date: 2026-05-01}");

        assertThatThrownBy(warehouse::release).isInstanceOf(BellwetherException.class).hasMessageContaining("CFG-018").hasMessageContaining("why");
    }

    private void note(String... notes) throws IOException {
        Path file = warehouse.project.config().resolve("publication.yml");
        StringBuilder text = new StringBuilder(Files.readString(file));
        if (text.indexOf("notes:") < 0) {
            text.append("notes:\n");
        }
        for (String note : notes) {
            text.append("  at_").append(text.length()).append(": ").append(note).append('\n');
        }
        Files.writeString(file, text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "update damaged.mart_other set la_code = 898 | 898, rows_of_it=0",
        "delete from damaged.dim_school where laestab = 8994001 | 899, rows_of_it=0",
    })
    void a_reference_to_no_row_is_told(String damage, String found) throws SQLException, IOException {
        warehouse.execute("create table mart.mart_other as select 899 as la_code, 202425 as time_period");
        SmallWarehouse.write(warehouse.project.config().resolve("disclosure.yml"),
                SmallWarehouse.text("disclosure.yml") + "  mart_other: {threshold: 0, grain: [time_period]}\n");
        assertThat(references(null)).isEmpty();

        assertThat(references(damage)).containsExactly("table_name=mart_other, names=dim_school, key=" + found);
    }

    /** Of a mart in which nobody has anything to hide, since other audits see what is done to the others. */
    private List<String> references(String damage) throws SQLException, IOException {
        ReleaseDraft draft = warehouse.publisher().write(warehouse.connection, warehouse.input());
        warehouse.publisher().disclose(warehouse.connection, draft);
        if (damage != null) {
            damage(draft, damage);
        }
        return warehouse.publisher().audit(warehouse.connection, draft).orElseThrow().stream()
                .filter(result -> result.audit().name().equals("published_references")).flatMap(result -> result.first().stream()).toList();
    }

    private void damage(ReleaseDraft draft, String damage) throws SQLException {
        warehouse.execute("attach " + Sql.literal(draft.folder().publishedDatabase().toString()) + " as damaged");
        warehouse.execute(damage);
        warehouse.execute("detach damaged");
    }
}
