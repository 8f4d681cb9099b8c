package org.bellwether.warehouse;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The models in ranks: what stands in one can be built once those before it are; what each one reads decides. Parts, which
 * are views, stand in the rank of those that read them, each behind the parts that it reads.
 */
final class ModelGraph {

    private final Map<String, Integer> rankOf = new TreeMap<>();
    private final SortedMap<Integer, List<Model>> ranks = new TreeMap<>();
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
    }

    /** All models; each stands in the first rank after those that it reads, parts aside. */
    List<List<Model>> ranks() {
        return List.copyOf(ranks.values());
    }

    Reading reading(Model model) {
        return readings.get(model.table());
    }

    private int visit(String table, Map<String, Model> byTable, Set<String> open) {
        if (rankOf.containsKey(table)) {
            return rankOf.get(table);
        }
        if (!open.add(table)) {
            List<String> circle = new ArrayList<>(open);
            throw new ModelException(table, "reads itself: "
                    + String.join(" reads ", circle.subList(circle.indexOf(table), circle.size())) + " reads " + table);
        }
        int rank = 0;
        for (String read : readings.get(table).tables()) {
            if (byTable.containsKey(read)) {
                rank = Math.max(rank, visit(read, byTable, open) + (byTable.get(read).isParts() ? 0 : 1));
            }
        }
        open.remove(table);
        rankOf.put(table, rank);
        ranks.computeIfAbsent(rank, first -> new ArrayList<>()).add(byTable.get(table));
        return rank;
    }
}
