package org.bellwether.release.site.catalog;

import java.util.List;
import org.bellwether.release.site.Layout;
import org.bellwether.release.site.chart.Drawing;

/**
 * A table of the published tier as its page shows it.
 *
 * @param kind    what it is: a mart, a dimension
 * @param says    what a row is and what the table is for
 * @param grain   columns that name a row; empty where that is not declared
 * @param rules   what disclosure control does with it, in sentences
 * @param files   where its rows lie
 * @param usedBy  pages of the report that show it
 * @param lineage what it is made of, down to the returns; null where no model makes it
 * @param sources the same in words: the returns, and tables of config, that it is made of
 * @param asAt    the day up to which its rows are known; null where it does not say so
 * @param returns that it is made of and that have come, the latest first
 */
public record CatalogTable(String name, String kind, String says, List<String> grain, List<Column> columns, List<String> rules, List<Layout.Link> files,
        List<Layout.Link> usedBy, Drawing lineage, List<String> sources, String asAt, List<Freshness.Return> returns) {

    /**
     * @param measure code of the measure that it holds; null for none
     * @param unit    of the measure
     * @param madeOf  the parts that it counts, sums or divides
     */
    public record Column(String name, String type, String says, String measure, String unit, List<String> madeOf) {
    }

    public String page() {
        return name + ".html";
    }

    /** The first sentence of what it says. */
    public String title() {
        int end = says == null ? -1 : says.indexOf(". ");
        return end < 0 ? says : says.substring(0, end + 1);
    }
}
