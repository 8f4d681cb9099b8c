package org.bellwether.web.returns;

import java.util.List;
import org.bellwether.app.status.Status;
import org.bellwether.staging.shape.Drift;

/**
 * A delivery and what became of it.
 *
 * @param rules  broken in its rows, those first that are best mended first
 * @param before id of the submission that its shape was compared with; null where it was not
 * @param drifts how it looks different from that and earlier ones
 */
public record SubmissionPage(Status.SubmissionStatus submission, List<BrokenRule> rules, String before, List<Drift> drifts) {

    /**
     * @param rows how many rows break it
     * @param why  why it matters; empty where nobody says
     * @param fix  how to mend it
     */
    public record BrokenRule(String rule, long rows, String message, String why, String fix) {
    }
}
