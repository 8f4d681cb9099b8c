package org.bellwether.intake.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** What a cell holds as a return tells it. */
class CellTextTest {

    @Test
    void a_number_is_plain_without_what_binary_tenths_leave_and_one_beyond_all_amounts_is_not_written_out() {
        assertThat(CellText.number(new BigDecimal("0.30000000000000004"))).isEqualTo("0.3");
        assertThat(CellText.number(new BigDecimal("4.1647144E7"))).isEqualTo("41647144");
        assertThat(CellText.number(new BigDecimal("0E-900000000"))).isEqualTo("0");
        assertThat(CellText.number(new BigDecimal("1E+900000000"))).isEqualTo("1E+900000000");
        assertThat(CellText.number(new BigDecimal("1E-900000000"))).isEqualTo("1E-900000000");
    }

    @Test
    void a_format_of_per_cent_is_told_from_texts_in_a_format() {
        assertThat(CellText.isPercent(10, null)).isTrue();
        assertThat(CellText.isPercent(164, "0.0%;[Red]-0.0%")).isTrue();
        assertThat(CellText.isPercent(164, "0.0\" %\"")).isFalse();
        assertThat(CellText.isPercent(164, "0\\%")).isFalse();
        assertThat(CellText.isPercent(0, "General")).isFalse();
        assertThat(CellText.percent(new BigDecimal("0.06"))).isEqualTo("6%");
        assertThat(CellText.percent(new BigDecimal("0.57499999999999996"))).isEqualTo("57.5%");
    }

    @Test
    void a_day_is_that_of_the_spreadsheet_and_a_number_that_is_no_day_to_it_stays_one() {
        assertThat(CellText.time(new BigDecimal("45536"), false)).isEqualTo("2024-09-01");
        assertThat(CellText.time(new BigDecimal("44074"), true)).isEqualTo("2024-09-01");
        assertThat(CellText.time(new BigDecimal("1"), false)).isEqualTo("1900-01-01");
        assertThat(CellText.time(new BigDecimal("0.5"), false)).isEqualTo("12:00");
        assertThat(CellText.time(new BigDecimal("-3"), false)).isEqualTo("-3");
        assertThat(CellText.time(new BigDecimal("1E+30"), false)).isEqualTo("1" + "0".repeat(30));
    }
}
