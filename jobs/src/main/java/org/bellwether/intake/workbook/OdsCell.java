package org.bellwether.intake.workbook;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** A cell of an OpenDocument sheet, as it is kept rather than as it is shown. */
final class OdsCell {

    private static final String TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";
    private static final String OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
    private static final String CALC = "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0";
    /** No sheet has more rows or columns than this. */
    private static final int MOST = 1 << 20;

    private OdsCell() {
    }

    /** How often the row or cell stands there, one after another. */
    static int repeated(XMLStreamReader xml, String attribute) {
        String times = xml.getAttributeValue(TABLE, attribute);
        return times == null ? 1 : Math.min(Integer.parseInt(times), MOST);
    }

    /** Its text; the reader is at its beginning before, and at its end after. */
    static String text(XMLStreamReader xml) throws XMLStreamException {
        String type = xml.getAttributeValue(OFFICE, "value-type");
        String number = xml.getAttributeValue(OFFICE, "value");
        String day = xml.getAttributeValue(OFFICE, "date-value");
        String time = xml.getAttributeValue(OFFICE, "time-value");
        String truth = xml.getAttributeValue(OFFICE, "boolean-value");
        boolean isFormula = xml.getAttributeValue(TABLE, "formula") != null;
        boolean isError = "error".equals(xml.getAttributeValue(CALC, "value-type"));
        String shown = CellText.line(shown(xml));
        if (isError || shown.matches("#[A-Z/0]+[!?A].*|Err:[0-9]{3}")) {
            return shown.isEmpty() ? CellText.NOT_CALCULATED : shown;
        }
        try {
            if (number != null) {
                return "percentage".equals(type) ? CellText.percent(new BigDecimal(number)) : CellText.number(new BigDecimal(number));
            }
            if (day != null) {
                return day.indexOf('T') < 0 ? LocalDate.parse(day).toString() : CellText.day(LocalDateTime.parse(day));
            }
            if (time != null) {
                return LocalTime.MIDNIGHT.plus(Duration.parse(time)).toString();
            }
        } catch (NumberFormatException | DateTimeException e) {
            // What it shows is judged as any text is: one cell that a program has written wrongly costs its row alone.
            return shown;
        }
        if (truth != null) {
            return truth;
        }
        return shown.isEmpty() && isFormula && type == null ? CellText.NOT_CALCULATED : shown;
    }

    /** The paragraphs, without what was noted on the cell. */
    private static String shown(XMLStreamReader xml) throws XMLStreamException {
        StringBuilder shown = new StringBuilder();
        int depth = 1;
        int noted = 0;
        while (depth > 0) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
                String name = xml.getLocalName();
                noted = noted > 0 || !name.equals("annotation") ? noted : depth;
                if (noted == 0 && (name.equals("s") || name.equals("tab") || name.equals("line-break") || name.equals("p") && !shown.isEmpty())) {
                    shown.append(' ');
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                noted = noted == depth ? 0 : noted;
                depth--;
            } else if (event == XMLStreamConstants.CHARACTERS && noted == 0) {
                shown.append(xml.getText());
            }
        }
        return shown.toString();
    }
}
