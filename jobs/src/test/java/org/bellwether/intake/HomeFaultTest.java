package org.bellwether.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.sql.SQLException;
import java.util.List;
import java.util.zip.ZipException;
import org.bellwether.config.ErrorCode;
import org.junit.jupiter.api.Test;

class HomeFaultTest {

    @Test
    void what_may_be_mended_by_tomorrow_is_of_the_home() {
        for (Throwable fault : List.of(
                new UncheckedIOException(new AccessDeniedException("/home/staged")),
                new UncheckedIOException(new FileSystemException("/home/landing", null, "No space left on device")),
                new IllegalStateException(new IOException("No space left on device")),
                new SQLException("IO Error: Could not write file \"/home/build/tmp/x\": No space left on device"),
                new SQLException("Out of Memory Error: failed to allocate data of size 8.0 MiB"),
                new SQLException("FATAL Error: Failed: database has been invalidated because of a previous fatal error."),
                ErrorCode.KEY_GONE.with("/home/vault/pseudonym.key"),
                new OutOfMemoryError("Java heap space"))) {
            assertThat(HomeFault.is(fault)).as(fault.toString()).isTrue();
        }
    }

    @Test
    void what_fails_by_its_content_is_of_the_file_even_where_its_text_sounds_otherwise() {
        for (Throwable failure : List.of(
                new SQLException("Conversion Error: Could not convert string 'permission denied' to INT32"),
                new SQLException("Invalid Input Error: No space left on device, said the note in the row"),
                new UncheckedIOException(new ZipException("invalid block type")),
                new NullPointerException(),
                new StackOverflowError())) {
            assertThat(HomeFault.is(failure)).as(failure.toString()).isFalse();
        }
    }

    @Test
    void the_kind_of_a_failure_says_nothing_of_the_row() {
        assertThat(HomeFault.kind(new IllegalStateException(new SQLException("Conversion Error: Could not convert string 'A123456789012' to INT32"))))
                .isEqualTo("Conversion Error");
        assertThat(HomeFault.kind(new IllegalArgumentException("A123456789012"))).isEqualTo("IllegalArgumentException");
    }
}
