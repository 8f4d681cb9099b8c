package org.bellwether.web.returns;

import java.time.Instant;

/**
 * A return and what has come of it.
 *
 * @param last     when the last of it was accepted; null where none was
 * @param live     how many deliveries of it are in use
 * @param rows     accepted rows of these
 * @param rejected rejected rows of these
 */
public record ReturnLine(String name, String title, Instant last, long live, long rows, long rejected) {
}
