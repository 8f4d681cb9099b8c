package org.bellwether.app.notify.channel;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;
import org.bellwether.home.Json;

/**
 * Posts JSON with a signature: {@code X-Bellwether-Signature: t=<seconds since 1970>,v1=<hexadecimal>} is the HMAC-SHA-256, under the shared
 * secret, of the seconds, a full stop and the body. The seconds are those of the try, so that a receiver can refuse what is old.
 */
final class WebhookChannel implements Channel {

    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final int TOO_MANY = 429;

    private final URI url;
    private final String secret;
    private final List<Duration> pauses;
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER).build();

    /** @param pauses before each try after the first */
    WebhookChannel(URI url, String secret, List<Duration> pauses) {
        this.url = url;
        this.secret = secret;
        this.pauses = pauses;
    }

    @Override
    public void send(Message message) throws DeliveryFailedException {
        String body = body(message);
        for (int tries = 0;; tries++) {
            try {
                int status = client.send(request(message.delivery(), body), HttpResponse.BodyHandlers.discarding()).statusCode();
                if (status / 100 == 2) {
                    return;
                }
                if (status / 100 != 5 && status != TOO_MANY) {
                    throw DeliveryFailedException.ofMessage("the receiver answers with " + status, null);
                }
                if (tries == pauses.size()) {
                    throw DeliveryFailedException.ofChannel("the receiver answers with " + status + ", " + (tries + 1) + " times", null);
                }
            } catch (IOException e) {
                if (tries == pauses.size()) {
                    throw DeliveryFailedException.ofChannel("the receiver is not reached, " + (tries + 1) + " times: " + e.getClass().getSimpleName(), e);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw DeliveryFailedException.ofChannel("it was interrupted", e);
            }
            pause(pauses.get(tries));
        }
    }

    private HttpRequest request(String delivery, String body) {
        long seconds = Instant.now().getEpochSecond();
        return HttpRequest.newBuilder(url).timeout(PATIENCE).header("Content-Type", "application/json").header("X-Bellwether-Delivery", delivery)
                .header("X-Bellwether-Signature", "t=" + seconds + ",v1=" + signature(seconds, body))
                .POST(HttpRequest.BodyPublishers.ofString(body)).build();
    }

    private String signature(long seconds, String body) {
        return new HmacUtils(HmacAlgorithms.HMAC_SHA_256, secret).hmacHex(seconds + "." + body);
    }

    private static String body(Message message) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("delivery", message.delivery());
        body.put("event", message.event());
        body.put("at", message.at());
        body.put("subject", message.subject());
        body.put("text", message.text());
        body.put("data", message.data());
        return Json.text(body);
    }

    private static void pause(Duration time) throws DeliveryFailedException {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw DeliveryFailedException.ofChannel("it was interrupted", e);
        }
    }
}
