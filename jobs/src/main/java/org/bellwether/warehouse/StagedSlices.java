package org.bellwether.warehouse;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.SortedSet;

/** The slices of a staged table. */
record StagedSlices(Connection connection, StagedLayer staged, SlicedFact fact) implements Slices {

    @Override
    public SortedSet<String> names() throws SQLException {
        return staged.slices(connection, fact);
    }

    @Override
    public String content(String slice) throws SQLException {
        return staged.content(connection, fact, slice);
    }

    @Override
    public void show(String slice) throws SQLException {
        staged.showSlice(connection, fact, slice);
    }

    @Override
    public void showAll() throws SQLException {
        staged.showWhole(connection, fact.of());
    }
}
