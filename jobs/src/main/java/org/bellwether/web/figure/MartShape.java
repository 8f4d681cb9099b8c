package org.bellwether.web.figure;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bellwether.engine.Sql;
import org.bellwether.release.disclosure.MartDisclosure;
import org.bellwether.release.site.report.ReportTier;
import org.bellwether.release.format.Table;

/**
 * What a mart of a tier has: the columns that name a row, and its figures. Of a request's texts nothing gets into a question but names that stand here.
 *
 * @param comment  what a row is
 * @param grain    columns that name a row
 * @param labels   columns in which a reader may choose: those of the grain and what stands beside them, none with figures
 * @param figures  numbers with a status beside them
 * @param comments what each column is
 */
record MartShape(String mart, String table, String comment, List<String> grain, List<String> labels, List<String> figures, Map<String, String> comments) {

    private static final Pattern NUMBER = Pattern.compile("(TINY|SMALL|BIG|HUGE|U?)INT(EGER)?|DOUBLE|FLOAT|DECIMAL.*");

    /** Empty where the tier has no such mart. */
    static Optional<MartShape> of(ReportTier tier, Connection connection, String mart, MartDisclosure disclosure) throws SQLException {
        String[] schema = tier.marts().split("\\.");
        String where = " where database_name = " + Sql.literal(schema[0]) + " and schema_name = " + Sql.literal(schema[1]) + " and table_name = " + Sql.literal(mart);
        Map<String, String> comments = new LinkedHashMap<>();
        List<String> texts = new ArrayList<>();
        List<String> numbers = new ArrayList<>();
        Sql.query(connection, "select column_name, coalesce(comment, ''), data_type from duckdb_columns()" + where + " order by column_index", row -> {
            if (row.getString(3).equals("VARCHAR")) {
                texts.add(row.getString(1));
            }
            if (NUMBER.matcher(row.getString(3)).matches()) {
                numbers.add(row.getString(1));
            }
            return comments.put(row.getString(1), row.getString(2));
        });
        if (comments.isEmpty()) {
            return Optional.empty();
        }
        List<String> figures = comments.keySet().stream().filter(column -> numbers.contains(column) && comments.containsKey(Table.statusOf(column))).toList();
        List<String> grain = disclosure.grain().stream().filter(comments::containsKey).toList();
        List<String> labels = new ArrayList<>(grain);
        List<String> statuses = figures.stream().map(Table::statusOf).toList();
        texts.stream().filter(column -> !grain.contains(column) && !figures.contains(column) && !statuses.contains(column)).forEach(labels::add);
        String comment = Sql.queryFirst(connection, "select coalesce(comment, '') from duckdb_tables()" + where, row -> row.getString(1)).orElse("");
        return Optional.of(new MartShape(mart, tier.marts() + "." + Sql.identifier(mart), comment, grain, labels, figures, comments));
    }
}
