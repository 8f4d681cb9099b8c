package org.bellwether.staging.session;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.bellwether.config.ConfigFiles;
import org.bellwether.config.Project;
import org.bellwether.contract.TableContract;
import org.bellwether.contract.catalog.CensusXml;
import org.bellwether.contract.catalog.ContractCatalog;
import org.bellwether.home.Home;

/** Where one submission is typed and judged: a connection, the staged schema that it must end in and the code sets that it may ask. */
public final class StagingSession implements AutoCloseable {

    private final StagingEngine engine;
    private final Connection connection;
    private final Project project;
    private final ContractCatalog catalog;
    private final ConfigFiles config;
    private final StagedSchema stagedSchema;

    public StagingSession(StagingEngine engine, Project project, Home home, ContractCatalog catalog, StagedSchema stagedSchema) throws SQLException {
        this.engine = engine;
        this.connection = engine.connection();
        this.project = project;
        this.catalog = catalog;
        this.config = ConfigFiles.of(project, home.config());
        this.stagedSchema = stagedSchema;
    }

    public Connection connection() {
        return connection;
    }

    /** How a school's own XML becomes rows of the census contract. */
    public CensusXml censusXml() {
        return CensusXml.load(config, catalog);
    }

    /** Columns that staging must deliver for a staged table, with their types, in order. */
    public Map<String, String> shape(String stagedTable) {
        return stagedSchema.of(stagedTable);
    }

    /** The model that makes staged rows of accepted ones, or null where the contract's columns are staged as they are. */
    public String model(TableContract table) {
        return StagedTableReader.model(project, table);
    }

    /** Makes the code sets readable that a piece of SQL names as {@code codes.<set>}. */
    public void loadCodes(String sql) throws SQLException {
        engine.loadCodes(connection, sql);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
