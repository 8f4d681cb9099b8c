package org.bellwether.staging;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bellwether.contract.CensusXml;
import org.bellwether.contract.CodeSet;
import org.bellwether.contract.ContractCatalog;
import org.bellwether.contract.TableContract;
import org.bellwether.engine.DuckDb;
import org.bellwether.engine.Sql;
import org.bellwether.home.ConfigFiles;
import org.bellwether.home.Project;
import org.bellwether.home.Settings;

/** An engine in memory in which one submission is typed and judged, with the shapes it must end in and the code sets it may ask. */
final class Workbench implements AutoCloseable {

    private static final Pattern CODE_SET = Pattern.compile("codes\\.([a-z0-9_]+)");

    private static final List<String> DAYS = List.of("valid_from", "valid_to");

    private final DuckDb engine;
    private final Connection connection;
    private final Project project;
    private final ContractCatalog catalog;
    private final ConfigFiles config;
    private final Set<String> loaded = new TreeSet<>();

    private Workbench(DuckDb engine, Connection connection, Project project, ContractCatalog catalog, ConfigFiles config) {
        this.engine = engine;
        this.connection = connection;
        this.project = project;
        this.catalog = catalog;
        this.config = config;
    }

    static Workbench open(Project project, Settings.Engine settings, Path tmp, ContractCatalog catalog, ConfigFiles config) throws SQLException {
        DuckDb engine = DuckDb.memory(project, settings, tmp);
        Connection connection = engine.connection();
        Sql.execute(connection, "create schema shape");
        Sql.execute(connection, "create schema codes");
        Sql.execute(connection, read(project.schema().resolve("warehouse/V002__staged.sql")));
        return new Workbench(engine, connection, project, catalog, config);
    }

    Connection connection() {
        return connection;
    }

    /** How a school's own XML becomes rows of the census contract. */
    CensusXml censusXml() {
        return CensusXml.load(config, catalog);
    }

    /** Columns that staging must deliver for a staged table, with their types, in order. */
    Map<String, String> shape(String stagedTable) throws SQLException {
        Map<String, String> columns = new LinkedHashMap<>();
        Sql.query(connection, "select column_name, data_type from duckdb_columns() where schema_name = 'shape' and table_name = "
                + Sql.literal(stagedTable) + " order by column_index", row -> columns.put(row.getString(1), row.getString(2)));
        if (columns.isEmpty()) {
            throw new IllegalStateException("schema/warehouse has no shape of " + stagedTable);
        }
        columns.remove("received_at");
        return columns;
    }

    /** The model that makes staged rows of accepted ones, or null where the contract's columns are staged as they are. */
    String model(TableContract table) {
        for (String name : List.of(table.name(), table.stages().orElse(table.name()))) {
            Path file = project.sql().resolve("staged").resolve(name + ".sql");
            if (Files.exists(file)) {
                return read(file);
            }
        }
        return null;
    }

    /** Loads the code sets that a piece of SQL names as {@code codes.<set>}, each once; text but for the days of validity. */
    void loadCodes(String sql) throws SQLException {
        Matcher matcher = CODE_SET.matcher(sql);
        while (matcher.find()) {
            if (loaded.add(matcher.group(1))) {
                load(catalog.codeSet(matcher.group(1)));
            }
        }
    }

    private void load(CodeSet set) throws SQLException {
        List<String> header = set.header();
        Sql.execute(connection, "create table codes." + Sql.identifier(set.name()) + header.stream()
                .map(column -> Sql.identifier(column) + (DAYS.contains(column) ? " date" : " varchar")).collect(Collectors.joining(", ", " (", ")")));
        String insert = "insert into codes." + Sql.identifier(set.name()) + header.stream()
                .map(column -> DAYS.contains(column) ? "cast(nullif(?, '') as date)" : "?").collect(Collectors.joining(", ", " values (", ")"));
        try (PreparedStatement statement = connection.prepareStatement(insert)) {
            for (Map<String, String> row : set.rows()) {
                for (int i = 0; i < header.size(); i++) {
                    statement.setString(i + 1, row.get(header.get(i)));
                }
                statement.executeUpdate();
            }
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
        engine.close();
    }
}
