package org.bellwether.warehouse.model;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.SortedSet;

/** The partitions of a staged table. */
record StagedInputPartitions(Connection connection, StagedLayer staged, PartitionedFact fact) implements InputPartitions {

    @Override
    public SortedSet<String> names() throws SQLException {
        return staged.partitions(connection, fact);
    }

    @Override
    public String content(String partition) throws SQLException {
        return staged.content(connection, fact, partition);
    }

    @Override
    public void show(String partition) throws SQLException {
        staged.showPartition(connection, fact, partition);
    }

    @Override
    public void showAll() throws SQLException {
        staged.showWhole(connection, fact.of());
    }
}
