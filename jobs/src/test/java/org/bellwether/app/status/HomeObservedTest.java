package org.bellwether.app.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.bellwether.config.ConfigFiles;
import org.bellwether.config.Project;
import org.bellwether.contract.catalog.ContractCatalog;
import org.bellwether.home.Home;
import org.bellwether.home.Json;
import org.bellwether.intake.register.SubmissionState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.actuate.info.Info;

/** What the process that stays tells of a home: from what the last run left, without lock or database. */
class HomeObservedTest {

    private static final Instant NOW = Instant.now();

    @TempDir
    Path folder;

    private Home home;
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    @BeforeEach
    void a_home() throws Exception {
        home = new Home(folder.resolve("home"));
        Files.createDirectories(home.control());
        Files.createDirectories(home.releases());
        new HomeMetrics(home, ContractCatalog.load(new ConfigFiles(Project.locate().config(), home.config()))).bindTo(registry);
    }

    @Test
    void rows_and_rejects_are_those_of_what_is_live_and_age_that_of_what_came_last() {
        left("COMPLETED", submission("a", SubmissionState.ACCEPTED, 3, 90L, 10L), submission("b", SubmissionState.ACCEPTED_WITH_QUERIES, 2, 45L, 5L),
                submission("c", SubmissionState.REPLACED, 9, 1000L, 0L), submission("d", SubmissionState.REFUSED, 1, null, null));

        assertThat(gauge("warehouse.rows", "exclusion_notice")).isEqualTo(135);
        assertThat(gauge("warehouse.rejects", "exclusion_notice")).isEqualTo(15);
        assertThat(gauge("warehouse.freshness.days", "exclusion_notice")).isCloseTo(2, within(0.01));
    }

    @Test
    void a_return_that_never_came_has_no_age() {
        left("COMPLETED");

        assertThat(gauge("warehouse.rows", "term_dates")).isZero();
        assertThat(gauge("warehouse.freshness.days", "term_dates")).isNaN();
    }

    @Test
    void a_home_without_a_release_is_neither_well_nor_ill() {
        assertThat(new HomeHealth(home).health().getStatus()).isEqualTo(org.springframework.boot.health.contributor.Status.UNKNOWN);
    }

    @Test
    void a_night_that_failed_or_a_release_cut_short_is_ill() throws Exception {
        Path release = Files.createDirectories(home.releases().resolve("2026-05-13-0001"));
        Files.createSymbolicLink(home.current(), home.root().relativize(release));
        left("FAILED");

        assertThat(new HomeHealth(home).health().getStatus()).isEqualTo(org.springframework.boot.health.contributor.Status.DOWN);
        assertThat(new HomeHealth(home).health().getDetails()).containsEntry("night", "FAILED").containsEntry("release", "2026-05-13-0001");

        left("COMPLETED");

        assertThat(new HomeHealth(home).health().getStatus()).as("its files are gone").isEqualTo(org.springframework.boot.health.contributor.Status.DOWN);
    }

    @Test
    void it_is_said_whose_home_it_is() {
        left("COMPLETED");
        Info.Builder info = new Info.Builder();

        new HomeInfo(home).contribute(info);

        assertThat(info.build().get("warehouse")).isEqualTo(Map.of("la", 899, "release", "2026-05-13-0001"));
    }

    private double gauge(String meter, String returnName) {
        return registry.get(meter).tag("return", returnName).gauge().value();
    }

    private void left(String night, Status.SubmissionStatus... submissions) {
        Json.write(home.statusFile(), new Status(899, "2026-05-13-0001", List.of(submissions), Map.of(), List.of(),
                List.of(new Status.Run("nightly", night, NOW, NOW, List.of())), null, List.of(), null, List.of(), List.of()));
    }

    private static Status.SubmissionStatus submission(String id, SubmissionState state, int days, Long accepted, Long rejected) {
        return new Status.SubmissionStatus(id, "exclusion_notice", state, NOW.minus(Duration.ofDays(days)), null, accepted, rejected, List.of(), Map.of(), null,
                List.of());
    }
}
