package org.bellwether.config;

/** What keeps a command from its work, with its place in the catalogue; its message says what to do, and holds no value of a pupil's. */
public class BellwetherException extends RuntimeException {

    private final ErrorCode code;

    /** @param cause what it came from, or null */
    protected BellwetherException(ErrorCode code, Throwable cause, Object... values) {
        super(code.sentence(values), cause);
        this.code = code;
    }

    public ErrorCode code() {
        return code;
    }

    public ErrorKind kind() {
        return code.kind();
    }
}
