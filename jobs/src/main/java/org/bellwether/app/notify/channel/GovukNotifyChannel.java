package org.bellwether.app.notify.channel;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import uk.gov.service.notify.NotificationClient;
import uk.gov.service.notify.NotificationClientException;

/** Sends by GOV.UK Notify; the delivery's id is the reference that Notify shows. */
final class GovukNotifyChannel implements Channel {

    private static final int PATIENCE_SECONDS = 60;
    private static final int NOT_ALLOWED = 403;
    private static final int TOO_MANY = 429;

    private final NotificationClient client;
    private final String template;

    /** @param url empty for Notify itself */
    GovukNotifyChannel(String key, String template, String url) {
        this.client = url.isBlank() ? new NotificationClient(key) : new NotificationClient(key, url);
        this.template = template;
    }

    @Override
    public void send(Message message) throws DeliveryFailedException {
        // The client waits for an answer however long it takes.
        CompletableFuture<Void> sending = CompletableFuture.runAsync(() -> {
            try {
                client.sendEmail(template, message.to(), Map.of("subject", message.subject(), "message", message.text()), message.delivery());
            } catch (NotificationClientException e) {
                throw new CompletionException(e);
            }
        });
        try {
            sending.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof NotificationClientException refused ? failure(refused)
                    : DeliveryFailedException.ofChannel(e.getCause().getClass().getSimpleName(), e.getCause());
        } catch (TimeoutException e) {
            throw DeliveryFailedException.ofChannel("GOV.UK Notify does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw DeliveryFailedException.ofChannel("it was interrupted", e);
        }
    }

    private static DeliveryFailedException failure(NotificationClientException refused) {
        int status = refused.getHttpResult();
        String why = "GOV.UK Notify answers with " + status;
        boolean isOfMessage = status / 100 == 4 && status != NOT_ALLOWED && status != TOO_MANY;
        return isOfMessage ? DeliveryFailedException.ofMessage(why, refused) : DeliveryFailedException.ofChannel(why, refused);
    }
}
