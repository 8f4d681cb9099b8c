package org.bellwether.release.site.chart;

/** What a drawing is made of, in its own units; {@code style} is a class of the stylesheet. */
public sealed interface Shape {

    String style();

    record Line(double x1, double y1, double x2, double y2, String style) implements Shape {
    }

    /** @param path as the attribute {@code d} of SVG has it */
    record Curve(String path, String style) implements Shape {
    }

    /** @param title what is told of it where the pointer rests, and to who cannot see it */
    record Rectangle(double x, double y, double width, double height, String style, String title) implements Shape {
    }

    record Dot(double x, double y, double radius, String style, String title) implements Shape {
    }

    /** @param anchor {@code start}, {@code middle} or {@code end} */
    record Label(double x, double y, String text, String anchor, String style) implements Shape {
    }
}
