package org.bellwether.release.check;

/** A file of a release that another reader does not read as the warehouse has it: it, or what it was linked to, is damaged. */
public final class ReadBackException extends AuditException {

    public ReadBackException(AuditException cause) {
        super(cause.getMessage());
        initCause(cause);
    }
}
