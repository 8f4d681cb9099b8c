package org.bellwether.intake.workbook;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.SheetVisibility;

/** An Excel workbook (XLSX, XLSM), row by row. */
final class XlsxBook implements SheetBook {

    private final ReadableWorkbook book;
    private final Map<Integer, org.dhatim.fastexcel.reader.Sheet> sheets = new TreeMap<>();

    XlsxBook(Path file) throws IOException {
        this.book = new ReadableWorkbook(file.toFile(), new ReadingOptions(true, true));
        try (Stream<org.dhatim.fastexcel.reader.Sheet> all = book.getSheets()) {
            all.forEach(sheet -> sheets.put(sheets.size(), sheet));
        }
    }

    @Override
    public List<Sheet> sheets() {
        return sheets.entrySet().stream()
                .map(sheet -> new Sheet(sheet.getKey(), sheet.getValue().getName(), sheet.getValue().getVisibility() != SheetVisibility.VISIBLE)).toList();
    }

    @Override
    public void rows(Sheet sheet, RowTaker taker) throws IOException {
        try (Stream<Row> rows = sheets.get(sheet.place()).openStream()) {
            for (Iterator<Row> each = rows.iterator(); each.hasNext();) {
                Row row = each.next();
                List<String> cells = texts(row);
                if (!cells.isEmpty() && !taker.take(row.getRowNum(), cells)) {
                    return;
                }
            }
        }
    }

    private List<String> texts(Row row) {
        List<String> texts = new ArrayList<>();
        for (Cell cell : row) {
            String text = cell == null ? "" : text(cell);
            if (!text.isEmpty()) {
                while (texts.size() < cell.getColumnIndex()) {
                    texts.add("");
                }
                texts.add(text);
            }
        }
        return texts;
    }

    private String text(Cell cell) {
        String raw = cell.getRawValue();
        return switch (cell.getType()) {
            case EMPTY -> "";
            case NUMBER -> number(cell, new BigDecimal(raw));
            case BOOLEAN -> cell.asBoolean().toString();
            case ERROR -> CellText.line(raw == null ? CellText.NOT_CALCULATED : raw);
            case FORMULA -> raw == null ? CellText.NOT_CALCULATED : cell.getValue() instanceof BigDecimal number ? number(cell, number) : CellText.line(raw);
            case STRING -> CellText.line(cell.getText());
        };
    }

    private String number(Cell cell, BigDecimal number) {
        return CellText.isTime(cell.getDataFormatId(), cell.getDataFormatString()) ? CellText.time(number, book.isDate1904()) : CellText.number(number);
    }

    @Override
    public void close() throws IOException {
        book.close();
    }
}
