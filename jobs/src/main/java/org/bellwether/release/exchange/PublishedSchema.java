package org.bellwether.release.exchange;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bellwether.release.disclosure.DisclosureConfig;
import org.bellwether.release.disclosure.MartDisclosure;
import org.bellwether.release.disclosure.PublicationGrid;
import org.bellwether.release.format.PublishedContents;
import org.bellwether.release.format.Table;
import org.bellwether.warehouse.figure.Measure;
import org.bellwether.warehouse.figure.MeasureCatalog;

/**
 * The published tier as the formats of the field describe it; nothing in it differs between two runs over the same inputs.
 *
 * @param contents    the tier itself
 * @param laName      who publishes it
 * @param publication what its readers can rely on
 * @param grid        when its figures move
 * @param tables      marts first
 */
public record PublishedSchema(PublishedContents contents, String laName, Publication publication, PublicationGrid.Steps grid,
        List<PublishedTable> tables) {

    /** Statuses of a figure. */
    static final List<String> STATUSES = List.of("ok", "c", "z", "x", "low", "u");

    /** @param disclosures of the published marts, each by its table */
    public static PublishedSchema of(PublishedContents contents, String laName, Publication publication, DisclosureConfig disclosure,
            Map<Table, MartDisclosure> disclosures, MeasureCatalog measures) {
        List<String> published = contents.dimensions().stream().map(Table::name).toList();
        List<PublishedTable> tables = new ArrayList<>();
        for (Table mart : contents.marts()) {
            MartDisclosure shown = disclosures.get(mart);
            tables.add(new PublishedTable(mart, Optional.of(shown), publication.keys().getOrDefault(mart.name(), shown.grain()),
                    publication.references().values().stream().filter(one -> published.contains(one.to()) && one.isOf(mart.name(), mart.columnNames())).toList(),
                    shown(mart, measures)));
        }
        for (Table dimension : contents.dimensions()) {
            List<String> key = publication.keys().getOrDefault(dimension.name(), List.of());
            tables.add(new PublishedTable(dimension, Optional.empty(), dimension.columnNames().containsAll(key) ? key : List.of(), List.of(), Map.of()));
        }
        return new PublishedSchema(contents, laName, publication, disclosure.grid(), List.copyOf(tables));
    }

    private static Map<String, Measure> shown(Table mart, MeasureCatalog measures) {
        Map<String, Measure> shown = new LinkedHashMap<>();
        measures.codesByColumn(mart.name()).forEach((column, code) -> {
            if (mart.columnNames().contains(column)) {
                shown.put(column, measures.measure(code));
            }
        });
        return shown;
    }

    public List<PublishedTable> marts() {
        return tables.stream().filter(PublishedTable::isMart).toList();
    }

    public String title() {
        return "Inclusion marts of local authority " + contents.la();
    }

    public Instant asOf() {
        return contents.asOf();
    }
}
