package org.bellwether.warehouse.model;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.SortedSet;

/** The rows that a build starts from, as the schema {@code staged} shows them, with digests of what they are. */
public interface StagedLayer {

    /** Makes every {@code staged} table readable, whole. */
    void show(Connection connection) throws SQLException;

    /** Lets the table that a fact is made of show only the rows of one partition, until it is shown whole again. */
    void showPartition(Connection connection, PartitionedFact fact, String partition) throws SQLException;

    /** Lets the table show every row again. */
    void showWhole(Connection connection, String table) throws SQLException;

    /** Partitions of which the table that a fact is made of has live rows. */
    SortedSet<String> partitions(Connection connection, PartitionedFact fact) throws SQLException;

    String content(Connection connection, String table) throws SQLException;

    /** What stands behind one partition of the table that a fact is made of. */
    String content(Connection connection, PartitionedFact fact, String partition) throws SQLException;
}
