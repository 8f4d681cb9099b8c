package org.bellwether.app.notify.channel;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A mail server.
 *
 * @param port where it is left out, the usual one of what {@code tls} says
 * @param user empty where the server asks for none
 * @param from address of the sender
 */
public record MailSettings(String host, Integer port, Tls tls, String user, String password, String from) implements ChannelSettings {

    /** How the way to the server is encrypted. */
    public enum Tls {
        /** For a relay on the same machine. */
        NONE(25),
        STARTTLS(587),
        TLS(465);

        private final int usualPort;

        Tls(int usualPort) {
            this.usualPort = usualPort;
        }

        @JsonValue
        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public MailSettings {
        tls = tls == null ? Tls.STARTTLS : tls;
        user = user == null ? "" : user;
        password = password == null ? "" : password;
        port = port == null ? tls.usualPort : port;
    }

    @Override
    public List<String> faults() {
        List<String> faults = new ArrayList<>();
        if (host == null || host.isBlank()) {
            faults.add("needs host");
        }
        if (port < 1 || port > 65_535) {
            faults.add("port must be from 1 to 65535");
        }
        if (from == null || !from.contains("${") && !isAddress(from)) {
            faults.add("needs from, the address of the sender");
        }
        return faults;
    }

    /** Whether mail can be sent to it. */
    public static boolean isAddress(String text) {
        try {
            new InternetAddress(text, true).validate();
            return text.contains("@") && text.chars().noneMatch(Character::isISOControl);
        } catch (AddressException e) {
            return false;
        }
    }

    @Override
    public boolean hasAddresses() {
        return true;
    }

    @Override
    public Channel open(EnvironmentText environment) throws DeliveryFailedException {
        return new MailChannel(environment.of(host), port, tls, environment.of(user), environment.of(password), environment.of(from));
    }

    /** Without the password, wherever it may be printed. */
    @Override
    public String toString() {
        return "MailSettings[host=" + host + ", port=" + port + "]";
    }
}
