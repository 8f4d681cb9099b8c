package org.bellwether.intake.workbook;

import java.io.IOException;

/** The sheets are encrypted. */
final class LockedBookException extends IOException {

    private static final long serialVersionUID = 1L;

    LockedBookException() {
        super("A password protects it");
    }
}
