package org.bellwether.sample.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFileTest {

    private static final byte[] ROWS = "8992001,990001,R201100010000,2024-09-10,AM,/,,SYNTH\n".repeat(10_000)
            .getBytes(StandardCharsets.US_ASCII);

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = folder.resolve("rows.csv.gz");
        try (OutputStream out = OutputFile.open(file)) {
            out.write(ROWS);
        }
    }

    @Test
    void a_name_that_ends_in_gz_is_compressed() throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            assertThat(in.readAllBytes()).isEqualTo(ROWS);
        }
        assertThat(Files.size(file)).isLessThan(ROWS.length / 100);
    }

    @Test
    void a_compressed_file_says_nothing_of_when_it_was_made() throws IOException {
        byte[] header = Files.readAllBytes(file);
        assertThat(new byte[] {header[4], header[5], header[6], header[7]}).containsOnly(0);
    }

    @Test
    void a_file_that_was_cut_off_gives_three_fifths_and_then_fails() throws IOException {
        OutputFile.cutOff(file);
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            int there = ROWS.length * 3 / 5;
            assertThat(in.readNBytes(there)).hasSize(there);
            assertThatThrownBy(in::read).isInstanceOf(EOFException.class);
        }
    }
}
