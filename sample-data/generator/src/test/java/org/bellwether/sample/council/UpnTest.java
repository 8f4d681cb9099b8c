package org.bellwether.sample.council;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UpnTest {

    @ParameterizedTest
    @ValueSource(strings = {"R201100018042", "T20110001804V", "T821400224017", "G822900125003", "F82140022400A"})
    void the_check_letter_is_the_weighted_sum_modulo_23(String upn) {
        assertThat(Upn.complete(upn.substring(1))).isEqualTo(upn);
        assertThat(Upn.isValid(upn)).isTrue();
    }

    @Test
    void a_spoiled_number_has_the_form_of_a_upn_and_the_wrong_letter() {
        String spoiled = Upn.spoiled("R201100018042");
        assertThat(spoiled).isEqualTo("T201100018042");
        assertThat(Upn.isValid(spoiled)).isFalse();
    }

    @Test
    void a_temporary_number_ends_in_a_letter_and_is_valid() {
        String upn = Upn.temporary(899, 2001, 2025, 25);
        assertThat(upn).matches("[A-Z]899200125\\d\\d[A-Z]");
        assertThat(Upn.isValid(upn)).isTrue();
    }
}
