package org.bellwether.contract.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bellwether.config.BellwetherException;
import org.bellwether.config.ConfigFiles;
import org.bellwether.config.Project;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CensusXmlTest {

    @TempDir
    Path home;

    private ConfigFiles config;
    private CensusXml xml;

    @BeforeEach
    void the_shipped_mapping() {
        config = new ConfigFiles(Project.locate().config(), home);
        xml = CensusXml.load(config, ContractCatalog.load(config));
    }

    @Test
    void a_row_belongs_to_the_table_of_the_elements_around_it() {
        assertThat(table("SessionDetail", "PupilOnRoll", "Attendance", "TermlyAttendance"))
                .isEqualTo("termly_session_details_on_roll");
        assertThat(table("SessionDetail", "PupilNoLongerOnRoll", "SummerHalfTerm2Attendance"))
                .isEqualTo("summer_half_term2_session_details_off_roll");
        assertThat(table("PupilOnRoll", "Message", "Pupils", "PupilsOnRoll")).isEqualTo("pupil_on_roll");
        assertThat(xml.rowStartedBy("LearnerSupport", List.of("PupilOnRoll"))).isEmpty();
    }

    @Test
    void a_leaf_fills_the_column_that_it_names() {
        CensusXml.Row pupil = xml.rowStartedBy("PupilOnRoll", List.of()).orElseThrow();

        assertThat(pupil.column("UPN", List.of("PupilIdentifiers"), 0)).contains("upn");
        assertThat(pupil.column("SENprovision", List.of("SpecialEducationalNeeds"), 0)).contains("sen_provision");
        assertThat(pupil.column("Gender", List.of("PupilIdentifiers"), 0)).contains("sex");
        assertThat(pupil.column("SessionsPossible", List.of("Attendance", "TermlyAttendance"), 0))
                .contains("termly_sessions_possible");
        assertThat(pupil.column("SessionsPossible", List.of("SummerHalfTerm2Attendance"), 0))
                .contains("summer_half_term2_sessions_possible");
        assertThat(pupil.column("Surname", List.of("PupilIdentifiers"), 0)).isEmpty();
        assertThat(xml.header().column("LEA", List.of("Header", "Source"), 0)).contains("lea");
    }

    @Test
    void a_repeated_reason_fills_one_column_after_another() {
        CensusXml.Row exclusion = xml.rowStartedBy("TermlyExclusion", List.of("PupilOnRoll")).orElseThrow();

        assertThat(exclusion.column("Reason2", List.of(), 0)).contains("reason2");
        assertThat(exclusion.column("Reason", List.of(), 0)).contains("reason1");
        assertThat(exclusion.column("Reason", List.of(), 2)).contains("reason3");
        assertThat(exclusion.column("Reason", List.of(), 3)).isEmpty();
    }

    @Test
    void a_column_that_the_census_lacks_is_an_error() throws Exception {
        Files.writeString(home.resolve("school-census-xml.yml"), """
                header: {columns: {Term: half_term}}
                """);

        assertThatThrownBy(() -> CensusXml.load(config, ContractCatalog.load(config)))
                .isInstanceOf(BellwetherException.class)
                .hasMessageContaining("school-census-xml.yml line 1: header.columns.Term")
                .hasMessageContaining("half_term");
    }

    private String table(String element, String... open) {
        return xml.rowStartedBy(element, List.of(open)).orElseThrow().table().name();
    }
}
