package org.bellwether.app.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.bellwether.batch.nightly.NightlyJobLauncher;
import org.bellwether.home.Home;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ObservedJobsTest {

    @TempDir
    Path folder;

    @Test
    void a_night_is_observed_with_its_steps_by_whoever_stays_longer() throws Exception {
        Home home = new Home(folder.resolve("home"));
        Files.createDirectories(home.config());
        Files.writeString(home.config().resolve("application.yml"), "bellwether: {la: 899}\n");
        Set<String> seen = new ConcurrentSkipListSet<>();
        ObservationRegistry observations = ObservationRegistry.create();
        observations.observationConfig().observationHandler(new ObservationHandler<>() {

            @Override
            public void onStop(Observation.Context context) {
                context.getLowCardinalityKeyValues().forEach(pair -> seen.add(context.getName() + " " + pair.getValue()));
            }

            @Override
            public boolean supportsContext(Observation.Context context) {
                return true;
            }
        });

        try (ApplicationSession session = ApplicationSession.open(home, observations)) {
            session.get(NightlyJobLauncher.class).run(Instant.parse("2026-05-13T01:30:00Z"));
        }

        assertThat(seen).contains("spring.batch.job nightly").containsAll(List.of("restage", "land", "preflight", "receive", "build", "publish").stream()
                .map(step -> "spring.batch.step " + step).toList());
    }
}
