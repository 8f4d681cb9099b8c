package org.bellwether.sample.council;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ChanceTest {

    /** Worked out apart from the JDK, which does not promise that its numbers stay: what moves them is seen here. */
    @Test
    void the_numbers_are_those_of_split_mix_64() {
        Chance whole = Chance.of(899, "child", 1, 2);
        Chance parts = Chance.of(899, "child", 1, 2);
        assertThat(Stream.generate(() -> whole.below(1_000_000)).limit(4)).isEqualTo(List.of(420_042, 184_857, 259_134, 216_862));
        assertThat(Stream.generate(parts::unit).limit(2)).isEqualTo(List.of(0.47610143317470865, 0.6440956412806615));
    }

    @Test
    void each_identity_has_numbers_of_its_own() {
        assertThat(Stream.of(Chance.of(1, "a", 1), Chance.of(2, "a", 1), Chance.of(1, "b", 1), Chance.of(1, "a", 2), Chance.of(1, "a", 1, 0))
                .map(Chance::unit)).doesNotHaveDuplicates();
    }
}
