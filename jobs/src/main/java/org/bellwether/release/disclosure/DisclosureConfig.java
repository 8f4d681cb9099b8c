package org.bellwether.release.disclosure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bellwether.config.BellwetherException;
import org.bellwether.config.ConfigFiles;
import org.bellwether.config.ErrorCode;
import org.bellwether.warehouse.figure.MeasureCatalog;
import org.bellwether.release.format.Table;

/**
 * config/disclosure.yml: what may be published, and from which number of pupils on.
 *
 * @param version        of the rules; published files name it
 * @param minDenominator a rate of fewer is never shown where the mart has a threshold
 * @param grid           when published figures move
 * @param labels         columns of any mart that hold no figure of pupils
 * @param dimensions     tables of the star that are published as they are
 * @param withheld       columns of those that stay behind
 */
public record DisclosureConfig(String version, int minDenominator, PublicationGrid.Steps grid, List<String> labels, List<String> dimensions,
        List<String> withheld, Map<String, MartDisclosure> marts) {

    private static final String FILE = "disclosure.yml";

    public DisclosureConfig {
        grid = grid == null ? new PublicationGrid.Steps(null, null) : grid;
        labels = orEmpty(labels);
        dimensions = orEmpty(dimensions);
        withheld = orEmpty(withheld);
        marts = orEmpty(marts);
    }

    /** With what the measures of each mart say of themselves. */
    public static DisclosureConfig load(ConfigFiles config) {
        return load(config, MeasureCatalog.load(config));
    }

    /** @param measures those of the same config, where they are read already */
    public static DisclosureConfig load(ConfigFiles config, MeasureCatalog measures) {
        DisclosureConfig own = config.yaml(FILE, DisclosureConfig.class);
        MeasureDisclosures said = new MeasureDisclosures(measures);
        Map<String, MartDisclosure> marts = new LinkedHashMap<>();
        own.marts.forEach((mart, disclosure) -> marts.put(mart, said.of(mart, disclosure)));
        return new DisclosureConfig(own.version, own.minDenominator, own.grid, own.labels, own.dimensions, own.withheld, marts);
    }

    /**
     * What each of these marts may show; those of the restricted tier alone are not among them.
     *
     * @throws BellwetherException where a mart, or one of its columns, is not mentioned
     */
    public Map<Table, MartDisclosure> of(List<Table> tables) {
        Map<Table, MartDisclosure> found = new LinkedHashMap<>();
        for (Table mart : tables) {
            MartDisclosure disclosure = marts.get(mart.name());
            if (disclosure == null) {
                throw ErrorCode.DISCLOSURE_WRONG.with(FILE, mart.name() + " is not mentioned");
            }
            MartDisclosure own = disclosure.of(mart, labels);
            if (!own.isRestrictedAlone()) {
                found.put(mart, own);
            }
        }
        return found;
    }

    /** Whether it is a mart, and no row of it can be published. */
    public boolean isRestrictedAlone(String mart) {
        return marts.containsKey(mart) && marts.get(mart).isRestrictedAlone();
    }

    static <T> List<T> orEmpty(List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }

    static <T> Map<String, T> orEmpty(Map<String, T> map) {
        return map == null ? Map.of() : map;
    }
}
