package org.bellwether.warehouse;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static org.bellwether.engine.Sql.literal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bellwether.engine.Sql;
import org.bellwether.engine.Transaction;

/**
 * Facts too large for the warehouse file: Parquet by slices of time, sorted by the full grain, with a view standing for
 * them.
 *
 * <p>The state of a slice is forgotten before its file is replaced and written after, so that a kill between leaves a
 * slice that the next build makes again. Files are replaced by rename: a release that links to the old one keeps it.
 */
final class SlicedFacts {

    private static final String ENDING = ".parquet";
    private static final String UNFINISHED = ".tmp";

    private final Connection connection;
    private final StagedLayer staged;
    private final Path folder;
    private final Map<String, SlicedFact> facts;

    /**
     * @param connection for this alone
     * @param folder holds a folder for each fact
     */
    SlicedFacts(Connection connection, StagedLayer staged, Path folder, Map<String, SlicedFact> facts) {
        this.connection = connection;
        this.staged = staged;
        this.folder = folder;
        this.facts = facts;
    }

    /** All of them, by table. */
    Map<String, SlicedFact> facts() {
        return facts;
    }

    boolean holds(Model model) {
        return facts.containsKey(model.table());
    }

    /** Brings every slice of the fact up to date and gives the content of the whole. */
    String run(Model model, Reading reading, Inputs inputs, Consumer<ModelRun> progress) throws SQLException {
        SlicedFact fact = facts.get(model.table());
        Columns columns = Columns.ofTable(connection, SlicedFact.shape(model));
        columns.mustMatch(model, Columns.ofQuery(connection, model));
        sweep(model);
        Fingerprint content = new Fingerprint();
        List<Path> files = new ArrayList<>();
        Set<String> live = new TreeSet<>();
        Slices slices = slices(fact);
        for (String slice : slices.names()) {
            live.add(slice);
            files.add(file(model, slice));
            ModelState state = bring(model, fact, slices, slice, columns,
                    inputs.fingerprint(connection, model, reading, columns, fact, slice, slices.content(slice)), progress);
            content.add(slice, state.content());
        }
        slices.showAll();
        show(model, files);
        Comments.ofSliced(connection, model, columns);
        forgetOthers(model, live);
        return content.text();
    }

    private ModelState bring(Model model, SlicedFact fact, Slices slices, String slice, Columns columns, String fingerprint,
            Consumer<ModelRun> progress) throws SQLException {
        long start = System.nanoTime();
        ModelState state = ModelState.of(connection, model, slice).orElse(null);
        boolean current = state != null && state.fingerprint().equals(fingerprint) && Files.exists(file(model, slice));
        if (!current) {
            state = write(model, fact, slices, slice, columns, fingerprint);
        }
        progress.accept(new ModelRun(model.table(), slice, !current, state.rows(), ModelRunner.since(start)));
        return state;
    }

    private ModelState write(Model model, SlicedFact fact, Slices slices, String slice, Columns columns, String fingerprint)
            throws SQLException {
        Path file = file(model, slice);
        Path unfinished = file.resolveSibling(file.getFileName() + UNFINISHED);
        slices.show(slice);
        ModelState.forget(connection, model, slice);
        try {
            Files.createDirectories(file.getParent());
            long rows = Sql.update(connection, "copy (select %s from (\n%s\n) order by %s) to %s (format parquet, compression zstd)"
                    .formatted(fact.written(columns), model.sql(), order(fact), literal(unfinished.toString())));
            ModelState state = new ModelState(fingerprint, Sql.sha256(connection, unfinished), rows);
            Files.move(unfinished, file, ATOMIC_MOVE);
            Transaction.of(connection, () -> {
                state.remember(connection, model, slice);
                return null;
            });
            return state;
        } catch (SQLException e) {
            throw new ModelException(model.table(), "cannot be built: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Slices slices(SlicedFact fact) {
        return facts.containsKey(fact.of())
                ? new FactSlices(fact) : new StagedSlices(connection, staged, fact);
    }

    private void forgetOthers(Model model, Set<String> live) throws SQLException {
        for (String slice : ModelState.slices(connection, model).keySet()) {
            if (!live.contains(slice)) {
                ModelState.forget(connection, model, slice);
            }
        }
        for (Path file : files(model)) {
            String name = file.getFileName().toString();
            if (!live.contains(name.substring(0, name.length() - ENDING.length()))) {
                delete(file);
            }
        }
    }

    private void show(Model model, List<Path> files) throws SQLException {
        String rows = files.isEmpty() ? SlicedFact.shape(model) : "read_parquet([%s])".formatted(files.stream()
                .map(file -> literal(file.toString())).collect(Collectors.joining(", ")));
        Sql.execute(connection, "create or replace view " + model.table() + " as select * from " + rows);
    }

    private void sweep(Model model) {
        for (Path file : files(model)) {
            if (file.toString().endsWith(UNFINISHED)) {
                delete(file);
            }
        }
    }

    private List<Path> files(Model model) {
        Path place = folder.resolve(model.name());
        if (!Files.isDirectory(place)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(place)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String order(SlicedFact fact) {
        return fact.sortedBy().stream().map(Sql::identifier).collect(Collectors.joining(", "));
    }

    private Path file(Model model, String slice) {
        return folder.resolve(model.name()).resolve(slice + ENDING);
    }

    /** The slices of another fact that lives as Parquet, brought up to date before: a slice of this one holds some of those. */
    private final class FactSlices implements Slices {

        private final Model source;
        private final SlicePeriod each;

        FactSlices(SlicedFact fact) {
            this.source = new Model("core", fact.of().substring(fact.of().indexOf('.') + 1), "");
            this.each = fact.each();
        }

        @Override
        public SortedSet<String> names() throws SQLException {
            return held().keySet().stream().map(each::holding).collect(Collectors.toCollection(TreeSet::new));
        }

        @Override
        public String content(String slice) throws SQLException {
            Fingerprint content = new Fingerprint();
            held().forEach((name, state) -> {
                if (each.holding(name).equals(slice)) {
                    content.add(name, state.content());
                }
            });
            return content.text();
        }

        @Override
        public void show(String slice) throws SQLException {
            show(held().keySet().stream().filter(name -> each.holding(name).equals(slice)).toList());
        }

        @Override
        public void showAll() throws SQLException {
            show(List.copyOf(held().keySet()));
            Comments.ofSliced(connection, source, Columns.ofTable(connection, SlicedFact.shape(source)));
        }

        private void show(List<String> slices) throws SQLException {
            SlicedFacts.this.show(source, slices.stream().map(slice -> file(source, slice)).toList());
        }

        private SortedMap<String, ModelState> held() throws SQLException {
            return ModelState.slices(connection, source);
        }
    }
}
