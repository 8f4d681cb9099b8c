package org.bellwether.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.sql.SQLException;
import java.util.List;
import org.bellwether.batch.step.RunFailedException;
import org.bellwether.config.ErrorCode;
import org.bellwether.warehouse.table.ModelException;
import org.junit.jupiter.api.Test;

class FailureExplainerTest {

    @Test
    void what_the_machine_keeps_from_being_done_is_no_bug_of_the_model_in_which_it_shows() {
        RunFailedException failure = new RunFailedException("build", List.of(new ModelException("core.fact_exclusion",
                new SQLException("IO Error: Could not write file \"/srv/x/build/tmp/a\": No space left on device"))));

        assertThat(FailureExplainer.errorOf(failure).code()).isEqualTo(ErrorCode.DISK_FULL);
        assertThat(FailureExplainer.errorOf(failure)).hasMessageContaining("/srv/x/build/tmp/a");
    }

    @Test
    void an_error_of_the_catalogue_is_told_wherever_it_lies() {
        assertThat(FailureExplainer.errorOf(new IllegalStateException(ErrorCode.NO_SUCH_RELEASE.with("x"))).code())
                .isEqualTo(ErrorCode.NO_SUCH_RELEASE);
        assertThat(FailureExplainer.errorOf(new UncheckedIOException(new AccessDeniedException("/srv/x"))).code())
                .isEqualTo(ErrorCode.NO_PERMISSION);
    }

    @Test
    void anything_else_is_a_bug_and_says_nothing_of_a_row() {
        assertThat(FailureExplainer.errorOf(new IllegalStateException(new SQLException("Conversion Error: Could not convert 'Ann Other'"))))
                .hasMessageStartingWith("BUG-001 Something went wrong inside (Conversion Error). ");
        assertThat(FailureExplainer.errorOf(new ModelException("core.fact_note", new SQLException("Constraint Error: Duplicate key 'Ann Other'"))))
                .hasMessageStartingWith("BUG-003 core.fact_note: cannot be built (Constraint Error). ");
        assertThat(FailureExplainer.errorOf(new UncheckedIOException(new IOException("line 3: Ann Other"))))
                .hasMessageStartingWith("BUG-001 Something went wrong inside (IOException). ");
    }

    @Test
    void who_has_to_do_something_decides_the_exit_code() {
        assertThat(exitCode(ErrorCode.NO_QUESTION)).isEqualTo(ExitCode.USAGE);
        assertThat(exitCode(ErrorCode.NO_NIGHT, "application.yml")).isEqualTo(ExitCode.USAGE);
        assertThat(exitCode(ErrorCode.DISK_FULL, "/srv")).isEqualTo(ExitCode.FAILED);
        assertThat(exitCode(ErrorCode.HOME_IN_USE, "/srv", "process 1")).isEqualTo(ExitCode.LOCKED);
        assertThat(exitCode(ErrorCode.READ_BACK_OTHERWISE, "a.parquet", "rows")).isEqualTo(ExitCode.AUDIT_FAILED);
        assertThat(FailureExplainer.explain(new NullPointerException(), false)).isEqualTo(ExitCode.FAILED);
    }

    private static int exitCode(ErrorCode code, Object... values) {
        return FailureExplainer.explain(code.with(values), false);
    }
}
