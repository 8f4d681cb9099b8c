package org.bellwether.batch.receive;

import java.nio.file.Path;
import java.util.List;
import org.bellwether.batch.report.Progress;
import org.bellwether.engine.ParallelMap;
import org.bellwether.home.Json;
import org.bellwether.intake.landing.Arrival;
import org.bellwether.intake.landing.LandingZone;
import org.bellwether.intake.preflight.PreflightCheck;
import org.bellwether.intake.preflight.PreflightReport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at what has landed, several arrivals side by side, and leaves what it has found beside the files. */
final class ArrivalInspector {

    private static final Logger LOG = LoggerFactory.getLogger(ArrivalInspector.class);

    private final LandingZone landingZone;
    private final PreflightCheck preflightCheck;
    private final int workers;

    /** @param workers how many arrivals are looked at side by side */
    ArrivalInspector(LandingZone landingZone, PreflightCheck preflightCheck, int workers) {
        this.landingZone = landingZone;
        this.preflightCheck = preflightCheck;
        this.workers = workers;
    }

    List<InspectedArrival> inspect(List<Arrival> arrivals, Progress progress) {
        progress.begin("preflight", "deliveries", arrivals.size());
        try {
            return ParallelMap.map(arrivals, workers, arrival -> {
                InspectedArrival inspected = inspect(arrival);
                progress.advance(1, inspected.names());
                return inspected;
            });
        } finally {
            progress.end();
        }
    }

    private InspectedArrival inspect(Arrival arrival) {
        Path folder = landingZone.folder(arrival.number());
        try {
            PreflightReport report = preflightCheck.inspect(arrival, folder);
            Json.write(folder.resolve(PreflightReport.FILE), report);
            return new InspectedArrival(arrival, report, null);
        } catch (RuntimeException | OutOfMemoryError e) {
            LOG.debug("Arrival {} could not be looked at", arrival.number(), e);
            return new InspectedArrival(arrival, null, e);
        }
    }
}
