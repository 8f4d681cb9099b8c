package org.bellwether.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * The shipped config with this home's overlay over it.
 *
 * <p>A YAML file of the home is merged into the shipped one of the same path; a reference CSV of the home adds its rows,
 * and a row replaces the shipped rows that have its first column; any other file of the home is added.
 */
public record ConfigFiles(Path shipped, Path overlay) {

    /** Who is told of runs, and how. */
    public static final String NOTIFICATIONS = "notifications.yml";
    /** Where lineage events of runs go. */
    public static final String LINEAGE = "lineage.yml";
    /** How long what is received is kept, and why it may be. */
    public static final String GOVERNANCE = "governance.yml";
    /** Which rules are not asked of whom. */
    public static final String WAIVERS = "waivers.yml";

    /** @param overlay the home's config folder; it need not be there */
    public static ConfigFiles of(Project project, Path overlay) {
        return new ConfigFiles(project.config(), overlay);
    }

    /**
     * Whether a file says who is told of a run, and how, how long files are kept, or what is not asked of whom: it defines no figure and may name people, so that no
     * release keeps it and none is made anew where it changes.
     *
     * @param path below a config folder
     */
    public static boolean isOperation(String path) {
        return path.equals(NOTIFICATIONS) || path.startsWith("notifications/") || path.equals(LINEAGE) || path.equals(GOVERNANCE)
                || path.equals(WAIVERS);
    }

    /** Paths below the config folder of every file in {@code folder} with this ending, sorted. */
    public List<String> list(String folder, String ending) {
        TreeMap<String, Path> found = new TreeMap<>();
        for (Path root : List.of(shipped, overlay)) {
            Path place = root.resolve(folder);
            if (Files.isDirectory(place)) {
                try (Stream<Path> files = Files.list(place)) {
                    files.filter(file -> file.getFileName().toString().endsWith(ending))
                            .forEach(file -> found.put(folder + "/" + file.getFileName(), file));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        return List.copyOf(found.keySet());
    }

    /** @throws BellwetherException where neither the shipped config nor the home has the file, or a key is unknown */
    public <T> T yaml(String path, Class<T> type) {
        // The shipped file is right: what is wrong stands in the home's own, where there is one.
        return Yaml.convert(tree(path), type, file(path));
    }

    /** Whether the shipped config or the home has the file. */
    public boolean has(String path) {
        return Files.exists(shipped.resolve(path)) || Files.exists(overlay.resolve(path));
    }

    public JsonNode tree(String path) {
        Path base = shipped.resolve(path);
        Path over = overlay.resolve(path);
        if (!has(path)) {
            throw ErrorCode.CONFIG_MISSING.with(base);
        }
        if (!Files.exists(base)) {
            return Yaml.tree(over);
        }
        return Files.exists(over) ? Yaml.overlay(Yaml.tree(base), Yaml.tree(over)) : Yaml.tree(base);
    }

    /** The one file of this path that counts: the home's, else the shipped one. */
    public Path file(String path) {
        Path over = overlay.resolve(path);
        return Files.exists(over) ? over : shipped.resolve(path);
    }

    /**
     * A file of config/reference, the home's rows laid over the shipped ones.
     *
     * @throws BellwetherException where the file is missing or the headers differ
     */
    public ReferenceCsv csv(String name) {
        Path base = shipped.resolve("reference").resolve(name + ".csv");
        Path over = overlay.resolve("reference").resolve(name + ".csv");
        if (!Files.exists(over)) {
            if (!Files.exists(base)) {
                throw ErrorCode.CONFIG_MISSING.with(base);
            }
            return ReferenceCsv.read(base);
        }
        ReferenceCsv own = ReferenceCsv.read(over);
        if (!Files.exists(base)) {
            return own;
        }
        ReferenceCsv all = ReferenceCsv.read(base);
        if (!own.header().equals(all.header())) {
            throw ErrorCode.OTHER_HEADER.with(over, String.join(",", all.header()));
        }
        return all.with(own);
    }
}
