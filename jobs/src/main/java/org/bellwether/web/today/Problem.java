package org.bellwether.web.today;

/**
 * Something that somebody should look after.
 *
 * @param id   by which it is known again tomorrow; null where it cannot wait
 * @param cure what to do
 * @param href the page on which to do it; null where there is none
 */
public record Problem(String id, String title, String cure, String href) {

    /** One that cannot wait. */
    Problem(String title, String cure, String href) {
        this(null, title, cure, href);
    }
}
