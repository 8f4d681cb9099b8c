package org.bellwether.sample;

/** How returns write a year group. */
final class NcYear {

    private NcYear() {
    }

    static String text(int year) {
        return year == 0 ? "R" : Integer.toString(year);
    }
}
