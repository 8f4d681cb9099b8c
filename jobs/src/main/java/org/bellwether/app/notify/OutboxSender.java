package org.bellwether.app.notify;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import org.bellwether.app.notify.channel.Channel;
import org.bellwether.app.notify.channel.ChannelSettings;
import org.bellwether.app.notify.channel.DeliveryFailedException;
import org.bellwether.app.notify.channel.EnvironmentText;
import org.bellwether.app.notify.channel.Message;
import org.bellwether.config.ErrorCode;
import org.bellwether.config.Settings;
import org.bellwether.home.Home;
import org.bellwether.home.Json;

/** Sends what waits in the outbox: each by itself, or once a day together. What a channel does not take stays, and is tried again by the next run. */
final class OutboxSender {

    private final Home home;
    private final Outbox outbox;
    private final NotificationConfig config;
    private final EnvironmentText environment;
    private final BiFunction<EventKind, Map<String, Object>, MessageText> texts;
    private final BiConsumer<String, Throwable> told;
    /** Null where it takes nothing in this run. */
    private final Map<String, Channel> channels = new LinkedHashMap<>();

    /** The day of the last digest. */
    private record DigestDay(String day) {
    }

    /** How many were sent, and how many wait for another try; those that wait for their digest are neither. */
    record Outcome(int sent, int failed) {
    }

    /**
     * @param texts what an event of a kind says, with what every event says
     * @param told hears what has become of each, in a line, with what kept it where something did
     */
    OutboxSender(Home home, NotificationConfig config, EnvironmentText environment, BiFunction<EventKind, Map<String, Object>, MessageText> texts,
            BiConsumer<String, Throwable> told) {
        this.home = home;
        this.outbox = new Outbox(home);
        this.config = config;
        this.environment = environment;
        this.texts = texts;
        this.told = told;
    }

    /** Empty where another process is sending. */
    Optional<Outcome> send(Instant now) {
        Optional<Outbox.Sending> right = outbox.begin();
        if (right.isEmpty()) {
            return Optional.empty();
        }
        try (Outbox.Sending sending = right.get()) {
            outbox.sweep(now).forEach(one -> told.accept("given up after thirty days: " + what(one.kind().label(), one), null));
            List<Delivery> waiting = outbox.all().stream().filter(Delivery::isWaiting).toList();
            Outcome each = sendEach(waiting.stream().filter(one -> !one.waitsForDigest() || !config.digest().waits(one.kind())).toList(), now);
            Outcome digests = sendDigests(waiting.stream().filter(one -> one.waitsForDigest() && config.digest().waits(one.kind())).toList(), now);
            return Optional.of(new Outcome(each.sent + digests.sent, each.failed + digests.failed));
        }
    }

    private Outcome sendEach(List<Delivery> deliveries, Instant now) {
        int sent = 0;
        for (Delivery one : deliveries) {
            if (isTaken(List.of(one), one.message(), null, now)) {
                sent++;
            }
        }
        return new Outcome(sent, deliveries.size() - sent);
    }

    /** The first run of a day sends what has come since the last digest. */
    private Outcome sendDigests(List<Delivery> deliveries, Instant now) {
        String today = LocalDate.ofInstant(now, Settings.LONDON).toString();
        boolean isDue = !Json.readWhole(home.outbox().resolve("digest.json"), DigestDay.class).map(DigestDay::day).equals(Optional.of(today));
        if (!isDue || deliveries.isEmpty()) {
            return new Outcome(0, 0);
        }
        Map<List<String>, List<Delivery>> byAddress = new LinkedHashMap<>();
        deliveries.forEach(one -> byAddress.computeIfAbsent(List.of(one.channel(), one.to()), address -> new ArrayList<>()).add(one));
        int sent = 0;
        int failed = 0;
        for (List<Delivery> together : byAddress.values()) {
            Message digest = digest(together, now);
            if (isTaken(together, digest, digest.delivery(), now)) {
                sent++;
            } else {
                failed++;
            }
        }
        // Whoever did not get one today gets it with the next run.
        if (failed == 0) {
            Json.write(home.outbox().resolve("digest.json"), new DigestDay(today));
        }
        return new Outcome(sent, failed);
    }

    private Message digest(List<Delivery> together, Instant now) {
        List<Map<String, Object>> messages = together.stream().map(one -> Map.<String, Object>of("subject", one.subject(), "text", one.text())).toList();
        Map<String, Object> data = Map.of("messages", messages, "number", (long) messages.size());
        MessageText text = texts.apply(EventKind.DIGEST, data);
        Map<String, Object> events = Map.of("events", together.stream().map(one -> Map.of("event", one.kind().label(), "at", one.at().toString(), "data", one.data())).toList());
        return new Message(Delivery.idOf(together.stream().map(Delivery::id).toArray(String[]::new)), EventKind.DIGEST.label(), together.get(0).to(), text.subject(),
                text.body(), events, now);
    }

    private boolean isTaken(List<Delivery> deliveries, Message message, String digest, Instant now) {
        Delivery first = deliveries.get(0);
        try {
            Channel channel = channel(first.channel());
            if (channel == null) {
                return false;
            }
            channel.send(message);
            deliveries.forEach(one -> outbox.write(one.sent(now, digest)));
            told.accept("sent " + what(message.event(), first), null);
            return true;
        } catch (DeliveryFailedException e) {
            deliveries.forEach(one -> outbox.write(one.failed(e.getMessage())));
            told.accept(ErrorCode.NOT_SENT.with(first.channel(), e.getMessage()).getMessage(), e);
            if (e.isOfChannel()) {
                channels.put(first.channel(), null);
            }
            return false;
        }
    }

    private static String what(String event, Delivery one) {
        return event + " to " + one.audience() + " by channel " + one.channel();
    }

    private Channel channel(String name) throws DeliveryFailedException {
        if (!channels.containsKey(name)) {
            ChannelSettings settings = config.channels().get(name);
            if (settings == null) {
                throw DeliveryFailedException.ofChannel("it is not there any more", null);
            }
            channels.put(name, settings.open(environment));
        }
        return channels.get(name);
    }
}
