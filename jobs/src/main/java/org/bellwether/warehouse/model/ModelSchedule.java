package org.bellwether.warehouse.model;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which model is next: of those whose inputs are up to date, the one with the longest way behind it. For many threads.
 *
 * <p>Partitioned facts are made one at a time, and while one is made nobody else reads what it shows partition by partition.
 */
public final class ModelSchedule {

    private final ModelGraph graph;
    private final Map<String, Model> open = new LinkedHashMap<>();
    private final Map<String, Set<String>> awaited = new HashMap<>();
    private int running;

    /** @param partitioned all partitioned facts, by table */
    public ModelSchedule(ModelGraph graph, Collection<Model> models, Map<String, PartitionedFact> partitioned) {
        this.graph = graph;
        graph.ordered().stream().filter(models::contains).forEach(model -> open.put(model.table(), model));
        for (Model model : open.values()) {
            Set<String> reads = new HashSet<>(graph.dependencies(model).tables());
            reads.retainAll(open.keySet());
            awaited.put(model.table(), reads);
        }
        keepApart(partitioned);
    }

    /** The next model, which the caller brings up to date and then calls {@link #done}; waits for one; empty where none is left. */
    public synchronized Optional<Model> next() throws InterruptedException {
        while (!open.isEmpty()) {
            Optional<Model> ready = open.values().stream().filter(model -> awaited.get(model.table()).isEmpty())
                    .max(Comparator.comparingInt(graph::behind));
            if (ready.isPresent()) {
                open.remove(ready.get().table());
                running++;
                return ready;
            }
            if (running == 0) {
                throw new IllegalStateException("These wait for each other: " + open.keySet());
            }
            wait();
        }
        return Optional.empty();
    }

    /** The model is up to date; those that wait for it alone may begin. */
    public synchronized void done(Model model) {
        awaited.values().forEach(others -> others.remove(model.table()));
        running--;
        notifyAll();
    }

    /** One has failed: nothing more is begun. */
    public synchronized void stop() {
        open.clear();
        running--;
        notifyAll();
    }

    private void keepApart(Map<String, PartitionedFact> partitioned) {
        String before = null;
        for (String table : open.keySet().stream().filter(partitioned::containsKey).toList()) {
            if (before != null) {
                awaited.get(table).add(before);
            }
            before = table;
            String shown = partitioned.get(table).of();
            for (Model other : open.values()) {
                if (!other.isView() && graph.sources(other).contains(shown) && !awaits(table, other.table())) {
                    awaited.get(other.table()).add(table);
                }
            }
        }
    }

    private boolean awaits(String table, String other) {
        return table.equals(other) || awaited.get(table).stream().anyMatch(one -> awaits(one, other));
    }
}
