package org.bellwether.app.notify;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.apache.commons.codec.digest.DigestUtils;
import org.bellwether.app.notify.channel.Message;

/**
 * One event for one address by one channel, as it is kept in control/outbox until it is sent and for a while after.
 *
 * @param id of event, channel and address: the same address is told of an event once, whatever roles it has
 * @param audience role or school, for a person
 * @param waitsForDigest whether it goes out with others once a day
 * @param tries how often it could not be sent
 * @param failure why not, the last time; null where it was never tried in vain
 * @param sent null while it waits
 * @param sentIn id of the digest in which it went; null where it went by itself
 */
record Delivery(String id, EventKind kind, String channel, String to, String audience, Integer school, Set<String> about, Instant at, String subject, String text,
        Map<String, Object> data, boolean waitsForDigest, int tries, String failure, Instant sent, String sentIn) {

    private static final int ID_LENGTH = 32;

    Delivery {
        about = about == null ? Set.of() : Set.copyOf(about);
    }

    static Delivery of(Event event, Recipient recipient, String to, MessageText text, boolean waitsForDigest) {
        return new Delivery(idOf(event.key(), recipient.by(), to), event.kind(), recipient.by(), to, recipient.audience(), event.school(), event.about(), event.at(),
                text.subject(), text.body(), event.data(), waitsForDigest, 0, null, null, null);
    }

    static String idOf(String... parts) {
        return DigestUtils.sha256Hex(String.join("\n", parts)).substring(0, ID_LENGTH);
    }

    Message message() {
        return new Message(id, kind.label(), to, subject, text, data, at);
    }

    boolean isWaiting() {
        return sent == null;
    }

    Delivery failed(String why) {
        return new Delivery(id, kind, channel, to, audience, school, about, at, subject, text, data, waitsForDigest, tries + 1, why, null, null);
    }

    /** What it said is not kept: who wants to know it asks the warehouse. */
    Delivery sent(Instant now, String digest) {
        return new Delivery(id, kind, channel, to, audience, school, about, at, subject, null, null, waitsForDigest, tries, failure, now, digest);
    }
}
