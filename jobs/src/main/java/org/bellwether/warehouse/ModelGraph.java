package org.bellwether.warehouse;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The models in ranks: what stands in one can be built once those before it are; what each one reads decides. Each stands
 * as late as it can, so that few wait for many. Parts, which are views, stand in the rank of the first that reads them.
 */
final class ModelGraph {

    private final Map<String, Model> ordered = new LinkedHashMap<>();
    /** How many ranks stand behind a model. */
    private final Map<String, Integer> behind = new TreeMap<>();
    private final Map<String, Reading> readings = new TreeMap<>();

    /**
     * @param inputs schema and name of every table that no model makes
     * @throws ModelException where a model reads a table that does not exist, or models read each other in a circle
     */
    ModelGraph(Connection connection, Collection<Model> models, Set<String> inputs) throws SQLException {
        Map<String, Model> byTable = new TreeMap<>();
        for (Model model : models) {
            byTable.put(model.table(), model);
            readings.put(model.table(), Reading.of(connection, model));
        }
        for (String table : byTable.keySet()) {
            for (String read : readings.get(table).tables()) {
                if (!byTable.containsKey(read) && !inputs.contains(read)) {
                    throw new ModelException(table,
                            "reads " + read + ", which no model makes and no return or config fills");
                }
            }
        }
        Set<String> open = new LinkedHashSet<>();
        byTable.keySet().forEach(table -> visit(table, byTable, open));
        List<String> lastFirst = new ArrayList<>(ordered.keySet());
        Collections.reverse(lastFirst);
        lastFirst.forEach(this::putAfterWhatItReads);
    }

    /** All models; in a rank, each stands after those that it reads. */
    List<List<Model>> ranks() {
        SortedMap<Integer, List<Model>> ranks = new TreeMap<>(Comparator.reverseOrder());
        ordered.forEach((table, model) -> ranks.computeIfAbsent(behind.get(table), first -> new ArrayList<>()).add(model));
        return List.copyOf(ranks.values());
    }

    Reading reading(Model model) {
        return readings.get(model.table());
    }

    private void visit(String table, Map<String, Model> byTable, Set<String> open) {
        if (ordered.containsKey(table)) {
            return;
        }
        if (!open.add(table)) {
            List<String> circle = new ArrayList<>(open);
            throw new ModelException(table, "reads itself: "
                    + String.join(" reads ", circle.subList(circle.indexOf(table), circle.size())) + " reads " + table);
        }
        readings.get(table).tables().stream().filter(byTable::containsKey).forEach(read -> visit(read, byTable, open));
        open.remove(table);
        ordered.put(table, byTable.get(table));
    }

    private void putAfterWhatItReads(String table) {
        int own = behind.computeIfAbsent(table, last -> 0);
        readings.get(table).tables().stream().filter(ordered::containsKey).forEach(read ->
                behind.merge(read, own + (ordered.get(read).isParts() ? 0 : 1), Math::max));
    }
}
