package org.bellwether.staging;

import org.bellwether.contract.Column;
import org.bellwether.contract.ColumnType;
import org.bellwether.engine.Sql;

/**
 * The distinct texts of one column, each typed once. Marks have millions of rows and a few thousand texts: to find a value
 * by a join costs a row a fraction of what trimming, matching and casting its text does.
 */
final class DistinctValues {

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
     * The SELECT that makes them.
     *
     * @param raw table of texts
     * @param place column of it
     * @param pseudonyms of a UPN, the table that the pseudonymiser made of it
     */
    String of(String raw, String place, String pseudonyms) {
        String text = ColumnSql.text(column.name());
        String typed = "(select raw, %1$s, %2$s as %3$s from (select raw, nullif(trim(raw), '') as %1$s from (select distinct %4$s as raw from %5$s)))"
                .formatted(text, sql.typed(), Sql.identifier(column.name()), place, raw) + " as typed";
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
