package org.bellwether.cli;

import java.io.IOException;
import java.nio.file.Path;

/** A home of two nights with returns of pupils (census sets, a school's own XML, notices, packed marks), made once for all test classes of a build. */
final class NightsOfPupils {

    private static final String RETURNS = "(edubase|exclusion_notice|term_dates|202._(autumn|spring)_|attendance_marks_2026-05|attendance_marks_202526_AUT1|8994001_).*";

    private NightsOfPupils() {
    }

    /** A home of one's own in the state in which they have left it. */
    static TrialHome copyTo(Path root) throws IOException, InterruptedException {
        Path made = MadeOnce.folder("nights-of-pupils", folder -> {
            Path returns = TrialHome.returns(folder.resolve("returns"));
            TrialHome.fresh(folder.resolve("home"), returns).keeping(RETURNS).nightHere(TrialHome.FIRST_NIGHT)
                    .withReturns(returns.resolve("night-2")).keeping(RETURNS).nightHere(TrialHome.SECOND_NIGHT);
        });
        return new TrialHome(made.resolve("home")).copyTo(root);
    }
}
