package org.bellwether.release.exchange;

import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.bellwether.config.ConfigFiles;

/**
 * config/publication.yml: what readers of the published tier can rely on beyond what its columns say of themselves.
 *
 * @param licences   under which others may use what is published; empty where the authority has not said
 * @param keys       by table, the columns by which a row is one; of a mart that is not named its grain
 * @param references columns of marts that name a row of a dimension
 */
public record Publication(List<Licence> licences, Map<String, List<String>> keys, List<Reference> references) {

    private static final String FILE = "publication.yml";

    public Publication {
        licences = orEmpty(licences);
        keys = keys == null ? Map.of() : keys;
        references = orEmpty(references);
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

        boolean isOf(String mart, List<String> columnNames) {
            return (of.isEmpty() || of.contains(mart)) && columnNames.containsAll(columns);
        }
    }

    /** Of config that an earlier version has kept, which has no such file, nothing is said. */
    public static Publication load(ConfigFiles config) {
        return Files.exists(config.file(FILE)) ? config.yaml(FILE, Publication.class) : new Publication(null, null, null);
    }

    static <T> List<T> orEmpty(List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }
}
