package org.bellwether.staging.session;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bellwether.config.Project;
import org.bellwether.contract.CodeSet;
import org.bellwether.contract.ReturnContract;
import org.bellwether.contract.TableContract;
import org.bellwether.contract.catalog.ContractCatalog;
import org.bellwether.engine.Sql;
import org.bellwether.staging.session.StagedTable.Column;

/**
 * Asks the engine what each contract stages: the SELECT of sql/staged, or the contract's own columns, over empty relations of the
 * contract's types.
 */
final class StagedTableReader {

    private static final Column SUBMISSION_KEY = new Column("BIGINT", "Submission that brought the row");
    private static final Column SOURCE_LINE = new Column("INTEGER", "Line of the row in its file, the header being line 1");
    private static final String LINE = "source_line";
    /** The returns of a census set; the columns of a whole delivery that staging adds to typed rows are among these. */
    private static final Map<String, String> CENSUS = Map.ofEntries(Map.entry("native_id", "varchar"), Map.entry("academic_year", "integer"),
            Map.entry("census_term", "varchar"), Map.entry("laestab", "integer"), Map.entry("la_code", "integer"), Map.entry("urn", "integer"),
            Map.entry("reference_date", "date"), Map.entry("serial_no", "integer"), Map.entry(LINE, "integer"), Map.entry("attendance_days", "integer"),
            Map.entry("second_attendance_days", "integer"), Map.entry("exclusion_from", "date"), Map.entry("exclusion_to", "date"));

    private final Project project;
    private final ContractCatalog catalog;
    private final Connection connection;

    StagedTableReader(Project project, ContractCatalog catalog, Connection connection) {
        this.project = project;
        this.catalog = catalog;
        this.connection = connection;
    }

    /** By name; where several tables of a return stage into one, its columns are those of the first, then what the others have besides. */
    Map<String, StagedTable> read() throws SQLException {
        Sql.execute(connection, text(project.sql().resolve("functions/text.sql")));
        Sql.execute(connection, "create schema codes");
        for (CodeSet set : catalog.codeSets().values()) {
            create("table codes." + Sql.identifier(set.name()), set.header().stream().collect(Collectors.toMap(column -> column,
                    column -> column.startsWith("valid_") ? "date" : "varchar", (one, other) -> one, LinkedHashMap::new)));
        }
        create("temp table census", CENSUS);
        create("temp table delivery", Map.of("file_name", "varchar", "received_at", "timestamp"));
        Map<String, StagedTable> tables = new LinkedHashMap<>();
        for (ReturnContract contract : catalog.returns()) {
            Map<String, Map<String, Column>> staged = new LinkedHashMap<>();
            for (TableContract table : contract.latest().tables().values()) {
                if (table.stages().isPresent()) {
                    Map<String, Column> columns = staged.computeIfAbsent(table.stages().get(), name -> new LinkedHashMap<>());
                    columns(contract.latest(), table).forEach((name, type) -> columns.merge(name, new Column(type, table.says().get(name)),
                            (known, more) -> new Column(known.type(), known.comment() == null ? more.comment() : known.comment())));
                }
            }
            staged.forEach((name, columns) -> {
                columns.remove(LINE);
                tables.put(name, new StagedTable(grain(contract, name), columns).with(Map.of("submission_key", SUBMISSION_KEY))
                        .with(Map.of(LINE, SOURCE_LINE)));
            });
        }
        return tables;
    }

    /** What a row is: as one of the tables that stage it says, else the return. */
    private static String grain(ReturnContract contract, String staged) {
        String grain = contract.latest().tables().values().stream().filter(table -> table.stages().filter(staged::equals).isPresent())
                .flatMap(table -> table.grain().stream()).findFirst().orElse(contract.grain());
        return Character.toUpperCase(grain.charAt(0)) + grain.substring(1);
    }

    private Map<String, String> columns(ReturnContract contract, TableContract table) throws SQLException {
        String model = model(project, table);
        String select = model != null ? model : "select " + Stream.concat(table.stagedNames().stream()
                .filter(name -> !table.derives().contains(name)), table.derives().stream()).map(Sql::identifier).collect(Collectors.joining(", ")) + " from typed";
        show("typed", contract, table);
        if (table.parent().isPresent() && select.contains("parent")) {
            show("parent", contract, contract.table(table.parent().get().table()));
        }
        for (TableContract other : contract.tables().values()) {
            if (other.stages().isPresent() && select.contains("typed_" + other.stages().get())) {
                show("typed_" + other.stages().get(), contract, other);
            }
        }
        Map<String, String> columns = new LinkedHashMap<>();
        Sql.query(connection, "select column_name, column_type from (describe\n" + select + "\n)",
                row -> columns.put(row.getString(1), row.getString(2)));
        return columns;
    }

    /** The model that makes staged rows of accepted ones, or null where the contract's columns are staged as they are. */
    static String model(Project project, TableContract table) {
        for (String name : new String[] {table.name(), table.stages().orElse(table.name())}) {
            Path file = project.sql().resolve("staged").resolve(name + ".sql");
            if (Files.exists(file)) {
                return text(file);
            }
        }
        return null;
    }

    private void show(String relation, ReturnContract contract, TableContract table) throws SQLException {
        Map<String, String> columns = new LinkedHashMap<>();
        table.everyColumn().values().forEach(column -> {
            columns.put(column.name(), column.sqlType());
            column.becomes().ifPresent(key -> columns.put(key, "bigint"));
        });
        contract.reference().forEach(name -> columns.putIfAbsent(name, CENSUS.get(name)));
        table.rest().ifPresent(rest -> {
            columns.put(rest.into(), "varchar");
            columns.put(rest.value(), "varchar");
        });
        table.repeats().ifPresent(repeats -> columns.put("is_superseded", "boolean"));
        columns.put(LINE, "integer");
        create("temp table " + relation, columns);
    }

    private void create(String relation, Map<String, String> columns) throws SQLException {
        Sql.execute(connection, "create or replace " + relation + columns.entrySet().stream()
                .map(column -> Sql.identifier(column.getKey()) + " " + column.getValue()).collect(Collectors.joining(", ", " (", ")")));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
