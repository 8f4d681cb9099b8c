package org.bellwether.staging.typing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.bellwether.contract.Column;
import org.bellwether.contract.ColumnType;
import org.bellwether.engine.Sql;

/**
 * The distinct texts of one column, each typed once. Marks have millions of rows and a few thousand texts: to find a value
 * by a join costs a row a fraction of what trimming, matching and casting its text does.
 */
final class DistinctValues {

    /** So many fit into a byte. */
    private static final int FEW = 255;

    private final String table;
    private final Column column;
    private final ColumnSql sql;

    DistinctValues(String table, Column column, ColumnSql sql) {
        this.table = table;
        this.column = column;
        this.sql = sql;
    }

    String name() {
        return Sql.identifier("value_of_" + table + "_" + column.name());
    }

    /** What a row takes from here: everything but the text by which it finds it. */
    String columns() {
        return name() + ".* exclude (raw)";
    }

    /** The join by which a row with this text finds its values. */
    String join(String text) {
        return " left join " + name() + " on " + name() + ".raw = " + text;
    }

    /**
     * @param raw table of texts
     * @param place column of it
     * @param pseudonyms of a UPN, the table that the pseudonymiser made of it
     */
    void make(Connection connection, String raw, String place, String pseudonyms) throws SQLException {
        Sql.execute(connection, "create or replace temp table " + name() + " as " + of(raw, place, pseudonyms));
        if (column.type() == ColumnType.CODE) {
            number(connection);
        }
    }

    /** Numbers instead of texts: rows carry them, and staged files take them, in half the time. */
    private void number(Connection connection) throws SQLException {
        String code = Sql.identifier(column.name());
        List<String> codes = Sql.queryTexts(connection, "select distinct " + code + " from " + name() + " where " + code + " is not null order by all");
        if (!codes.isEmpty() && codes.size() <= FEW) {
            Sql.execute(connection, "alter table " + name() + " alter column " + code + " type " + Sql.enumeration(codes));
        }
    }

    private String of(String raw, String place, String pseudonyms) {
        String typed = "(" + TypingSql.ofReceived(Map.of(column, "raw")).select("raw", "(select distinct " + place + " as raw from " + raw + ")") + ") as typed";
        if (column.type() == ColumnType.UPN) {
            return "select typed.*, %1$s.pupil_key as %2$s, %1$s.failed_rule as %3$s from %4$s left join %1$s on %1$s.upn = typed.%5$s"
                    .formatted(pseudonyms, Sql.identifier(column.stagedName()), ColumnSql.failed(column.name()), typed,
                            Sql.identifier(column.name()));
        }
        if (column.type() == ColumnType.CODE && sql.standsByItself()) {
            return "select typed.*, " + sql.standing() + " as " + ColumnSql.standing(column.name()) + " from " + typed;
        }
        if (column.type() == ColumnType.CODE && sql.hasOneVersionEach()) {
            return "select * from " + typed + " left join " + sql.versions() + " on " + sql.bounds().get(0) + " = typed."
                    + Sql.identifier(column.name());
        }
        return "select * from " + typed;
    }
}
