package org.bellwether.release.disclosure;

import java.util.List;
import org.bellwether.release.format.Table;

/**
 * A rule of disclosure control, as queries over a mart.
 *
 * <p>Each query gives cells to hide, as {@code mart_row} (the row's rowid) and {@code figure} (a column). It may read
 * what the rules before it have hidden from {@code disclosure.hidden_cell (mart, mart_row, figure, rule)}.
 */
interface SuppressionRule {

    /** By which the manifest counts the cells that it hid. */
    String name();

    List<String> cells(Table mart, MartDisclosure disclosure);
}
