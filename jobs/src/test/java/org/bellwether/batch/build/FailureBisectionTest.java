package org.bellwether.batch.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FailureBisectionTest {

    private static final List<String> HUNDRED = IntStream.range(0, 100).mapToObj(Integer::toString).toList();

    private final AtomicInteger trials = new AtomicInteger();

    @ParameterizedTest
    @ValueSource(strings = {"0", "50", "63", "99"})
    void one_among_a_hundred_is_found_in_few_trials(String culprit) {
        assertThat(culprits(40, Set.of(culprit)).among(HUNDRED)).contains(List.of(culprit));
        assertThat(trials.get()).isLessThan(11);
    }

    @Test
    void several_are_found() {
        assertThat(culprits(40, Set.of("3", "4", "77")).among(HUNDRED)).contains(List.of("3", "4", "77"));
    }

    @Test
    void where_it_fails_without_all_or_passes_with_all_none_is_to_blame() {
        assertThat(new FailureBisection(40, without -> false).among(HUNDRED)).isEmpty();
        assertThat(culprits(40, Set.of()).among(HUNDRED)).isEmpty();
        assertThat(culprits(40, Set.of("3")).among(List.of())).isEmpty();
    }

    @Test
    void when_trials_run_out_what_was_not_tried_is_left_out_too() {
        List<String> found = culprits(12, Set.of("3", "4", "77")).among(HUNDRED).orElseThrow();

        assertThat(found).contains("3", "4", "77").doesNotContain("0", "1", "2");
        assertThat(trials.get()).isLessThan(15);
    }

    private FailureBisection culprits(int most, Set<String> bad) {
        return new FailureBisection(most, without -> {
            trials.incrementAndGet();
            return without.containsAll(bad);
        });
    }
}
