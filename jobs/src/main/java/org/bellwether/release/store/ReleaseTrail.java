package org.bellwether.release.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.bellwether.config.BellwetherException;
import org.bellwether.config.ErrorCode;
import org.bellwether.config.Shown;
import org.bellwether.home.AuditTrail;
import org.bellwether.home.Home;

/**
 * What people have decided about the releases of a home. The audit trail is the only place that says so.
 *
 * <p>Only the holder of the home's lock may add to it.
 */
public final class ReleaseTrail {

    private final AuditTrail trail;

    public ReleaseTrail(Home home) {
        this.trail = new AuditTrail(home);
    }

    void rolledBack(ReleaseId from, ReleaseId to, Instant at) {
        trail.add(new ReleaseDecision(at, ReleaseDecision.ROLLBACK, to.toString(), from.toString(), null, null, null));
    }

    /**
     * From now on the release is kept, however many come after it.
     *
     * @throws BellwetherException where it is pinned already, or nothing is left of it to keep
     */
    public void pin(Release release, String by, String why, Instant at) {
        ReleaseDecision already = pins().get(release.id());
        if (already != null) {
            throw ErrorCode.PINNED_ALREADY.with(release.id(), already.by(), already.at(), already.why());
        }
        if (release.isPruned()) {
            throw ErrorCode.RELEASE_PRUNED.with(release.id());
        }
        add(ReleaseDecision.PIN, release.id(), by, why, at);
    }

    /** @throws BellwetherException where it is not pinned */
    public void unpin(ReleaseId release, String by, String why, Instant at) {
        if (!pins().containsKey(release)) {
            throw ErrorCode.NOT_PINNED.with(release);
        }
        add(ReleaseDecision.UNPIN, release, by, why, at);
    }

    /** The releases that are pinned, each with the decision to pin it. */
    public Map<ReleaseId, ReleaseDecision> pins() {
        Map<ReleaseId, ReleaseDecision> pins = new TreeMap<>();
        for (ReleaseDecision one : decisions()) {
            ReleaseId.parse(one.release()).ifPresent(id -> {
                if (one.action().equals(ReleaseDecision.PIN)) {
                    pins.put(id, one);
                } else if (one.action().equals(ReleaseDecision.UNPIN)) {
                    pins.remove(id);
                }
            });
        }
        return pins;
    }

    /** The last that took readers back to an earlier release; empty where nobody ever has. */
    public Optional<ReleaseDecision> lastRollback() {
        return decisions().stream().filter(one -> one.action().equals(ReleaseDecision.ROLLBACK)).reduce((earlier, later) -> later);
    }

    void approve(ReleaseId release, String contentHash, String by, String why, Instant at) {
        trail.add(new ReleaseDecision(at, ReleaseDecision.APPROVE, release.toString(), null, Shown.text(by), Shown.text(why), contentHash));
    }

    /** Of a release with this content, in their order. */
    public List<ReleaseDecision> approvals(ReleaseId release, String contentHash) {
        return decisions().stream().filter(one -> one.action().equals(ReleaseDecision.APPROVE) && one.release().equals(release.toString())
                && contentHash.equals(one.contentHash())).toList();
    }

    private void add(String action, ReleaseId release, String by, String why, Instant at) {
        trail.add(new ReleaseDecision(at, action, release.toString(), null, Shown.text(by), Shown.text(why), null));
    }

    private List<ReleaseDecision> decisions() {
        return trail.read(ReleaseDecision.class).stream().filter(one -> one.action() != null && one.release() != null).toList();
    }
}
