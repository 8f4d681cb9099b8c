package org.bellwether.warehouse;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.SortedSet;
import java.util.TreeSet;
import org.bellwether.engine.Sql;
import org.bellwether.warehouse.model.PartitionedFact;
import org.bellwether.warehouse.model.StagedLayer;
import org.bellwether.warehouse.source.ParquetStagedLayer;
import org.bellwether.warehouse.table.Fingerprint;

/** The staged layer of a test: views over tables that hold the rows that the test gives. */
final class GivenRows implements StagedLayer {

    /** Where the given rows of a staged table stand. */
    static String table(String staged) {
        return "given." + staged.substring(staged.indexOf('.') + 1);
    }

    @Override
    public void show(Connection connection) throws SQLException {
        Sql.execute(connection, "create schema if not exists given");
        for (String shape : ParquetStagedLayer.shapes(connection)) {
            Sql.execute(connection, "create table if not exists given.%1$s as from shape.%1$s limit 0".formatted(shape));
            showWhole(connection, "staged." + shape);
        }
    }

    @Override
    public void showWhole(Connection connection, String table) throws SQLException {
        Sql.execute(connection, "create or replace view " + table + " as from " + table(table));
    }

    @Override
    public void showPartition(Connection connection, PartitionedFact fact, String partition) throws SQLException {
        Sql.execute(connection, "create or replace view " + fact.of() + " as from " + of(fact, partition));
    }

    @Override
    public SortedSet<String> partitions(Connection connection, PartitionedFact fact) throws SQLException {
        return new TreeSet<>(Sql.queryTexts(connection, "select distinct " + fact.each().partitionOf(fact.by()) + " from " + table(fact.of())));
    }

    @Override
    public String content(Connection connection, String table) throws SQLException {
        return Fingerprint.ofRows(connection, table(table));
    }

    @Override
    public String content(Connection connection, PartitionedFact fact, String partition) throws SQLException {
        return Fingerprint.ofRows(connection, "(from " + of(fact, partition) + ")");
    }

    private static String of(PartitionedFact fact, String partition) {
        return table(fact.of()) + " where " + fact.each().partitionOf(fact.by()) + " = '" + partition + "'";
    }
}
