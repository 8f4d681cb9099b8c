package org.bellwether.intake.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.SheetVisibility;

/** An Excel workbook (XLSX, XLSM), row by row. */
final class XlsxBook implements SheetBook {

    private static final String BOOK = "xl/workbook.xml";

    private final ReadableWorkbook book;
    private final boolean isFrom1904;
    private final Map<Integer, org.dhatim.fastexcel.reader.Sheet> sheets = new TreeMap<>();

    XlsxBook(Path file) throws IOException {
        this.isFrom1904 = isFrom1904(file);
        this.book = new ReadableWorkbook(file.toFile(), new ReadingOptions(true, true));
        try (Stream<org.dhatim.fastexcel.reader.Sheet> all = book.getSheets()) {
            all.forEach(sheet -> sheets.put(sheets.size(), sheet));
        }
    }

    /** Whether its days are counted from 1904, which Excel writes as 1 and the reader of its rows looks for as a word. */
    private static boolean isFrom1904(Path file) throws IOException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try (ZipFile zip = ZipFile.builder().setPath(file).get()) {
            ZipArchiveEntry entry = zip.getEntry(BOOK);
            return entry != null && isFrom1904(zip.getInputStream(entry), factory);
        } catch (XMLStreamException e) {
            throw new IOException("The workbook is not well formed", e);
        }
    }

    private static boolean isFrom1904(InputStream part, XMLInputFactory factory) throws IOException, XMLStreamException {
        try (InputStream in = part) {
            XMLStreamReader xml = factory.createXMLStreamReader(in);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("workbookPr")) {
                    String from1904 = xml.getAttributeValue(null, "date1904");
                    return from1904 != null && List.of("1", "true", "on").contains(from1904.strip().toLowerCase(Locale.ROOT));
                }
            }
            return false;
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
        if (CellText.isTime(cell.getDataFormatId(), cell.getDataFormatString())) {
            return CellText.time(number, isFrom1904);
        }
        return CellText.isPercent(cell.getDataFormatId(), cell.getDataFormatString()) ? CellText.percent(number) : CellText.number(number);
    }

    @Override
    public void close() throws IOException {
        book.close();
    }
}
