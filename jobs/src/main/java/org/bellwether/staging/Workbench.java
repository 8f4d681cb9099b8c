package org.bellwether.staging;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
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
    private final Shapes shapes;
    private final Set<String> loaded = new TreeSet<>();

    private Workbench(DuckDb engine, Connection connection, Project project, ContractCatalog catalog, ConfigFiles config,
            Shapes shapes) {
        this.engine = engine;
        this.connection = connection;
        this.project = project;
        this.catalog = catalog;
        this.config = config;
        this.shapes = shapes;
    }

    static Workbench open(Project project, Settings.Engine settings, Path tmp, ContractCatalog catalog, ConfigFiles config,
            Shapes shapes) throws SQLException {
        DuckDb engine = DuckDb.memory(project, settings, tmp);
        Connection connection = engine.connection();
        Sql.execute(connection, "create schema codes");
        return new Workbench(engine, connection, project, catalog, config, shapes);
    }

    Connection connection() {
        return connection;
    }

    /** How a school's own XML becomes rows of the census contract. */
    CensusXml censusXml() {
        return CensusXml.load(config, catalog);
    }

    /** Columns that staging must deliver for a staged table, with their types, in order. */
    Map<String, String> shape(String stagedTable) {
        return shapes.of(stagedTable);
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
        if (!set.rows().isEmpty()) {
            Sql.execute(connection, set.rows().stream().map(row -> header.stream()
                            .map(column -> value(column, row.get(column))).collect(Collectors.joining(", ", "(", ")")))
                    .collect(Collectors.joining(", ", "insert into codes." + Sql.identifier(set.name()) + " values ", "")));
        }
    }

    private static String value(String column, String text) {
        return DAYS.contains(column) && text.isEmpty() ? "null" : Sql.literal(text);
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
