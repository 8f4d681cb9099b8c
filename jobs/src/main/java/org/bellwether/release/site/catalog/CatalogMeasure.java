package org.bellwether.release.site.catalog;

import java.util.List;
import org.bellwether.release.site.Layout;

/**
 * A measure as the page of measures shows it.
 *
 * @param formula how parts make it, in words
 * @param better  which way is better; null for neither
 * @param source  the statistic that it belongs to
 * @param columns where it stands
 * @param formerly definitions that held before, with their last day
 */
public record CatalogMeasure(String code, String name, String definition, String unit, String formula, String better, String source, List<Layout.Link> columns,
        List<String> formerly) {
}
