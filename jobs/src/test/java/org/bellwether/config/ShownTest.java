package org.bellwether.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShownTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+cmd|' /C calc'!A0", "+1", "-1", "@sum(a1)", "\t=1", "\r=1"})
    void a_cell_that_a_spreadsheet_would_compute_is_text(String text) {
        assertThat(Shown.cell(text)).isEqualTo("'" + text);
    }

    @Test
    void any_other_cell_is_itself() {
        assertThat(Shown.cell("a=b")).isEqualTo("a=b");
        assertThat(Shown.cell("")).isEmpty();
        assertThat(Shown.cell(null)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"A123456789012", "a123456789012", "notice_A12345678901B.csv", "reportA123456789012", "A123456789012_and_B123456789012"})
    void a_upn_is_masked_wherever_it_stands(String text) {
        assertThat(Shown.text(text)).contains("[UPN]").doesNotContain("12345678901");
        assertThat(Shown.fileName(text)).contains("UPN").doesNotContain("12345678901");
    }

    @Test
    void a_digest_in_which_something_looks_like_a_upn_is_kept_in_a_log() {
        String digest = "2e0c87289f1275b063691de3874b359a12345678901bf323f6cb56bd3660574f";

        assertThat(Shown.lines("sha256 " + digest + " of A12345678901B\n  at x")).isEqualTo("sha256 " + digest + " of [UPN]\n  at x");
    }

    @Test
    void what_moves_a_cursor_or_turns_text_around_is_not_shown() {
        assertThat(Shown.text("a\u001B[2Jb\nc\u202Ed\u0085e\u200Bf")).isEqualTo("a?[2Jb?c?d?e?f");
        assertThat(Shown.text("été für 学校 🏫.csv")).isEqualTo("été für 学校 🏫.csv");
    }

    @Test
    void an_ordinary_name_is_kept() {
        for (String name : new String[] {"2024_autumn_pupilonroll.csv", "EES_ytd_data (1).csv", "edubasealldata20260513.csv", "=1.csv"}) {
            assertThat(Shown.fileName(name)).isEqualTo(name);
        }
    }
}
