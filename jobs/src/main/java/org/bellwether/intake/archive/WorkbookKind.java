package org.bellwether.intake.archive;

/** Workbooks whose sheets are read. */
public enum WorkbookKind {
    XLSX("Excel workbook (XLSX)"),
    ODS("ODS workbook");

    private final String title;

    WorkbookKind(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
