package org.bellwether.release.format;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.bellwether.config.ConfigFiles;
import org.bellwether.config.Project;
import org.bellwether.config.Yaml;
import org.bellwether.home.Folders;
import org.bellwether.home.Home;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Keeps what made a release: sql/, schema/, config/, the home's overlay and every model as it was run, as a zip of fixed order and times. */
public final class ModelsArchive {

    /** Where the SELECT of every model lies, {@code models/<schema>/<name>.sql}, composed ones as they were run. */
    public static final String COMPOSED = "models/";

    /** A local time, which no time zone moves; to the first day of 1980 Java would add one that a time zone does. */
    private static final LocalDateTime FIXED = LocalDateTime.of(1980, 2, 1, 0, 0);

    /** Settings of the machine or of its operation: they define no figure, and may hold a password. */
    private static final Set<String> OPERATION = Set.of("inbox", "engine", "control", "schedule", "serve", "releases");

    private ModelsArchive() {
    }

    public static void write(Project project, Home home, Path zip) throws IOException {
        Map<String, byte[]> entries = new TreeMap<>();
        add(entries, "sql/", project.sql());
        add(entries, "schema/warehouse/", project.schema().resolve("warehouse"));
        addConfig(entries, "config/", project.config());
        addConfig(entries, "home/config/", home.config());
        add(entries, COMPOSED, home.build().resolve("models"));
        entries.computeIfPresent("home/config/application.yml",
                (name, bytes) -> definitions(home.config().resolve("application.yml")));
        Files.createDirectories(zip.getParent());
        try (OutputStream out = Files.newOutputStream(zip); ZipOutputStream archive = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> file : entries.entrySet()) {
                ZipEntry entry = new ZipEntry(file.getKey());
                entry.setTimeLocal(FIXED);
                archive.putNextEntry(entry);
                archive.write(file.getValue());
                archive.closeEntry();
            }
        }
    }

    private static void add(Map<String, byte[]> entries, String prefix, Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            for (Path file : Folders.files(folder)) {
                entries.put(prefix + Folders.name(folder, file), Files.readAllBytes(file));
            }
        }
    }

    private static void addConfig(Map<String, byte[]> entries, String prefix, Path folder) throws IOException {
        Map<String, byte[]> config = new TreeMap<>();
        add(config, "", folder);
        config.keySet().removeIf(ConfigFiles::isOperation);
        config.forEach((name, bytes) -> entries.put(prefix + name, bytes));
    }

    private static byte[] definitions(Path settings) {
        JsonNode tree = Yaml.tree(settings);
        if (tree.get("bellwether") instanceof ObjectNode bellwether) {
            bellwether.remove(OPERATION);
        }
        return (tree.toPrettyString() + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
