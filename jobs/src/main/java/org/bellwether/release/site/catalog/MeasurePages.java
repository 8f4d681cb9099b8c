package org.bellwether.release.site.catalog;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.bellwether.release.site.Layout;
import org.bellwether.warehouse.figure.Measure;
import org.bellwether.warehouse.figure.MeasureCatalog;
import org.bellwether.warehouse.figure.Subject;

/** What config/measures says, for readers: every measure by its subject, and which column of which table holds it. */
final class MeasurePages {

    private final MeasureCatalog catalog;
    private final Map<String, List<String>> published;

    /** @param published the columns of each table of which there is a page */
    MeasurePages(MeasureCatalog catalog, Map<String, List<String>> published) {
        this.catalog = catalog;
        this.published = published;
    }

    /** By the title of the subject. */
    Map<String, List<CatalogMeasure>> measures() {
        Map<String, List<CatalogMeasure>> measures = new LinkedHashMap<>();
        catalog.subjects().values().forEach(subject -> measures.put(subject.title(), subject.measures().entrySet().stream()
                .map(measure -> measure(measure.getKey(), measure.getValue())).toList()));
        return measures;
    }

    /** Code of the measure that each column of the table holds. */
    Map<String, String> codesByColumn(String table) {
        return catalog.codesByColumn(table);
    }

    String unit(String code) {
        return catalog.measure(code).unit();
    }

    /** The parts that a measure is made of, by name. */
    List<String> partsOf(String code) {
        Subject subject = catalog.subjects().values().stream().filter(one -> one.measures().containsKey(code)).findFirst().orElseThrow();
        return List.copyOf(new TreeSet<>(subject.partsOf(catalog.measure(code))));
    }

    private CatalogMeasure measure(String code, Measure measure) {
        List<Layout.Link> columns = new ArrayList<>();
        measure.marts().forEach((mart, column) -> {
            if (published.getOrDefault(mart, List.of()).contains(column)) {
                columns.add(new Layout.Link(mart + "." + column, mart + ".html#" + column, false));
            }
        });
        return new CatalogMeasure(code, measure.name(), measure.definition(), measure.unit(), formula(measure), better(measure.polarity()), measure.source(), columns,
                measure.formerly().stream().map(former -> "Until " + former.until() + ": " + former.definition()).toList());
    }

    private static String formula(Measure measure) {
        String times = measure.times() == null ? "" : " × " + measure.times();
        return switch (measure.kind()) {
            case SUM, MONEY -> "Sum of " + measure.of() + times;
            case RATE -> "100 × " + measure.of() + " ÷ " + measure.per();
            case QUOTIENT, MONEY_QUOTIENT -> measure.of() + times + " ÷ " + measure.per();
            case DIFFERENCE -> measure.of() + " − " + measure.less();
            case CHANGE -> "Change of " + measure.of() + " since the year before, per 100";
            case OWN -> "As the SELECT of its mart says";
        };
    }

    private static String better(Measure.Polarity polarity) {
        return switch (polarity) {
            case LOW -> "Less is better";
            case HIGH -> "More is better";
            case NONE -> null;
        };
    }
}
