package org.bellwether.staging.typing;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bellwether.contract.Column;
import org.bellwether.contract.ColumnType;
import org.bellwether.contract.DatePattern;
import org.bellwether.contract.Range;
import org.bellwether.engine.Sql;

/**
 * The SQL that takes one column from its clean text to its value, in three steps: bare of what does not matter to its type,
 * read as far as it can be read, and held against its range. sql/functions/text.sql has the functions.
 *
 * <p>Where a text has no value, {@code <column>__failed} names the general rule that it breaks.
 */
public final class ValueSql {

    public static final String NOT_OF_ITS_TYPE = "ROW-003";
    static final String OUTSIDE_ITS_RANGE = "ROW-010";
    private static final String AMBIGUOUS = "ROW-011";
    private static final String SPREADSHEET_DAY = "ROW-013";
    private static final String TWO_DIGIT_YEAR = "ROW-014";

    private final Column column;
    private final String text;
    private final String bare;
    private final String time;
    private final String read;

    /** The value of a column that the file does not have and that has no text for want of it. */
    static List<String> none(Column column) {
        String name = Sql.identifier(column.name());
        return column.type() == ColumnType.CODE || column.type() == ColumnType.UPN ? List.of("cast(null as varchar) as " + name)
                : List.of("cast(null as " + column.sqlType() + ") as " + name, "cast(null as varchar) as " + ColumnSql.failed(column.name()));
    }

    ValueSql(Column column) {
        this.column = column;
        this.text = ColumnSql.text(column.name());
        this.bare = Sql.identifier(column.name() + "__bare");
        this.time = Sql.identifier(column.name() + "__time");
        this.read = Sql.identifier(column.name() + "__read");
    }

    /** Step one, over the clean text. */
    List<String> bare() {
        return switch (column.type()) {
            case TEXT, CODE, UPN -> List.of();
            case LAESTAB, SPLIT_YEAR -> List.of("plain_text(" + text + ") as " + bare);
            case URN, INTEGER, DECIMAL -> List.of("amount_text(" + text + ") as " + bare);
            case BOOLEAN -> List.of("lower(plain_text(" + text + ")) as " + bare);
            case DATE, TIMESTAMP -> List.of("day_text(plain_text(" + text + ")) as " + bare, "time_text(plain_text(" + text + ")) as " + time);
        };
    }

    /** Step two, over step one. */
    List<String> read() {
        String value = switch (column.type()) {
            case TEXT, CODE, UPN -> null;
            case LAESTAB -> "laestab_number(" + bare + ")";
            case SPLIT_YEAR -> "split_year_number(" + bare + ")";
            case URN, INTEGER -> "whole_number(number_text(" + bare + "))";
            case DECIMAL -> "money(number_text(" + bare + "))";
            case BOOLEAN -> "case when " + bare + " in ('true', 't', '1', '1.0', 'yes', 'y') then true when " + bare
                    + " in ('false', 'f', '0', '0.0', 'no', 'n') then false end";
            case DATE -> "day_of(" + day() + ", " + time + ")";
            case TIMESTAMP -> "instant_of(" + day() + ", " + time + ")";
        };
        return value == null ? List.of() : List.of(value + " as " + read);
    }

    /** Names that the steps have made and nobody needs behind the last. */
    List<String> between() {
        return Stream.concat(bare().stream(), read().stream()).map(made -> made.substring(made.lastIndexOf(" as ") + 4)).toList();
    }

    /** Step three: the value, and the rule that its text breaks. */
    List<String> value() {
        String name = Sql.identifier(column.name());
        return switch (column.type()) {
            case CODE -> List.of("code_text(" + text + ") as " + name);
            case UPN -> List.of("upn_text(" + text + ") as " + name);
            case TEXT -> List.of("case when " + isInRange() + " then " + text + " end as " + name, failed());
            case BOOLEAN -> List.of(read + " as " + name, failed());
            default -> List.of("case when " + isInRange() + " then cast(" + read + " as " + column.sqlType() + ") end as " + name, failed());
        };
    }

    private String failed() {
        String wrong = column.type() == ColumnType.TEXT ? "" : " when " + read + " is null then " + reason();
        String outside = column.range() == null ? "" : " when not (" + isInRange() + ") then " + Sql.literal(OUTSIDE_ITS_RANGE);
        return "case when " + text + " is null" + isSymbol() + " then null" + wrong + outside + " end as " + ColumnSql.failed(column.name());
    }

    private String isSymbol() {
        return column.symbols().isEmpty() ? "" : " or lower(plain_text(" + text + ")) in ("
                + column.symbols().stream().map(Sql::literal).collect(Collectors.joining(", ")) + ")";
    }

    /** Why a text cannot be read. */
    private String reason() {
        String other = Sql.literal(NOT_OF_ITS_TYPE);
        if (column.type().isTime()) {
            return "case when is_spreadsheet_day(%s) then %s when has_two_digit_year(%s) then %s else %s end"
                    .formatted(bare, Sql.literal(SPREADSHEET_DAY), bare, Sql.literal(TWO_DIGIT_YEAR), other);
        }
        return !column.type().isAmount() ? other
                : "case when coalesce(may_be_thousands(number_text(%1$s)), is_ambiguous(%1$s)) then %2$s else %3$s end"
                .formatted(bare, Sql.literal(AMBIGUOUS), other);
    }

    private String isInRange() {
        Range range = column.range();
        return switch (column.type()) {
            case TEXT -> "length(" + text + ") <= " + range.high();
            case DATE, TIMESTAMP -> read + " >= date '" + range.low() + "' and " + read + " < date '" + range.high() + "' + 1";
            case SPLIT_YEAR -> between(range) + " and " + read + " % 100 = (" + read + " // 100 + 1) % 100";
            default -> between(range);
        };
    }

    private String between(Range range) {
        return read + " between " + range.low() + " and " + range.high();
    }

    /** A day as ISO 8601 writes it is cast; any other is parsed by the pattern whose form it has. */
    private String day() {
        return column.datePatterns().stream().map(this::day).collect(Collectors.joining("", "case", " end"));
    }

    private String day(DatePattern pattern) {
        if (pattern.isIso()) {
            return " when " + bare + " like '____-__-__' then try_cast(" + bare + " as date)";
        }
        String whole = pattern.isShort() ? "regexp_replace(" + bare + ", '([0-9]{2})$', '20\\1')" : bare;
        return " when regexp_full_match(%s, %s) then cast(try_strptime(%s, %s) as date)"
                .formatted(bare, Sql.literal(pattern.matching()), whole, Sql.literal(pattern.engineFormat()));
    }
}
