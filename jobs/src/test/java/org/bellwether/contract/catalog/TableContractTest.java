package org.bellwether.contract.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bellwether.config.ConfigFiles;
import org.bellwether.config.Project;
import org.bellwether.contract.Headers;
import org.bellwether.contract.Located;
import org.bellwether.contract.TableContract;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableContractTest {

    @TempDir
    Path home;

    private ContractCatalog catalog;
    private TableContract marks;

    @BeforeEach
    void the_marks_contract() {
        catalog = ContractCatalog.load(new ConfigFiles(Project.locate().config(), home));
        marks = catalog.contract("attendance_marks").table("attendance_mark");
    }

    @Test
    void columns_are_found_in_any_order_case_and_spelling() {
        Located located = marks.locate(
                List.of("\uFEFFSession", "Attendance Date", "DFE_NUMBER", " upn ", "mark", "Source_System"));

        assertThat(located.positions()).isEqualTo(Map.of("session", 0, "attendance_date", 1, "laestab", 2, "upn", 3,
                "attendance_code", 4));
        assertThat(located.missing()).isEmpty();
        assertThat(located.duplicates()).isEmpty();
        assertThat(located.extras()).isEmpty();
    }

    @Test
    void missing_duplicate_and_extra_columns_are_named() {
        Located located = marks.locate(List.of("upn", "laestab", "LA_Estab", "session", "attendance_code", "weather"));

        assertThat(located.missing()).containsExactly("attendance_date");
        assertThat(located.duplicates()).containsExactly("LA_Estab");
        assertThat(located.extras()).containsExactly("weather");
    }

    @Test
    void every_other_column_of_a_wide_file_is_a_measure() {
        TableContract exclusions = catalog.contract("benchmarks").table("exclusions");

        Located located = exclusions.locate(
                List.of("time_period", "geographic_level", "la_name", "headcount", "perm_excl"));

        assertThat(located.rest()).isEqualTo(Map.of("headcount", 3, "perm_excl", 4));
        assertThat(located.extras()).isEmpty();
    }

    @Test
    void a_turkish_machine_finds_the_same_columns() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("tr-TR"));
        try {
            TableContract notices = catalog.contract("exclusion_notice").table("exclusion_notice");

            assertThat(notices.locate(List.of("NOTICE_ID", "IRP_DATE")).positions())
                    .containsKeys("notice_id", "irp_date");
            assertThat(Headers.matches("GIAS*.CSV", "gias_full.csv")).isTrue();
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void a_leaver_s_columns_have_their_own_names() {
        TableContract leavers = catalog.contract("school_census").latest().table("termly_exclusions_off_roll");

        Located located = leavers.locate(List.of("pupilnolongeronrolltableid", "NativeId",
                "termlyexclusionsoffrolltableid", "sourceid", "startdate", "sessions", "reason1", "reason2", "reason3",
                "category", "senprovision"));

        assertThat(located.positions())
                .containsKeys("pupil_table_id", "native_id", "start_date", "reason3", "sen_provision");
        assertThat(located.extras()).isEmpty();
        assertThat(located.missing()).isEmpty();
        assertThat(located.duplicates()).isEmpty();
    }
}
