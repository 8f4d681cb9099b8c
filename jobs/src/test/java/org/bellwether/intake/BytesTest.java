package org.bellwether.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BytesTest {

    @ParameterizedTest
    @ValueSource(ints = {-1, ','})
    void eight_at_once_are_told_as_one_by_one(int limit) {
        Random random = new Random(2026);
        for (int run = 0; run < 200_000; run++) {
            byte[] buffer = new byte[random.nextInt(40)];
            random.nextBytes(buffer);
            for (int i = 0; i < buffer.length; i++) {
                // Mostly letters, or every stretch would be short.
                buffer[i] = random.nextInt(12) > 0 ? (byte) random.nextInt(limit + 1, 128) : buffer[i];
            }
            int from = random.nextInt(buffer.length + 1);

            assertThat(Bytes.above(limit, buffer, from, buffer.length)).isEqualTo(oneByOne(limit, buffer, from));
        }
    }

    private static int oneByOne(int limit, byte[] buffer, int from) {
        int i = from;
        while (i < buffer.length && buffer[i] > limit) {
            i++;
        }
        return i - from;
    }
}
