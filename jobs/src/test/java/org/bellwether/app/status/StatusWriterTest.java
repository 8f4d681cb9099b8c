package org.bellwether.app.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.bellwether.intake.register.SubmissionState;
import org.junit.jupiter.api.Test;

class StatusWriterTest {

    @Test
    void what_is_live_and_what_came_last_is_named_and_the_rest_counted() {
        List<Status.SubmissionStatus> all = IntStream.rangeClosed(1, 1000).mapToObj(number -> status(number, number % 4 == 0
                ? SubmissionState.ACCEPTED : number % 4 == 1 ? SubmissionState.REFUSED : SubmissionState.REPLACED)).toList();

        List<Status.SubmissionStatus> shown = StatusWriter.shown(all);

        assertThat(shown).hasSize(500 + 125).endsWith(all.get(999));
        assertThat(shown).filteredOn(one -> one.state() == SubmissionState.ACCEPTED).hasSize(250);
        assertThat(StatusWriter.omitted(all, shown)).isEqualTo(Map.of("refused", 125L, "replaced", 250L));
    }

    private static Status.SubmissionStatus status(int number, SubmissionState state) {
        return new Status.SubmissionStatus(String.format("%06d", number), "term_dates", state, Instant.EPOCH, 1L, 1L, 0L, List.of(), Map.of(), null,
                List.of());
    }
}
