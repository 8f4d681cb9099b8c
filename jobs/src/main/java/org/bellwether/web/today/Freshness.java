package org.bellwether.web.today;

import java.time.Instant;

/**
 * A return, and how long nothing of it has come.
 *
 * @param last when it last came and was accepted
 */
public record Freshness(String name, String title, Instant last) {
}
