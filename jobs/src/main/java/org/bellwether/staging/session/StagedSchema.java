package org.bellwether.staging.session;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bellwether.config.Project;
import org.bellwether.config.Settings;
import org.bellwether.contract.Kind;
import org.bellwether.contract.ReturnContract;
import org.bellwether.contract.catalog.ContractCatalog;
import org.bellwether.engine.DuckDb;
import org.bellwether.staging.session.StagedTable.Column;

/** The staged tables, as the contracts and sql/staged make them: the one place that says what staging delivers. */
public final class StagedSchema {

    private static final Column RECEIVED_AT = new Column("TIMESTAMP", "When the submission was received, UTC");
    private static final Column ARRIVAL = new Column("BIGINT", "Orders submissions received at one instant");
    private static final Column SNAPSHOT_DATE = new Column("DATE", "Day in England on which the snapshot was received");

    private final Project project;
    private final ContractCatalog catalog;
    private Map<String, StagedTable> tables;

    public StagedSchema(Project project, ContractCatalog catalog) {
        this.project = project;
        this.catalog = catalog;
    }

    /**
     * Columns that staging must deliver for a staged table, with their types, in order.
     *
     * @throws IllegalStateException where no contract stages such a table
     */
    public Map<String, String> of(String stagedTable) {
        StagedTable table = tables().get(stagedTable);
        if (table == null) {
            throw new IllegalStateException("No contract stages a table " + stagedTable);
        }
        Map<String, String> types = new LinkedHashMap<>();
        table.columns().forEach((name, column) -> types.put(name, column.type()));
        return types;
    }

    /**
     * SQL that declares an empty table in the schema {@code shape} for each staged table, with the columns that the build adds,
     * and one for the history of each snapshot.
     */
    public String declarations() {
        StringBuilder sql = new StringBuilder();
        for (ReturnContract contract : catalog.returns()) {
            contract.latest().tables().values().stream().flatMap(table -> table.stages().stream()).distinct().forEach(name -> {
                StagedTable table = tables().get(name).with(Map.of("received_at", RECEIVED_AT)).with(Map.of("arrival", ARRIVAL));
                if (contract.kind() == Kind.SNAPSHOT) {
                    sql.append(table.as(table.comment() + " in the latest snapshot").declaration("shape." + name));
                    sql.append(table.as(table.comment() + " and accepted snapshot").with(Map.of("snapshot_date", SNAPSHOT_DATE))
                            .declaration("shape." + name + "_history"));
                } else {
                    sql.append(table.declaration("shape." + name));
                }
            });
        }
        return sql.toString();
    }

    /** Told when first asked: a night that neither judges nor builds needs none of it. */
    private synchronized Map<String, StagedTable> tables() {
        if (tables == null) {
            try (DuckDb engine = DuckDb.memory(project, new Settings.Engine("256MB", 1)); Connection connection = engine.connection()) {
                tables = new StagedTableReader(project, catalog, connection).read();
            } catch (SQLException e) {
                throw new IllegalStateException("What the contracts stage cannot be told: " + e.getMessage(), e);
            }
        }
        return tables;
    }
}
