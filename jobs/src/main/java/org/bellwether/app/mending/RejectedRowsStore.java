package org.bellwether.app.mending;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bellwether.engine.Sql;
import org.bellwether.home.Folders;
import org.bellwether.home.Home;
import org.bellwether.intake.HomeFault;
import org.bellwether.intake.landing.Arrival;
import org.bellwether.intake.preflight.PreflightCheck;
import org.bellwether.intake.preflight.PreflightReport;
import org.bellwether.intake.profile.RefusedException;
import org.bellwether.intake.register.Submission;
import org.bellwether.intake.register.SubmissionFile;
import org.bellwether.staging.Stager;
import org.bellwether.staging.validation.RejectedRows;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the received files say of rejected rows, kept in the vault, so that a file is read for it once. Of a submission of which nothing is
 * open any more it keeps no UPN.
 */
final class RejectedRowsStore {

    private static final Logger LOG = LoggerFactory.getLogger(RejectedRowsStore.class);
    private static final String CLOSED = "closed";
    private static final int DIGITS = 12;

    private final Home home;
    private final PreflightCheck preflightCheck;
    private final Stager stager;
    private final Path root;

    RejectedRowsStore(Home home, PreflightCheck preflightCheck, Stager stager) {
        this.home = home;
        this.preflightCheck = preflightCheck;
        this.stager = stager;
        this.root = home.rejectReports().resolve(".rows");
    }

    /**
     * @param findings SQL of what was found in its rows
     * @return a folder of what {@link RejectedRows} writes; without it where the files cannot be read any more
     */
    Path of(Submission submission, String findings) throws SQLException, IOException {
        Path folder = folder(submission);
        if (!Files.exists(folder)) {
            Path half = root.resolve(folder.getFileName() + ".half");
            Folders.delete(half);
            Folders.createPrivate(half);
            read(submission, findings, half);
            Files.move(half, folder);
        }
        return folder;
    }

    private void read(Submission submission, String findings, Path target) throws SQLException {
        Path landed = home.landing(submission.returnName(), submission.id());
        List<String> files = submission.files().stream().map(SubmissionFile::file).distinct().sorted().toList();
        if (!files.stream().allMatch(file -> Files.exists(landed.resolve(file)))) {
            return;
        }
        try {
            PreflightReport report = preflightCheck.inspect(new Arrival(submission.arrival(), submission.receivedAt(), files, List.of()), landed)
                    .knownAs(submission.id());
            if (report.error() == null) {
                stager.writeRejected(report, landed, findings, target);
            }
        } catch (RefusedException e) {
            LOG.info("Files of submission {} cannot be read again: {}", submission.id(), e.error().rule());
        } catch (RuntimeException | SQLException e) {
            if (HomeFault.is(e)) {
                throw e;
            }
            // The engine's message may quote a row.
            LOG.info("Files of submission {} cannot be read again: {}", submission.id(), HomeFault.kind(e));
        }
    }

    boolean isClosed(Submission submission) {
        return Files.exists(folder(submission).resolve(CLOSED));
    }

    /** Takes the UPNs away: nothing of it is open. */
    void close(Connection connection, Submission submission) throws SQLException, IOException {
        Path rows = folder(submission).resolve(RejectedRows.ROWS);
        if (Files.exists(rows)) {
            Path without = rows.resolveSibling(RejectedRows.ROWS + ".half");
            Sql.execute(connection, "copy (select * replace (cast(null as varchar) as upn) from read_parquet(" + Sql.literal(rows.toString()) + ")) to "
                    + Sql.literal(without.toString()) + " (format parquet)");
            Files.move(without, rows, StandardCopyOption.REPLACE_EXISTING);
        }
        Files.writeString(folder(submission).resolve(CLOSED), "");
    }

    void delete(Submission submission) {
        Folders.delete(folder(submission));
    }

    /** Takes away what is of no submission among these, as they were judged last. */
    void keep(List<Submission> submissions) {
        Set<Path> kept = submissions.stream().map(this::folder).collect(Collectors.toSet());
        Folders.list(root).stream().filter(folder -> !kept.contains(folder)).forEach(Folders::delete);
    }

    private Path folder(Submission submission) {
        String judged = submission.judgedBy() == null ? "earlier" : submission.judgedBy().substring(0, DIGITS);
        return root.resolve(submission.id() + "-" + judged);
    }
}
