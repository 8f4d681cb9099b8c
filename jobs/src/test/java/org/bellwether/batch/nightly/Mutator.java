package org.bellwether.batch.nightly;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/** Makes of a valid file others such as senders send: odd values, keys, order, encoding, separators and headers. */
final class Mutator {

    private static final List<String> ODD = List.of(
            "0001-01-01", "0026-05-13", "9999-12-31", "2204-02-29", "1899-12-30", "31/07/2025", "01/08/2025", "20/07/25", "2025-02-30", "infinity",
            "-infinity", "2024-09-01 00:00:00", "45536", "2025-07-31", "2025-08-01", "2000-07-31", "2040-08-01", "190001", "999999", "202425", "202499",
            "-3", "0", "13", "99", "100", "214749", "2147483647", "-2147483648", "99999999999999999999", "999999999999.99", "-999999999999.99", "1e308",
            "NaN", "1.234,56", "(1,234.50)", "£ 1,234", "0.005", "", " ", "\u00a0", "'", "\"\"", "A|B", "a\tb", "é", "\ud83d\ude00", "=1+1", "null", "z",
            "c", "x", "low", "8212001", "9999999", "8992001", "899", "821", "E06000032", "SUSP", "PERM", "FIXD", "LNCH", "Q", "Y", "N", "#", "/", "\\",
            "x".repeat(300), "é".repeat(200), "y".repeat(70_000));

    private final Random random;

    Mutator(long seed) {
        random = new Random(seed);
    }

    /** @param lines a header and rows of plain values; what comes back is the bytes of a file */
    byte[] mutate(List<String> lines) {
        List<List<String>> rows = new ArrayList<>(lines.stream().map(line -> (List<String>) new ArrayList<>(Arrays.asList(line.split(",", -1)))).toList());
        // Most keep their form, so that what they hold gets as far as the build.
        for (int row = 1; row < rows.size(); row++) {
            for (int times = random.nextInt(3); times > 0; times--) {
                rows.get(row).set(random.nextInt(rows.get(row).size()), odd(rows));
            }
        }
        if (random.nextInt(3) == 0) {
            shape(rows);
        }
        String text = rows.stream().map(row -> String.join(",", row)).collect(Collectors.joining("\n", "", "\n"));
        return random.nextInt(4) == 0 ? encode(text) : text.getBytes(StandardCharsets.UTF_8);
    }

    /** An odd value, or a value of any other cell. */
    private String odd(List<List<String>> rows) {
        if (random.nextInt(4) == 0) {
            List<String> other = rows.get(random.nextInt(rows.size()));
            return other.get(random.nextInt(other.size()));
        }
        String value = ODD.get(random.nextInt(ODD.size()));
        return value.contains(",") ? '"' + value + '"' : value;
    }

    private void shape(List<List<String>> rows) {
        int column = random.nextInt(rows.get(0).size());
        int row = random.nextInt(rows.size());
        switch (random.nextInt(11)) {
            case 0 -> rows.add(new ArrayList<>(rows.get(row)));
            case 1 -> Collections.shuffle(rows.subList(1, rows.size()), random);
            case 2 -> rows.forEach(one -> Collections.swap(one, 0, Math.min(column, one.size() - 1)));
            case 3 -> rows.forEach(one -> one.remove(Math.min(column, one.size() - 1)));
            case 4 -> rows.get(0).set(column, rows.get(0).get(column).toUpperCase(java.util.Locale.ROOT) + " ");
            case 5 -> rows.add(row, new ArrayList<>(List.of("")));
            case 6 -> rows.get(row).add("more");
            case 7 -> rows.subList(1, rows.size()).clear();
            case 8 -> rows.forEach(one -> one.replaceAll(value -> value.replace("899", "821")));
            case 9 -> rows.addAll(Collections.nCopies(30, rows.get(rows.size() - 1)));
            default -> rows.get(0).set(column, "unknown_column");
        }
    }

    private byte[] encode(String text) {
        return switch (random.nextInt(8)) {
            case 0 -> ("\ufeff" + text).getBytes(StandardCharsets.UTF_8);
            case 1 -> text.getBytes(Charset.forName("windows-1252"));
            case 2 -> text.getBytes(StandardCharsets.UTF_16);
            case 3 -> text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
            case 4 -> text.replace(',', ';').getBytes(StandardCharsets.UTF_8);
            case 5 -> text.stripTrailing().getBytes(StandardCharsets.UTF_8);
            case 6 -> text.substring(0, text.length() - random.nextInt(Math.min(60, text.length()))).getBytes(StandardCharsets.UTF_8);
            default -> damaged(text.getBytes(StandardCharsets.UTF_8));
        };
    }

    private byte[] damaged(byte[] bytes) {
        ByteArrayOutputStream damaged = new ByteArrayOutputStream();
        int at = random.nextInt(bytes.length);
        damaged.write(bytes, 0, at);
        damaged.write(random.nextInt(256));
        damaged.write(bytes, at, bytes.length - at);
        return damaged.toByteArray();
    }
}
