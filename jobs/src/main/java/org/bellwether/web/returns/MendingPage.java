package org.bellwether.web.returns;

import java.util.List;
import java.util.Map;
import org.bellwether.app.mending.OpenReport;
import org.bellwether.contract.Waiver;

/**
 * What schools have to mend.
 *
 * @param isWritten whether the last night has written the reports
 * @param returns   in which anything is open
 * @param schools   that have anything to mend
 * @param reports   those that were chosen
 * @param messages  of the rules that their rows break
 * @param waivers   the latest to end first
 * @param name      of the return that was chosen; empty for all
 * @param school    that was chosen; empty for all
 */
public record MendingPage(boolean isWritten, List<String> returns, List<Integer> schools, List<OpenReport> reports, Map<String, String> messages,
        List<WaivedRule> waivers, String name, String school) {

    /**
     * A rule that is not asked of some schools.
     *
     * @param message of the rule
     * @param state   today: {@code holds}, {@code not yet} or {@code ended}
     */
    public record WaivedRule(Waiver waiver, String message, String state) {
    }

    /** Open rows of all that were chosen. */
    public long rows() {
        return reports.stream().mapToLong(OpenReport::rows).sum();
    }
}
