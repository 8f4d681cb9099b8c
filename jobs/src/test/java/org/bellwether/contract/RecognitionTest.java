package org.bellwether.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.bellwether.home.ConfigFiles;
import org.bellwether.home.Project;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecognitionTest {

    @TempDir
    Path home;

    private ContractCatalog catalog;
    private Recognition recognition;

    @BeforeEach
    void the_shipped_contracts() {
        catalog = ContractCatalog.load(new ConfigFiles(Project.locate().config(), home));
        recognition = new Recognition(catalog);
    }

    @Test
    void every_table_is_known_by_its_signature_and_by_the_name_of_its_file() {
        for (ReturnContract contract : catalog.returns()) {
            for (TableContract table : contract.tables().values()) {
                String name = table.files().get(0).replace("*", "2025").replace("2025_", "2025_spring_");
                Recognised both = new Recognised(contract.name(), table.name(), true, true);

                assertThat(recognition.recognise(name, table.signature())).as(name).contains(both);
                assertThat(recognition.recognise(name.toUpperCase(Locale.ROOT) + ".GZ", List.of("x"))).as(name)
                        .contains(new Recognised(contract.name(), table.name(), true, false));
                assertThat(recognition.recognise("renamed.csv", table.signature())).as(name)
                        .contains(new Recognised(contract.name(), table.name(), false, true));
            }
        }
    }

    @Test
    void the_header_is_believed_before_the_name() {
        List<String> notice = List.of("notice_id", "laestab", "upn", "start_date");

        assertThat(recognition.recognise("attendance_marks.csv", notice))
                .contains(new Recognised("exclusion_notice", "exclusion_notice", false, true));
    }

    @Test
    void daily_aggregates_and_lists_are_no_benchmarks() {
        List<String> weekly =
                List.of("time_period", "time_identifier", "geographic_level", "attendance_perc", "possible_sessions");
        List<String> daily = Stream.concat(weekly.stream(), Stream.of("attendance_date")).toList();

        assertThat(recognition.recognise("EES_weekly_data.csv", weekly))
                .contains(new Recognised("benchmarks", "pupil_attendance", false, true));
        assertThat(recognition.recognise("EES_daily_data.csv", daily)).isEmpty();
        assertThat(recognition.recognise("benchmarks_attendance.csv", daily)).isEmpty();
        assertThat(recognition.recognise("Tech_guidance_reasons.csv", List.of("Indicator", "Description"))).isEmpty();
    }

    @Test
    void a_sex_called_gender_and_a_single_reason_are_still_the_census() {
        assertThat(recognition.recognise("a.csv",
                List.of("pupilonrolltableid", "NativeId", "upn", "dob", "gender", "enrolstatus")))
                .contains(new Recognised("school_census", "pupil_on_roll", false, true));
        assertThat(recognition.recognise("b.csv",
                List.of("pupilonrolltableid", "NativeId", "startdate", "category", "reason")))
                .contains(new Recognised("school_census", "termly_exclusions_on_roll", false, true));
    }
}
