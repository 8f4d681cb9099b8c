package org.bellwether.app.privacy;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bellwether.app.privacy.received.Pupil;
import org.bellwether.app.privacy.received.PupilPieces;
import org.bellwether.config.ErrorCode;
import org.bellwether.config.Shown;
import org.bellwether.engine.DuckDb;
import org.bellwether.home.Folders;
import org.bellwether.home.Home;
import org.bellwether.home.Tombstones;
import org.bellwether.intake.register.ErasureNote;
import org.bellwether.release.store.ReleaseFolder;
import org.bellwether.staging.pseudonym.Vault;

/**
 * Erases one pupil from a home: received files, staged rows, vault, working warehouse and the rows of pupils that releases keep. A tombstone
 * goes first, so that nothing of the pupil comes in again, and is whole last: an erasure that was stopped is carried on by the same command.
 * Published figures stay, which tell of nobody.
 *
 * <p>The caller holds the home's lock.
 */
public final class ErasureService {

    private final HomeData data;
    private final Home home;
    private final Vault vault;

    ErasureService(HomeData data) {
        this.data = data;
        this.home = data.home();
        this.vault = data.vault();
    }

    /**
     * What would be erased.
     *
     * @throws org.bellwether.config.BellwetherException where the text is no UPN
     */
    public ErasureReport look(String upn, Instant at, String by, String why) throws SQLException, IOException {
        try (DuckDb engine = data.engine(); Connection connection = engine.connection()) {
            Pupil pupil = find(connection, upn, at, "forget: looked up", by, why);
            SubmissionErasure erasure = erasure(connection, pupil, null);
            HeldFiles files = new HeldFiles(home, connection, pupil);
            List<ErasureReport.Delivery> deliveries = new ArrayList<>();
            for (ReceivedDelivery held : files.find()) {
                Map<Path, PupilPieces> pieces = erasure.pieces(held);
                deliveries.add(ErasureReport.Delivery.of(held.submission(), PupilPieces.rows(pieces.values()),
                        pieces.size() + files.staged(held.submission()).size()));
            }
            return new ErasureReport(pupil.upns().size(), deliveries, names(new PupilSearch(home, connection).releasesOf(pupil)), vault.upns(pupil.keys()).size(),
                    unsearched(files));
        } finally {
            vault.close();
        }
    }

    /**
     * Erases it.
     *
     * @throws org.bellwether.config.BellwetherException where the text is no UPN, or nothing is held
     */
    public ErasureReport erase(String upn, Instant at, String by, String why) throws SQLException, IOException {
        try (DuckDb engine = data.engine(); Connection connection = engine.connection()) {
            Pupil pupil = find(connection, upn, at, "forget", by, why);
            Tombstones tombstones = new Tombstones(home);
            boolean isRepeated = tombstones.unfinished().stream().anyMatch(stone -> pupil.keys().contains(stone.key()));
            HeldFiles files = new HeldFiles(home, connection, pupil);
            List<ReceivedDelivery> found = files.find();
            List<String> releases = names(new PupilSearch(home, connection).releasesOf(pupil));
            long pairs = vault.upns(pupil.keys()).size();
            if (found.isEmpty() && releases.isEmpty() && pairs == 0 && !isRepeated) {
                throw ErrorCode.NOTHING_HELD.with();
            }
            tombstones.raise(pupil.keys(), at, Shown.text(by), Shown.text(why), false);
            // What is made of the rows goes first: a night that comes between makes it again without them.
            Folders.delete(home.buildStamp());
            Folders.list(home.build()).stream().filter(one -> !one.equals(home.tmp())).forEach(Folders::delete);
            Folders.delete(home.checks());
            SubmissionErasure erasure = erasure(connection, pupil, new ErasureNote(at, Shown.text(by), Shown.text(why), null, null, null, 0));
            List<ErasureReport.Delivery> deliveries = new ArrayList<>();
            for (ReceivedDelivery held : found) {
                deliveries.add(erasure.erase(held, files.staged(held.submission())));
            }
            ReleaseErasure ofReleases = new ReleaseErasure(home, connection, pupil, at.toString());
            for (ReleaseFolder folder : new PupilSearch(home, connection).releases()) {
                ofReleases.erase(folder, isRepeated);
            }
            SubjectService.forget(home, pupil);
            // They are made again of what is left.
            Folders.delete(home.rejectReports());
            vault.forget(pupil.keys());
            tombstones.raise(pupil.keys(), at, Shown.text(by), Shown.text(why), true);
            return new ErasureReport(pupil.upns().size(), deliveries, releases, pairs, unsearched(files));
        } finally {
            vault.close();
        }
    }

    private Pupil find(Connection connection, String upn, Instant at, String action, String by, String why) throws SQLException {
        Pupil pupil = new PupilLookup(home, connection, vault).find(upn);
        PrivacyAct.keep(home, at, action, pupil, by, why);
        return pupil;
    }

    private SubmissionErasure erasure(Connection connection, Pupil pupil, ErasureNote decision) {
        return new SubmissionErasure(data, connection, pupil, decision);
    }

    private List<String> unsearched(HeldFiles files) {
        return files.unsearched().stream().map(file -> Folders.name(home.root(), file)).toList();
    }

    private static List<String> names(List<ReleaseFolder> folders) {
        return folders.stream().map(folder -> folder.root().getFileName().toString()).toList();
    }
}
