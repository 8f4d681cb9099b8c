package org.bellwether.staging.typing;

import java.util.List;
import java.util.stream.Collectors;
import org.bellwether.contract.Column;
import org.bellwether.contract.ColumnType;
import org.bellwether.contract.DatePattern;
import org.bellwether.engine.Sql;

/**
 * What columns have in common whose texts are read alike. sql/functions/text.sql has the functions that read them.
 *
 * @param patterns of days; none of other types
 */
public record ColumnKind(ColumnType type, List<DatePattern> patterns) {

    public static final String NOT_OF_ITS_TYPE = "ROW-003";
    private static final String AMBIGUOUS = "ROW-011";
    private static final String SPREADSHEET_DAY = "ROW-013";
    private static final String TWO_DIGIT_YEAR = "ROW-014";

    static ColumnKind of(Column column) {
        return new ColumnKind(column.type(), column.datePatterns());
    }

    /** Whether a clean text is its own value. */
    boolean isText() {
        return type == ColumnType.TEXT;
    }

    /** Whether every text has a value, and it is for others to say whether there is such a code. */
    boolean isCode() {
        return type == ColumnType.CODE || type == ColumnType.UPN;
    }

    /**
     * What clean texts say.
     *
     * @param texts a list in SQL
     * @return a list in SQL: of codes their texts, of all else {@code {value, failed}}, where failed is the rule that a text
     *     breaks from which no value can be read
     */
    String read(String texts) {
        String list = texts;
        for (String step : steps()) {
            list = "list_transform(" + list + ", lambda v: " + step + ")";
        }
        return list;
    }

    /** What becomes of {@code v}, step by step: bare of what does not matter to its type, then read, then judged. */
    private List<String> steps() {
        return switch (type) {
            case TEXT -> List.of();
            case ID -> List.of(value("id_text(v)"));
            case CODE -> List.of("code_text(v)");
            case UPN -> List.of("upn_text(v)");
            case LAESTAB -> List.of("plain_text(v)", value("laestab_number(v)"));
            case SPLIT_YEAR, PERIOD -> List.of("plain_text(v)", value("split_year_number(v)"));
            case BOOLEAN -> List.of("lower(plain_text(v))", value("case when v in ('true', 't', '1', '1.0', 'yes', 'y') then true"
                    + " when v in ('false', 'f', '0', '0.0', 'no', 'n') then false end"));
            case URN, INTEGER -> amount("whole_number(v.number)");
            case DECIMAL -> amount("money(v.number)");
            case DATE -> time("day_of(" + day() + ", v.time)");
            case TIMESTAMP -> time("instant_of(" + day() + ", v.time)");
        };
    }

    private static String value(String value) {
        return "{'value': " + value + ", 'failed': " + Sql.literal(NOT_OF_ITS_TYPE) + "}";
    }

    private static List<String> amount(String value) {
        return List.of("amount_text(v)", "{'bare': v, 'number': number_text(v)}",
                "{'bare': v.bare, 'number': v.number, 'value': " + value + "}",
                failed("when coalesce(may_be_thousands(v.number), is_ambiguous(v.bare)) then " + Sql.literal(AMBIGUOUS)));
    }

    private static List<String> time(String value) {
        return List.of("plain_text(v)", "{'day': day_text(v), 'time': time_text(v)}", "{'day': v.day, 'value': " + value + "}",
                failed("when is_spreadsheet_day(v.day) then " + Sql.literal(SPREADSHEET_DAY)
                        + " when has_two_digit_year(v.day) then " + Sql.literal(TWO_DIGIT_YEAR)));
    }

    private static String failed(String reasons) {
        return "{'value': v.value, 'failed': case when v.value is null then case " + reasons + " else " + Sql.literal(NOT_OF_ITS_TYPE) + " end end}";
    }

    /** A day as ISO 8601 writes it is cast; any other is parsed by the pattern whose form it has. */
    private String day() {
        return patterns.stream().map(ColumnKind::day).collect(Collectors.joining("", "case", " end"));
    }

    private static String day(DatePattern pattern) {
        if (pattern.isIso()) {
            return " when v.day like '____-__-__' then try_cast(v.day as date)";
        }
        String whole = pattern.isShort() ? "regexp_replace(v.day, '([0-9]{2})$', '20\\1')" : "v.day";
        return " when regexp_full_match(v.day, %s) then cast(try_strptime(%s, %s) as date)"
                .formatted(Sql.literal(pattern.matching()), whole, Sql.literal(pattern.engineFormat()));
    }
}
