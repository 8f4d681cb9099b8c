package org.bellwether.sample.council;

/** How returns write a year group. */
public final class NcYear {

    private NcYear() {
    }

    public static String text(int year) {
        return year == 0 ? "R" : Integer.toString(year);
    }
}
