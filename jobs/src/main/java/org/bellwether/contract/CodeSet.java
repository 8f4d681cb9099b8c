package org.bellwether.contract;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A code set of config/reference: rows with a code, a label and the days between which the code is valid. */
public record CodeSet(String name, List<String> header, List<Map<String, String>> rows) {

    public CodeSet {
        header = List.copyOf(header);
        rows = List.copyOf(rows);
    }

    public boolean has(String code) {
        return rows.stream().anyMatch(row -> row.get("code").equals(code));
    }

    /**
     * The code that means the same as a header.
     *
     * @param byGlob whether a code such as {@code reason_*} may stand for it, or only one that is spelt out
     */
    public Optional<String> like(String header, boolean byGlob) {
        String normal = Headers.normal(header);
        return rows.stream().map(row -> row.get("code")).filter(code -> code.contains("*") == byGlob)
                .filter(code -> Headers.matches(Headers.normal(code), normal)).findFirst();
    }

    /** What the first row of the code says in another column; empty where it says nothing. */
    public Optional<String> says(String code, String column) {
        return rows.stream().filter(row -> row.get("code").equals(code)).findFirst().map(row -> row.getOrDefault(column, "")).filter(text -> !text.isBlank());
    }

    /** Whether a row of the code holds on the day; a blank bound is open. */
    public boolean isValid(String code, LocalDate day) {
        return rows.stream().anyMatch(row -> row.get("code").equals(code)
                && !day(row, "valid_from", LocalDate.MIN).isAfter(day)
                && !day(row, "valid_to", LocalDate.MAX).isBefore(day));
    }

    /** Whether some code begins on the day or ended on the day before. */
    public boolean changesOn(LocalDate day) {
        return rows.stream().anyMatch(row -> day(row, "valid_from", LocalDate.MIN).equals(day)
                || day(row, "valid_to", LocalDate.MAX).equals(day.minusDays(1)));
    }

    private static LocalDate day(Map<String, String> row, String column, LocalDate open) {
        String text = row.getOrDefault(column, "");
        return text.isEmpty() ? open : LocalDate.parse(text);
    }
}
