package org.bellwether.intake;

/**
 * Why a file or a submission is not taken in.
 *
 * @param rule id of the rule that says why and how to mend it
 * @param file name as received; null where the whole submission is meant
 * @param line first line concerned, from 1; null where no line is to blame
 * @param detail what a reader needs beyond the rule's own message; never a value of a pupil's
 */
public record Problem(String rule, String file, Long line, String detail) {

    public static Problem of(String rule, String file, String detail) {
        return new Problem(rule, file, null, detail);
    }

    public static Problem at(String rule, String file, long line, String detail) {
        return new Problem(rule, file, line, detail);
    }
}
