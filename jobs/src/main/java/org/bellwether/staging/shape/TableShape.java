package org.bellwether.staging.shape;

import java.util.List;
import java.util.Map;

/**
 * What a table of a submission looks like. Nothing of it is a value of a row but the codes of small code sets.
 *
 * @param columns in the order of the file; none of XML, whose elements have no order
 * @param codes   of accepted rows, by column
 */
public record TableShape(String table, List<ColumnShape> columns, Map<String, List<String>> codes) {
}
