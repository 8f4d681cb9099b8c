package org.bellwether.release.disclosure;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bellwether.release.format.Table;
import org.bellwether.release.store.Manifest;

/** What disclosure control costs, mart by mart, for those who answer for it. */
public final class DisclosureCost {

    private final Connection connection;
    private final DisclosureConfig config;

    public DisclosureCost(Connection connection, DisclosureConfig config) {
        this.connection = connection;
        this.config = config;
    }

    /**
     * @param published    marts as readers have them
     * @param rows         their rows, as they stand in a query
     * @param unsuppressed the same marts before disclosure control
     */
    public List<Manifest.Cost> of(List<Table> published, Function<Table, String> rows, List<Table> unsuppressed) throws SQLException {
        Map<String, Table> known = unsuppressed.stream().collect(Collectors.toMap(Table::name, table -> table));
        Map<String, Table> shown = published.stream().collect(Collectors.toMap(Table::name, table -> table));
        HiddenValues values = new HiddenValues(connection);
        List<Manifest.Cost> costs = new ArrayList<>();
        for (HiddenShares.Share share : new HiddenShares(connection, config, rows).of(published)) {
            Table mart = shown.get(share.mart());
            HiddenValues.Percents percents = values.of(mart, rows.apply(mart), known.get(share.mart()).qualified(), config.marts().get(share.mart()));
            costs.add(new Manifest.Cost(share.mart(), share.figures(), share.hidden(), share.percent(), share.percentByRow(), percents.percent(), percents.percentByRow()));
        }
        return costs;
    }
}
