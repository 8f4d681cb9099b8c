package org.bellwether.engine;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/** Relations over Parquet files, as SQL. */
public final class ParquetSql {

    private ParquetSql() {
    }

    /** The rows of files that all have the same columns. */
    public static String files(Collection<Path> files) {
        return "read_parquet([" + list(files) + "])";
    }

    /**
     * The rows of files that were written at different times, column by column by name: one that a file lacks is null, as is a value that is
     * not of the type of its column.
     *
     * @param types of the columns that are wanted, by their names
     */
    public static String byName(Collection<Path> files, Map<String, String> types) {
        String none = types.entrySet().stream().map(column -> "cast(null as " + column.getValue() + ") as " + Sql.identifier(column.getKey()))
                .collect(Collectors.joining(", "));
        String wanted = types.entrySet().stream().map(column -> "try_cast(" + Sql.identifier(column.getKey()) + " as " + column.getValue() + ") as "
                + Sql.identifier(column.getKey())).collect(Collectors.joining(", "));
        return "(select %s from (select %s where false union all by name select * from read_parquet([%s], union_by_name = true)))"
                .formatted(wanted, none, list(files));
    }

    private static String list(Collection<Path> files) {
        return files.stream().map(file -> Sql.literal(file.toString())).collect(Collectors.joining(", "));
    }
}
