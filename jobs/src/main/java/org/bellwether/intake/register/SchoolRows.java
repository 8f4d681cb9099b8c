package org.bellwether.intake.register;

/**
 * The rows of a file that one school answers for.
 *
 * @param laestab null for rows that name no school
 * @param rows     {@code accepted + rejected}
 * @param flagged  accepted rows of which something was asked, or a value of which became unknown
 * @param queries  what was asked of accepted rows: a row may have several
 * @param values   values of accepted rows that became unknown
 */
public record SchoolRows(Integer laestab, long rows, long rejected, long flagged, long queries, long values) {
}
