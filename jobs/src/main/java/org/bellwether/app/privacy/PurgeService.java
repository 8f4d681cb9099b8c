package org.bellwether.app.privacy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.bellwether.config.Shown;
import org.bellwether.engine.DuckDb;
import org.bellwether.engine.Sql;
import org.bellwether.home.AuditTrail;
import org.bellwether.home.Folders;
import org.bellwether.home.Home;
import org.bellwether.home.Json;
import org.bellwether.release.store.Manifest;
import org.bellwether.release.store.ReleaseId;
import org.bellwether.release.store.ReleaseStore;
import org.bellwether.release.store.ReleaseTrail;
import org.bellwether.staging.pseudonym.Vault;

/**
 * Takes away submissions whose time is over: their files, their staged rows, and what the vault knows of pupils through nothing else. A pinned
 * release keeps what it was made of. Releases that are not pinned go by themselves, with the nights that follow.
 *
 * <p>The caller holds the home's lock.
 */
public final class PurgeService {

    private final HomeData data;
    private final Home home;
    private final Vault vault;

    PurgeService(HomeData data) {
        this.data = data;
        this.home = data.home();
        this.vault = data.vault();
    }

    /**
     * A submission whose time is over.
     *
     * @param until    when that was
     * @param pinnedBy the first pinned release that was made of it, and keeps it; else null
     */
    public record Due(String id, String returnName, Instant receivedAt, Instant until, Long rows, String pinnedBy) {
    }

    /** What is told of a submission that is gone: nothing of what was in it. */
    record Purged(String id, String returnName, Instant receivedAt, String contentSha256, Long rows, Instant at, String by, String why) {
    }

    /** A line of the trail. */
    private record Act(Instant at, String action, int submissions, long pupils, String by, String why) {
    }

    /** Oldest first; those that a pinned release keeps among them. */
    public List<Due> due(Instant now) throws IOException {
        Governance governance = Governance.load(data.config(), data.catalog());
        List<Manifest> pinned = new ArrayList<>();
        for (ReleaseId id : new ReleaseTrail(home).pins().keySet()) {
            Manifest.readWhole(new ReleaseStore(home).folder(id)).ifPresent(pinned::add);
        }
        return ReceivedDelivery.all(home).stream().map(ReceivedDelivery::submission).filter(one -> !governance.until(one.returnName(), one.receivedAt()).isAfter(now))
                .map(one -> new Due(one.id(), one.returnName(), one.receivedAt(), governance.until(one.returnName(), one.receivedAt()), one.rows(),
                        pinned.stream().filter(manifest -> manifest.submissionIds().contains(one.id())).map(Manifest::release).findFirst().orElse(null)))
                .sorted(Comparator.comparing(Due::receivedAt).thenComparing(Due::id)).toList();
    }

    /**
     * Takes them away, but for those that a pinned release keeps. It is written down first: stopped at any point and begun again, it ends the same.
     *
     * @return how many pupils the vault knows no longer
     */
    public long purge(List<Due> due, Instant now, String by, String why) throws IOException, SQLException {
        Set<String> gone = new HashSet<>();
        due.stream().filter(one -> one.pinnedBy() == null).forEach(one -> gone.add(one.id()));
        List<ReceivedDelivery> landed = ReceivedDelivery.all(home).stream().filter(one -> gone.contains(one.submission().id())).toList();
        if (landed.isEmpty()) {
            return 0;
        }
        List<Purged> purged = new ArrayList<>(Files.exists(home.purgedFile()) ? List.of(Json.read(home.purgedFile(), Purged[].class)) : List.of());
        purged.removeIf(one -> gone.contains(one.id()));
        landed.forEach(one -> purged.add(new Purged(one.submission().id(), one.submission().returnName(), one.submission().receivedAt(), one.submission().contentSha256(),
                one.submission().rows(), now, Shown.text(by), Shown.text(why))));
        Json.write(home.purgedFile(), purged);
        // The register tells a build what is there, and the next night builds by it.
        Folders.delete(home.buildStamp());
        Folders.delete(home.rejectReports());
        for (ReceivedDelivery one : landed) {
            data.register().remove(one.submission().id());
            if (one.submission().returnName() != null) {
                Folders.delete(home.staged(one.submission().returnName(), one.submission().id()));
            }
            Folders.delete(one.folder());
        }
        long pupils = forgetOthers();
        new AuditTrail(home).add(new Act(now, "purge", landed.size(), pupils, Shown.text(by), Shown.text(why)));
        return pupils;
    }

    /** Whom no staged row names any more, the vault need not know. */
    private long forgetOthers() throws SQLException, IOException {
        try (DuckDb engine = data.engine(); Connection connection = engine.connection()) {
            Set<Long> others = new TreeSet<>(vault.keys());
            for (Path file : Folders.files(home.staged())) {
                if (file.toString().endsWith(".parquet") && !others.isEmpty()) {
                    for (String column : PupilRows.columns(connection, file)) {
                        Sql.query(connection, "select distinct " + Sql.identifier(column) + " from read_parquet(" + Sql.literal(file.toString()) + ") where "
                                + Sql.identifier(column) + " is not null", row -> others.remove(row.getLong(1)));
                    }
                }
            }
            return others.isEmpty() ? 0 : vault.forget(others);
        } finally {
            vault.close();
        }
    }
}
