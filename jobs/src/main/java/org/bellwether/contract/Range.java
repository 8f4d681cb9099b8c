package org.bellwether.contract;

/**
 * The values that a column may have, both ends among them, as the contract writes them; of a text its number of characters.
 * What lies outside is a mistake in the sender's file, and no model has to bear it.
 */
public record Range(String low, String high) {

    /** Texts of more characters are no values of a return. */
    public static final int LONGEST = 4000;

    /** As a person is told it. */
    public String text() {
        return low + " to " + high;
    }
}
