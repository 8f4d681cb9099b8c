package org.bellwether.app.notify.channel;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/** An entry of {@code channels} in config/notifications.yml. Its texts may name variables of the environment as {@code ${NAME}}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({@JsonSubTypes.Type(value = MailSettings.class, name = "mail"), @JsonSubTypes.Type(value = WebhookSettings.class, name = "webhook"),
    @JsonSubTypes.Type(value = GovukNotifySettings.class, name = "govuk_notify")})
public sealed interface ChannelSettings permits MailSettings, WebhookSettings, GovukNotifySettings {

    /** What would have to be mended, empty where nothing. */
    List<String> faults();

    /** Whether it sends to addresses, or has one receiver. */
    boolean hasAddresses();

    /** @throws DeliveryFailedException where a variable that it names is not set, or what it says cannot be used */
    Channel open(EnvironmentText environment) throws DeliveryFailedException;
}
