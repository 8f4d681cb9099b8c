package org.bellwether.intake.register;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bellwether.home.Json;

/**
 * That rows of a pupil were erased from a received file. It stands beside the file, and says nothing of the pupil.
 *
 * @param before SHA-256 of the file as it was received, or as an earlier erasure left it
 * @param after  as it is now
 * @param rows   how many rows were erased; of other rows a UPN at most was made unreadable
 */
public record ErasureNote(Instant at, String by, String why, String file, String before, String after, long rows) {

    /** Name of the file in the folder of a submission. */
    public static final String FILE = "erased.json";

    /** In order of time; none where nothing was erased. */
    public static List<ErasureNote> in(Path folder) {
        Path file = folder.resolve(FILE);
        return Files.exists(file) ? List.of(Json.read(file, ErasureNote[].class)) : List.of();
    }

    /** Adds it, unless it stands there. */
    public void addTo(Path folder) {
        List<ErasureNote> notes = new ArrayList<>(in(folder));
        if (notes.stream().noneMatch(note -> note.file().equals(file) && note.after().equals(after))) {
            notes.add(this);
            Json.write(folder.resolve(FILE), notes);
        }
    }
}
