package org.bellwether.release.site.chart;

import java.util.List;

/**
 * A chart, ready to be written as SVG.
 *
 * @param title       what it shows; its accessible name
 * @param description what can be read from it, in words
 * @param hasHidden   whether something in it is hidden, which the key then says
 */
public record Drawing(String title, String description, int width, int height, List<Shape> shapes, boolean hasHidden) {

    /** Its size on paper, as a style has it. */
    public String size(int millimetres) {
        return "width: " + millimetres + "mm; height: " + number((double) millimetres * height / width) + "mm";
    }

    /** A number as SVG has it, to a tenth of a unit. */
    public static String number(double value) {
        double tenth = Math.round(value * 10) / 10.0;
        return tenth == Math.rint(tenth) ? Long.toString((long) tenth) : Double.toString(tenth);
    }
}
