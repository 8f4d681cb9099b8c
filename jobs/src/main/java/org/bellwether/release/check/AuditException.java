package org.bellwether.release.check;

import org.bellwether.release.store.ReleaseException;

/** A check that a release did not pass; nothing is published. Its message holds no value of any row. */
public class AuditException extends ReleaseException {

    public AuditException(String message) {
        super(message);
    }
}
