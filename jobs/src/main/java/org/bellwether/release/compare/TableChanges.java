package org.bellwether.release.compare;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.bellwether.engine.Sql;
import org.bellwether.release.store.Manifest;
import org.bellwether.release.store.ReleaseFolder;

/** Which tables of the star hold other rows in one release than in another, and of which schools. */
final class TableChanges implements ChangeLineage.Passage {

    private static final String CORE = "restricted/core/";
    private static final String ENDING = ".parquet";
    private static final String SCHOOL = "laestab";
    /** From where a row came is no part of what it says. */
    private static final Set<String> ORIGIN = Set.of("submission_key", "source_line", "row_hash");

    private final Connection connection;
    private final ReleaseFolder before;
    private final ReleaseFolder after;
    private final Map<String, String> hashesBefore;
    private final Map<String, String> hashesAfter;
    private final Map<String, Optional<Set<Integer>>> schools = new HashMap<>();

    TableChanges(Connection connection, ReleaseFolder before, Manifest manifestBefore, ReleaseFolder after, Manifest manifestAfter) {
        this.connection = connection;
        this.before = before;
        this.after = after;
        this.hashesBefore = hashes(manifestBefore);
        this.hashesAfter = hashes(manifestAfter);
    }

    /**
     * Whether a change may have come through the table.
     *
     * @param table with its schema; of others than the star's nothing is known, so it may
     * @param school of this one; null for any
     */
    @Override
    public boolean mayTell(String table, Integer school) throws SQLException {
        if (!table.startsWith("core.")) {
            return true;
        }
        String name = table.substring("core.".length());
        Map<String, String> earlier = filesOf(name, hashesBefore);
        Map<String, String> later = filesOf(name, hashesAfter);
        if (earlier.isEmpty() && later.isEmpty()) {
            return true;
        }
        if (earlier.equals(later)) {
            return false;
        }
        if (!schools.containsKey(name)) {
            schools.put(name, schools(differing(before, earlier, later), differing(after, later, earlier)));
        }
        Optional<Set<Integer>> changed = schools.get(name);
        return changed.isEmpty() || (school == null ? !changed.get().isEmpty() : changed.get().contains(school));
    }

    /** Empty where the rows name no school. */
    private Optional<Set<Integer>> schools(List<Path> earlier, List<Path> later) throws SQLException {
        List<String> columns = new ArrayList<>(columns(later.isEmpty() ? earlier : later));
        if (!earlier.isEmpty()) {
            columns.retainAll(columns(earlier));
        }
        if (!columns.contains(SCHOOL)) {
            return Optional.empty();
        }
        columns.removeAll(ORIGIN);
        String row = "hash(" + columns.stream().map(Sql::identifier).collect(Collectors.joining(", ")) + ")";
        String digests = "select laestab, sum(cast(%s as hugeint)) as digest, count(*) as row_count from %s group by laestab";
        List<String> sides = new ArrayList<>();
        for (List<Path> files : List.of(earlier, later)) {
            sides.add(files.isEmpty() ? "select null as laestab, null as digest, null as row_count where false" : digests.formatted(row, rows(files)));
        }
        return Optional.of(new TreeSet<>(Sql.query(connection, """
                select coalesce(earlier.laestab, later.laestab)
                from (%s) as earlier
                full join (%s) as later on later.laestab = earlier.laestab
                where coalesce(earlier.laestab, later.laestab) is not null
                    and (earlier.digest is distinct from later.digest or earlier.row_count is distinct from later.row_count)
                """.formatted(sides.get(0), sides.get(1)), found -> found.getInt(1))));
    }

    private List<String> columns(List<Path> files) throws SQLException {
        return Sql.queryTexts(connection, "select column_name from (describe select * from " + rows(files) + ")");
    }

    private static String rows(List<Path> files) {
        return "read_parquet([" + files.stream().map(file -> Sql.literal(file.toString())).collect(Collectors.joining(", "))
                + "], union_by_name = true)";
    }

    private static List<Path> differing(ReleaseFolder folder, Map<String, String> own, Map<String, String> other) {
        return own.entrySet().stream().filter(file -> !Objects.equals(file.getValue(), other.get(file.getKey())))
                .map(file -> folder.root().resolve(file.getKey())).toList();
    }

    private static Map<String, String> filesOf(String table, Map<String, String> hashes) {
        return hashes.entrySet().stream().filter(file -> file.getKey().equals(CORE + table + ENDING) || file.getKey().startsWith(CORE + table + "/"))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one, TreeMap::new));
    }

    private static Map<String, String> hashes(Manifest manifest) {
        return manifest.files().stream().filter(file -> file.path().startsWith(CORE) && file.path().endsWith(ENDING))
                .collect(Collectors.toMap(Manifest.File::path, Manifest.File::hash));
    }
}
