package org.bellwether.warehouse.source;

import java.util.List;

/**
 * A scope and the submission that owns it.
 *
 * @param values one for each scope column of the source, as text that casts to the type of the column
 */
public record LiveScope(List<String> values, long submissionKey) {
}
