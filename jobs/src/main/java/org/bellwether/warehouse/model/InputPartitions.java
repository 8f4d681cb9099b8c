package org.bellwether.warehouse.model;

import java.sql.SQLException;
import java.util.SortedSet;

/** The table that a partitioned fact is made of, which can be shown one partition at a time. */
interface InputPartitions {

    SortedSet<String> names() throws SQLException;

    /** A digest of what stands behind that partition. */
    String content(String partition) throws SQLException;

    /** Lets the table show only that partition, until {@link #showAll}. */
    void show(String partition) throws SQLException;

    void showAll() throws SQLException;
}
