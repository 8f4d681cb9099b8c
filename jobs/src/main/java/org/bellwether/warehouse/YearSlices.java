package org.bellwether.warehouse;

import java.sql.SQLException;
import java.util.SortedSet;

/** The table that a yearly fact is made of, which can be shown one academic year at a time. */
interface YearSlices {

    SortedSet<Integer> years() throws SQLException;

    /** A digest of what stands behind that year. */
    String content(int year) throws SQLException;

    /** Lets the table show only that year, until {@link #showAll}. */
    void show(int year) throws SQLException;

    void showAll() throws SQLException;
}
