package org.bellwether.intake.workbook;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The first rows of a sheet, among which its header is looked for. A header may stand in several rows, of which cells that are merged
 * downwards have their text in the first, and those that are merged sideways at their left.
 */
final class SheetHeader {

    /** Titles and notes above a table take no more rows than this. */
    static final int DEPTH = 60;
    private static final int HIGH = 3;

    private final List<Integer> numbers = new ArrayList<>();
    private final List<List<String>> rows = new ArrayList<>();

    void add(int number, List<String> cells) {
        numbers.add(number);
        rows.add(cells);
    }

    /** Number of the row that was added last. */
    int last() {
        return numbers.get(numbers.size() - 1);
    }

    /** Of each column the text that stands lowest in the rows up to the last, as far as nothing blank lies between them. */
    List<String> lowest() {
        List<String> header = new ArrayList<>();
        for (int column = 0; column < width(); column++) {
            header.add(stacked(column, false).stream().findFirst().orElse(""));
        }
        return header;
    }

    /** Of each column all texts above it, the highest first; what is merged sideways stands above each of its columns. */
    List<String> joined() {
        List<String> header = new ArrayList<>();
        for (int column = 0; column < width(); column++) {
            List<String> texts = new ArrayList<>(stacked(column, true));
            Collections.reverse(texts);
            header.add(String.join(" | ", texts.stream().distinct().toList()));
        }
        return header;
    }

    /** All that stands in the rows up to the last. */
    String said() {
        return String.join(" ", rows.stream().flatMap(List::stream).toList());
    }

    /** All that stands above the rows of the header, and right of its columns. */
    String above() {
        int first = rows.size() - block();
        return String.join(" ", rows.subList(0, first).stream().flatMap(List::stream).toList());
    }

    private int width() {
        return rows.subList(rows.size() - block(), rows.size()).stream().mapToInt(List::size).max().orElse(0);
    }

    private List<String> stacked(int column, boolean isFilled) {
        List<String> texts = new ArrayList<>();
        for (int back = 0; back < block(); back++) {
            List<String> row = rows.get(rows.size() - 1 - back);
            int at = Math.min(column, row.size() - 1);
            boolean isSideways = isFilled && back > 0;
            while (isSideways && at > 0 && row.get(at).isBlank()) {
                at--;
            }
            String text = column < row.size() && !row.get(column).isBlank() ? row.get(column) : isSideways && !isGapWithin(at, column) ? row.get(at) : "";
            if (!text.isBlank()) {
                texts.add(text.strip());
            }
        }
        return texts;
    }

    /** Whether a column that is blank in every row lies between: tables that stand side by side have no header in common. */
    private boolean isGapWithin(int from, int to) {
        return IntStream.rangeClosed(from, to).anyMatch(column -> rows.subList(rows.size() - block(), rows.size()).stream()
                .allMatch(row -> column >= row.size() || row.get(column).isBlank()));
    }

    /** How many rows, the last among them, follow one another. */
    private int block() {
        int block = 1;
        while (block < HIGH && block < rows.size() && numbers.get(rows.size() - block) - 1 == numbers.get(rows.size() - block - 1)) {
            block++;
        }
        return block;
    }
}
