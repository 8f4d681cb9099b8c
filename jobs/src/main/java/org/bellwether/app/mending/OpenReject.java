package org.bellwether.app.mending;

import java.time.LocalDate;

/**
 * Something that is wrong in a rejected row and not mended yet.
 *
 * @param school     LAESTAB; null where the row names none
 * @param upn        as it was sent; null where the row has none that looks like one
 * @param field      as the file calls it; null where the row is meant
 * @param receivedOn day in England
 */
public record OpenReject(String returnName, Integer school, String file, int line, String upn, String field, String rule, String message, String why, String remedy,
        LocalDate receivedOn, String submission) {
}
