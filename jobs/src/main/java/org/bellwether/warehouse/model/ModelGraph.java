package org.bellwether.warehouse.model;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.bellwether.warehouse.table.ModelException;

/** The models in an order in which each stands behind those that it reads, and how long a way is behind each. */
public final class ModelGraph {

    private final Map<String, Model> ordered = new LinkedHashMap<>();
    /** The most models that wait for this one, each for the one before. */
    private final Map<String, Integer> behind = new TreeMap<>();
    private final Map<String, ModelDependencies> dependencies = new TreeMap<>();

    /**
     * @param inputs schema and name of every table that no model makes
     * @throws ModelException where a model reads a table that does not exist, or models read each other in a circle
     */
    public ModelGraph(Connection connection, Collection<Model> models, Set<String> inputs) throws SQLException {
        Map<String, Model> byTable = new TreeMap<>();
        for (Model model : models) {
            byTable.put(model.table(), model);
            dependencies.put(model.table(), ModelDependencies.of(connection, model));
        }
        for (String table : byTable.keySet()) {
            for (String read : dependencies.get(table).tables()) {
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

    /** All models, each behind those that it reads. */
    public List<Model> ordered() {
        return List.copyOf(ordered.values());
    }

    /** The most models that wait for this one, each for the one before; parts, which are views, do not count. */
    public int behind(Model model) {
        return behind.get(model.table());
    }

    /** Tables whose rows make the model's: those that it reads, and through parts, which have none, what these read. */
    public Set<String> sources(Model model) {
        Set<String> sources = new TreeSet<>();
        for (String table : dependencies(model).tables()) {
            Model read = ordered.get(table);
            sources.addAll(read != null && read.isView() ? sources(read) : Set.of(table));
        }
        return sources;
    }

    public ModelDependencies dependencies(Model model) {
        return dependencies.get(model.table());
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
        dependencies.get(table).tables().stream().filter(byTable::containsKey).forEach(read -> visit(read, byTable, open));
        open.remove(table);
        ordered.put(table, byTable.get(table));
    }

    private void putAfterWhatItReads(String table) {
        int own = behind.computeIfAbsent(table, last -> 0);
        dependencies.get(table).tables().stream().filter(ordered::containsKey).forEach(read ->
                behind.merge(read, own + (ordered.get(read).isView() ? 0 : 1), Math::max));
    }
}
