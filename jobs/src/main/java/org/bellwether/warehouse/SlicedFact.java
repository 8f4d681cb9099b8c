package org.bellwether.warehouse;

import java.util.List;
import java.util.Map;
import org.bellwether.home.ConfigFiles;

/**
 * A fact that lives as Parquet, one file a slice of time; its table stands empty in the schema {@code shape}.
 *
 * @param of the one table that each slice of the fact is made of: a staged one, or another such fact
 * @param by column of a staged table, one of its scope, whose date tells the slice
 * @param each what a slice holds; of another such fact as much, or several of its slices
 * @param sortedBy the fact's full grain, in the order in which its files are sorted; SQL, since fixed widths sort faster
 */
record SlicedFact(String of, String by, SlicePeriod each, List<String> sortedBy) {

    private static final String FILE = "models.yml";

    /** config/models.yml, by schema and name of the fact. */
    record Config(Map<String, SlicedFact> slicedFacts) {
    }

    static Map<String, SlicedFact> all(ConfigFiles config) {
        return config.yaml(FILE, Config.class).slicedFacts();
    }

    /** The empty table that says what the fact looks like. */
    static String shape(Model model) {
        return "shape." + model.name();
    }
}
