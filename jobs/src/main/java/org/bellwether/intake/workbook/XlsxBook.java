package org.bellwether.intake.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
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
    private static final String TYPES = "[Content_Types].xml";
    private static final String STYLES = "styles.xml";
    private static final String OF_STYLES = "styles+xml";

    private final ReadableWorkbook book;
    private final boolean isFrom1904;
    private final Map<Integer, org.dhatim.fastexcel.reader.Sheet> sheets = new TreeMap<>();

    XlsxBook(Path file) throws IOException {
        try (ZipFile zip = ZipFile.builder().setPath(file).get()) {
            this.isFrom1904 = isFrom1904(zip);
            this.book = new ReadableWorkbook(file.toFile(), new ReadingOptions(hasStyles(zip), true));
        } catch (XMLStreamException e) {
            throw new IOException("The workbook is not well formed", e);
        }
        try (Stream<org.dhatim.fastexcel.reader.Sheet> all = book.getSheets()) {
            all.forEach(sheet -> sheets.put(sheets.size(), sheet));
        }
    }

    /** Whether its days are counted from 1904, which Excel writes as 1 and the reader of its rows looks for as a word. */
    private static boolean isFrom1904(ZipFile zip) throws IOException, XMLStreamException {
        String from1904 = attribute(zip, BOOK, "workbookPr", "date1904", any -> true);
        return from1904 != null && List.of("1", "true", "on").contains(from1904.strip().toLowerCase(Locale.ROOT));
    }

    /** A workbook need not have a part of styles; without one no cell is shown as a day or per cent. */
    private static boolean hasStyles(ZipFile zip) throws IOException, XMLStreamException {
        return Collections.list(zip.getEntries()).stream().anyMatch(entry -> entry.getName().toLowerCase(Locale.ROOT).endsWith(STYLES))
                || attribute(zip, TYPES, "Override", "ContentType", type -> type.endsWith(OF_STYLES)) != null;
    }

    /** The first value of the attribute that is looked for; null where there is none. */
    private static String attribute(ZipFile zip, String part, String element, String name, Predicate<String> wanted) throws IOException, XMLStreamException {
        ZipArchiveEntry entry = zip.getEntry(part);
        if (entry == null) {
            return null;
        }
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try (InputStream in = zip.getInputStream(entry)) {
            XMLStreamReader xml = factory.createXMLStreamReader(in);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals(element)) {
                    String value = xml.getAttributeValue(null, name);
                    if (value != null && wanted.test(value)) {
                        return value;
                    }
                }
            }
            return null;
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
