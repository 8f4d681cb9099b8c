package org.bellwether.warehouse.model;

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
import java.util.stream.Collectors;
import org.bellwether.engine.Sql;
import org.bellwether.engine.Transaction;
import org.bellwether.home.Folders;
import org.bellwether.warehouse.table.Fingerprint;
import org.bellwether.warehouse.table.ModelException;
import org.bellwether.warehouse.table.TableColumns;

/**
 * Facts too large for the warehouse file: Parquet by partitions of time, sorted by the full grain, with a view standing for
 * them.
 *
 * <p>The state of a partition is forgotten before its file is replaced and written after, so that a kill between leaves a
 * partition that the next build makes again. Files are replaced by rename: a release that links to the old one keeps it.
 */
public final class PartitionedFactBuilder {

    private static final String ENDING = ".parquet";
    private static final String UNFINISHED = ".tmp";

    private final Connection connection;
    private final StagedLayer staged;
    private final Path folder;
    private final Map<String, PartitionedFact> facts;
    private final ViewComments comments;

    /**
     * @param connection for this alone
     * @param folder holds a folder for each fact
     */
    public PartitionedFactBuilder(Connection connection, StagedLayer staged, Path folder, Map<String, PartitionedFact> facts, ViewComments comments) {
        this.connection = connection;
        this.staged = staged;
        this.folder = folder;
        this.facts = facts;
        this.comments = comments;
    }

    /** All of them, by table. */
    Map<String, PartitionedFact> facts() {
        return facts;
    }

    boolean holds(Model model) {
        return facts.containsKey(model.table());
    }

    /** Brings every partition of the fact up to date and gives the content of the whole. */
    String run(Model model, ModelDependencies dependencies, InputFingerprints fingerprints, BuildProgress progress) throws SQLException {
        PartitionedFact fact = facts.get(model.table());
        TableColumns columns = TableColumns.ofTable(connection, PartitionedFact.shape(model));
        columns.mustMatch(model.table(), TableColumns.ofQuery(connection, model.table(), model.sql()));
        sweep(model);
        Fingerprint content = new Fingerprint();
        List<Path> files = new ArrayList<>();
        Set<String> live = new TreeSet<>();
        InputPartitions partitions = partitions(fact);
        for (String partition : partitions.names()) {
            live.add(partition);
            files.add(file(model, partition));
            ModelState state = bring(model, fact, partitions, partition, columns,
                    fingerprints.fingerprint(connection, model, dependencies, columns, fact, partition, partitions.content(partition)), progress);
            content.add(partition, state.content());
        }
        partitions.showAll();
        show(model, files);
        comments.ofPartitioned(connection, model, columns);
        forgetOthers(model, live);
        return content.text();
    }

    private ModelState bring(Model model, PartitionedFact fact, InputPartitions partitions, String partition, TableColumns columns, String fingerprint,
            BuildProgress progress) throws SQLException {
        long start = System.nanoTime();
        ModelState state = ModelState.of(connection, model, partition).orElse(null);
        boolean current = state != null && state.fingerprint().equals(fingerprint) && Files.exists(file(model, partition));
        if (!current) {
            state = write(model, fact, partitions, partition, columns, fingerprint);
        }
        progress.done(new ModelRun(model.table(), partition, !current, state.rows(), ModelRunner.since(start)));
        return state;
    }

    private ModelState write(Model model, PartitionedFact fact, InputPartitions partitions, String partition, TableColumns columns, String fingerprint)
            throws SQLException {
        Path file = file(model, partition);
        Path unfinished = file.resolveSibling(file.getFileName() + UNFINISHED);
        partitions.show(partition);
        ModelState.forget(connection, model, partition);
        try {
            Files.createDirectories(file.getParent());
            long rows = Sql.update(connection, """
                    copy (select %s from (select %s from (
                    %s
                    ) order by %s)) to %s (format parquet, compression zstd)"""
                    .formatted(fact.written(columns), fact.sorted(connection, columns), model.sql(), order(fact), literal(unfinished.toString())));
            ModelState state = new ModelState(fingerprint, Sql.sha256(connection, unfinished), rows);
            Files.move(unfinished, file, ATOMIC_MOVE);
            Transaction.of(connection, () -> {
                state.remember(connection, model, partition);
                return null;
            });
            return state;
        } catch (SQLException e) {
            throw new ModelException(model.table(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private InputPartitions partitions(PartitionedFact fact) {
        return facts.containsKey(fact.of())
                ? new FactInputPartitions(fact) : new StagedInputPartitions(connection, staged, fact);
    }

    private void forgetOthers(Model model, Set<String> live) throws SQLException {
        for (String partition : ModelState.partitions(connection, model).keySet()) {
            if (!live.contains(partition)) {
                ModelState.forget(connection, model, partition);
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
        String rows = files.isEmpty() ? PartitionedFact.shape(model) : "read_parquet([%s])".formatted(files.stream()
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
        return Folders.list(folder.resolve(model.name()));
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String order(PartitionedFact fact) {
        return fact.sortedBy().stream().map(Sql::identifier).collect(Collectors.joining(", "));
    }

    private Path file(Model model, String partition) {
        return folder.resolve(model.name()).resolve(partition + ENDING);
    }

    /** The partitions of another fact that lives as Parquet, brought up to date before: a partition of this one holds some of those. */
    private final class FactInputPartitions implements InputPartitions {

        private final Model source;
        private final PartitionPeriod each;

        FactInputPartitions(PartitionedFact fact) {
            this.source = Model.table("core", fact.of().substring(fact.of().indexOf('.') + 1), "");
            this.each = fact.each();
        }

        @Override
        public SortedSet<String> names() throws SQLException {
            return held().keySet().stream().map(each::holding).collect(Collectors.toCollection(TreeSet::new));
        }

        @Override
        public String content(String partition) throws SQLException {
            Fingerprint content = new Fingerprint();
            held().forEach((name, state) -> {
                if (each.holding(name).equals(partition)) {
                    content.add(name, state.content());
                }
            });
            return content.text();
        }

        @Override
        public void show(String partition) throws SQLException {
            show(held().keySet().stream().filter(name -> each.holding(name).equals(partition)).toList());
        }

        @Override
        public void showAll() throws SQLException {
            show(List.copyOf(held().keySet()));
            comments.ofPartitioned(connection, source, TableColumns.ofTable(connection, PartitionedFact.shape(source)));
        }

        private void show(List<String> partitions) throws SQLException {
            PartitionedFactBuilder.this.show(source, partitions.stream().map(partition -> file(source, partition)).toList());
        }

        private SortedMap<String, ModelState> held() throws SQLException {
            return ModelState.partitions(connection, source);
        }
    }
}
