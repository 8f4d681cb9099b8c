package org.bellwether.warehouse.source;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.bellwether.config.ErrorCode;
import org.bellwether.engine.Sql;
import org.bellwether.warehouse.model.PartitionedFact;
import org.bellwether.warehouse.model.StagedLayer;
import org.bellwether.warehouse.table.EngineCatalog;
import org.bellwether.warehouse.table.Fingerprint;
import org.bellwether.warehouse.table.TableColumns;

/** The staged tables as views over the Parquet of what is live. */
public final class ParquetStagedLayer implements StagedLayer {

    private final Map<String, StagedSource> sources = new TreeMap<>();
    private final BuildInput input;
    private final List<SetAsideRow> setAside;
    private final Map<Path, String> hashes = new ConcurrentHashMap<>();
    private final Map<PartitionedFact, DeliveryPartitions> partitioned = new HashMap<>();

    /** @param setAside rows that no table shows */
    public ParquetStagedLayer(BuildInput input, List<SetAsideRow> setAside) {
        this.setAside = setAside;
        input.sources().forEach(source -> sources.put("staged." + source.table(), source));
        this.input = input;
    }

    /** Fills the tables of deliveries, scopes and submissions and shows every staged table whole. */
    @Override
    public void show(Connection connection) throws SQLException {
        LiveTables.fill(connection, sources.values(), input);
        for (String shape : shapes(connection)) {
            showWhole(connection, "staged." + shape);
        }
    }

    @Override
    public void showPartition(Connection connection, PartitionedFact fact, String partition) throws SQLException {
        create(connection, fact.of(), view(connection, fact.of()).ofPartition(partitionsOf(connection, fact), partition));
    }

    @Override
    public void showWhole(Connection connection, String table) throws SQLException {
        create(connection, table, view(connection, table).of(sources));
    }

    @Override
    public SortedSet<String> partitions(Connection connection, PartitionedFact fact) throws SQLException {
        return sources.containsKey(fact.of()) ? partitionsOf(connection, fact).names() : new TreeSet<>();
    }

    @Override
    public String content(Connection connection, String table) throws SQLException {
        if (StagedViewSql.OF_REGISTER.contains(table.substring(table.indexOf('.') + 1))) {
            return Fingerprint.ofRows(connection, table);
        }
        StagedSource source = sources.get(StagedSource.behind(table));
        if (source == null) {
            return "";
        }
        Fingerprint fingerprint = new Fingerprint().add("kind", source.kind().name())
                .add("event key", source.eventKey() + "," + source.retires());
        add(connection, fingerprint, source.table(), source.deliveries());
        source.liveScopes().forEach(scope -> fingerprint.add("scope", scope.toString()));
        addSetAside(fingerprint, source, source.deliveries());
        return fingerprint.text();
    }

    @Override
    public String content(Connection connection, PartitionedFact fact, String partition) throws SQLException {
        Fingerprint fingerprint = new Fingerprint();
        DeliveryPartitions partitions = partitionsOf(connection, fact);
        add(connection, fingerprint, partitions.source().table(), partitions.whole(partition));
        add(connection, fingerprint, partitions.source().table(), partitions.sifted(partition));
        partitions.siftedScopes(partition).forEach(scope -> fingerprint.add("scope", scope.toString()));
        addSetAside(fingerprint, partitions.source(), partitions.whole(partition));
        addSetAside(fingerprint, partitions.source(), partitions.sifted(partition));
        return fingerprint.text();
    }

    /** What of these deliveries is set aside. */
    private void addSetAside(Fingerprint fingerprint, StagedSource source, List<Delivery> deliveries) {
        Set<Long> keys = deliveries.stream().map(Delivery::submissionKey).collect(Collectors.toSet());
        setAside.stream().filter(row -> row.table().equals(source.table()) && keys.contains(row.submissionKey()))
                .forEach(row -> fingerprint.add("set aside", row.key()));
    }

    /** Told apart once a build: it is asked several times for each partition. */
    private DeliveryPartitions partitionsOf(Connection connection, PartitionedFact fact) throws SQLException {
        DeliveryPartitions known = partitioned.get(fact);
        if (known == null) {
            known = new DeliveryPartitions(connection, sources.get(fact.of()), fact);
            partitioned.put(fact, known);
        }
        return known;
    }

    private void add(Connection connection, Fingerprint fingerprint, String table, Iterable<Delivery> deliveries) throws SQLException {
        for (Delivery delivery : deliveries) {
            fingerprint.add("delivery", delivery.submissionKey() + "," + delivery.receivedAt() + "," + delivery.arrival())
                    .add("whole", Boolean.toString(delivery.whole()))
                    .add("rows", hash(connection, delivery));
            if (delivery.isOlder()) {
                fingerprint.add("read as", TableColumns.ofTable(connection, "shape." + table).types().toString());
            }
        }
    }

    /** The bytes are read here anyway: rows that are not those that were judged go into no table. */
    private String hash(Connection connection, Delivery delivery) throws SQLException {
        String known = hashes.get(delivery.parquet());
        if (known == null) {
            known = Sql.sha256(connection, delivery.parquet());
            if (delivery.sha256() != null && !delivery.sha256().equals(known)) {
                throw ErrorCode.STAGED_GONE.with(delivery.submissionId(), delivery.parquet());
            }
            hashes.put(delivery.parquet(), known);
        }
        return known;
    }

    private StagedViewSql view(Connection connection, String table) throws SQLException {
        String name = table.substring(table.indexOf('.') + 1);
        String source = StagedSource.behind(name);
        return new StagedViewSql(name, TableColumns.ofTable(connection, "shape." + name),
                setAside.stream().anyMatch(row -> row.table().equals(source)));
    }

    private static void create(Connection connection, String table, String select) throws SQLException {
        Sql.execute(connection, "create or replace view " + table + " as\n" + select);
    }

    /** Names of the tables that staging delivers: those that know when they were received. */
    public static List<String> shapes(Connection connection) throws SQLException {
        return EngineCatalog.tablesWith(connection, "shape", StagedViewSql.RECEIVED);
    }
}
