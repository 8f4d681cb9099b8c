package org.bellwether.contract.reader;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bellwether.contract.Column;
import org.bellwether.contract.ColumnType;
import org.bellwether.contract.DatePattern;
import org.bellwether.contract.Range;
import org.bellwether.contract.reader.ContractYaml.ColumnYaml;
import org.bellwether.contract.reader.ContractYaml.ReturnYaml;
import tools.jackson.databind.JsonNode;

/** Reads one column of a contract and sees that it agrees with itself. */
final class ColumnReader {

    private static final List<String> DATES = List.of("yyyy-MM-dd", "dd/MM/yyyy");
    /** Money has so many digits before its point, so that sums of many rows have room. */
    private static final BigDecimal MOST_MONEY = new BigDecimal("999999999999");

    private final ConfigErrors errors;
    private final ReturnYaml home;

    ColumnReader(ConfigErrors errors, ReturnYaml home) {
        this.errors = errors;
        this.home = home;
    }

    /** @param key of the table in its file */
    Column read(String key, String name, ColumnYaml yaml) {
        String at = key + ".columns." + name;
        errors.require(yaml != null, at, "is empty");
        ColumnType type = errors.present(yaml.type(), at + ".type");
        boolean required = Boolean.TRUE.equals(yaml.required());
        int scale = yaml.scale() == null ? 2 : yaml.scale();
        Column column = new Column(name, type, required, yaml.header() == null ? name : yaml.header(), ContractYaml.orEmpty(yaml.aliases()),
                formats(type, yaml, at), codeSet(yaml.codes()), values(yaml.codes(), at + ".codes"), Optional.ofNullable(yaml.validOn()),
                Optional.ofNullable(yaml.becomes()), Optional.ofNullable(yaml.rule()), Optional.ofNullable(yaml.missingRule()), scale,
                !Boolean.FALSE.equals(yaml.stage()), Optional.ofNullable(yaml.absentText()), range(type, yaml, at),
                type.isNumber() && !required ? lowerCase(ContractYaml.orEmpty(home.symbols())) : List.of());
        errors.require((type == ColumnType.CODE) == (yaml.codes() != null), at + ".codes",
                type == ColumnType.CODE ? "is missing" : "only a column of type code has codes");
        errors.require(yaml.scale() == null || type == ColumnType.DECIMAL, at + ".scale", "only a decimal has one");
        errors.require(column.becomes().isEmpty() || type == ColumnType.UPN, at + ".becomes", "only a UPN becomes a key");
        errors.require(type != ColumnType.UPN || column.becomes().isPresent() || !column.staged(), at + ".becomes",
                "is missing: a UPN is never staged as it is");
        errors.require(!required || column.absentText().isEmpty(), at + ".default", "a required column has none");
        return column;
    }

    private List<String> formats(ColumnType type, ColumnYaml yaml, String at) {
        errors.require(yaml.formats() == null || type.isTime(), at + ".formats", "only a date or timestamp has formats");
        if (!type.isTime()) {
            return List.of();
        }
        List<String> formats = yaml.formats() != null ? yaml.formats() : home.dateFormats() != null ? home.dateFormats() : DATES;
        for (String format : formats) {
            try {
                new DatePattern(format);
            } catch (IllegalArgumentException e) {
                throw errors.at(at + ".formats", e.getMessage());
            }
        }
        return formats;
    }

    private Range range(ColumnType type, ColumnYaml yaml, String at) {
        errors.require(yaml.maxLength() == null || type.isText(), at + ".max_length", "only a text has one");
        errors.require(yaml.between() == null || !type.isText() && type.range() != null, at + ".between",
                "only numbers and days have a range");
        if (yaml.maxLength() != null) {
            errors.require(yaml.maxLength() > 0 && yaml.maxLength() <= Range.LONGEST, at + ".max_length", "must be 1 to " + Range.LONGEST);
            return new Range("1", String.valueOf(yaml.maxLength()));
        }
        if (yaml.between() == null) {
            return type.range();
        }
        errors.require(yaml.between().size() == 2, at + ".between", "must be the lowest and the highest value, as [1, 12]");
        Range range = new Range(yaml.between().get(0), yaml.between().get(1));
        errors.require(isInOrder(type, range), at + ".between", "must be two " + (type.isTime() ? "days such as 2024-08-19"
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
            errors.require(codes.isArray(), at, "must be the name of a code set or a list of codes");
            codes.forEach(code -> values.add(code.asString()));
        }
        return values;
    }
}
