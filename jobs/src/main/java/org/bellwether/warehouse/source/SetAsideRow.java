package org.bellwether.warehouse.source;

/**
 * An accepted row that a build leaves out, since an audit names it.
 *
 * @param table name in the schema {@code staged}
 * @param onRoll which of a census's two files it stands in; null where the table is of one
 */
public record SetAsideRow(RowAudit audit, String table, long submissionKey, int sourceLine, Boolean onRoll) {

    /** All that tells it from others, as text. */
    String key() {
        return table + "," + submissionKey + "," + sourceLine + "," + onRoll;
    }
}
