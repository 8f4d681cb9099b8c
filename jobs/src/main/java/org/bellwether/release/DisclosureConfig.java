package org.bellwether.release;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bellwether.home.ConfigException;
import org.bellwether.home.ConfigFiles;

/**
 * config/disclosure.yml: what may be published, and from which number of pupils on.
 *
 * @param version        of the rules; published files name it
 * @param minDenominator a rate of fewer is never shown where the mart has a threshold
 * @param labels         columns of any mart that hold no figure of pupils
 * @param dimensions     tables of the star that are published as they are
 * @param withheld       columns of those that stay behind
 */
record DisclosureConfig(String version, int minDenominator, List<String> labels, List<String> dimensions,
        List<String> withheld, Map<String, MartDisclosure> marts) {

    private static final String FILE = "disclosure.yml";

    static DisclosureConfig load(ConfigFiles config) {
        DisclosureConfig read = config.yaml(FILE, DisclosureConfig.class);
        Map<String, MartDisclosure> marts = new TreeMap<>();
        orEmpty(read.marts).forEach((name, mart) -> marts.put(name, mart.complete()));
        return new DisclosureConfig(read.version, read.minDenominator, orEmpty(read.labels), orEmpty(read.dimensions),
                orEmpty(read.withheld), marts);
    }

    /** @throws ConfigException where the mart, or one of its columns, is not mentioned, or mentioned and not there */
    MartDisclosure of(Table mart) {
        MartDisclosure disclosure = marts.get(mart.name());
        if (disclosure == null) {
            throw new ConfigException(FILE + ": " + mart.name() + " is not mentioned: say what may be shown of it");
        }
        disclosure.check(mart, labels);
        return disclosure;
    }

    static <T> List<T> orEmpty(List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }

    static <T> Map<String, T> orEmpty(Map<String, T> map) {
        return map == null ? Map.of() : map;
    }
}
