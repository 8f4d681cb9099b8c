package org.bellwether.warehouse.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.bellwether.config.Project;

/**
 * One plain SELECT that makes one table, or one view of parts.
 *
 * @param schema {@code core} or {@code mart}
 * @param name the file's name without its ending, which is the table's
 */
public record Model(String schema, String name, String sql) {

    private static final String ENDING = ".sql";
    private static final String PARTS = "__parts";

    /** Every model of the project, sorted by folder and name. */
    public static List<Model> all(Project project) {
        List<Model> models = new ArrayList<>();
        models.addAll(in(project.sql().resolve("core"), "core"));
        models.addAll(in(project.sql().resolve("marts"), "mart"));
        return models;
    }

    /** Schema and name, as models name it. */
    public String table() {
        return schema + "." + name;
    }

    /** Whether it stays a view: the parts that a mart's figures are summed from. */
    public boolean isParts() {
        return name.endsWith(PARTS);
    }

    /** The mart whose parts these are. */
    public String mart() {
        return schema + "." + name.substring(0, name.length() - PARTS.length());
    }

    private static List<Model> in(Path folder, String schema) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(ENDING))
                    .sorted()
                    .map(file -> read(file, schema))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Model read(Path file, String schema) {
        String name = file.getFileName().toString();
        try {
            return new Model(schema, name.substring(0, name.length() - ENDING.length()), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
