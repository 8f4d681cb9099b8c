package org.bellwether.release.store;

/** A release that cannot be made as it should be; the message says what to mend. */
public class ReleaseException extends RuntimeException {

    public ReleaseException(String message) {
        super(message);
    }

    public ReleaseException(String message, Throwable cause) {
        super(message, cause);
    }
}
