package org.bellwether.warehouse;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.SortedSet;

/** The rows that a build starts from, as the schema {@code staged} shows them, with digests of what they are. */
interface StagedLayer {

    /** Makes every {@code staged} table readable, whole. */
    void show(Connection connection) throws SQLException;

    /** Lets the table show only the rows of one academic year, until it is shown whole again. */
    void showYear(Connection connection, String table, YearlyFact fact, int year) throws SQLException;

    /** Lets the table show every row again. */
    void showWhole(Connection connection, String table) throws SQLException;

    /** Academic years of which the table has live rows. */
    SortedSet<Integer> years(Connection connection, String table, YearlyFact fact) throws SQLException;

    String content(Connection connection, String table) throws SQLException;

    String content(Connection connection, String table, YearlyFact fact, int year) throws SQLException;
}
