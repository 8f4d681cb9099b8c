package org.bellwether.app.lineage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bellwether.warehouse.model.ModelRun;

/** Which models a build has computed and when; told by many threads. */
final class ModelTimes {

    private final Map<String, Computed> models = new LinkedHashMap<>();

    /** @param rows of all partitions that were computed */
    record Computed(String table, Instant began, Instant ended, long rows) {

        private Computed with(Computed other) {
            return new Computed(table, began.isBefore(other.began) ? began : other.began, ended.isAfter(other.ended) ? ended : other.ended, rows + other.rows);
        }
    }

    synchronized void add(ModelRun run) {
        if (run.computed()) {
            Instant now = Instant.now();
            models.merge(run.model(), new Computed(run.model(), now.minus(run.took()), now, run.rows()),
                    (before, again) -> run.partition().isEmpty() ? new Computed(before.table, before.began, again.ended, again.rows) : before.with(again));
        }
    }

    /** Those since it was asked last. */
    synchronized List<Computed> take() {
        List<Computed> taken = new ArrayList<>(models.values());
        models.clear();
        return taken;
    }
}
