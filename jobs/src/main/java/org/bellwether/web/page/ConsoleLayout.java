package org.bellwether.web.page;

import java.util.List;
import org.bellwether.release.site.Layout;
import org.bellwether.web.security.Person;

/**
 * What stands around every page of the console.
 *
 * @param site    whose console it is
 * @param person  who is signed in; null where nobody is
 * @param menu    the pages that this person may open
 * @param csrf    what a form that changes something sends along
 * @param nonce   of the one script
 * @param release current one; null where nothing is published yet
 * @param notice  what became of what was done last; null for nothing
 */
public record ConsoleLayout(String site, Person person, List<Layout.Link> menu, Csrf csrf, String nonce, String release, Notice notice) {

    /** Name and value of the field of a form. */
    public record Csrf(String name, String value) {
    }

    /**
     * @param isGood whether it went as it was meant to
     * @param lines  what the command line has said to it
     */
    public record Notice(boolean isGood, String title, List<String> lines) {
    }
}
