package org.bellwether.intake.workbook;

/** @param place of the sheet in its workbook, from 0 */
record Sheet(int place, String name, boolean isHidden) {
}
