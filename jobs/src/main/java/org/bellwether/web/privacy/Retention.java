package org.bellwether.web.privacy;

import java.time.Instant;
import java.time.Period;
import java.util.Comparator;
import java.util.List;
import java.util.StringJoiner;
import org.bellwether.app.privacy.Governance;
import org.bellwether.app.status.Status;

/**
 * How long what came of a return is kept.
 *
 * @param returnName null of what was not recognised
 * @param keep       in words
 * @param rules      the authority's own references
 * @param oldest     when the first of them was received
 * @param until      when its time is over
 */
public record Retention(String returnName, String keep, Governance.OfReturn rules, long submissions, Instant oldest, Instant until) {

    /** Of all that a home has, what is due first at the top. */
    static List<Retention> of(List<Status.Kept> kept, Governance governance) {
        return kept.stream().map(one -> new Retention(one.returnName(), words(Period.parse(governance.of(one.returnName()).keep())), governance.of(one.returnName()),
                one.submissions(), one.oldest(), governance.until(one.returnName(), one.oldest()))).sorted(Comparator.comparing(Retention::until)).toList();
    }

    public boolean isDue() {
        return !until.isAfter(Instant.now());
    }

    private static String words(Period period) {
        StringJoiner words = new StringJoiner(", ");
        add(words, period.getYears(), "year");
        add(words, period.getMonths(), "month");
        add(words, period.getDays(), "day");
        return words.toString();
    }

    private static void add(StringJoiner words, int number, String unit) {
        if (number != 0) {
            words.add(number + " " + unit + (number == 1 ? "" : "s"));
        }
    }
}
