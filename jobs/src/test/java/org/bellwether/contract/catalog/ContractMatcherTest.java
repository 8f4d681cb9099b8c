package org.bellwether.contract.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.bellwether.config.ConfigFiles;
import org.bellwether.config.Project;
import org.bellwether.contract.ReturnContract;
import org.bellwether.contract.TableContract;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContractMatcherTest {

    @TempDir
    Path home;

    private ContractCatalog catalog;
    private ContractMatcher matcher;

    @BeforeEach
    void the_shipped_contracts() {
        catalog = ContractCatalog.load(new ConfigFiles(Project.locate().config(), home));
        matcher = new ContractMatcher(catalog);
    }

    @Test
    void every_table_is_known_by_its_signature_and_by_the_name_of_its_file() {
        for (ReturnContract contract : catalog.returns()) {
            for (TableContract table : contract.tables().values()) {
                String name = table.files().get(0).replace("*", "2025").replace("2025_", "2025_spring_");
                ContractMatch both = new ContractMatch(contract.name(), table.name(), true, true);

                assertThat(matcher.match(name, table.signature())).as(name).contains(both);
                assertThat(matcher.match(name.toUpperCase(Locale.ROOT) + ".GZ", List.of("x"))).as(name)
                        .contains(new ContractMatch(contract.name(), table.name(), true, false));
                assertThat(matcher.match("renamed.csv", table.signature())).as(name)
                        .contains(new ContractMatch(contract.name(), table.name(), false, true));
            }
        }
    }

    @Test
    void the_header_is_believed_before_the_name() {
        List<String> notice = List.of("notice_id", "laestab", "upn", "start_date");

        assertThat(matcher.match("attendance_marks.csv", notice))
                .contains(new ContractMatch("exclusion_notice", "exclusion_notice", false, true));
    }

    @Test
    void daily_aggregates_and_lists_are_no_benchmarks() {
        List<String> weekly =
                List.of("time_period", "time_identifier", "geographic_level", "attendance_perc", "possible_sessions");
        List<String> daily = Stream.concat(weekly.stream(), Stream.of("attendance_date")).toList();

        assertThat(matcher.match("EES_weekly_data.csv", weekly))
                .contains(new ContractMatch("benchmarks", "pupil_attendance", false, true));
        assertThat(matcher.match("EES_daily_data.csv", daily)).contains(new ContractMatch("attendance_daily_agg", "attendance_daily_agg", true, true));
        assertThat(matcher.match("benchmarks_attendance.csv", daily)).contains(new ContractMatch("attendance_daily_agg", "attendance_daily_agg", false, true));
        assertThat(matcher.match("EES_daily_data.csv", Stream.concat(daily.stream(), Stream.of("characteristic")).toList()).filter(ContractMatch::byHeader)).isEmpty();
        assertThat(matcher.match("Tech_guidance_reasons.csv", List.of("Indicator", "Description"))).isEmpty();
    }

    @Test
    void a_sex_called_gender_and_a_single_reason_are_still_the_census() {
        assertThat(matcher.match("a.csv",
                List.of("pupilonrolltableid", "NativeId", "upn", "dob", "gender", "enrolstatus")))
                .contains(new ContractMatch("school_census", "pupil_on_roll", false, true));
        assertThat(matcher.match("b.csv",
                List.of("pupilonrolltableid", "NativeId", "startdate", "category", "reason")))
                .contains(new ContractMatch("school_census", "termly_exclusions_on_roll", false, true));
    }
}
