package org.bellwether.contract;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bellwether.contract.Forms.ColumnForm;
import org.bellwether.contract.Forms.ReturnForm;
import tools.jackson.databind.JsonNode;

/** Reads one column of a contract and sees that it agrees with itself. */
final class ColumnReader {

    private static final List<String> DATES = List.of("yyyy-MM-dd", "dd/MM/yyyy");
    /** Money has so many digits before its point, so that sums of many rows have room. */
    private static final BigDecimal MOST_MONEY = new BigDecimal("999999999999");

    private final Problems problems;
    private final ReturnForm home;

    ColumnReader(Problems problems, ReturnForm home) {
        this.problems = problems;
        this.home = home;
    }

    /** @param key of the table in its file */
    Column read(String key, String name, ColumnForm form) {
        String at = key + ".columns." + name;
        problems.require(form != null, at, "is empty");
        ColumnType type = problems.present(form.type(), at + ".type");
        boolean required = Boolean.TRUE.equals(form.required());
        int scale = form.scale() == null ? 2 : form.scale();
        Column column = new Column(name, type, required, form.header() == null ? name : form.header(), Forms.orEmpty(form.aliases()),
                formats(type, form, at), codeSet(form.codes()), values(form.codes(), at + ".codes"), Optional.ofNullable(form.validOn()),
                Optional.ofNullable(form.becomes()), Optional.ofNullable(form.rule()), Optional.ofNullable(form.missingRule()), scale,
                !Boolean.FALSE.equals(form.stage()), Optional.ofNullable(form.absentText()), range(type, form, at),
                type.isNumber() && !required ? lowerCase(Forms.orEmpty(home.symbols())) : List.of());
        problems.require((type == ColumnType.CODE) == (form.codes() != null), at + ".codes",
                type == ColumnType.CODE ? "is missing" : "only a column of type code has codes");
        problems.require(form.scale() == null || type == ColumnType.DECIMAL, at + ".scale", "only a decimal has one");
        problems.require(column.becomes().isEmpty() || type == ColumnType.UPN, at + ".becomes", "only a UPN becomes a key");
        problems.require(type != ColumnType.UPN || column.becomes().isPresent() || !column.staged(), at + ".becomes",
                "is missing: a UPN is never staged as it is");
        problems.require(!required || column.absentText().isEmpty(), at + ".default", "a required column has none");
        return column;
    }

    private List<String> formats(ColumnType type, ColumnForm form, String at) {
        problems.require(form.formats() == null || type.isTime(), at + ".formats", "only a date or timestamp has formats");
        if (!type.isTime()) {
            return List.of();
        }
        List<String> formats = form.formats() != null ? form.formats() : home.dateFormats() != null ? home.dateFormats() : DATES;
        for (String format : formats) {
            try {
                new DatePattern(format);
            } catch (IllegalArgumentException e) {
                throw problems.at(at + ".formats", e.getMessage());
            }
        }
        return formats;
    }

    private Range range(ColumnType type, ColumnForm form, String at) {
        problems.require(form.maxLength() == null || type == ColumnType.TEXT, at + ".max_length", "only a text has one");
        problems.require(form.between() == null || type != ColumnType.TEXT && type.range() != null, at + ".between",
                "only numbers and days have a range");
        if (form.maxLength() != null) {
            problems.require(form.maxLength() > 0 && form.maxLength() <= Range.LONGEST, at + ".max_length", "must be 1 to " + Range.LONGEST);
            return new Range("1", String.valueOf(form.maxLength()));
        }
        if (form.between() == null) {
            return type.range();
        }
        problems.require(form.between().size() == 2, at + ".between", "must be the lowest and the highest value, as [1, 12]");
        Range range = new Range(form.between().get(0), form.between().get(1));
        problems.require(isInOrder(type, range), at + ".between", "must be two " + (type.isTime() ? "days such as 2024-08-19"
                : type == ColumnType.DECIMAL ? "amounts of no more than " + MOST_MONEY : "whole numbers") + ", the lower first");
        return range;
    }

    private static boolean isInOrder(ColumnType type, Range range) {
        try {
            if (type.isTime()) {
                return !LocalDate.parse(range.low()).isAfter(LocalDate.parse(range.high()));
            }
            if (type == ColumnType.DECIMAL) {
                BigDecimal low = new BigDecimal(range.low());
                BigDecimal high = new BigDecimal(range.high());
                return low.compareTo(high) <= 0 && low.abs().max(high.abs()).compareTo(MOST_MONEY) <= 0;
            }
            return Integer.parseInt(range.low()) <= Integer.parseInt(range.high());
        } catch (NumberFormatException | DateTimeParseException e) {
            return false;
        }
    }

    private static List<String> lowerCase(List<String> symbols) {
        return symbols.stream().map(symbol -> symbol.toLowerCase(Locale.ROOT)).toList();
    }

    private static Optional<String> codeSet(JsonNode codes) {
        return codes != null && codes.isString() ? Optional.of(codes.asString()) : Optional.empty();
    }

    private List<String> values(JsonNode codes, String at) {
        List<String> values = new ArrayList<>();
        if (codes != null && !codes.isString()) {
            problems.require(codes.isArray(), at, "must be the name of a code set or a list of codes");
            codes.forEach(code -> values.add(code.asString()));
        }
        return values;
    }
}
