package org.bellwether.release.format;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.bellwether.warehouse.model.Model;

/** What a release keeps of what made it: the files of its models.zip, by their names in it. */
public final class KeptModels {

    private static final String ENDING = ".sql";

    private final SortedMap<String, byte[]> files;

    private KeptModels(SortedMap<String, byte[]> files) {
        this.files = files;
    }

    public static KeptModels read(Path zip) throws IOException {
        SortedMap<String, byte[]> files = new TreeMap<>();
        try (ZipFile archive = new ZipFile(zip.toFile())) {
            for (ZipEntry entry : archive.stream().filter(one -> !one.isDirectory()).toList()) {
                files.put(entry.getName(), archive.getInputStream(entry).readAllBytes());
            }
        }
        return new KeptModels(files);
    }

    public SortedSet<String> names() {
        return new TreeSet<>(files.keySet());
    }

    /** Null where it has no such file. */
    public String text(String name) {
        byte[] bytes = files.get(name);
        return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
    }

    /** The SELECTs as they were run, by schema and name; none where an earlier version has published it. */
    public SortedMap<String, Model> composed() {
        SortedMap<String, Model> models = new TreeMap<>();
        for (String name : files.tailMap(ModelsArchive.COMPOSED).keySet()) {
            if (name.startsWith(ModelsArchive.COMPOSED) && name.endsWith(ENDING)) {
                String[] place = name.substring(ModelsArchive.COMPOSED.length(), name.length() - ENDING.length()).split("/");
                Model model = Model.table(place[0], place[1], text(name));
                models.put(model.table(), model);
            }
        }
        return models;
    }

    /** Writes the files into a folder, which so is a project with the overlay of a home in {@code home/config}. */
    public void extract(Path folder) throws IOException {
        for (var file : files.entrySet()) {
            Path target = folder.resolve(file.getKey()).normalize();
            if (!target.startsWith(folder)) {
                throw new IOException(file.getKey() + " leads out of the folder");
            }
            Files.createDirectories(target.getParent());
            Files.write(target, file.getValue());
        }
    }
}
