package org.bellwether.warehouse.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bellwether.config.Project;
import org.bellwether.home.Folders;

/**
 * One plain SELECT that makes one table, or one view.
 *
 * @param schema {@code core}, {@code part} or {@code mart}; of composed ones {@code total} or {@code figure} as well
 * @param name the file's name without its ending, which is the table's
 * @param isView whether it stays a view, as parts do that figures are summed from, and helpers, whose names have two underscores
 */
public record Model(String schema, String name, String sql, boolean isView) {

    private static final String ENDING = ".sql";
    /** A model that other models read, and no reader: {@code fact_exclusion__row}. */
    public static final String HELPER = "__";

    /** Every model of the project's files, sorted by folder and name. */
    public static List<Model> all(Project project) {
        List<Model> models = new ArrayList<>();
        models.addAll(in(project.sql().resolve("core"), "core"));
        models.addAll(in(project.sql().resolve("parts"), "part"));
        models.addAll(in(project.sql().resolve("marts"), "mart"));
        return models;
    }

    public static Model table(String schema, String name, String sql) {
        return new Model(schema, name, sql, false);
    }

    public static Model view(String schema, String name, String sql) {
        return new Model(schema, name, sql, true);
    }

    /** Schema and name, as models name it. */
    public String table() {
        return schema + "." + name;
    }

    /** What a row is: the first line of its comment; its name where it has none. */
    public String title() {
        String first = sql.lines().findFirst().orElse("");
        return first.startsWith("-- ") ? first.substring(3) : table();
    }

    private static List<Model> in(Path folder, String schema) {
        return Folders.list(folder).stream().filter(file -> file.getFileName().toString().endsWith(ENDING))
                .map(file -> read(file, schema)).toList();
    }

    private static Model read(Path file, String schema) {
        String name = file.getFileName().toString();
        try {
            String table = name.substring(0, name.length() - ENDING.length());
            return new Model(schema, table, Files.readString(file), schema.equals("part") || table.contains(HELPER));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
