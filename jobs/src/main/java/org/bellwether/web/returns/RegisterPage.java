package org.bellwether.web.returns;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.bellwether.app.owed.OwedReturn;
import org.bellwether.app.owed.ReturnsRegister;

/**
 * What is owed and what came of it.
 *
 * @param asAt    day of the release's cut-off
 * @param returns how many there are of each return, whatever was chosen
 * @param schools LAESTABs of those that owe anything
 * @param count   how many were chosen
 * @param rows    the first of these
 * @param choice  what was chosen
 */
public record RegisterPage(LocalDate asAt, List<ReturnsRegister.Count> returns, List<Integer> schools, long count, List<OwedReturn> rows, ReturnsRegister.Choice choice) {

    /** How many of a return are in a state. */
    public static long of(ReturnsRegister.Count count, String... states) {
        long sum = 0;
        for (String state : states) {
            sum += count.states().getOrDefault(state, 0L);
        }
        return sum;
    }

    /** Leads to the same rows as CSV. */
    public String csv() {
        return "/returns/register.csv?return=" + (choice.returnName() == null ? "" : URLEncoder.encode(choice.returnName(), StandardCharsets.UTF_8))
                + "&school=" + (choice.school() == null ? "" : choice.school()) + "&overdue=" + choice.overdue();
    }
}
