package org.bellwether.warehouse;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.SortedSet;

/** The years of a staged table. */
record StagedSlices(Connection connection, StagedLayer staged, YearlyFact fact) implements YearSlices {

    @Override
    public SortedSet<Integer> years() throws SQLException {
        return staged.years(connection, fact.slices(), fact);
    }

    @Override
    public String content(int year) throws SQLException {
        return staged.content(connection, fact.slices(), fact, year);
    }

    @Override
    public void show(int year) throws SQLException {
        staged.showYear(connection, fact.slices(), fact, year);
    }

    @Override
    public void showAll() throws SQLException {
        staged.showWhole(connection, fact.slices());
    }
}
