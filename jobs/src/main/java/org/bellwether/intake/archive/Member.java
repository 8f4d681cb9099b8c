package org.bellwether.intake.archive;

import java.time.Instant;

/**
 * A file in an archive that can be had.
 *
 * @param name that it is kept under: its path in the archive, without what could move a terminal's cursor or name a child
 * @param changed as the archive says, by a clock and in a zone that nobody knows: of use against others of the same archive
 */
public record Member(String name, Instant changed) {

    /** Folder within the archive; empty where there is none. */
    public String folder() {
        return name.substring(0, name.lastIndexOf('/') + 1);
    }
}
