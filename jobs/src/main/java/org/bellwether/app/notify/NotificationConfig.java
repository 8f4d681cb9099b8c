package org.bellwether.app.notify;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bellwether.app.notify.channel.ChannelSettings;
import org.bellwether.app.notify.channel.MailSettings;
import org.bellwether.app.user.Role;
import org.bellwether.config.BellwetherException;
import org.bellwether.config.ConfigFiles;
import org.bellwether.config.ErrorCode;
import org.bellwether.warehouse.figure.MeasureCatalog;

/**
 * Who is told what, and how: config/notifications.yml with the home's own over it.
 *
 * @param channels by name
 * @param tells which roles are told of which kind; thresholds say it themselves
 * @param schoolReturns returns that schools send themselves: of these alone they are told
 * @param thresholds by name
 */
record NotificationConfig(Digest digest, Map<String, ChannelSettings> channels, List<Recipient> recipients,
        @JsonFormat(with = JsonFormat.Feature.ACCEPT_CASE_INSENSITIVE_VALUES) Map<EventKind, Set<Role>> tells,
        Set<String> schoolReturns, Map<String, Threshold> thresholds) {

    /**
     * @param daily whether what is told waits for the first run of a day
     * @param atOnce kinds that do not wait all the same
     */
    record Digest(boolean daily, Set<EventKind> atOnce) {

        Digest {
            atOnce = atOnce == null ? Set.of() : atOnce;
        }

        boolean waits(EventKind kind) {
            return daily && !atOnce.contains(kind);
        }
    }

    NotificationConfig {
        digest = digest == null ? new Digest(false, Set.of()) : digest;
        channels = channels == null ? Map.of() : channels;
        recipients = recipients == null ? List.of() : recipients;
        tells = tells == null ? Map.of() : tells;
        schoolReturns = schoolReturns == null ? Set.of() : schoolReturns;
        thresholds = thresholds == null ? Map.of() : thresholds;
    }

    /** @throws BellwetherException naming the file, the entry and what to mend */
    static NotificationConfig load(ConfigFiles config) {
        NotificationConfig read = config.yaml(ConfigFiles.NOTIFICATIONS, NotificationConfig.class);
        List<String> faults = read.faults(config);
        if (!faults.isEmpty()) {
            throw ErrorCode.NOTIFICATION_WRONG.with(config.file(ConfigFiles.NOTIFICATIONS), String.join("; ", faults));
        }
        return read;
    }

    private List<String> faults(ConfigFiles config) {
        List<String> faults = new ArrayList<>();
        channels.forEach((name, channel) -> channel.faults().forEach(fault -> faults.add("channel " + name + " " + fault)));
        recipients.forEach(recipient -> fault(recipient, faults));
        tells.forEach((kind, roles) -> roles.stream().filter(role -> !kind.mayKnow().contains(role))
                .forEach(role -> faults.add("tells: " + role.label() + " may not be told of " + kind.label())));
        if (thresholds.values().stream().anyMatch(threshold -> threshold.measure() != null)) {
            MeasureCatalog measures = MeasureCatalog.load(config);
            thresholds.forEach((name, threshold) -> threshold.faults(measures).forEach(fault -> faults.add("threshold " + name + " " + fault)));
        } else {
            thresholds.forEach((name, threshold) -> threshold.faults(null).forEach(fault -> faults.add("threshold " + name + " " + fault)));
        }
        return faults;
    }

    private void fault(Recipient recipient, List<String> faults) {
        String name = "recipient " + recipient.audience();
        ChannelSettings channel = recipient.by() == null ? null : channels.get(recipient.by());
        if ((recipient.role() == null) == (recipient.school() == null)) {
            faults.add("a recipient has a role or a school, and not both");
        } else if (channel == null) {
            faults.add(name + " needs by, one of the channels " + String.join(", ", channels.keySet()));
        } else if (channel.hasAddresses() == recipient.to().isEmpty()) {
            faults.add(name + (channel.hasAddresses() ? " needs to, with addresses" : " has to, and channel " + recipient.by() + " has one receiver"));
        } else if (!recipient.to().stream().allMatch(MailSettings::isAddress)) {
            faults.add(name + " has in to what is no address of mail");
        }
    }

    Set<Role> told(EventKind kind) {
        return tells.getOrDefault(kind, Set.of());
    }

    /** Recipients that are schools. */
    List<Integer> schools() {
        return recipients.stream().map(Recipient::school).filter(school -> school != null).distinct().sorted().toList();
    }
}
