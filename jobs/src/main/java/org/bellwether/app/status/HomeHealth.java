package org.bellwether.app.status;

import java.io.IOException;
import java.util.Comparator;
import java.util.Optional;
import org.bellwether.batch.nightly.NightlyJob;
import org.bellwether.home.Home;
import org.bellwether.home.Json;
import org.bellwether.release.store.HeldReleases;
import org.bellwether.release.store.ReleaseStore;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/** Whether readers have a whole release and the last night went well. Reads what the last run left; needs neither lock nor database. */
public final class HomeHealth extends AbstractHealthIndicator {

    private final Home home;

    public HomeHealth(Home home) {
        this.home = home;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) throws IOException {
        Optional<Status> status = Json.readWhole(home.statusFile(), Status.class);
        Optional<Status.Run> night = status.flatMap(HomeHealth::lastNight);
        ReleaseStore releases = new ReleaseStore(home);
        if (releases.current().isEmpty() || night.isEmpty()) {
            health.unknown();
        } else if (releases.isCurrentComplete() && night.get().status().equals("COMPLETED")) {
            health.up();
        } else {
            health.down();
        }
        releases.current().ifPresent(current -> health.withDetail("release", current.id().toString()));
        new HeldReleases(home).held().ifPresent(held -> health.withDetail("held", held.id().toString()));
        night.ifPresent(run -> health.withDetail("night", run.status()).withDetail("started", run.started().toString()));
    }

    private static Optional<Status.Run> lastNight(Status status) {
        return status.runs().stream().filter(run -> run.job().equals(NightlyJob.NAME) && run.started() != null)
                .max(Comparator.comparing(Status.Run::started));
    }
}
