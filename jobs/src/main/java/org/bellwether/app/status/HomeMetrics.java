package org.bellwether.app.status;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.bellwether.contract.ReturnContract;
import org.bellwether.contract.catalog.ContractCatalog;
import org.bellwether.home.Home;
import org.bellwether.home.Json;

/**
 * Of each return, by tag {@code return}: rows that are live ({@code warehouse.rows}), rows of the same submissions that were rejected
 * ({@code warehouse.rejects}), and days since anything of it was accepted ({@code warehouse.freshness.days}; none where nothing
 * ever was). Counts of rows and no more: nothing of a pupil.
 */
public final class HomeMetrics implements MeterBinder {

    private static final double SECONDS_A_DAY = Duration.ofDays(1).toSeconds();

    private final Home home;
    private final ContractCatalog catalog;

    public HomeMetrics(Home home, ContractCatalog catalog) {
        this.home = home;
        this.catalog = catalog;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (String name : catalog.returns().stream().map(ReturnContract::name).toList()) {
            gauge(registry, "warehouse.rows", "rows", name, of -> of.mapToLong(one -> one.accepted() == null ? 0 : one.accepted()).sum());
            gauge(registry, "warehouse.rejects", "rows", name, of -> of.mapToLong(one -> one.rejected() == null ? 0 : one.rejected()).sum());
            gauge(registry, "warehouse.freshness.days", "days", name, HomeMetrics::age);
        }
    }

    private void gauge(MeterRegistry registry, String meter, String unit, String name, ToDoubleFunction<Stream<Status.SubmissionStatus>> value) {
        Gauge.builder(meter, this, one -> value.applyAsDouble(one.accepted(name)))
                .baseUnit(unit).tag("return", name).strongReference(true).register(registry);
    }

    private Stream<Status.SubmissionStatus> accepted(String name) {
        Optional<Status> status = Json.readWhole(home.statusFile(), Status.class);
        return status.map(Status::submissions).orElse(List.of()).stream().filter(one -> one.returnName().equals(name) && one.state().isAccepted());
    }

    private static double age(Stream<Status.SubmissionStatus> accepted) {
        return accepted.map(Status.SubmissionStatus::receivedAt).max(Instant::compareTo)
                .map(last -> Duration.between(last, Instant.now()).toSeconds() / SECONDS_A_DAY).orElse(Double.NaN);
    }
}
