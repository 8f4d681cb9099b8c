package org.bellwether.release.disclosure.protection;

/** What readers have of a cell, whatever is decided about it now. */
public enum Publication {

    /** It is about to be published, and may be hidden. */
    OPEN,

    /** An earlier release showed it, or it must be shown: hiding it would protect nothing. */
    KNOWN,

    /** It is never published. It may be anything that the relations allow, at no cost. */
    WITHHELD
}
