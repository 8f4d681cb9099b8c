package org.bellwether.warehouse.model;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.bellwether.config.ConfigFiles;
import org.bellwether.engine.Sql;
import org.bellwether.warehouse.table.TableColumns;

/**
 * A fact that lives as Parquet, one file a partition of time; its table stands empty in the schema {@code shape}.
 *
 * @param of the one table that each partition of the fact is made of: a staged one, or another such fact
 * @param by column of a staged table, one of its scope, whose date tells the partition
 * @param each what a partition holds; of another such fact as much, or several of its partitions
 * @param sortedBy the fact's full grain, in the order in which its files are sorted
 * @param oneOf columns of text of which a file holds one value alone, and all that it may be, in the order in which they sort
 * @param values all that a column of text may hold, in the order in which they sort, where that is known
 * @param codes columns of text that the fact takes over from the table that it is made of, of few different values
 * @param asItStood columns, by table of versions ({@code valid_from}, {@code valid_to}), that the fact reads only as they
 *     stood on the days of a partition
 */
public record PartitionedFact(String of, String by, PartitionPeriod each, List<String> sortedBy, Map<String, List<String>> oneOf,
        Map<String, List<String>> values, List<String> codes, Map<String, List<String>> asItStood) {

    private static final String FILE = "models.yml";

    /** config/models.yml, by schema and name of the fact. */
    record Config(Map<String, PartitionedFact> partitionedFacts) {
    }

    public PartitionedFact {
        oneOf = oneOf == null ? Map.of() : oneOf;
        values = values == null ? Map.of() : values;
        codes = codes == null ? List.of() : codes;
        asItStood = asItStood == null ? Map.of() : asItStood;
    }

    public static Map<String, PartitionedFact> all(ConfigFiles config) {
        return config.yaml(FILE, Config.class).partitionedFacts();
    }

    /**
     * The columns as they are sorted: known values and codes as enumerations, which cost a fraction of their texts in a sort.
     *
     * @param connection on which the table that the fact is made of shows the partition
     */
    String sorted(Connection connection, TableColumns columns) throws SQLException {
        StringJoiner sorted = new StringJoiner(", ");
        for (Map.Entry<String, String> column : columns.types().entrySet()) {
            String name = column.getKey();
            if (oneOf.containsKey(name) || values.containsKey(name)) {
                sorted.add(known(name, oneOf.getOrDefault(name, values.get(name))));
            } else {
                sorted.add(TableColumns.cast(name, codes.contains(name) ? enumeration(connection, name) : column.getValue()));
            }
        }
        return sorted.toString();
    }

    /**
     * The columns as they are written; readers see text in all of them.
     *
     * <p>A text is an enumeration only where a file holds one of its values: the engine gives each group of rows the values that
     * any group has used as far as its threads have come, so that of several values the bytes would be another's each time.
     */
    String written(TableColumns columns) {
        StringJoiner written = new StringJoiner(", ");
        columns.types().forEach((name, type) -> written.add(values.containsKey(name) || codes.contains(name)
                ? TableColumns.cast(name, type) : Sql.identifier(name)));
        return written.toString();
    }

    /** Of the codes of this partition: to find them costs a hundredth of what their texts cost in the sort. */
    private String enumeration(Connection connection, String column) throws SQLException {
        return Sql.enumeration(Sql.queryTexts(connection, "select distinct %1$s from %2$s where %1$s is not null order by all"
                .formatted(Sql.identifier(column), of)));
    }

    /** To tell a few values apart costs a row a fraction of what the engine's own cast of a text does. */
    private static String known(String column, List<String> values) {
        String name = Sql.identifier(column);
        String type = Sql.enumeration(values);
        String cast = " cast(%s as " + type + ")";
        return values.stream().map(Sql::literal).map(value -> " when " + value + " then" + cast.formatted(value))
                .collect(Collectors.joining("", "case " + name, " else" + cast.formatted(name) + " end as " + name));
    }

    /** The rows of a table of versions as they stood on the days of the partition: a SELECT. */
    String asItStood(String table, String partition) {
        String columns = asItStood.get(table).stream().map(Sql::identifier).collect(Collectors.joining(", "));
        return """
                select %s, greatest(valid_from, first_day) as valid_from, least(valid_to, last_day) as valid_to
                from %s
                join (%s) on valid_from <= last_day and valid_to >= first_day
                """.formatted(columns, table, each.daysOf(partition));
    }

    /** The empty table that says what the fact looks like. */
    static String shape(Model model) {
        return "shape." + model.name();
    }
}
