package org.bellwether.warehouse.figure;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.bellwether.config.BellwetherException;
import org.bellwether.config.ConfigFiles;
import org.bellwether.warehouse.table.Rows;

/** The tables of the schema config that measures, hnb_scopes.yml and the strategies fill. */
public final class StrategyTables {

    public static final Map<String, Function<ConfigFiles, Rows>> READERS = readers();

    private StrategyTables() {
    }

    private static Map<String, Function<ConfigFiles, Rows>> readers() {
        Map<String, Function<ConfigFiles, Rows>> readers = new TreeMap<>();
        for (String table : List.of("measure", "measure_column", "cut_off_measure", "signal_measure")) {
            readers.put(table, config -> find(table, MeasureCatalog.load(config).tables()));
        }
        for (String table : List.of("hnb_scope", "hnb_scope_object", "price_index")) {
            readers.put(table, config -> find(table, HnbScopes.load(config).tables()));
        }
        for (String table : StrategyRows.TABLES) {
            readers.put(table, config -> find(table, strategies(config).tables()));
        }
        return Map.copyOf(readers);
    }

    /** @throws BellwetherException naming the file and what to mend */
    static StrategyCatalog strategies(ConfigFiles config) {
        return StrategyCatalog.load(config, MeasureCatalog.load(config), HnbScopes.load(config));
    }

    private static Rows find(String table, List<ConfigRows> tables) {
        return tables.stream().filter(rows -> rows.table().equals(table)).findFirst().orElseThrow().asText();
    }
}
