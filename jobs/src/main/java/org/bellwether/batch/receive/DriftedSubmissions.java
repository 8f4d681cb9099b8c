package org.bellwether.batch.receive;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bellwether.contract.catalog.ContractCatalog;
import org.bellwether.home.Home;
import org.bellwether.intake.register.Submission;
import org.bellwether.intake.register.SubmissionRegister;
import org.bellwether.staging.registration.SubmissionRegistrar;
import org.bellwether.staging.shape.Feed;
import org.bellwether.staging.shape.ShapeComparison;
import org.bellwether.staging.shape.ShapeReport;

/**
 * Compares what was accepted with what the same source has sent before, once all that came before it is registered. Software at a
 * source changes without notice, and a file that is still read may mean something else.
 */
final class DriftedSubmissions {

    private static final Comparator<Submission> BY_ARRIVAL = Comparator.comparing(Submission::receivedAt).thenComparing(Submission::arrival);

    private final Home home;
    private final ContractCatalog catalog;
    private final SubmissionRegister register;
    private final SubmissionRegistrar registrar;

    DriftedSubmissions(Home home, ContractCatalog catalog, SubmissionRegister register, SubmissionRegistrar registrar) {
        this.home = home;
        this.catalog = catalog;
        this.register = register;
        this.registrar = registrar;
    }

    /** @return the submissions in the same order, each that differs with a warning that is kept; its report names all */
    List<Submission> warn(List<Submission> submissions) {
        Map<String, Map<Feed, List<Submission>>> feeds = new HashMap<>();
        return submissions.stream().map(one -> one.state().isAccepted()
                ? warn(one, feeds.computeIfAbsent(one.returnName(), this::feeds).getOrDefault(Feed.of(one), List.of()))
                : one).toList();
    }

    /** Of each feed what was ever accepted, in order of time. */
    private Map<Feed, List<Submission>> feeds(String returnName) {
        return register.accepted(returnName, SubmissionRegister.ALWAYS, SubmissionRegister.ALWAYS).stream().collect(Collectors.groupingBy(Feed::of));
    }

    private Submission warn(Submission submission, List<Submission> feed) {
        Path folder = folder(submission);
        Optional<ShapeReport> own = ShapeReport.in(folder);
        if (own.isEmpty()) {
            return submission;
        }
        List<Submission> earlier = feed.stream().filter(one -> BY_ARRIVAL.compare(one, submission) < 0).toList();
        ShapeReport report = new ShapeComparison(catalog.contract(submission.returnName()), earlier, this::folder).compare(submission, own.get());
        report.writeInto(folder);
        return report.drifts().isEmpty() ? submission : registrar.warn(submission, ShapeReport.DIFFERS, report.sentence());
    }

    private Path folder(Submission submission) {
        return home.landing(submission.returnName(), submission.id());
    }
}
