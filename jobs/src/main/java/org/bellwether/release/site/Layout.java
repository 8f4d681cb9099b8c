package org.bellwether.release.site;

import java.util.List;

/**
 * What stands around the content of every page.
 *
 * @param site    whose pages they are
 * @param edition in words, where what is shown is not for everybody; null where it is published
 * @param title   of the page
 * @param assets  the way from the page to the folder of the stylesheets
 * @param menu    the pages of the site that every page leads to
 * @param asAt    where the figures come from
 * @param pack    the way from the page to all pages of the menu as one file; null where there is none
 */
public record Layout(String site, String edition, String title, String assets, List<Link> menu, AsAt asAt, String pack) {

    /**
     * @param href   null where it leads nowhere
     * @param isHere whether the page is this one, or one of those below it
     */
    public record Link(String text, String href, boolean isHere) {
    }

    /**
     * @param day   as at when they are; null where nothing is known
     * @param marts the tables that have them
     */
    public record AsAt(String day, List<Link> marts) {
    }
}
