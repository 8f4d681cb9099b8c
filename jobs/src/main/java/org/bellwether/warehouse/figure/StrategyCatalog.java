package org.bellwether.warehouse.figure;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bellwether.config.BellwetherException;
import org.bellwether.config.ConfigFiles;
import org.bellwether.config.ErrorCode;

/** Every strategy of config/strategies and of the home, each checked against the measures that it names. */
public final class StrategyCatalog {

    static final String FOLDER = "strategies";

    private final List<Strategy> strategies;

    private StrategyCatalog(List<Strategy> strategies) {
        this.strategies = List.copyOf(strategies);
    }

    /** @throws BellwetherException naming the file and what to mend */
    public static StrategyCatalog load(ConfigFiles config, MeasureCatalog measures, HnbScopes scopes) {
        List<Strategy> strategies = new ArrayList<>();
        Map<String, Path> files = new HashMap<>();
        for (String name : config.list(FOLDER, ".yml")) {
            Path file = config.file(name);
            Strategy strategy = config.yaml(name, Strategy.class);
            new StrategyCheck(file, strategy, measures, scopes).run();
            Path other = files.put(strategy.strategy(), file);
            if (other != null) {
                throw ErrorCode.STRATEGY_WRONG.with(file, "has the same code as " + other.getFileName());
            }
            strategies.add(strategy);
        }
        return new StrategyCatalog(strategies);
    }

    public List<Strategy> strategies() {
        return strategies;
    }

    public List<ConfigRows> tables() {
        return new StrategyRows(strategies).tables();
    }
}
