package org.bellwether.intake.profile;

/** A file that cannot be judged row by row: it is refused whole, and what was live stays live. */
public final class RefusedException extends RuntimeException {

    private final transient FileError error;

    public RefusedException(FileError error) {
        super(error.rule() + " " + error.detail());
        this.error = error;
    }

    public FileError error() {
        return error;
    }
}
