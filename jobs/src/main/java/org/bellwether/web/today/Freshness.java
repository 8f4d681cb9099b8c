package org.bellwether.web.today;

import java.time.Instant;

/**
 * @param name of a return
 * @param last when it last came and was accepted
 */
public record Freshness(String name, Instant last) {
}
