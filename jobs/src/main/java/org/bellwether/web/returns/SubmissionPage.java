package org.bellwether.web.returns;

import java.util.List;
import org.bellwether.app.status.Status;

/**
 * A delivery and what became of it.
 *
 * @param rules broken in its rows, those first that are best mended first
 */
public record SubmissionPage(Status.SubmissionStatus submission, List<BrokenRule> rules) {

    /**
     * @param rows how many rows break it
     * @param why  why it matters; empty where nobody says
     * @param fix  how to mend it
     */
    public record BrokenRule(String rule, long rows, String message, String why, String fix) {
    }
}
