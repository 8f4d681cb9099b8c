package org.bellwether.warehouse;

import java.sql.SQLException;
import java.util.SortedSet;

/** The table that a sliced fact is made of, which can be shown one slice at a time. */
interface Slices {

    SortedSet<String> names() throws SQLException;

    /** A digest of what stands behind that slice. */
    String content(String slice) throws SQLException;

    /** Lets the table show only that slice, until {@link #showAll}. */
    void show(String slice) throws SQLException;

    void showAll() throws SQLException;
}
