package org.bellwether.staging.load;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A CSV file made by chance: the bytes, and the records that they were written from.
 *
 * @param records the header first
 * @param isSpoilt whether the text was changed afterwards, so that nobody knows which records it holds
 */
record GeneratedCsv(List<List<String>> records, byte[] bytes, boolean isSpoilt) {

    private static final String[] VALUES = {"", "", "a", "7", "-0.5", "2025-02-04", " ", " a", "a ", "a,b", ",", "\"", "\"\"", "say \"no\"", "\"a\",\"b\"",
            "a\nb", "a\r\nb", "é", "Łódź", "€ 5", "\u2028", "'", "\\", "\\\"", "\t", "null", "a;b"};
    private static final String SPOILS = "\",\n\r a";
    private static final String MARK = "\uFEFF";

    static GeneratedCsv of(Random random) {
        int width = 1 + random.nextInt(4);
        List<List<String>> records = new ArrayList<>();
        records.add(IntStream.range(0, width).mapToObj(column -> "column_" + column).toList());
        for (int rows = random.nextInt(6); rows > 0; rows--) {
            records.add(Stream.generate(() -> VALUES[random.nextInt(VALUES.length)]).limit(width).toList());
        }
        String text = (random.nextInt(8) == 0 ? MARK : "") + text(random, records);
        boolean isSpoilt = random.nextInt(4) == 0;
        return new GeneratedCsv(records, (isSpoilt ? spoilt(random, text) : text).getBytes(StandardCharsets.UTF_8), isSpoilt);
    }

    private static String text(Random random, List<List<String>> records) {
        String end = random.nextBoolean() ? "\n" : "\r\n";
        StringBuilder text = new StringBuilder();
        for (List<String> record : records) {
            if (random.nextInt(30) == 0) {
                text.append(end);
            }
            for (int column = 0; column < record.size(); column++) {
                text.append(column == 0 ? "" : ",").append(written(random, record.get(column), record.size() == 1));
            }
            text.append(end);
        }
        return random.nextInt(3) == 0 ? text.substring(0, text.length() - end.length()) : text.toString();
    }

    /** Quoted where it must be, and now and then where it need not; a record of one empty value without quotes would be a blank line. */
    private static String written(Random random, String value, boolean isAlone) {
        boolean mustBeQuoted = value.matches("(?s).*[,\"\n\r].*") || isAlone && value.isEmpty();
        return mustBeQuoted || random.nextInt(4) == 0 ? '"' + value.replace("\"", "\"\"") + '"' : value;
    }

    /** One to three characters put in, put in the place of another, or taken out. */
    private static String spoilt(Random random, String text) {
        StringBuilder spoilt = new StringBuilder(text);
        for (int times = 1 + random.nextInt(3); times > 0; times--) {
            int place = random.nextInt(spoilt.length());
            char other = SPOILS.charAt(random.nextInt(SPOILS.length()));
            switch (random.nextInt(3)) {
                case 0 -> spoilt.insert(place, other);
                case 1 -> spoilt.setCharAt(place, other);
                default -> spoilt.deleteCharAt(place);
            }
        }
        return spoilt.toString();
    }
}
