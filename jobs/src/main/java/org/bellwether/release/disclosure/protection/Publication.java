package org.bellwether.release.disclosure.protection;

/** What readers have of a cell, whatever is decided about it now. */
public enum Publication {

    /** It is about to be published, and may be hidden. */
    OPEN,

    /** It is shown whatever it is, as the rules of the house say; what it gives away is what those rules give away. */
    SHOWN,

    /** An earlier release showed it: hiding it would protect nothing. */
    KNOWN,

    /** It is never published. It may be anything that the relations allow, at no cost. */
    WITHHELD;

    /** Whether every reader has the figure. */
    public boolean isSeen() {
        return this == SHOWN || this == KNOWN;
    }
}
