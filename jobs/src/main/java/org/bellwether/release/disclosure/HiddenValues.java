package org.bellwether.release.disclosure;

import static org.bellwether.engine.Sql.identifier;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.bellwether.engine.Sql;
import org.bellwether.release.format.Table;

/**
 * How much of what a mart tells is hidden, by what is hidden and not by how many cells: the total of hidden counts among the total of all, which is how
 * cell suppression is commonly weighed (Hundepool and others, Statistical Disclosure Control, 2012). Each count of the mart weighs the same.
 *
 * <p>It follows from hidden figures, and from it and what is shown would follow their sum: it is for the restricted tier alone.
 */
final class HiddenValues {

    /**
     * @param percent of the mart's counts; null where it has none above 0
     * @param percentByRow the same, if a row of which one figure is hidden were hidden whole
     */
    record Percents(BigDecimal percent, BigDecimal percentByRow) {
    }

    private final Connection connection;

    HiddenValues(Connection connection) {
        this.connection = connection;
    }

    /**
     * @param published    as readers have it, its rows in {@code rows}
     * @param unsuppressed the same mart before disclosure control, as it stands in a query
     */
    Percents of(Table published, String rows, String unsuppressed, MartDisclosure mart) throws SQLException {
        List<String> counts = mart.counts().stream().filter(count -> published.columnNames().contains(Table.statusOf(count))).toList();
        if (counts.isEmpty() || mart.grain().isEmpty()) {
            return new Percents(null, null);
        }
        List<String> figures = published.columnNames().stream().filter(name -> published.columnNames().contains(Table.statusOf(name))).toList();
        String sameCell = mart.grain().stream().map(column -> "m.%1$s is not distinct from known.%1$s".formatted(identifier(column))).collect(Collectors.joining(" and "));
        // What stands is as it was published; of what is hidden there is today's number alone.
        String cells = counts.stream().map(count -> "{'value': cast(coalesce(m.%1$s, known.%1$s) as double), 'is_hidden': m.%2$s = 'c'}".formatted(identifier(count), identifier(Table.statusOf(count))))
                .collect(Collectors.joining(", "));
        // Shares are added as decimals: the order in which doubles are added would say which way a half is rounded.
        return Sql.queryFirst(connection, """
                select %s, %s
                from (
                    select sum(cell.value) as total, coalesce(sum(cell.value) filter (where cell.is_hidden), 0) as hidden,
                        coalesce(sum(cell.value) filter (where cell.is_hidden or is_touched), 0) as hidden_by_row
                    from (
                        select %s as is_touched, unnest([%s]) as cell, generate_subscripts([%s], 1) as place
                        from %s as m
                        left join %s as known on %s
                    )
                    group by place
                    having sum(cell.value) > 0
                )""".formatted(meanPercent("hidden"), meanPercent("hidden_by_row"), HiddenShares.isTouched(mart, figures), cells, counts.stream().map(Sql::literal).collect(Collectors.joining(", ")), rows, unsuppressed, sameCell),
                row -> new Percents(row.getBigDecimal(1), row.getBigDecimal(2))).orElseThrow();
    }

    private static String meanPercent(String hidden) {
        return "round(cast(avg(cast(100 * %s / total as decimal(18, 12))) as decimal(18, 9)), 1)".formatted(hidden);
    }
}
