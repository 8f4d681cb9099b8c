package org.bellwether.web.today;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.bellwether.app.status.Status;
import org.bellwether.home.Home;
import org.bellwether.home.HomeLock;
import org.bellwether.intake.register.SubmissionFile;
import org.bellwether.intake.register.SubmissionState;
import org.bellwether.release.store.ReleaseStore;
import org.bellwether.staging.shape.ShapeReport;
import org.bellwether.web.page.HomeStatus;
import org.bellwether.web.page.When;
import org.bellwether.web.run.LastNight;
import org.springframework.stereotype.Component;

/** What is not as it should be in a home, each with its cure. */
@Component
class Problems {

    private static final String AGAIN = "Start it again: what it has done stands, and it goes on from there.";
    private static final int SHOWN = 20;
    private static final Duration RECENT = Duration.ofDays(31);

    private final Home home;
    private final HomeStatus status;
    private final LastNight lastNight;

    Problems(Home home, HomeStatus status, LastNight lastNight) {
        this.lastNight = lastNight;
        this.home = home;
        this.status = status;
    }

    List<Problem> list() throws IOException {
        List<Problem> problems = new ArrayList<>();
        failed().ifPresent(problems::add);
        stopped().ifPresent(problems::add);
        if (!new ReleaseStore(home).isCurrentComplete()) {
            problems.add(new Problem("Files of the current release are damaged or gone", "Start a night: it makes the release again.", "/runs"));
        }
        Optional<Status> known = status.status();
        known.map(Status::held).ifPresent(held -> problems.add(new Problem("Release " + held.release() + " is held for approval: " + String.join("; ", held.audits()),
                "Somebody who may approve looks at what changed and decides.", "/releases/held")));
        known.map(Status::audits).orElse(List.of()).forEach(audit -> problems.add(new Problem("audit " + audit.name(), audit.message() + " (" + audit.name() + ", " + rows(audit.rows()) + ")",
                audit.resolve(), null)));
        problems.addAll(deliveries(known.map(Status::submissions).orElse(List.of())));
        if (!HomeLock.isScheduled(home)) {
            problems.add(new Problem("No nights are scheduled", "Have bellwether schedule run as a service, or start nights on the page Runs.", "/runs"));
        }
        return problems;
    }

    private Optional<Problem> stopped() {
        return lastNight.stopped().map(one -> new Problem("The night that " + one.by() + " started on " + When.moment(one.since()) + " was stopped", AGAIN, "/runs"));
    }

    private Optional<Problem> failed() {
        return lastNight.failure().map(one -> new Problem("The run of " + When.moment(one.at()) + " failed", one.sentence(), "/runs"))
                .or(() -> lastNight.unfinished().map(night -> new Problem("The night of " + When.moment(night.started()) + " did not end well", AGAIN, "/runs")));
    }

    /** Refused or rejected, and no file of that name has been accepted since. */
    private static List<Problem> deliveries(List<Status.SubmissionStatus> all) {
        Map<String, Instant> accepted = all.stream().filter(one -> one.state().isAccepted())
                .collect(Collectors.toMap(Problems::file, Status.SubmissionStatus::receivedAt, (one, other) -> one.isAfter(other) ? one : other, TreeMap::new));
        Instant latest = all.stream().map(Status.SubmissionStatus::receivedAt).max(Instant::compareTo).orElse(Instant.EPOCH);
        List<Problem> problems = new ArrayList<>();
        all.stream().filter(one -> one.state() == SubmissionState.REFUSED || one.state() == SubmissionState.REJECTED)
                .filter(one -> one.receivedAt().isAfter(latest.minus(RECENT)))
                .filter(one -> !accepted.getOrDefault(file(one), Instant.EPOCH).isAfter(one.receivedAt()))
                .limit(SHOWN).forEach(one -> problems.add(new Problem("delivery " + one.id(), title(one), cure(one), "/returns/submissions/" + one.id())));
        all.stream().filter(one -> one.state().isAccepted()).flatMap(one -> one.warnings().stream()
                // How a delivery looked different matters until the next ones have come; of a history that was loaded it would hide what matters today.
                .filter(warning -> !warning.startsWith(ShapeReport.DIFFERS) || one.receivedAt().isAfter(latest.minus(RECENT))).map(warning -> new Problem("delivery " + one.id() + " " + Integer.toHexString(warning.hashCode()), one.returnName() + ": " + warning, "See the delivery "
                + one.id() + ".", "/returns/submissions/" + one.id()))).limit(SHOWN).forEach(problems::add);
        return problems;
    }

    private static String file(Status.SubmissionStatus one) {
        return one.files().stream().map(SubmissionFile::file).findFirst().orElse("");
    }

    private static String title(Status.SubmissionStatus one) {
        String what = one.returnName() == null ? "A delivery" : one.returnName();
        return what + " was " + one.state().label() + " on " + When.moment(one.receivedAt()) + (one.error() == null ? "" : ": " + one.error().message());
    }

    private static String cure(Status.SubmissionStatus one) {
        return one.error() == null ? "See which rows were rejected and why, have them mended, and send the file again." : one.error().remedy();
    }

    private static String rows(long rows) {
        return String.format(Locale.UK, rows == 1 ? "%,d row" : "%,d rows", rows);
    }
}
