package org.bellwether.staging.session;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.bellwether.engine.Sql;

/** One staged table: what a row of it is, and its columns in order. */
record StagedTable(String comment, Map<String, Column> columns) {

    /** @param comment null where nobody has said what it is */
    record Column(String type, String comment) {
    }

    StagedTable {
        columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
    }

    StagedTable with(Map<String, Column> added) {
        Map<String, Column> all = new LinkedHashMap<>(columns);
        all.putAll(added);
        return new StagedTable(comment, all);
    }

    StagedTable as(String said) {
        return new StagedTable(said, columns);
    }

    /** SQL that makes an empty table of it, with its comments; what had that name is replaced. */
    String declaration(String table) {
        StringBuilder sql = new StringBuilder("create or replace table ").append(table).append(columns.entrySet().stream()
                .map(column -> "\n    " + Sql.identifier(column.getKey()) + " " + column.getValue().type()).collect(Collectors.joining(",", " (", "\n);\n")));
        sql.append("comment on table ").append(table).append(" is ").append(Sql.literal(comment)).append(";\n");
        columns.forEach((name, column) -> sql.append("comment on column ").append(table).append('.').append(Sql.identifier(name)).append(" is ")
                .append(Sql.literal(column.comment())).append(";\n"));
        return sql.toString();
    }
}
