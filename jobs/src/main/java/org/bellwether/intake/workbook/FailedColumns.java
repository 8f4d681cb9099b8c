package org.bellwether.intake.workbook;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Cells in error beside the tables of a sheet: what a return reads is named cell by cell once it is judged, and the others here. */
final class FailedColumns {

    private static final Pattern ERROR = Pattern.compile("#[A-Z/0_]+[!?A].*|Err:[0-9]{3}");

    private FailedColumns() {
    }

    /** @param inputs all that is read of the sheet */
    static Optional<String> unread(SheetBook book, Sheet sheet, List<SheetInput> inputs) throws IOException {
        Set<Integer> read = inputs.stream().flatMap(input -> input.fields().stream()).map(SheetInput.Field::column).collect(Collectors.toSet());
        TreeMap<Integer, Integer> failed = new TreeMap<>();
        TreeSet<String> errors = new TreeSet<>();
        book.rows(sheet, (number, cells) -> {
            for (int column = 0; column < cells.size(); column++) {
                if (!read.contains(column) && ERROR.matcher(cells.get(column)).matches()) {
                    failed.merge(column, 1, Integer::sum);
                    errors.add(cells.get(column));
                }
            }
            return true;
        });
        return failed.isEmpty() ? Optional.empty() : Optional.of(sheet.name() + ", columns " + failed.keySet().stream().map(FailedColumns::letters).collect(Collectors.joining(", "))
                + ": " + failed.values().stream().mapToInt(Integer::intValue).sum() + " cells in error (" + String.join(", ", errors) + "), of no return");
    }

    /** A column by its letters, as a spreadsheet has it above: AR. */
    private static String letters(int column) {
        return column < 26 ? String.valueOf((char) ('A' + column)) : letters(column / 26 - 1) + letters(column % 26);
    }
}
