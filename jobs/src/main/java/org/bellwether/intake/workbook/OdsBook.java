package org.bellwether.intake.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** An OpenDocument workbook, row by row: its content is one XML, which is read as a stream. */
final class OdsBook implements SheetBook {

    private static final String CONTENT = "content.xml";
    private static final String MANIFEST = "META-INF/manifest.xml";
    private static final String TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";
    private static final String STYLE = "urn:oasis:names:tc:opendocument:xmlns:style:1.0";

    private final ZipFile zip;
    private final List<Sheet> sheets = new ArrayList<>();

    OdsBook(Path file) throws IOException {
        this.zip = ZipFile.builder().setPath(file).get();
        try (InputStream in = zip.getInputStream(zip.getEntry(MANIFEST))) {
            if (new String(in.readAllBytes(), StandardCharsets.UTF_8).contains(":encryption-data")) {
                zip.close();
                throw new LockedBookException();
            }
        }
        Set<String> hiding = new HashSet<>();
        read(xml -> {
            if (is(xml, "style", STYLE)) {
                style = xml.getAttributeValue(STYLE, "name");
            } else if (is(xml, "table-properties", STYLE) && "false".equals(xml.getAttributeValue(TABLE, "display"))) {
                hiding.add(style);
            } else if (is(xml, "table", TABLE)) {
                sheets.add(new Sheet(sheets.size(), xml.getAttributeValue(TABLE, "name"), hiding.contains(xml.getAttributeValue(TABLE, "style-name"))));
            }
            return true;
        });
    }

    private String style;
    private int place;
    private int number;

    /** Something to be done at the beginning of an element; returns whether more is wanted. */
    @FunctionalInterface
    private interface Element {
        boolean begins(XMLStreamReader xml) throws XMLStreamException, IOException;
    }

    @Override
    public List<Sheet> sheets() {
        return List.copyOf(sheets);
    }

    @Override
    public void rows(Sheet sheet, RowTaker taker) throws IOException {
        place = -1;
        read(xml -> {
            if (is(xml, "table", TABLE)) {
                place++;
                number = 0;
                return place <= sheet.place();
            }
            if (place != sheet.place() || !is(xml, "table-row", TABLE)) {
                return true;
            }
            int repeated = OdsCell.repeated(xml, "number-rows-repeated");
            List<String> cells = cells(xml);
            for (int each = 0; each < repeated && !cells.isEmpty(); each++) {
                if (!taker.take(number + each + 1, cells)) {
                    return false;
                }
            }
            number += repeated;
            return true;
        });
    }

    /** The texts of a row, up to its end. */
    private static List<String> cells(XMLStreamReader xml) throws XMLStreamException {
        List<String> cells = new ArrayList<>();
        int column = 0;
        while (xml.next() != XMLStreamConstants.END_ELEMENT || !is(xml, "table-row", TABLE)) {
            if (xml.isStartElement() && (is(xml, "table-cell", TABLE) || is(xml, "covered-table-cell", TABLE))) {
                int repeated = OdsCell.repeated(xml, "number-columns-repeated");
                String text = OdsCell.text(xml);
                for (int each = 0; each < repeated && !text.isEmpty(); each++) {
                    while (cells.size() < column + each) {
                        cells.add("");
                    }
                    cells.add(text);
                }
                column += repeated;
            }
        }
        return cells;
    }

    private void read(Element element) throws IOException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try (InputStream in = zip.getInputStream(zip.getEntry(CONTENT))) {
            XMLStreamReader xml = factory.createXMLStreamReader(in);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT && !element.begins(xml)) {
                    return;
                }
            }
        } catch (XMLStreamException e) {
            throw new IOException("The content is not well formed", e);
        }
    }

    private static boolean is(XMLStreamReader xml, String name, String space) {
        return xml.getLocalName().equals(name) && space.equals(xml.getNamespaceURI());
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
