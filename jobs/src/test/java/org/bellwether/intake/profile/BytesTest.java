package org.bellwether.intake.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BytesTest {

    @ParameterizedTest
    @ValueSource(ints = {0, ','})
    void eight_at_once_are_told_as_one_by_one(int limit) {
        Random random = new Random(2026);
        for (int run = 0; run < 200_000; run++) {
            byte[] buffer = new byte[random.nextInt(40)];
            random.nextBytes(buffer);
            for (int i = 0; i < buffer.length; i++) {
                // Mostly letters and commas, or every stretch would be short.
                buffer[i] = random.nextInt(12) > 0 ? (byte) random.nextInt(limit, limit + 9) : buffer[i];
            }
            int from = random.nextInt(buffer.length + 1);

            assertThat(Bytes.from(limit, buffer, from, buffer.length)).isEqualTo(oneByOne(limit, buffer, from));
            assertThat(Bytes.count(limit, buffer, from, buffer.length))
                    .isEqualTo((int) IntStream.range(from, buffer.length).filter(i -> buffer[i] == limit).count());
        }
    }

    private static int oneByOne(int least, byte[] buffer, int from) {
        int i = from;
        while (i < buffer.length && buffer[i] >= least) {
            i++;
        }
        return i - from;
    }
}
