package org.bellwether.intake.workbook;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The unit of money that a header names: contracts ask for pounds. */
record Unit(BigDecimal factor, String rest) {

    private record Name(Pattern pattern, long factor) {
    }

    private static final String ROWS = " \\| ";
    private static final String END = "[)\\]]?\\s*$";
    private static final List<Name> NAMES = List.of(
            new Name(Pattern.compile("(?i)\\s*[(\\[]?\\s*(£\\s*m(illions?|n)?|millions? of pounds)\\s*" + END), 1_000_000),
            new Name(Pattern.compile("(?i)\\s*[(\\[]?\\s*(£\\s*('|’)?000('|’)?s?|£\\s*k|£\\s*thousands?|thousands? of pounds)\\s*" + END), 1_000),
            new Name(Pattern.compile("(?i)\\s*[(\\[]?\\s*(£s?|pounds)\\s*" + END), 1));
    private static final Pattern ABOVE = Pattern.compile("(?i)£\\s*(m\\b|mn\\b|millions?\\b|('|’)?000|k\\b|thousands?\\b)|(millions|thousands) of pounds");

    /** The unit at the end of a header, and the header without it. */
    static Optional<Unit> of(String header) {
        for (Name name : NAMES) {
            Matcher found = name.pattern.matcher(header);
            if (found.find()) {
                return Optional.of(new Unit(name.factor == 1 ? null : BigDecimal.valueOf(name.factor), header.substring(0, found.start())));
            }
        }
        return Optional.empty();
    }

    /** The unit that any row of a joined header names, the lowest first: one above several columns is that of each. */
    static Optional<Unit> within(String joined) {
        List<String> rows = new ArrayList<>(List.of(joined.split(ROWS)));
        Collections.reverse(rows);
        return rows.stream().map(Unit::of).flatMap(Optional::stream).findFirst();
    }

    static boolean isIn(String joined) {
        return within(joined).isPresent();
    }

    /** A joined header without the units that its rows name. */
    static String without(String joined) {
        return Stream.of(joined.split(ROWS)).map(row -> of(row).map(Unit::rest).orElse(row)).filter(row -> !row.isBlank()).collect(Collectors.joining(" | "));
    }

    /** Whether a title says that amounts below it are in millions or thousands. */
    static boolean isOtherThanPounds(String title) {
        return ABOVE.matcher(title).find();
    }

    /** A text that is no number stays as it is, for its rule to judge. */
    static String scaled(String text, BigDecimal factor) {
        try {
            return CellText.number(new BigDecimal(text.replace(",", "")).multiply(factor));
        } catch (NumberFormatException e) {
            return text;
        }
    }
}
