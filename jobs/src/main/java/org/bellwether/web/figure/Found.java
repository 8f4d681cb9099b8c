package org.bellwether.web.figure;

/**
 * Something that was found.
 *
 * @param kind measure, mart or school
 */
public record Found(String kind, String title, String says, String href) {
}
