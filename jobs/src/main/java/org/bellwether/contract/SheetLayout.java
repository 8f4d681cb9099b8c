package org.bellwether.contract;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Where a workbook that others publish has the columns of a table, whose headers are not those of the contract. Headers in several rows are
 * told from the top to the bottom, with {@code " | "} between them.
 *
 * @param at columns by their number in the sheet, from 1
 * @param title columns that all rows have alike, found in the header or above it: groups of the pattern with "-" between them
 * @param file the same, found in the name of the workbook
 * @param leave globs of what a row begins with that is none of the table: numbers of columns, totals of areas
 * @param parts tables that stand side by side in a sheet, each an input of its own
 */
public record SheetLayout(Map<String, Integer> at, Map<String, Pattern> title, Map<String, Pattern> file, List<String> leave, List<Part> parts) {

    /**
     * One of the tables.
     *
     * @param name of it, in a word or two
     * @param texts columns that all rows have alike
     * @param columns to globs of their headers; all must be there, each once
     * @param right columns whose headers are all alike, to the one among {@code columns} at whose right each stands
     * @param beside columns of other sheets of the workbook that have a row for the same thing; they may be missing
     */
    public record Part(String name, Map<String, String> texts, Map<String, String> columns, Map<String, String> right, List<Beside> beside) {
    }

    /** Columns of another sheet, to globs of their headers; {@code by} stands at the same place in both. */
    public record Beside(String by, Map<String, String> columns) {
    }
}
