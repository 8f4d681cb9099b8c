package org.bellwether.staging.shape;

import org.bellwether.contract.Headers;

/**
 * One column of a file as it came.
 *
 * @param header as written, fit to be shown
 * @param column name in the contract; null where the contract reads past it, or has no name for it
 * @param look   of its first values; null where they are too few, and of codes, which are told one by one
 */
public record ColumnShape(String header, String column, Look look) {

    /** By which it is the same column in another file. */
    String identity() {
        return column != null ? column : normal();
    }

    /** The header without case and spaces. */
    String normal() {
        return Headers.normal(header);
    }
}
