package org.bellwether.intake.workbook;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** The sheets of a workbook and the texts of their cells, whatever its format. */
interface SheetBook extends Closeable {

    List<Sheet> sheets();

    /** Gives the rows that hold anything, in their order, until the taker has enough. */
    void rows(Sheet sheet, RowTaker taker) throws IOException;

    /** Something to be done with rows. */
    @FunctionalInterface
    interface RowTaker {

        /**
         * @param number of the row in its sheet, from 1
         * @param cells their texts as {@link CellText} writes them, "" for a blank one; as many as there are up to the last that is not
         * @return whether further rows are wanted
         */
        boolean take(int number, List<String> cells) throws IOException;
    }
}
