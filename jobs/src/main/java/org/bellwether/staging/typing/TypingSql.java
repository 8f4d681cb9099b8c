package org.bellwether.staging.typing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bellwether.contract.Column;
import org.bellwether.contract.ColumnType;
import org.bellwether.contract.Range;
import org.bellwether.engine.Sql;

/**
 * The SELECT that takes columns from their texts as they came to clean text, value and the rule that a text breaks.
 *
 * <p>How texts are cleaned, and how those of a kind are read, is said once for all columns, over a list of their texts: to bind
 * the same functions and compile the same patterns for each column would cost a small file more than all its rows.
 * What is left to each column is to hold its value against its range.
 */
final class TypingSql {

    private static final String OUTSIDE_ITS_RANGE = "ROW-010";
    private static final String SHEET_ERROR = "ROW-016";

    private final Map<Column, String> places;
    private final boolean areClean;
    private final Map<ColumnKind, List<Column>> byKind;

    private TypingSql(Map<Column, String> places, boolean areClean) {
        this.places = places;
        this.areClean = areClean;
        this.byKind = places.keySet().stream().collect(Collectors.groupingBy(ColumnKind::of, LinkedHashMap::new, Collectors.toList()));
    }

    /** @param places of each column where its text stands */
    static TypingSql ofReceived(Map<Column, String> places) {
        return new TypingSql(places, false);
    }

    /** @param texts of each column the text that a contract gives it, an empty one among them */
    static TypingSql ofGiven(Map<Column, String> texts) {
        return new TypingSql(texts, true);
    }

    /** What a column has whose text no row has. */
    static List<String> none(Column column) {
        String name = Sql.identifier(column.name());
        String text = "cast(null as varchar) as " + ColumnSql.text(column.name());
        return ColumnKind.of(column).isCode() ? List.of(text, "cast(null as varchar) as " + name)
                : List.of(text, "cast(null as " + column.sqlType() + ") as " + name, "cast(null as varchar) as " + ColumnSql.failed(column.name()));
    }

    /**
     * @param carried columns of {@code from} that the rows keep as they are
     * @param from a relation with the texts
     */
    String select(String carried, String from) {
        List<String> typed = new ArrayList<>();
        places.keySet().forEach(column -> typed.addAll(typed(column)));
        String texts = places.values().stream().collect(Collectors.joining(", ", "cast([", "] as varchar[])"));
        String clean = areClean ? texts : "list_transform(" + texts + ", lambda v: clean_text(v))";
        return "select %1$s%2$s from (select *%3$s from (select %1$s, %4$s as clean from %5$s))"
                .formatted(carried, more(typed), more(kinds()), clean, from);
    }

    private List<String> kinds() {
        List<String> kinds = new ArrayList<>();
        byKind.forEach((kind, columns) -> {
            if (!kind.isText()) {
                kinds.add(kind.read(columns.stream().map(this::text).collect(Collectors.joining(", ", "[", "]"))) + " as " + list(kind));
            }
        });
        return kinds;
    }

    private List<String> typed(Column column) {
        String name = Sql.identifier(column.name());
        String text = text(column) + " as " + ColumnSql.text(column.name());
        ColumnKind kind = ColumnKind.of(column);
        if (kind.isCode()) {
            return List.of(text, read(column) + " as " + name);
        }
        String value = kind.isText() ? text(column) : "cast(" + value(column) + " as " + column.sqlType() + ")";
        return List.of(text, (column.range() == null ? value : "case when " + isInRange(column) + " then " + value + " end") + " as " + name,
                failed(column) + " as " + ColumnSql.failed(column.name()));
    }

    private String failed(Column column) {
        String error = "is_sheet_error(" + text(column) + ")";
        String unread = column.type().isText() ? " when " + error + " then " + Sql.literal(SHEET_ERROR)
                : " when " + value(column) + " is null then case when " + error + " then " + Sql.literal(SHEET_ERROR) + " else " + read(column) + ".failed end";
        String outside = column.range() == null ? "" : " when not (" + isInRange(column) + ") then " + Sql.literal(OUTSIDE_ITS_RANGE);
        return "case when " + text(column) + " is null" + isSymbol(column) + " then null" + unread + outside + " end";
    }

    private String isSymbol(Column column) {
        return column.symbols().isEmpty() ? "" : " or lower(plain_text(" + text(column) + ")) in ("
                + column.symbols().stream().map(Sql::literal).collect(Collectors.joining(", ")) + ")";
    }

    private String isInRange(Column column) {
        Range range = column.range();
        String value = value(column);
        String between = value + " between " + range.low() + " and " + range.high();
        return switch (column.type()) {
            case TEXT, ID -> "length(" + text(column) + ") <= " + range.high() + " and not is_sheet_error(" + text(column) + ")";
            case DATE, TIMESTAMP -> value + " >= date '" + range.low() + "' and " + value + " < date '" + range.high() + "' + 1";
            case SPLIT_YEAR -> between + " and " + value + " % 100 = (" + value + " // 100 + 1) % 100";
            default -> between;
        };
    }

    private String text(Column column) {
        return "clean[" + (List.copyOf(places.keySet()).indexOf(column) + 1) + "]";
    }

    private String value(Column column) {
        return read(column) + ".value";
    }

    private String read(Column column) {
        ColumnKind kind = ColumnKind.of(column);
        return list(kind) + "[" + (byKind.get(kind).indexOf(column) + 1) + "]";
    }

    private String list(ColumnKind kind) {
        return "read_" + List.copyOf(byKind.keySet()).indexOf(kind);
    }

    private static String more(List<String> columns) {
        return columns.stream().map(column -> ", " + column).collect(Collectors.joining());
    }
}
