package org.bellwether.warehouse;

import java.util.List;
import java.util.Map;
import org.bellwether.home.ConfigFiles;

/**
 * A fact that lives as Parquet, one file an academic year; its table stands empty in the schema {@code shape}.
 *
 * @param slices the one table that each year of the fact is made of: a staged one, or another such fact
 * @param by column of a staged table, one of its scope, whose date tells the academic year
 * @param sortedBy the fact's full grain, in the order in which its files are sorted
 */
record YearlyFact(String slices, String by, List<String> sortedBy) {

    private static final String FILE = "models.yml";

    /** config/models.yml, by schema and name of the fact. */
    record Config(Map<String, YearlyFact> yearlyFacts) {
    }

    static Map<String, YearlyFact> all(ConfigFiles config) {
        return config.yaml(FILE, Config.class).yearlyFacts();
    }

    /** The empty table that says what the fact looks like. */
    static String shape(Model model) {
        return "shape." + model.name();
    }
}
