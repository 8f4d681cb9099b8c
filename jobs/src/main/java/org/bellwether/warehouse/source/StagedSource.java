package org.bellwether.warehouse.source;

import java.util.List;

/**
 * What is live of one staged table, and how its rows replace each other.
 *
 * @param table name in the schema {@code staged}
 * @param scopeColumns of a {@link Kind#PART}: what a submission replaces
 * @param eventKey of {@link Kind#EVENTS}: column by which a row replaces an earlier one; else null
 * @param retires of {@link Kind#EVENTS}: column with the key of another row, which this one puts out of use; or null
 * @param deliveries of a PART those that own a scope, of FULL the live one, else all that are accepted
 * @param liveScopes of a PART: every live scope with its owner
 */
public record StagedSource(String table, Kind kind, List<String> scopeColumns, String eventKey, String retires,
        List<Delivery> deliveries, List<LiveScope> liveScopes) {

    /** How a later submission replaces an earlier one */
    public enum Kind { PART, EVENTS, FULL, SNAPSHOT }

    private static final String HISTORY = "_history";

    /** Name of the staged table whose source is behind this one: the history of a snapshot has the snapshot's. */
    public static String behind(String table) {
        return table.endsWith(HISTORY) ? table.substring(0, table.length() - HISTORY.length()) : table;
    }

    public static StagedSource part(String table, List<String> scopeColumns, List<Delivery> deliveries,
            List<LiveScope> liveScopes) {
        return new StagedSource(table, Kind.PART, scopeColumns, null, null, deliveries, liveScopes);
    }

    public static StagedSource events(String table, String eventKey, String retires, List<Delivery> deliveries) {
        return new StagedSource(table, Kind.EVENTS, List.of(), eventKey, retires, deliveries, List.of());
    }

    public static StagedSource full(String table, Delivery live) {
        return new StagedSource(table, Kind.FULL, List.of(), null, null, List.of(live), List.of());
    }

    public static StagedSource snapshot(String table, List<Delivery> deliveries) {
        return new StagedSource(table, Kind.SNAPSHOT, List.of(), null, null, deliveries, List.of());
    }
}
