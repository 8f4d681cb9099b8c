package org.bellwether.home;

/** A home whose own files do not belong together or are not there; the message has a code and says what to do. */
public final class HomeFaultException extends RuntimeException {

    public HomeFaultException(String message) {
        super(message);
    }
}
