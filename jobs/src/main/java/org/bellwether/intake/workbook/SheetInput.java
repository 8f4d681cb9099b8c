package org.bellwether.intake.workbook;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * What of a sheet is received as a file.
 *
 * @param name of the file, without its ending
 * @param headerRow number of the last row of the header, from 1
 * @param lastRow number of the last row that is no note or total below the data
 * @param totals globs of what a row begins with that is the total of others, wherever it stands
 * @param leftOut rows that are not received, in words
 * @param isLaidOut whether a contract says where its columns stand, and what else the sheet holds is not asked for
 */
record SheetInput(Sheet sheet, String name, int headerRow, int lastRow, List<Field> fields, List<String> totals, List<String> leftOut,
        boolean isLaidOut) {

    /**
     * A column of the file.
     *
     * @param column of the sheet, from 0; negative where every row has the same text
     * @param factor by which its amounts are more than what stands there; null where they are the same
     * @param constant text of every row; null where it stands in a column
     * @param beside texts of another sheet by the text of the column, or null
     */
    record Field(String header, int column, BigDecimal factor, String constant, Map<String, String> beside) {

        static Field at(String header, int column, BigDecimal factor) {
            return new Field(header, column, factor, null, null);
        }

        static Field always(String header, String constant) {
            return new Field(header, -1, null, constant, null);
        }

        String text(List<String> cells) {
            if (constant != null) {
                return constant;
            }
            String text = column < cells.size() ? cells.get(column) : "";
            if (beside != null) {
                return beside.getOrDefault(text, "");
            }
            return factor == null ? text : Unit.scaled(text, factor);
        }
    }
}
