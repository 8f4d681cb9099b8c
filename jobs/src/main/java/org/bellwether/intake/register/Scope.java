package org.bellwether.intake.register;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What a submission is true for, by the contract's {@code replaces}.
 *
 * @param values the values joined by '|', in the order of the contract; '*' for a whole register
 * @param serial the higher one stands, whatever came last; 0 for returns without serial numbers
 * @param rows accepted rows
 */
public record Scope(String values, int serial, long rows) {

    public static final String WHOLE = "*";
    /** Stands between the values: none of several has it, as rows with it are rejected. */
    public static final String SEPARATOR = "|";
    /** Characters of the values that the register keeps. */
    public static final int LONGEST = 400;

    /** The values one by one. */
    public static List<String> split(String values) {
        return List.of(values.split(Pattern.quote(SEPARATOR), -1));
    }
}
