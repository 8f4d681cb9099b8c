package org.bellwether.batch.receive;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Makes workbooks of the same cells as XLSX and as ODS. */
public final class Book {

    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";

    private record Tab(String name, boolean isHidden, List<Object[]> rows) {
    }

    /** A formula with what its program has kept of it: a text, a number, or null for nothing. */
    record Formula(Object kept) {
    }

    /** A formula that failed. */
    record Failed(String error) {
    }

    /** A share that is shown per cent. */
    record Percent(double share) {
    }

    private final List<Tab> tabs = new ArrayList<>();
    private String from1904;
    private boolean isPlain;

    /** @param rows cells: null, String, Number, LocalDate, LocalDateTime, Percent, Boolean, Formula or Failed; a row of null is blank */
    Book sheet(String name, Object[]... rows) {
        tabs.add(new Tab(name, false, List.of(rows)));
        return this;
    }

    /** Says of the XLSX whether its days count from 1904, without counting them otherwise. */
    Book from1904(String word) {
        from1904 = word;
        return this;
    }

    /** Makes the XLSX without what it need not have: styles, and the places of its rows and cells. */
    Book plain() {
        isPlain = true;
        return this;
    }

    Book hidden(String name, Object[]... rows) {
        tabs.add(new Tab(name, true, List.of(rows)));
        return this;
    }

    static Object[] row(Object... cells) {
        return cells;
    }

    /** The lines of a CSV without quotes as rows of texts. */
    static Object[][] csv(String text) {
        return text.lines().map(line -> (Object[]) line.split(",", -1)).toArray(Object[][]::new);
    }

    byte[] xlsx() {
        Zip zip = new Zip().add("[Content_Types].xml", XML + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>"
                + (isPlain ? "" : "<Override PartName=\"/xl/styles.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml\"/>") + "</Types>");
        zip.add("_rels/.rels", XML + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" "
                + "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
        StringBuilder sheets = new StringBuilder();
        StringBuilder relations = new StringBuilder();
        for (int tab = 1; tab <= tabs.size(); tab++) {
            sheets.append("<sheet name=\"").append(escaped(tabs.get(tab - 1).name)).append("\" sheetId=\"").append(tab).append("\" r:id=\"s").append(tab)
                    .append(tabs.get(tab - 1).isHidden ? "\" state=\"hidden\"/>" : "\"/>");
            relations.append("<Relationship Id=\"s").append(tab).append("\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" "
                    + "Target=\"worksheets/sheet").append(tab).append(".xml\"/>");
            zip.add("xl/worksheets/sheet" + tab + ".xml", XML + "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
                    + placed(xlsxRows(tabs.get(tab - 1).rows)) + "</sheetData></worksheet>");
        }
        zip.add("xl/workbook.xml", XML + "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" "
                + "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">" + (from1904 == null ? "" : "<workbookPr date1904=\"" + from1904 + "\"/>") + "<sheets>" + sheets + "</sheets></workbook>");
        zip.add("xl/_rels/workbook.xml.rels", XML + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" + relations
                + (isPlain ? "" : "<Relationship Id=\"st\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles\" Target=\"styles.xml\"/>") + "</Relationships>");
        if (isPlain) {
            return zip.bytes();
        }
        return zip.add("xl/styles.xml", XML + "<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><numFmts count=\"1\">"
                + "<numFmt numFmtId=\"164\" formatCode=\"dd\\/mm\\/yyyy\"/></numFmts><cellXfs count=\"4\"><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/><xf numFmtId=\"22\"/><xf numFmtId=\"10\"/></cellXfs></styleSheet>")
                .bytes();
    }

    private String placed(String rows) {
        return isPlain ? rows.replaceAll(" r=\"[A-Z0-9]+\"", "") : rows;
    }

    private static String xlsxRows(List<Object[]> rows) {
        StringBuilder xml = new StringBuilder();
        for (int row = 1; row <= rows.size(); row++) {
            xml.append("<row r=\"").append(row).append("\">");
            for (int column = 0; column < rows.get(row - 1).length; column++) {
                xml.append(xlsxCell(letters(column) + row, rows.get(row - 1)[column]));
            }
            xml.append("</row>");
        }
        return xml.toString();
    }

    private static String letters(int column) {
        return column < 26 ? String.valueOf((char) ('A' + column)) : letters(column / 26 - 1) + letters(column % 26);
    }

    private static String xlsxCell(String place, Object cell) {
        if (cell == null) {
            return "";
        }
        String begin = "<c r=\"" + place + "\"";
        if (cell instanceof Failed failed) {
            return begin + " t=\"e\"><f>A1/0</f><v>" + failed.error + "</v></c>";
        }
        if (cell instanceof Formula formula) {
            return formula.kept == null ? begin + "><f>NOW()</f></c>" : begin + (formula.kept instanceof Number ? "><f>1+1</f><v>" : " t=\"str\"><f>A1</f><v>") + formula.kept + "</v></c>";
        }
        if (cell instanceof Number) {
            return begin + "><v>" + cell + "</v></c>";
        }
        if (cell instanceof Percent percent) {
            return begin + " s=\"3\"><v>" + percent.share + "</v></c>";
        }
        if (cell instanceof Boolean truth) {
            return begin + " t=\"b\"><v>" + (truth ? 1 : 0) + "</v></c>";
        }
        if (cell instanceof LocalDate day) {
            return begin + " s=\"1\"><v>" + ChronoUnit.DAYS.between(LocalDate.of(1899, 12, 30), day) + "</v></c>";
        }
        if (cell instanceof LocalDateTime time) {
            return begin + " s=\"2\"><v>" + ChronoUnit.SECONDS.between(LocalDate.of(1899, 12, 30).atStartOfDay(), time) / 86_400.0 + "</v></c>";
        }
        return begin + " t=\"inlineStr\"><is><t xml:space=\"preserve\">" + escaped(cell.toString()) + "</t></is></c>";
    }

    byte[] ods() {
        StringBuilder tables = new StringBuilder();
        for (Tab tab : tabs) {
            tables.append("<table:table table:name=\"").append(escaped(tab.name)).append("\" table:style-name=\"").append(tab.isHidden ? "hid" : "vis").append("\">");
            for (Object[] row : tab.rows) {
                tables.append("<table:table-row>");
                for (Object cell : row) {
                    tables.append(odsCell(cell));
                }
                tables.append("<table:table-cell table:number-columns-repeated=\"1000\"/></table:table-row>");
            }
            tables.append("<table:table-row table:number-rows-repeated=\"1048000\"><table:table-cell table:number-columns-repeated=\"1000\"/></table:table-row></table:table>");
        }
        return new Zip().add("content.xml", XML + "<office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "
                + "xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" "
                + "xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" xmlns:calcext=\"urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0\">"
                + "<office:automatic-styles><style:style style:name=\"vis\" style:family=\"table\"><style:table-properties table:display=\"true\"/></style:style>"
                + "<style:style style:name=\"hid\" style:family=\"table\"><style:table-properties table:display=\"false\"/></style:style></office:automatic-styles>"
                + "<office:body><office:spreadsheet>" + tables + "</office:spreadsheet></office:body></office:document-content>")
                .add("META-INF/manifest.xml", XML + "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\">"
                        + "<manifest:file-entry manifest:full-path=\"/\" manifest:media-type=\"application/vnd.oasis.opendocument.spreadsheet\"/></manifest:manifest>").bytes();
    }

    private static String odsCell(Object cell) {
        if (cell == null) {
            return "<table:table-cell/>";
        }
        if (cell instanceof Failed failed) {
            return "<table:table-cell table:formula=\"of:=1/0\" office:value-type=\"string\" office:string-value=\"\" calcext:value-type=\"error\"><text:p>" + failed.error
                    + "</text:p></table:table-cell>";
        }
        if (cell instanceof Formula formula) {
            return formula.kept == null ? "<table:table-cell table:formula=\"of:=NOW()\"/>" : odsCell(formula.kept).replaceFirst("<table:table-cell", "<table:table-cell table:formula=\"of:=1\"");
        }
        if (cell instanceof Number) {
            return "<table:table-cell office:value-type=\"float\" office:value=\"" + cell + "\"><text:p>shown</text:p></table:table-cell>";
        }
        if (cell instanceof Percent percent) {
            return "<table:table-cell office:value-type=\"percentage\" office:value=\"" + percent.share + "\"><text:p>6 %</text:p></table:table-cell>";
        }
        if (cell instanceof Boolean) {
            return "<table:table-cell office:value-type=\"boolean\" office:boolean-value=\"" + cell + "\"><text:p>TRUE</text:p></table:table-cell>";
        }
        if (cell instanceof LocalDate || cell instanceof LocalDateTime) {
            return "<table:table-cell office:value-type=\"date\" office:date-value=\"" + cell + "\"><text:p>4 Feb</text:p></table:table-cell>";
        }
        return "<table:table-cell office:value-type=\"string\"><office:annotation><text:p>a note</text:p></office:annotation><text:p>" + escaped(cell.toString()) + "</text:p></table:table-cell>";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
