package org.bellwether.release.store;

import java.io.IOException;
import java.text.Normalizer;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.bellwether.config.BellwetherException;
import org.bellwether.config.ErrorCode;
import org.bellwether.home.Home;

/**
 * Lets people publish a release that is held.
 *
 * <p>An approval is of the content that they saw: of another release under the same number it says nothing. Where two are asked
 * for, neither may come from who started the run that made the release.
 */
public final class ReleaseApproval {

    private final ReleaseStore store;
    private final HeldReleases held;
    private final ReleaseTrail trail;
    private final int reviewers;

    /** @param reviewers how many must approve */
    public ReleaseApproval(Home home, int reviewers) {
        this.store = new ReleaseStore(home);
        this.held = new HeldReleases(home);
        this.trail = new ReleaseTrail(home);
        this.reviewers = reviewers;
    }

    /**
     * How it stands.
     *
     * @param missing how many more must approve; 0 where it is current now
     */
    public record Result(ReleaseId release, int missing) {
    }

    /** @throws BellwetherException where no release of this name is held */
    public ReleaseDraft named(String id) {
        return held.held().filter(one -> one.id().toString().equals(id)).orElseThrow(() -> ErrorCode.NOT_HELD.with(id));
    }

    /** Who has approved it so far. */
    public List<ReleaseDecision> of(ReleaseDraft release) {
        return trail.approvals(release.id(), Manifest.read(release.folder()).contentHash());
    }

    /** @throws BellwetherException where this person may not, or has already and another must */
    public Result approve(ReleaseDraft release, String by, String why, Instant at) throws IOException {
        Manifest manifest = Manifest.read(release.folder());
        String starter = manifest.startedBy();
        if (reviewers > 1 && starter != null && isSame(starter, by)) {
            throw ErrorCode.STARTED_IT.with(by, release.id());
        }
        if (of(release).stream().noneMatch(one -> isSame(one.by(), by))) {
            trail.approve(release.id(), manifest.contentHash(), by, why, at);
        } else if (missing(release) > 0) {
            throw ErrorCode.APPROVED_ALREADY.with(by, release.id());
        }
        int missing = missing(release);
        if (missing == 0) {
            store.complete(release);
        }
        return new Result(release.id(), missing);
    }

    private int missing(ReleaseDraft release) {
        long names = of(release).stream().map(one -> plain(one.by())).distinct().count();
        return (int) Math.max(0, reviewers - names);
    }

    private static boolean isSame(String one, String other) {
        return plain(one).equals(plain(other));
    }

    /** Names differ in more than blanks, case and how a letter is encoded. */
    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC).strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }
}
