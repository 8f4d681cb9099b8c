package org.bellwether.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GzipFileTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 300, 32_768, 262_143, 262_144, 262_145, 3_000_000})
    void what_is_written_is_read_again(int size) throws IOException {
        for (int letters : new int[] {1, 2, 7, 256}) {
            Chance chance = Chance.of(1, "bytes", size, letters);
            byte[] bytes = new byte[size];
            for (int i = 0; i < size; i++) {
                bytes[i] = (byte) chance.below(letters);
            }
            assertThat(readAgain(bytes)).isEqualTo(bytes);
        }
    }

    @Test
    void skewed_frequencies_stay_within_the_longest_code() throws IOException {
        StringBuilder text = new StringBuilder();
        Chance chance = Chance.of(2, "skewed");
        for (int i = 0; i < 400_000; i++) {
            text.append((char) (' ' + Long.numberOfTrailingZeros(chance.next() | 1L << 60)));
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.US_ASCII);
        assertThat(readAgain(bytes)).isEqualTo(bytes);
    }

    @Test
    void rows_that_repeat_take_little_room() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 50_000; i++) {
            text.append("8992001,990001,R2011000").append(10_000 + i / 76).append(",2024-09-").append(10 + i % 20)
                    .append(",AM,/,,SYNTH\n");
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.US_ASCII);
        assertThat(readAgain(bytes)).isEqualTo(bytes);
        assertThat(Files.size(folder.resolve("file.gz"))).isLessThan(bytes.length / 12);
    }

    private byte[] readAgain(byte[] bytes) throws IOException {
        Path file = folder.resolve("file.gz");
        try (GzipFile out = new GzipFile(file)) {
            for (int from = 0; from < bytes.length; from += 70_001) {
                out.write(bytes, from, Math.min(70_001, bytes.length - from));
            }
        }
        try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            return in.readAllBytes();
        }
    }
}
