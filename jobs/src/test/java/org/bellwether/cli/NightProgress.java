package org.bellwether.cli;

import java.io.UncheckedIOException;
import org.bellwether.home.Home;

/**
 * Sizes by which the progress of a night is told.
 *
 * @param releases releases before it
 * @param largestLog bytes of the warehouse's write-ahead log at its longest
 * @param releaseFiles files of the release at its end
 */
record NightProgress(int releases, long largestLog, long releaseFiles) {

    private static final long MILLISECONDS = 2;

    /** Looks at a night until it ends. */
    static NightProgress of(Home home, Child night) throws InterruptedException {
        int releases = KillPoint.releases(home);
        long log = 0;
        long files = 0;
        while (night.isRunning()) {
            log = Math.max(log, KillPoint.log(home));
            files = Math.max(files, KillPoint.draftFiles(home));
            Thread.sleep(MILLISECONDS);
        }
        return new NightProgress(releases, log, files);
    }

    /** @return false where the night ended before it got there */
    static boolean killAt(KillPoint point, Home home, Child night) throws InterruptedException {
        while (night.isRunning()) {
            if (isReached(point, home)) {
                night.kill();
                return true;
            }
            Thread.sleep(MILLISECONDS);
        }
        return false;
    }

    /** A folder that vanishes while it is listed tells nothing. */
    private static boolean isReached(KillPoint point, Home home) {
        try {
            return point.reached().test(home);
        } catch (UncheckedIOException e) {
            return false;
        }
    }
}
