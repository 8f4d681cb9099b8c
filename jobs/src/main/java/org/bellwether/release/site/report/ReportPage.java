package org.bellwether.release.site.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A page of the report: config/report/&lt;page&gt;.yml.
 *
 * @param title  of the page; {@code {title}} is that of the one it is of
 * @param menu   what the menu calls it; null where the menu does not lead to it
 * @param place  where it stands in the menu
 * @param lead   the question that it answers
 * @param each   a query with a row for each page to be made, its {@code key} and {@code title}; each row of its panels then has the {@code key} of the
 *               page that it is for. Null where there is one page
 * @param within the page of the menu that it stands below; null where it stands in the menu itself
 * @param asAt   the marts from which it is known as at when its figures are
 * @param restricted whether it is of the restricted edition alone, as its marts are
 * @param documents whether it leads to the documents of the strategies and what the release says to them; it has no panels then
 * @param panels by name, in the order in which they stand; one that a home's overlay leaves empty is left out
 */
public record ReportPage(String title, String menu, Integer place, String lead, String each, String within, List<String> asAt, Boolean restricted, Boolean documents,
        Map<String, Panel> panels) {

    public ReportPage {
        place = place == null ? Integer.MAX_VALUE : place;
        asAt = asAt == null ? List.of() : List.copyOf(asAt);
        restricted = Boolean.TRUE.equals(restricted);
        documents = Boolean.TRUE.equals(documents);
        panels = panels == null ? new LinkedHashMap<>() : new LinkedHashMap<>(panels);
        panels.values().removeIf(Objects::isNull);
    }

    /** What a reader would have to mend, empty where nothing. */
    List<String> faults() {
        List<String> faults = new ArrayList<>();
        if (title == null || panels.isEmpty() && !documents) {
            faults.add("needs a title and panels");
        }
        if (documents && (each != null || !panels.isEmpty())) {
            faults.add("leads to documents, and so has neither panels nor a page each");
        }
        if (each != null && menu != null) {
            faults.add("is many pages, to which the menu cannot lead: say within which page it stands, and no menu");
        }
        panels.forEach((name, panel) -> panel.faults().forEach(fault -> faults.add("panel " + name + " " + fault)));
        return faults;
    }
}
