package org.bellwether.release.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bellwether.config.ConfigFiles;
import org.bellwether.config.Project;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MeasureDisclosuresTest {

    @TempDir
    Path overlay;

    @Test
    void a_measure_is_the_same_in_every_mart_by_the_columns_that_it_has_there() {
        MartDisclosure exclusions = disclosures().marts().get("mart_exclusions_la");
        MartDisclosure scorecard = disclosures().marts().get("mart_school_scorecard");

        assertThat(exclusions.rates().get("susp_rate")).isEqualTo(new MartDisclosure.Rate("suspension", "headcount"));
        assertThat(scorecard.rates().get("susp_rate")).isEqualTo(new MartDisclosure.Rate("suspension", "roll"));
        assertThat(scorecard.derived().get("attendance_rate")).containsExactly("enrolments");
        assertThat(scorecard.derived().get("days_lost_per_100")).containsExactly("roll", "susp_rate");
    }

    @Test
    void a_measure_of_a_home_is_protected_by_what_it_says_itself() throws IOException {
        measure("{with: [one_plus_susp]}");

        assertThat(disclosures().marts().get("mart_exclusions_la").derived().get("mine")).containsExactly("one_plus_susp");
    }

    @Test
    void a_measure_with_nothing_to_be_hidden_with_in_its_mart_is_refused() throws IOException {
        measure("{with: [hnb_budget_net_gbp]}");

        assertThatThrownBy(this::disclosures).hasMessageContaining("mine").hasMessageContaining("mart_exclusions_la");
    }

    private void measure(String disclosure) throws IOException {
        Files.createDirectories(overlay.resolve("measures"));
        Files.writeString(overlay.resolve("measures/exclusion.yml"), """
                measures:
                  mine:
                    name: Mine
                    definition: Sessions lost
                    kind: sum
                    of: sessions_lost
                    unit: sessions
                    polarity: LOW
                    dp: 0
                    source: exclusions
                    marts: {mart_exclusions_la: mine}
                    disclosure: %s
                """.formatted(disclosure));
    }

    private DisclosureConfig disclosures() {
        return DisclosureConfig.load(new ConfigFiles(Project.locate().config(), overlay));
    }
}
