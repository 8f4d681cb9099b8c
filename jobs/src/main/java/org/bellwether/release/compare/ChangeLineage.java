package org.bellwether.release.compare;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import org.bellwether.warehouse.model.Model;
import org.bellwether.warehouse.model.ModelDependencies;

/** Through which relations a change may have reached a figure: those that it is made of, but none behind a table that holds what it held. */
final class ChangeLineage {

    /** Which tables a change may have come through. */
    @FunctionalInterface
    interface Passage {

        /** Where nothing is asked of rows: any table. */
        Passage ANY = (table, school) -> true;

        /** @param school of this one; null for any */
        boolean mayTell(String table, Integer school) throws SQLException;
    }

    private final Connection connection;
    private final Map<String, Model> models;
    private final Passage tables;
    private final Map<String, SortedSet<String>> reads = new HashMap<>();
    private final Map<List<Object>, Set<String>> known = new HashMap<>();

    /** @param models as they were composed, by schema and name */
    ChangeLineage(Connection connection, Map<String, Model> models, Passage tables) {
        this.connection = connection;
        this.models = models;
        this.tables = tables;
    }

    boolean hasModel(String relation) {
        return models.containsKey(relation);
    }

    /**
     * The relation itself, and all behind it down to the returns and the config.
     *
     * @param school of which the figure tells; null where it is of several
     * @param isDirect whether what it takes from figures is left out
     */
    Set<String> behind(String relation, Integer school, boolean isDirect) throws SQLException {
        List<Object> key = new ArrayList<>(List.of(relation, isDirect));
        key.add(school);
        Set<String> found = known.get(key);
        if (found == null) {
            found = walk(relation, school, isDirect);
            known.put(key, found);
        }
        return found;
    }

    private Set<String> walk(String relation, Integer school, boolean isDirect) throws SQLException {
        Set<String> seen = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(relation));
        while (!open.isEmpty()) {
            String next = open.poll();
            boolean isLeftOut = isDirect && (next.equals("mart.figure") || next.startsWith("figure."));
            if (!isLeftOut && tables.mayTell(next, school) && seen.add(next)) {
                open.addAll(reads(next));
            }
        }
        return seen;
    }

    private SortedSet<String> reads(String relation) throws SQLException {
        SortedSet<String> found = reads.get(relation);
        if (found == null) {
            Model model = models.get(relation);
            found = model == null ? java.util.Collections.emptySortedSet() : ModelDependencies.of(connection, model).tables();
            reads.put(relation, found);
        }
        return found;
    }
}
