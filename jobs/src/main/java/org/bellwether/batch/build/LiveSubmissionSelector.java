package org.bellwether.batch.build;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.bellwether.config.BellwetherException;
import org.bellwether.config.ErrorCode;
import org.bellwether.config.Shown;
import org.bellwether.contract.Kind;
import org.bellwether.contract.ReturnContract;
import org.bellwether.contract.catalog.ContractCatalog;
import org.bellwether.home.Home;
import org.bellwether.intake.register.Scope;
import org.bellwether.intake.register.StagedFile;
import org.bellwether.intake.register.Submission;
import org.bellwether.intake.register.SubmissionRegister;
import org.bellwether.intake.register.SubmissionRegister.Owner;
import org.bellwether.intake.register.SubmissionState;
import org.bellwether.staging.session.ContractFingerprints;
import org.bellwether.warehouse.source.ArrivalRow;
import org.bellwether.warehouse.source.BuildInput;
import org.bellwether.warehouse.source.Delivery;
import org.bellwether.warehouse.source.LiveScope;
import org.bellwether.warehouse.source.StagedSource;
import org.bellwether.warehouse.source.SubmissionRow;

/** Chooses what is live at an instant: for every scope the submission that owned it then. */
final class LiveSubmissionSelector {

    private final Home home;
    private final ContractCatalog catalog;
    private final SubmissionRegister register;
    private final HeldSubmissions held;
    private final ContractFingerprints fingerprints;

    LiveSubmissionSelector(Home home, ContractCatalog catalog, SubmissionRegister register, HeldSubmissions held,
            ContractFingerprints fingerprints) {
        this.fingerprints = fingerprints;
        this.held = held;
        this.home = home;
        this.catalog = catalog;
        this.register = register;
    }

    /** Ids of the accepted submissions that own a scope today, or whose return keeps all. */
    Set<String> liveIds() {
        Set<String> ids = new HashSet<>();
        register.standings().forEach((id, standing) -> {
            if (standing.owned() > 0) {
                ids.add(id);
            }
        });
        catalog.returns().stream().filter(LiveSubmissionSelector::keepsAll).forEach(contract -> ids.addAll(register.acceptedIds(contract.name())));
        return ids;
    }

    /**
     * What is live with the submissions that are held left out.
     *
     * @param known withdrawals after it do not count
     */
    BuildInput at(Instant asOf, Instant known) {
        return at(asOf, known, held.ids());
    }

    /** @throws BellwetherException where staged rows of a submission are gone: without them a build would be silently wrong */
    BuildInput at(Instant asOf, Instant known, Set<String> without) {
        List<StagedSource> sources = new ArrayList<>();
        List<SubmissionRow> submissions = new ArrayList<>();
        List<ArrivalRow> arrivals = new ArrayList<>();
        JudgementReader judged = new JudgementReader(home);
        for (ReturnContract contract : catalog.returns()) {
            List<Submission> accepted = register.accepted(contract.name(), asOf, known).stream()
                    .filter(one -> !without.contains(one.id())).toList();
            if (!accepted.isEmpty()) {
                accepted.forEach(this::expectStaged);
                accepted.forEach(one -> submissions.add(new SubmissionRow(one.key(), one.id(), one.returnName(), one.receivedAt(),
                        one.arrival(), stateThen(one).label(), one.rows(), one.accepted(), one.rejected())));
                accepted.forEach(one -> arrivals.add(arrival(one, contract.kind())));
                List<Owner> owners = register.owners(contract.name(), asOf, known, without);
                judged.add(contract, accepted, owners);
                stagedTables(contract).forEach(table -> sources.add(source(contract, table, accepted, owners)));
            }
        }
        List<Submission> declined = register.declined(asOf).stream().filter(one -> !without.contains(one.id())).toList();
        declined.forEach(one -> arrivals.add(arrival(one, Kind.FULL)));
        judged.addDeclined(declined);
        return new BuildInput(asOf, sources, submissions, arrivals, judged.all());
    }

    /** Scopes of events are their keys, which tell of no stretch of time. */
    private static ArrivalRow arrival(Submission one, Kind kind) {
        return new ArrivalRow(one.key(), one.id(), one.returnName(), one.receivedAt(), one.arrival(), stateThen(one).label(),
                one.files().isEmpty() ? "" : Shown.fileName(one.files().get(0).file()),
                kind == Kind.PART ? one.scopes().stream().map(Scope::values).toList() : List.of());
    }

    private static SubmissionState stateThen(Submission one) {
        return one.withdrawal() == null ? one.state() : one.withdrawal().was();
    }

    private void expectStaged(Submission submission) {
        submission.missing(home.staged(submission.returnName(), submission.id())).ifPresent(gone -> {
            throw ErrorCode.STAGED_GONE.with(submission.id(), gone);
        });
    }

    private static TreeSet<String> stagedTables(ReturnContract contract) {
        TreeSet<String> tables = new TreeSet<>();
        contract.tables().values().forEach(table -> table.stages().ifPresent(tables::add));
        return tables;
    }

    private StagedSource source(ReturnContract contract, String table, List<Submission> accepted, List<Owner> owners) {
        Map<String, Long> owned = new HashMap<>();
        owners.forEach(owner -> owned.merge(owner.submissionId(), 1L, Long::sum));
        boolean all = keepsAll(contract);
        List<Delivery> deliveries = new ArrayList<>();
        for (Submission submission : accepted) {
            Path parquet = home.staged(contract.name(), submission.id()).resolve(table + ".parquet");
            if ((all || owned.containsKey(submission.id())) && Files.exists(parquet)) {
                boolean whole = owned.getOrDefault(submission.id(), 0L) == submission.scopes().size();
                deliveries.add(new Delivery(submission.key(), submission.id(), submission.receivedAt(), submission.arrival(), whole, parquet,
                        sha256(submission, parquet), !fingerprints.of(contract.name()).equals(submission.judgedBy())));
            }
        }
        return switch (contract.kind()) {
            case PART -> StagedSource.part(table, contract.replaces(), deliveries, scopes(owners));
            case EVENTS -> StagedSource.events(table, contract.replaces().get(0), contract.retires().orElse(null), deliveries);
            case FULL -> deliveries.isEmpty() ? StagedSource.snapshot(table, List.of()) : StagedSource.full(table, deliveries.get(0));
            case SNAPSHOT -> StagedSource.snapshot(table, deliveries);
        };
    }

    private static String sha256(Submission submission, Path parquet) {
        StagedFile file = submission.staged() == null ? null : submission.staged().get(parquet.getFileName().toString());
        return file == null ? null : file.sha256();
    }

    private static boolean keepsAll(ReturnContract contract) {
        return contract.kind() == Kind.EVENTS || contract.kind() == Kind.SNAPSHOT;
    }

    private static List<LiveScope> scopes(List<Owner> owners) {
        return owners.stream().map(owner -> new LiveScope(Scope.split(owner.scope()), Submission.key(owner.submissionId()))).toList();
    }
}
