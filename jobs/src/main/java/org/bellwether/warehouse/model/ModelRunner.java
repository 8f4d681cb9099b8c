package org.bellwether.warehouse.model;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import org.bellwether.engine.Sql;
import org.bellwether.engine.Transaction;
import org.bellwether.engine.Workers;
import org.bellwether.warehouse.table.Fingerprint;
import org.bellwether.warehouse.table.ModelException;
import org.bellwether.warehouse.table.TableColumns;

/**
 * Brings models up to date: a table in one transaction with its state, a view of parts, a partitioned fact file by file.
 *
 * <p>What was made of equal inputs is not computed again. A kill at any point leaves the model as it was, or without
 * its state, so that the next build completes it.
 */
public final class ModelRunner {

    private final Workers workers;
    private final ModelGraph graph;
    private final InputFingerprints fingerprints;
    private final PartitionedFactBuilder partitionedFacts;
    private final ViewComments comments;

    public ModelRunner(Connection connection, ModelGraph graph, InputFingerprints fingerprints, PartitionedFactBuilder partitionedFacts, ViewComments comments)
            throws SQLException {
        this.workers = new Workers(connection);
        this.graph = graph;
        this.fingerprints = fingerprints;
        this.partitionedFacts = partitionedFacts;
        this.comments = comments;
    }

    /**
     * Brings these up to date, as many at a time as the engine has threads, each once those that it reads are.
     *
     * @param progress told by many threads
     * @throws ModelException where a model's columns are not its table's, or the engine refuses it
     */
    public void run(Collection<Model> models, BuildProgress progress) throws SQLException {
        progress.begin(models.size());
        ModelSchedule schedule = new ModelSchedule(graph, models, partitionedFacts.facts());
        workers.together(own -> {
            for (Optional<Model> next = next(schedule); next.isPresent(); next = next(schedule)) {
                boolean isDone = false;
                try {
                    run(own, next.get(), progress);
                    isDone = true;
                } finally {
                    if (isDone) {
                        schedule.done(next.get());
                    } else {
                        schedule.stop();
                    }
                }
            }
        });
    }

    private static Optional<Model> next(ModelSchedule schedule) {
        try {
            return schedule.next();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Another model has failed", e);
        }
    }

    private void run(Connection own, Model model, BuildProgress progress) throws SQLException {
        if (model.isView()) {
            progress.done(runView(own, model));
        } else if (partitionedFacts.holds(model)) {
            fingerprints.made(model, partitionedFacts.run(model, graph.dependencies(model), fingerprints, progress));
        } else {
            progress.done(runTable(own, model));
        }
    }

    private ModelRun runTable(Connection connection, Model model) throws SQLException {
        long start = System.nanoTime();
        TableColumns columns = TableColumns.ofTable(connection, model.table());
        String fingerprint = fingerprints.fingerprint(connection, model, graph.dependencies(model), columns);
        Optional<ModelState> before = ModelState.of(connection, model, "");
        if (before.isPresent() && before.get().fingerprint().equals(fingerprint)) {
            fingerprints.made(model, before.get().content());
            return new ModelRun(model.table(), "", false, before.get().rows(), since(start));
        }
        columns.mustMatch(model.table(), TableColumns.ofQuery(connection, model.table(), model.sql()));
        ModelState state = write(connection, model, () -> {
            Sql.execute(connection, "delete from " + model.table());
            long rows = Sql.update(connection, "insert into " + model.table() + " by name\n" + model.sql());
            ModelState made = new ModelState(fingerprint, Fingerprint.ofRows(connection, model.table()), rows);
            made.remember(connection, model, "");
            return made;
        });
        fingerprints.made(model, state.content());
        return new ModelRun(model.table(), "", true, state.rows(), since(start));
    }

    /** A view is made anew where its SELECT or a column of what it reads has changed; what it shows changes with what that holds. */
    private ModelRun runView(Connection connection, Model model) throws SQLException {
        long start = System.nanoTime();
        ModelDependencies dependencies = graph.dependencies(model);
        String form = fingerprints.form(connection, model, dependencies);
        String content = fingerprints.shown(connection, form, dependencies);
        Optional<ModelState> before = ModelState.of(connection, model, "");
        boolean isAsBefore = before.isPresent() && before.get().content().equals(content);
        if (!isAsBefore) {
            boolean isThere = before.isPresent() && before.get().fingerprint().equals(form);
            write(connection, model, () -> {
                if (!isThere) {
                    Sql.execute(connection, "create or replace view " + model.table() + " as\n" + model.sql());
                    comments.ofView(connection, model, dependencies.tables(), TableColumns.ofTable(connection, model.table()));
                }
                new ModelState(form, content, 0).remember(connection, model, "");
                return null;
            });
        }
        fingerprints.made(model, content);
        return new ModelRun(model.table(), "", !isAsBefore, 0, since(start));
    }

    private static <T> T write(Connection connection, Model model, Transaction.Work<T> work) throws SQLException {
        try {
            return Transaction.of(connection, work);
        } catch (SQLException e) {
            throw new ModelException(model.table(), e);
        }
    }

    static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
