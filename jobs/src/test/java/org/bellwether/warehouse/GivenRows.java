package org.bellwether.warehouse;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.SortedSet;
import java.util.TreeSet;
import org.bellwether.engine.Sql;

/** The staged layer of a test: views over tables that hold the rows that the test gives. */
final class GivenRows implements StagedLayer {

    /** Where the given rows of a staged table stand. */
    static String table(String staged) {
        return "given." + staged.substring(staged.indexOf('.') + 1);
    }

    @Override
    public void show(Connection connection) throws SQLException {
        Sql.execute(connection, "create schema if not exists given");
        for (String shape : StagedSources.shapes(connection)) {
            Sql.execute(connection, "create table if not exists given.%1$s as from shape.%1$s limit 0".formatted(shape));
            showWhole(connection, "staged." + shape);
        }
    }

    @Override
    public void showWhole(Connection connection, String table) throws SQLException {
        Sql.execute(connection, "create or replace view " + table + " as from " + table(table));
    }

    @Override
    public void showYear(Connection connection, String table, YearlyFact fact, int year) throws SQLException {
        Sql.execute(connection, "create or replace view " + table + " as from " + ofYear(table, fact, year));
    }

    @Override
    public SortedSet<Integer> years(Connection connection, String table, YearlyFact fact) throws SQLException {
        String years = "select distinct academic_year(" + fact.by() + ") from " + table(table);
        return new TreeSet<>(Sql.query(connection, years, row -> row.getInt(1)));
    }

    @Override
    public String content(Connection connection, String table) throws SQLException {
        return Fingerprint.ofRows(connection, table(table));
    }

    @Override
    public String content(Connection connection, String table, YearlyFact fact, int year) throws SQLException {
        return Fingerprint.ofRows(connection, "(from " + ofYear(table, fact, year) + ")");
    }

    private static String ofYear(String table, YearlyFact fact, int year) {
        return table(table) + " where academic_year(" + fact.by() + ") = " + year;
    }
}
