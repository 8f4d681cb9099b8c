package org.bellwether.app.notify.channel;

import java.time.Instant;
import java.util.Map;

/**
 * What is sent to one address.
 *
 * @param delivery id that stays the same however often it is tried, so that a receiver can drop a repeat
 * @param event kind of what has happened, as config/notifications.yml spells it
 * @param to address; empty where the channel has one receiver
 * @param data the same as {@code text}, for programs
 */
public record Message(String delivery, String event, String to, String subject, String text, Map<String, Object> data, Instant at) {
}
