package org.bellwether.contract;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One column of a return: how it is found, what its text must be, what becomes of it.
 *
 * @param header what the return calls it, which is what messages say; by default its own name
 * @param formats of the day of a date or timestamp, tried in turn
 * @param codeSet name of the code set that lists its values
 * @param values its values, where they stand in the contract itself
 * @param validOn column whose date picks the codes that were valid then
 * @param becomes staged name of the pseudonym of a UPN
 * @param rule names a value that is missing or not of its type, in place of ROW-002 and ROW-003
 * @param missingRule the same for a missing value alone
 * @param staged whether it is written; otherwise only rules and derivations read it
 * @param absentText text of every row where the file has no such column
 * @param range between which a value lies; null for codes, UPNs and truth values
 * @param symbols texts in lower case that stand for no value, as published files have them
 */
public record Column(String name, ColumnType type, boolean required, String header, List<String> aliases,
        List<String> formats, Optional<String> codeSet, List<String> values, Optional<String> validOn,
        Optional<String> becomes, Optional<String> rule, Optional<String> missingRule, int scale, boolean staged,
        Optional<String> absentText, Range range, List<String> symbols) {

    public Column {
        aliases = List.copyOf(aliases);
        formats = List.copyOf(formats);
        values = List.copyOf(values);
        symbols = List.copyOf(symbols);
    }

    /** The column of a file that may lack it, whose rows then all have this text. */
    Column without(String text) {
        return new Column(name, type, false, header, aliases, formats, codeSet, values, validOn, becomes, rule, missingRule, scale,
                staged, Optional.of(text), range, symbols);
    }

    /** Every header under which a file may carry it, the one to say first. */
    public List<String> headers() {
        return Stream.concat(Stream.of(header, name), aliases.stream()).distinct().toList();
    }

    /** Name in the staged table: of a UPN its pseudonym's. */
    public String stagedName() {
        return becomes.orElse(name);
    }

    public String sqlType() {
        return type == ColumnType.DECIMAL ? "DECIMAL(14," + scale + ")" : type.sqlType();
    }

    /** Formats of days, tried in turn. */
    public List<DatePattern> datePatterns() {
        return formats.stream().map(DatePattern::new).toList();
    }

    /** Rule that names a missing value. */
    public String ruleWhenMissing() {
        return missingRule.or(() -> rule).orElse("ROW-002");
    }

    /** Rule that names a value that is not of the type or code set. */
    public String ruleWhenInvalid() {
        return rule.orElse("ROW-003");
    }
}
