package org.bellwether.web.today;

/**
 * Something that somebody should look after.
 *
 * @param cure what to do
 * @param href the page on which to do it; null where there is none
 */
public record Problem(String title, String cure, String href) {
}
