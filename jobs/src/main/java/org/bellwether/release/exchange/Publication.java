package org.bellwether.release.exchange;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.bellwether.config.BellwetherException;
import org.bellwether.config.ConfigFiles;
import org.bellwether.config.ErrorCode;

/**
 * config/publication.yml: what readers of the published tier can rely on beyond what its columns say of themselves.
 *
 * @param licences   under which others may use what is published; empty where the authority has not said
 * @param keys       by table, the columns by which a row is one; of a mart that is not named its grain
 * @param references columns of marts that name a row of a dimension
 * @param exposures  what is made of marts, by its name
 * @param notes      columns of published marts that went, or changed their type; a home adds its own under names of their own
 * @param boardPack  whether the report's pages are made into one PDF too
 */
public record Publication(List<Licence> licences, Map<String, List<String>> keys, Map<String, Reference> references,
        Map<String, Exposure> exposures, Map<String, Note> notes, Boolean boardPack) {

    private static final String FILE = "publication.yml";

    public Publication {
        licences = orEmpty(licences);
        keys = orEmpty(keys);
        references = orEmpty(references);
        exposures = orEmpty(exposures);
        notes = orEmpty(notes);
        // Config that an earlier version has kept does not say, and had one.
        boardPack = boardPack == null || boardPack;
    }

    /** @param name of the Open Definition's list, where it is on it */
    public record Licence(String name, String title, String path) {
    }

    /**
     * Columns that name a row of a dimension.
     *
     * @param there their names in the dimension
     * @param rows  condition on the rows of the dimension that are meant: one a value
     * @param of    marts that are meant, all where none are named
     */
    public record Reference(List<String> columns, String to, List<String> there, String rows, List<String> of) {

        public Reference {
            there = there == null ? columns : there;
            rows = rows == null ? "true" : rows;
            of = orEmpty(of);
        }

        /** Whether the mart has the columns and is meant. */
        public boolean isOf(String mart, List<String> columnNames) {
            return (of.isEmpty() || of.contains(mart)) && columnNames.containsAll(columns);
        }
    }

    /** What is made of marts, outside of the release. */
    public record Exposure(String kind, List<String> marts) {
    }

    /** What becomes of a column. */
    public enum Change {
        DROPPED, RETYPED
    }

    /**
     * A change that readers have to know of.
     *
     * @param column null where the whole mart is gone
     * @param to     the new type of a column that is retyped
     */
    public record Note(String mart, String column, @JsonFormat(with = JsonFormat.Feature.ACCEPT_CASE_INSENSITIVE_VALUES) Change change, String to,
            LocalDate date, String why) {

        boolean isWhole() {
            return mart != null && change != null && date != null && why != null && !why.isBlank() && (change == Change.RETYPED) == (to != null)
                    && (column != null || change == Change.DROPPED);
        }
    }

    /**
     * Of config that an earlier version has kept, which has no such file, nothing is said.
     *
     * @throws BellwetherException where a note does not say what it has to
     */
    public static Publication load(ConfigFiles config) {
        if (!Files.exists(config.file(FILE))) {
            return new Publication(null, null, null, null, null, null);
        }
        Publication publication = config.yaml(FILE, Publication.class);
        publication.notes.forEach((name, note) -> {
            if (!note.isWhole()) {
                throw ErrorCode.PUBLICATION_WRONG.with(config.file(FILE), "note '" + name + "' needs mart, change, date and why, of a column that is retyped also column and to");
            }
        });
        return publication;
    }

    List<Note> notesOf(String mart) {
        return notes.values().stream().filter(note -> note.mart().equals(mart)).toList();
    }

    private static <T> Map<String, T> orEmpty(Map<String, T> map) {
        return map == null ? Map.of() : map;
    }

    private static <T> List<T> orEmpty(List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }
}
