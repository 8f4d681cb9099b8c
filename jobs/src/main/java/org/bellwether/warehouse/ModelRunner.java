package org.bellwether.warehouse;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.bellwether.engine.Sql;
import org.bellwether.engine.Transaction;

/**
 * Brings models up to date: a table in one transaction with its state, a view of parts, a sliced fact file by file.
 *
 * <p>What was made of equal inputs is not computed again. A kill at any point leaves the model as it was, or without
 * its state, so that the next build completes it.
 */
final class ModelRunner {

    private final Connection connection;
    private final Inputs inputs;
    private final SlicedFacts slicedFacts;

    ModelRunner(Connection connection, Inputs inputs, SlicedFacts slicedFacts) {
        this.connection = connection;
        this.inputs = inputs;
        this.slicedFacts = slicedFacts;
    }

    /** @throws ModelException where the model's columns are not its table's, or the engine refuses it */
    void run(Model model, Reading reading, Consumer<ModelRun> progress) throws SQLException {
        if (model.isParts()) {
            progress.accept(runParts(model, reading));
        } else if (slicedFacts.holds(model)) {
            inputs.made(model, slicedFacts.run(model, reading, inputs, progress));
        } else {
            progress.accept(runTable(model, reading));
        }
    }

    private ModelRun runTable(Model model, Reading reading) throws SQLException {
        long start = System.nanoTime();
        Columns columns = Columns.ofTable(connection, model.table());
        String fingerprint = inputs.fingerprint(model, reading, columns);
        Optional<ModelState> before = ModelState.of(connection, model, "");
        if (before.isPresent() && before.get().fingerprint().equals(fingerprint)) {
            inputs.made(model, before.get().content());
            return new ModelRun(model.table(), "", false, before.get().rows(), since(start));
        }
        columns.mustMatch(model, Columns.ofQuery(connection, model));
        ModelState state = write(model, () -> {
            Sql.execute(connection, "delete from " + model.table());
            long rows = Sql.update(connection, "insert into " + model.table() + " by name\n" + model.sql());
            ModelState made = new ModelState(fingerprint, Fingerprint.ofRows(connection, model.table()), rows);
            made.remember(connection, model, "");
            return made;
        });
        inputs.made(model, state.content());
        return new ModelRun(model.table(), "", true, state.rows(), since(start));
    }

    private ModelRun runParts(Model model, Reading reading) throws SQLException {
        long start = System.nanoTime();
        Columns columns = Columns.ofQuery(connection, model);
        String fingerprint = inputs.fingerprint(model, reading, columns);
        Optional<ModelState> before = ModelState.of(connection, model, "");
        boolean changed = before.isEmpty() || !before.get().fingerprint().equals(fingerprint);
        if (changed) {
            write(model, () -> {
                Sql.execute(connection, "create or replace view " + model.table() + " as\n" + model.sql());
                Comments.ofParts(connection, model, columns);
                new ModelState(fingerprint, fingerprint, 0).remember(connection, model, "");
                return null;
            });
        }
        inputs.made(model, fingerprint);
        return new ModelRun(model.table(), "", changed, 0, since(start));
    }

    private <T> T write(Model model, Transaction.Work<T> work) throws SQLException {
        try {
            return Transaction.of(connection, work);
        } catch (SQLException e) {
            throw new ModelException(model.table(), "cannot be built: " + e.getMessage(), e);
        }
    }

    static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
