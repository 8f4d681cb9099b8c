package org.bellwether.app.lineage;

import io.openlineage.client.OpenLineage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.bellwether.config.ConfigFiles;
import org.bellwether.engine.Sql;
import org.bellwether.warehouse.Warehouse;
import org.bellwether.warehouse.figure.MeasureCatalog;
import org.bellwether.warehouse.model.Model;
import org.bellwether.warehouse.model.ModelDependencies;

/** What the last build of a warehouse says of itself: the columns of its tables, and which tables each model reads. */
final class WarehouseTables {

    /** Of a list of codes nothing but that it is one. */
    private static final int LONGEST_TYPE = 60;
    private static final String MART = "mart.";

    private final Map<String, List<LineageEvents.Column>> columns = new HashMap<>();
    private final Path composed;
    private final MeasureCatalog measures;
    private final LineageEvents events;

    WarehouseTables(Warehouse warehouse, Connection connection, ConfigFiles config, LineageEvents events) throws SQLException {
        this.composed = warehouse.composed();
        this.measures = MeasureCatalog.load(config);
        this.events = events;
        Sql.query(connection, "select schema_name || '.' || table_name, column_name, data_type, comment from duckdb_columns()"
                + " where database_name = current_database() and not internal order by 1, column_index",
                row -> columns.computeIfAbsent(row.getString(1), table -> new ArrayList<>())
                        .add(new LineageEvents.Column(row.getString(2), type(row.getString(3)), row.getString(4))));
    }

    private static String type(String type) {
        return type.length() <= LONGEST_TYPE || type.indexOf('(') < 0 ? type : type.substring(0, type.indexOf('('));
    }

    /** Tables that a model reads; none where its SELECT is not kept. */
    SortedSet<String> readBy(Connection connection, String table) throws SQLException, IOException {
        int dot = table.indexOf('.');
        Path file = composed.resolve(table.substring(0, dot)).resolve(table.substring(dot + 1) + ".sql");
        return Files.exists(file) ? ModelDependencies.of(connection, Model.table(table.substring(0, dot), table.substring(dot + 1), Files.readString(file))).tables()
                : new TreeSet<>();
    }

    OpenLineage.InputDataset input(String table) {
        return events.input(table, columns.getOrDefault(table, List.of()), null);
    }

    /** @param reads tables that its model reads; of a mart they hold the figures of its columns */
    OpenLineage.OutputDataset output(String table, Long rows, SortedSet<String> reads) {
        return events.output(new LineageEvents.Output(table, columns.getOrDefault(table, List.of()), rows, null, madeOf(table, reads)));
    }

    /** Columns of a mart that hold a measure are made of the figures of its subject. */
    private Map<String, LineageEvents.Source> madeOf(String table, SortedSet<String> reads) {
        Map<String, LineageEvents.Source> sources = new TreeMap<>();
        if (table.startsWith(MART)) {
            measures.codesByColumn(table.substring(MART.length())).forEach((column, code) -> measures.subjects().values().stream()
                    .filter(subject -> subject.measures().containsKey(code)).map(subject -> "figure." + subject.subject()).filter(reads::contains).findFirst()
                    .ifPresent(figure -> sources.put(column, new LineageEvents.Source(figure, "value", code))));
        }
        return sources;
    }
}
