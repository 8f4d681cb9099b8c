package org.bellwether.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.bellwether.home.Folders;

/**
 * A home of few returns (schools, term dates, notices) after its first night, and the returns of both nights. It is made once for all
 * test classes of a build; nobody works on it, each test takes a copy.
 */
final class FirstNight {

    private FirstNight() {
    }

    /** A home of one's own in the state in which that night has left it. */
    static TrialHome copyTo(Path root) throws IOException, InterruptedException {
        return new TrialHome(folder().resolve("home")).copyTo(root);
    }

    /** A copy of the returns, as {@link TrialHome#returns} makes them. */
    static Path returns(Path folder) throws IOException, InterruptedException {
        Folders.copy(folder().resolve("returns"), folder);
        return folder;
    }

    private static Path folder() throws IOException, InterruptedException {
        return MadeOnce.folder(MadeOnce.isOfInstalled() ? "first-night" : "first-night-small", folder -> TrialHome.fresh(folder.resolve("home"), TrialHome.returns(folder.resolve("returns")))
                .keeping("(edubase|exclusion_notice|term_dates).*").night(TrialHome.FIRST_NIGHT));
    }
}
