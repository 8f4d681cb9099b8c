package org.bellwether.release;

/** A file of a release that another reader does not read as the warehouse has it: it, or what it was linked to, is damaged. */
public final class ReadBackException extends AuditException {

    ReadBackException(AuditException cause) {
        super(cause.getMessage());
        initCause(cause);
    }
}
