package org.bellwether.warehouse.source;

import static org.bellwether.engine.Sql.identifier;
import static org.bellwether.engine.Sql.literal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bellwether.engine.ParquetSql;
import org.bellwether.warehouse.table.TableColumns;

/**
 * The SELECT that stands for one staged table.
 *
 * <p>Rows of a submission that owns all of its scopes are read as they are; where some were replaced since, they are
 * sifted through the typed table of the scopes that it still owns. Rows that are set aside are left out.
 *
 * @param hasSetAside whether some rows of the table are in build.set_aside
 */
record StagedViewSql(String table, TableColumns shape, boolean hasSetAside) {

    static final String RECEIVED = "received_at";
    private static final String ARRIVAL = "arrival";
    private static final String SNAPSHOT_DATE = "snapshot_date";
    /** Tables that the register fills: no rows of returns. */
    static final Set<String> OF_REGISTER = Set.of("submission", "arrival", "arrival_scope", "arrival_school", "rejected_row", "scope_owner");

    /** @param sources by schema and name */
    String of(Map<String, StagedSource> sources) {
        if (OF_REGISTER.contains(table)) {
            return "select * from build." + table;
        }
        StagedSource source = sources.get(StagedSource.behind("staged." + table));
        if (source == null || source.deliveries().isEmpty()) {
            return "select * from shape." + table;
        }
        return switch (source.kind()) {
            case FULL -> delivered(source, source.deliveries(), "");
            case SNAPSHOT -> snapshot(source);
            case EVENTS -> events(source);
            case PART -> part(source, source.deliveries().stream().filter(Delivery::whole).toList(),
                    source.deliveries().stream().filter(delivery -> !delivery.whole()).toList(), "true");
        };
    }

    /** The rows of one partition alone. */
    String ofPartition(DeliveryPartitions partitions, String partition) {
        return part(partitions.source(), partitions.whole(partition), partitions.sifted(partition), partitions.condition(partition));
    }

    private String part(StagedSource source, List<Delivery> whole, List<Delivery> sifted, String scopes) {
        List<String> selects = new ArrayList<>();
        if (!whole.isEmpty()) {
            selects.add(delivered(source, whole, ""));
        }
        if (!sifted.isEmpty()) {
            String columns = "submission_key, " + source.scopeColumns().stream()
                    .map(column -> identifier(column)).collect(Collectors.joining(", "));
            selects.add(delivered(source, sifted, " semi join (select %s from %s where %s) as live using (%s)"
                    .formatted(columns, LiveTables.scopes(source), scopes, columns)));
        }
        return selects.isEmpty() ? "select * from shape." + table : String.join("\nunion all\n", selects);
    }

    private String snapshot(StagedSource source) {
        if (shape.types().containsKey(SNAPSHOT_DATE)) {
            return delivered(source, source.deliveries(), "");
        }
        return delivered(source, source.deliveries().stream().max(LiveTables.ORDER).stream().toList(), "");
    }

    private String events(StagedSource source) {
        String key = identifier(source.eventKey());
        String latest = """
                with latest as (
                    %s
                    qualify row_number() over (
                        partition by %s
                        order by delivery.received_at desc, delivery.arrival desc, delivered.source_line desc) = 1
                )
                select * from latest""".formatted(delivered(source, source.deliveries(), ""), key);
        if (source.retires() == null) {
            return latest;
        }
        String retires = identifier(source.retires());
        return latest + "\nwhere %1$s not in (select %2$s from latest where %2$s <> %1$s)".formatted(key, retires);
    }

    /** The rows of these deliveries in the columns of the shape. */
    private String delivered(StagedSource source, List<Delivery> deliveries, String sift) {
        String columns = shape.names().stream().map(StagedViewSql::column).collect(Collectors.joining(", "));
        List<Path> files = deliveries.stream().map(Delivery::parquet).toList();
        String rows = deliveries.stream().anyMatch(Delivery::isOlder) ? ParquetSql.byName(files, staged()) : ParquetSql.files(files);
        return "select %s from %s as delivered%s join build.delivery on delivery.staged_table = %s and"
                .formatted(columns, rows, sift, literal(source.table()))
                + " delivery.submission_key = delivered.submission_key" + (hasSetAside ? withoutSetAside(source) : "");
    }

    /** What files have: the columns that the build adds are not among them. */
    private Map<String, String> staged() {
        Map<String, String> types = new LinkedHashMap<>(shape.types());
        types.keySet().removeAll(List.of(RECEIVED, ARRIVAL, SNAPSHOT_DATE));
        return types;
    }

    private String withoutSetAside(StagedSource source) {
        return " where not exists (select 1 from build.set_aside as aside where aside.staged_table = " + literal(source.table())
                + " and aside.submission_key = delivered.submission_key and aside.source_line = delivered.source_line"
                + (shape.types().containsKey("on_roll") ? " and coalesce(aside.on_roll = delivered.on_roll, true))" : ")");
    }

    private static String column(String name) {
        return switch (name) {
            case RECEIVED -> "delivery.received_at";
            case ARRIVAL -> "delivery.arrival";
            case SNAPSHOT_DATE -> "london_date(delivery.received_at) as snapshot_date";
            default -> "delivered." + identifier(name);
        };
    }
}
