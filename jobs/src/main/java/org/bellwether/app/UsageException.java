package org.bellwether.app;

/** A command that was asked for something it cannot do; the message says what to do instead. */
public final class UsageException extends RuntimeException {

    public UsageException(String message) {
        super(message);
    }
}
