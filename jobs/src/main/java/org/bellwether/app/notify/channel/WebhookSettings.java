package org.bellwether.app.notify.channel;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A receiver of signed messages by HTTP.
 *
 * @param secret that receiver and home share; it signs and is never sent
 */
public record WebhookSettings(String url, String secret) implements ChannelSettings {

    private static final Pattern OF_THIS_MACHINE = Pattern.compile("http://(localhost|127[.]0[.]0[.]1|\\[::1])(:\\d+)?(/.*)?");
    private static final int SHORTEST_SECRET = 16;

    @Override
    public List<String> faults() {
        List<String> faults = new ArrayList<>();
        if (url == null || !url.contains("${") && !mayBeCalled(url)) {
            faults.add("needs url, which begins with https:// unless it is of this machine");
        }
        if (secret == null || secret.length() < SHORTEST_SECRET && !secret.contains("${")) {
            faults.add("needs secret, of " + SHORTEST_SECRET + " characters or more");
        }
        return faults;
    }

    private static boolean mayBeCalled(String url) {
        try {
            return URI.create(url).getHost() != null && (url.startsWith("https://") || OF_THIS_MACHINE.matcher(url).matches());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    @Override
    public boolean hasAddresses() {
        return false;
    }

    @Override
    public Channel open(EnvironmentText environment) throws DeliveryFailedException {
        WebhookSettings given = new WebhookSettings(environment.of(url), environment.of(secret));
        if (!given.faults().isEmpty()) {
            throw DeliveryFailedException.ofChannel(String.join("; ", given.faults()), null);
        }
        return new WebhookChannel(URI.create(given.url), given.secret, List.of(Duration.ofSeconds(1), Duration.ofSeconds(4)));
    }

    /** Without the secret, wherever it may be printed. */
    @Override
    public String toString() {
        return "WebhookSettings[url=" + url + "]";
    }
}
