package org.bellwether.batch.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.bellwether.batch.step.RunFailedException;
import org.bellwether.config.Project;
import org.bellwether.home.Home;
import org.bellwether.intake.register.Submission;
import org.bellwether.intake.register.SubmissionRegister;
import org.bellwether.release.check.AuditException;
import org.bellwether.release.check.Auditor;
import org.bellwether.release.store.Manifest;
import org.bellwether.release.store.Release;
import org.bellwether.release.store.ReleaseStore;
import org.bellwether.warehouse.Warehouse;
import org.bellwether.warehouse.table.ModelException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds submissions out of the build with which a model or an audit fails, so that the rest is published.
 *
 * <p>Only those that came since the last release are suspected: with what that holds, models and audits have passed. Where they
 * fail without all of the new ones too, or where there is no release yet, the fault is not in what was sent.
 */
public final class SubmissionQuarantine {

    private static final Logger LOG = LoggerFactory.getLogger(SubmissionQuarantine.class);
    private static final int TRIALS = 40;

    private final Project project;
    private final Home home;
    private final SubmissionRegister register;
    private final LiveSubmissionSelector liveSubmissions;
    private final WarehouseProvider warehouses;
    private final HeldSubmissions held;
    private final Supplier<String> models;

    /** @param models digest of the models, audits and config in force */
    SubmissionQuarantine(Project project, Home home, SubmissionRegister register, LiveSubmissionSelector liveSubmissions, WarehouseProvider warehouses,
            HeldSubmissions held, Supplier<String> models) {
        this.project = project;
        this.home = home;
        this.register = register;
        this.liveSubmissions = liveSubmissions;
        this.warehouses = warehouses;
        this.held = held;
        this.models = models;
    }

    /** Lets go of those that are not live any more, and of all when models, audits or config have changed. */
    public void review() {
        if (held.all().isEmpty()) {
            return;
        }
        String now = models.get();
        Set<String> live = liveSubmissions.liveIds();
        held.keep(held.all().stream().filter(one -> one.models().equals(now) && live.contains(one.submission())).toList());
    }

    /**
     * Looks for what was sent since the last release and makes a run fail, and holds it.
     *
     * @return whether the run passes now, which the caller begins anew
     */
    public boolean holdWhatFails(RunFailedException failure, Instant asOf) {
        Throwable cause = failure.getCause();
        List<String> suspects = cause instanceof ModelException || cause instanceof AuditException ? newlyCome() : List.of();
        Set<String> before = held.ids();
        Optional<List<String>> culprits = new FailureBisection(TRIALS, without -> {
            Set<String> out = new HashSet<>(before);
            out.addAll(without);
            return fault(asOf, out).isEmpty();
        }).among(suspects);
        culprits.ifPresent(found -> hold(found, cause));
        return culprits.isPresent();
    }

    private void hold(List<String> culprits, Throwable cause) {
        LOG.info("Held out of the build: {}", culprits, cause);
        String why = cause instanceof ModelException failed ? failed.model() : ((AuditException) cause).audit();
        List<HeldSubmissions.Entry> entries = new ArrayList<>(held.all());
        culprits.forEach(culprit -> entries.add(new HeldSubmissions.Entry(culprit, why, models.get())));
        held.keep(entries);
    }

    private List<String> newlyCome() {
        try {
            Optional<Release> current = new ReleaseStore(home).current();
            if (current.isEmpty()) {
                return List.of();
            }
            Set<String> published = Manifest.read(current.get().folder()).submissionIds();
            Set<String> live = liveSubmissions.liveIds();
            Set<String> already = held.ids();
            return register.all().stream().map(Submission::id)
                    .filter(id -> live.contains(id) && !published.contains(id) && !already.contains(id)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The model or audit that fails without these submissions; empty where all pass. */
    private Optional<String> fault(Instant asOf, Set<String> without) {
        try {
            Warehouse warehouse = warehouses.of(home.build());
            warehouse.build(liveSubmissions.at(asOf, SubmissionRegister.ALWAYS, without), run -> { });
            try (Connection connection = warehouse.connection()) {
                return Auditor.failing(connection, project).stream().findFirst();
            }
        } catch (ModelException e) {
            LOG.debug("A trial build without {} submissions has failed", without.size(), e);
            return Optional.of(e.model());
        } catch (SQLException e) {
            throw new IllegalStateException("The warehouse cannot be asked", e);
        }
    }
}
