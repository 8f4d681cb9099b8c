package org.bellwether.release.statement;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bellwether.config.BellwetherException;
import org.bellwether.config.ConfigFiles;
import org.bellwether.config.ErrorCode;
import org.bellwether.warehouse.figure.HnbScopes;
import org.bellwether.warehouse.figure.MeasureCatalog;
import org.bellwether.warehouse.figure.Strategy;
import org.bellwether.warehouse.figure.StrategyCatalog;
import org.bellwether.warehouse.stated.StatedFigure;

/** Every statement of config/statements and of the home, by the strategy whose document makes it. */
public final class StatementCatalog {

    private static final String FOLDER = "statements";

    private final Map<String, Strategy> strategies = new LinkedHashMap<>();
    private final Map<String, Statement.OfStrategy> statements = new LinkedHashMap<>();
    private final MeasureCatalog measures;

    private StatementCatalog(MeasureCatalog measures) {
        this.measures = measures;
    }

    /** @throws BellwetherException naming file, line and what to mend */
    public static StatementCatalog load(ConfigFiles config) {
        StatementCatalog catalog = new StatementCatalog(MeasureCatalog.load(config));
        StrategyCatalog.load(config, catalog.measures, HnbScopes.load(config)).strategies().forEach(one -> catalog.strategies.put(one.strategy(), one));
        for (String path : config.list(FOLDER, ".yml")) {
            Statement.OfStrategy file = config.yaml(path, Statement.OfStrategy.class);
            new StatementCheck(config.file(path), file, catalog.measures).run(catalog.strategies.keySet(), catalog.ids());
            catalog.statements.put(file.strategy(), file);
        }
        return catalog;
    }

    /** Of all strategies, in the order of the documents. */
    public List<String> ids() {
        return statements.values().stream().flatMap(one -> one.statements().keySet().stream()).toList();
    }

    /** Codes of the strategies whose documents are told of. */
    public Set<String> strategies() {
        return statements.keySet();
    }

    /**
     * @return the id
     * @throws BellwetherException where there is none of this id
     */
    public String require(String id) {
        of(id);
        return id;
    }

    /** @throws BellwetherException where there is none of this id */
    public Statement statement(String id) {
        return of(id).statements().get(id);
    }

    /** @throws BellwetherException where there is none of this id */
    public Strategy strategyOf(String id) {
        return strategies.get(of(id).strategy());
    }

    /**
     * Ids of the statements of a strategy.
     *
     * @throws BellwetherException where no document of this strategy is told of
     */
    public List<String> idsOf(String strategy) {
        return Optional.ofNullable(statements.get(strategy)).map(one -> List.copyOf(one.statements().keySet()))
                .orElseThrow(() -> ErrorCode.NO_SUCH_STRATEGY.with(strategy, statements.keySet()));
    }

    /** Figures that the document of a statement states, by code. */
    Map<String, StatedFigure> statedOf(String id) {
        return of(id).stated();
    }

    MeasureCatalog measures() {
        return measures;
    }

    private Statement.OfStrategy of(String id) {
        return statements.values().stream().filter(one -> one.statements().containsKey(id)).findFirst().orElseThrow(() -> ErrorCode.NO_SUCH_STATEMENT.with(id));
    }
}
