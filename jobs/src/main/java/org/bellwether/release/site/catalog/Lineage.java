package org.bellwether.release.site.catalog;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.bellwether.release.site.chart.Drawing;
import org.bellwether.warehouse.model.Model;
import org.bellwether.warehouse.model.ModelDependencies;

/** What each table of a release is made of, from the SELECTs that it keeps, down to the returns and the tables of config. */
final class Lineage {

    private static final String CODES = "config.";

    private final Map<String, SortedSet<String>> reads = new TreeMap<>();

    /** @param models by schema and name */
    Lineage(Connection connection, Map<String, Model> models) throws SQLException {
        for (Model model : models.values()) {
            reads.put(model.table(), ModelDependencies.of(connection, model).tables());
        }
    }

    /** Whether a model makes it. */
    boolean knows(String table) {
        return reads.containsKey(table);
    }

    /** Returns and tables of config that the table is made of: what no model makes. */
    List<String> sources(String table) {
        return ancestors(table).stream().filter(one -> !reads.containsKey(one)).toList();
    }

    Drawing drawing(String table) {
        Set<String> shown = new TreeSet<>(ancestors(table).stream().filter(Lineage::isDrawn).toList());
        shown.add(table);
        Map<String, SortedSet<String>> edges = new TreeMap<>();
        shown.forEach(one -> edges.put(one, shownBehind(one, shown)));
        return new LineageDrawing(edges).of(table);
    }

    /** Helpers are passed through: what they read stands for them. */
    private SortedSet<String> shownBehind(String table, Set<String> shown) {
        SortedSet<String> behind = new TreeSet<>();
        for (String read : reads.getOrDefault(table, new TreeSet<>())) {
            behind.addAll(shown.contains(read) ? Set.of(read) : shownBehind(read, shown));
        }
        return behind;
    }

    /** Helpers and tables of codes would hide the way. */
    private static boolean isDrawn(String table) {
        return !table.contains(Model.HELPER) && !table.startsWith(CODES);
    }

    private List<String> ancestors(String table) {
        SortedSet<String> found = new TreeSet<>();
        List<String> open = new ArrayList<>(List.of(table));
        while (!open.isEmpty()) {
            for (String read : reads.getOrDefault(open.remove(open.size() - 1), new TreeSet<>())) {
                if (found.add(read)) {
                    open.add(read);
                }
            }
        }
        return List.copyOf(found);
    }
}
