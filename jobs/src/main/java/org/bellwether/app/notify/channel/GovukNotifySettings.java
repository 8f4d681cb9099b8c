package org.bellwether.app.notify.channel;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * GOV.UK Notify, by which an authority sends mail in its own name.
 *
 * @param key of the service, as Notify gives it
 * @param template id of a template of email whose subject is {@code ((subject))} and whose text is {@code ((message))}
 * @param url of another service that answers as Notify does; empty for Notify itself
 */
public record GovukNotifySettings(String key, String template, String url) implements ChannelSettings {

    private static final String UUID = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";
    private static final Pattern ID = Pattern.compile(UUID);
    /** Its name, the service and the secret. */
    private static final Pattern KEY = Pattern.compile(".+-" + UUID + "-" + UUID);

    public GovukNotifySettings {
        url = url == null ? "" : url;
    }

    @Override
    public List<String> faults() {
        List<String> faults = new ArrayList<>();
        if (key == null || !key.contains("${") && !KEY.matcher(key).matches()) {
            faults.add("needs key, as GOV.UK Notify gives it");
        }
        if (template == null || !template.contains("${") && !ID.matcher(template).matches()) {
            faults.add("needs template, the id of a template of email");
        }
        return faults;
    }

    @Override
    public boolean hasAddresses() {
        return true;
    }

    @Override
    public Channel open(EnvironmentText environment) throws DeliveryFailedException {
        GovukNotifySettings given = new GovukNotifySettings(environment.of(key), environment.of(template), environment.of(url));
        if (!given.faults().isEmpty()) {
            throw DeliveryFailedException.ofChannel(String.join("; ", given.faults()), null);
        }
        return new GovukNotifyChannel(given.key, given.template, given.url);
    }

    /** Without the key, wherever it may be printed. */
    @Override
    public String toString() {
        return "GovukNotifySettings[template=" + template + "]";
    }
}
