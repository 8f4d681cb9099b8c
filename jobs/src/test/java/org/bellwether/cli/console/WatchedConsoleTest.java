package org.bellwether.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class WatchedConsoleTest {

    private static final String EMPTY_LINE = "\r\u001B[K";

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final WatchedConsole console = new WatchedConsole(new PrintStream(written, true, StandardCharsets.UTF_8), 100);

    @Test
    void long_work_shows_how_far_it_has_come_and_leaves_nothing_behind() {
        console.begin("receive", "rows", 1000);
        console.advance(400, "marks.csv");
        console.end();

        assertThat(screen()).containsPattern("receive +40% \\[=+>? *] +400/1000 rows .*marks.csv").endsWith(EMPTY_LINE);
        assertThat(screen()).as("colours").doesNotContainPattern("\u001B\\[[0-9;]*m");
    }

    @Test
    void a_line_takes_the_place_of_the_bar_which_goes_on_below_it() {
        console.begin("build", "models", 74);
        console.accept("build 3%");

        console.line("accepted marks.csv");
        console.end();
        console.line("the end");

        assertThat(screen()).contains(EMPTY_LINE + "accepted marks.csv" + System.lineSeparator() + "build 3%")
                .endsWith(EMPTY_LINE + "the end" + System.lineSeparator());
    }

    @Test
    void nothing_to_do_shows_no_bar() {
        console.begin("receive", "rows", 0);
        console.advance(0, "");
        console.end();
        console.line("Nothing to do");

        assertThat(screen()).isEqualTo("Nothing to do" + System.lineSeparator());
    }

    private String screen() {
        return written.toString(StandardCharsets.UTF_8);
    }
}
