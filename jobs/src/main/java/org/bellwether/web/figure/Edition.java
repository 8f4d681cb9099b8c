package org.bellwether.web.figure;

/** Before or after disclosure control. */
public enum Edition {

    PUBLISHED("/figures"),
    RESTRICTED("/restricted/figures");

    private final String path;

    Edition(String path) {
        this.path = path;
    }

    /** Where its pages are. */
    public String path() {
        return path;
    }

    public boolean isRestricted() {
        return this == RESTRICTED;
    }
}
