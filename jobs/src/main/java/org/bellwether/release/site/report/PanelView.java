package org.bellwether.release.site.report;

import java.util.List;
import org.bellwether.release.site.chart.Drawing;

/**
 * A panel with its answer, as its template shows it.
 *
 * @param id        names it on its page
 * @param csv       the way to its rows as a file; null where it has no table
 * @param isNarrow  whether charts stand beside one another
 * @param isOpen    whether the table is seen without being asked for
 * @param note      null where there is none
 * @param message   what stands there instead of an answer; null where there is one
 */
public record PanelView(String id, String title, String lead, List<Sentence> sentences, List<Chart> charts, TableView table, String csv, boolean isNarrow,
        boolean isOpen, String note, String message) {

    /**
     * @param parts texts and figures, one after the other
     * @param tone  {@code good}, {@code near}, {@code bad} or {@code none}; also told in words by the sentence itself
     */
    public record Sentence(List<TableView.Cell> parts, String tone) {
    }

    /**
     * @param tag     a word on how it stands; null for none
     * @param comment what those who answer for it say; null where they say nothing
     */
    public record Chart(String id, String title, String lead, String tag, String tagStyle, Drawing drawing, Commentary.Comment comment) {
    }
}
