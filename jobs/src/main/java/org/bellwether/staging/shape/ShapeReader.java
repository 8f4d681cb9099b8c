package org.bellwether.staging.shape;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.bellwether.config.Shown;
import org.bellwether.contract.Column;
import org.bellwether.contract.ColumnType;
import org.bellwether.contract.catalog.ContractCatalog;
import org.bellwether.engine.Sql;
import org.bellwether.intake.profile.CsvText;
import org.bellwether.staging.load.LoadedTable;

/** Reads the shape of a table: columns and what they look like from the first lines of its file, codes from all of its accepted rows. */
public final class ShapeReader {

    /** What a column looks like is told by so many lines, and costs no scan. */
    private static final int LINES = 500;
    /** Of a file with more columns than any return has, the others are not compared. */
    private static final int COLUMNS = 500;
    /** A set of more codes is a list of languages or places, of which each file has some that no other has. */
    private static final int LARGEST_SET = 100;

    private final Connection connection;
    private final ContractCatalog catalog;
    private final Path folder;

    /** @param folder in which the files of the submission lie */
    public ShapeReader(Connection connection, ContractCatalog catalog, Path folder) {
        this.connection = connection;
        this.catalog = catalog;
        this.folder = folder;
    }

    /** @param accepted relation of the accepted rows, typed */
    public TableShape read(LoadedTable loaded, String accepted) throws SQLException {
        return new TableShape(loaded.table().name(), columns(loaded), codes(loaded, accepted));
    }

    private List<ColumnShape> columns(LoadedTable loaded) {
        if (loaded.profile().isXml()) {
            return List.of();
        }
        Map<Integer, Column> known = new HashMap<>();
        loaded.located().positions().forEach((name, place) -> known.put(place, loaded.table().everyColumn().get(name)));
        Collection<List<String>> lines = CsvText.firstLines(folder.resolve(loaded.profile().file()), LINES).values();
        List<ColumnShape> columns = new ArrayList<>();
        List<String> headers = loaded.profile().header();
        for (int place = 0; place < Math.min(COLUMNS, headers.size()); place++) {
            Column column = known.get(place);
            if (!headers.get(place).isBlank()) {
                columns.add(new ColumnShape(Shown.text(headers.get(place).strip()), column == null ? null : column.name(),
                        column != null && column.type() == ColumnType.CODE ? null : look(lines, place)));
            }
        }
        return columns;
    }

    private static Look look(Collection<List<String>> lines, int place) {
        return Look.of(lines.stream().skip(1).filter(line -> place < line.size()).map(line -> line.get(place)).toList()).orElse(null);
    }

    /** All columns in one scan; a code that the contract does not know is not among them, as a rule has named its row. */
    private Map<String, List<String>> codes(LoadedTable loaded, String accepted) throws SQLException {
        List<String> columns = loaded.table().everyColumn().values().stream().filter(column -> loaded.located().positions().containsKey(column.name()))
                .filter(this::isOfFewCodes).map(Column::name).toList();
        Map<String, List<String>> codes = new TreeMap<>();
        if (!columns.isEmpty()) {
            String lists = columns.stream().map(Sql::identifier).map(column -> "list(distinct cast(" + column + " as varchar) order by cast(" + column
                    + " as varchar)) filter (where " + column + " is not null)").collect(Collectors.joining(", "));
            Sql.query(connection, "select " + lists + " from " + accepted, row -> {
                for (int place = 0; place < columns.size(); place++) {
                    if (row.getArray(place + 1) != null) {
                        codes.put(columns.get(place), List.of((Object[]) row.getArray(place + 1).getArray()).stream().map(String::valueOf).toList());
                    }
                }
                return row;
            });
        }
        return codes;
    }

    private boolean isOfFewCodes(Column column) {
        return column.type() == ColumnType.CODE && (column.codeSet().isPresent()
                ? catalog.codeSet(column.codeSet().get()).rows().size() : column.values().size()) <= LARGEST_SET;
    }
}
