package org.bellwether.batch.receive;

import java.sql.SQLException;
import java.util.List;
import org.bellwether.contract.catalog.ContractCatalog;
import org.bellwether.intake.register.Scope;
import org.bellwether.intake.register.Submission;
import org.bellwether.intake.register.SubmissionRegister;
import org.bellwether.staging.Stager;
import org.bellwether.staging.registration.Retirement;
import org.bellwether.staging.registration.SubmissionRegistrar;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Warns of submissions that leave out rows of what they replace, once all that came before them is registered. The afternoon of a
 * school day, sent by itself, takes the morning's marks with it, and somebody should know.
 */
final class RetiredRows {

    private static final Logger LOG = LoggerFactory.getLogger(RetiredRows.class);

    private final ContractCatalog catalog;
    private final SubmissionRegister register;
    private final SubmissionRegistrar registrar;
    private final Stager stager;

    RetiredRows(ContractCatalog catalog, SubmissionRegister register, SubmissionRegistrar registrar, Stager stager) {
        this.catalog = catalog;
        this.register = register;
        this.registrar = registrar;
        this.stager = stager;
    }

    /** @return the submissions in the same order, each that leaves rows out with a warning that is kept */
    List<Submission> warn(List<Submission> submissions) {
        return submissions.stream().map(this::warn).toList();
    }

    private Submission warn(Submission submission) {
        if (!submission.state().isAccepted()) {
            return submission;
        }
        List<String> scopes = submission.scopes().stream().map(Scope::values).toList();
        try {
            Retirement retirement = stager.retirement(catalog.contract(submission.returnName()).latest(), submission,
                    register.owners(submission.returnName(), submission.receivedAt(), submission.arrival(), scopes));
            return retirement.retired() == 0 ? submission
                    : registrar.warn(submission, "FILE-032", retirement.retired() + " of " + retirement.replaced());
        } catch (SQLException e) {
            // Rows that cannot be read are the build's to tell; here nothing is lost but a comparison.
            LOG.debug("Submission {} cannot be compared with what it replaces", submission.id(), e);
            return submission;
        }
    }
}
