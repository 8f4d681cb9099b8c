package org.bellwether.web.figure;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bellwether.engine.Sql;
import org.bellwether.release.site.chart.Row;
import org.bellwether.release.format.Table;

/** The rows of a mart that a reader has chosen: names of columns are those of its shape, and what they are to be is bound, never written into the question. */
record FigureQuery(MartShape shape, Map<String, String> chosen) {

    private static final List<String> WHOLE = List.of("Total", "Academic year");
    private static final String AS_AT = "as_at_date";
    private static final int MANY = 200;

    /** @param request texts of a request by the name of a column; of others nothing is taken */
    static FigureQuery of(MartShape shape, Map<String, String> request) {
        Map<String, String> chosen = new LinkedHashMap<>();
        shape.labels().stream().filter(column -> request.containsKey(column) && !request.get(column).isBlank()).forEach(column -> chosen.put(column, request.get(column)));
        return new FigureQuery(shape, chosen);
    }

    /**
     * What is shown to whoever has chosen nothing yet: the whole authority, year by year, where the mart tells them apart.
     *
     * @param request in which an empty text is a choice too: all
     */
    static FigureQuery first(MartShape shape, Map<String, String> request, Connection connection) throws SQLException {
        if (shape.labels().stream().anyMatch(request::containsKey)) {
            return of(shape, request);
        }
        FigureQuery query = new FigureQuery(shape, new LinkedHashMap<>());
        for (String column : shape.grain()) {
            for (String whole : WHOLE) {
                if (query.chosen().get(column) == null && query.values(connection, column, MANY).contains(whole)) {
                    query.chosen().put(column, whole);
                }
            }
        }
        return query;
    }

    /** Up to when the chosen rows know; null where they do not say it. */
    LocalDate asAt(Connection connection) throws SQLException {
        return shape.comments().containsKey(AS_AT) ? ask(connection, "select max(" + AS_AT + ") as day from " + shape.table() + where()).get(0).date("day") : null;
    }

    List<Row> rows(Connection connection, List<String> columns, int most) throws SQLException {
        return ask(connection, select(columns) + " limit " + most);
    }

    long count(Connection connection) throws SQLException {
        return ask(connection, "select count(*) as n from " + shape.table() + where()).get(0).number("n").longValue();
    }

    /** What a column of the chosen rows has, the other choices kept; with one more than {@code most} there are too many to choose from. */
    List<String> values(Connection connection, String column, int most) throws SQLException {
        Map<String, String> others = new LinkedHashMap<>(chosen);
        others.remove(column);
        FigureQuery wider = new FigureQuery(shape, others);
        return wider.ask(connection, "select distinct cast(" + Sql.identifier(column) + " as varchar) as value from " + shape.table() + wider.where() + " order by 1 limit " + (most + 1))
                .stream().map(row -> row.text("value")).filter(value -> value != null).toList();
    }

    /** What the values of a column are called, by another that names them; empty where the mart has none such. */
    Map<String, String> named(Connection connection, String column, String name) throws SQLException {
        Map<String, String> names = new LinkedHashMap<>();
        if (shape.comments().containsKey(name)) {
            new FigureQuery(shape, Map.of()).ask(connection, "select cast(" + Sql.identifier(column) + " as varchar) as value, any_value(" + Sql.identifier(name) + ") as name from " + shape.table()
                    + " where " + Sql.identifier(name) + " is not null group by 1").forEach(row -> names.put(row.text("value"), row.text("name")));
        }
        return names;
    }

    /** The whole question with its texts in it, quoted: for a file that the engine writes itself, or a reader who goes on in SQL. */
    String written(List<String> columns) {
        String where = chosen.isEmpty() ? "" : " where " + chosen.entrySet().stream().map(one -> "cast(" + Sql.identifier(one.getKey()) + " as varchar) = " + Sql.literal(one.getValue()))
                .collect(Collectors.joining(" and "));
        return "select " + names(columns) + " from " + shape.table() + where + order();
    }

    private String select(List<String> columns) {
        return "select " + names(columns) + " from " + shape.table() + where() + order();
    }

    private static String names(List<String> columns) {
        return columns.stream().map(Sql::identifier).collect(Collectors.joining(", "));
    }

    private String where() {
        return chosen.isEmpty() ? "" : " where " + chosen.keySet().stream().map(column -> "cast(" + Sql.identifier(column) + " as varchar) = ?").collect(Collectors.joining(" and "));
    }

    private String order() {
        return shape.grain().isEmpty() ? "" : " order by " + names(shape.grain());
    }

    private List<Row> ask(Connection connection, String query) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            int place = 1;
            for (String value : chosen.values()) {
                statement.setString(place++, value);
            }
            List<Row> rows = new ArrayList<>();
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    rows.add(Row.of(result));
                }
            }
            return rows;
        }
    }

    /** The columns of a figure: what names its row, itself, and why it may not be there. */
    List<String> columnsOf(List<String> shown, String figure) {
        List<String> columns = new ArrayList<>(shown);
        columns.addAll(List.of(figure, Table.statusOf(figure)));
        return columns;
    }
}
