package org.bellwether.app.notify;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.util.List;
import org.bellwether.app.user.Role;

/**
 * Somebody who is told, by one channel.
 *
 * @param role of staff; null for a school
 * @param school LAESTAB of a school, which is told of its own returns; null for a role
 * @param by name of the channel
 * @param to addresses; none where the channel has one receiver
 */
record Recipient(@JsonFormat(with = JsonFormat.Feature.ACCEPT_CASE_INSENSITIVE_VALUES) Role role, Integer school, String by, List<String> to) {

    Recipient {
        to = to == null ? List.of() : List.copyOf(to);
    }

    boolean isFor(Event event) {
        return role != null ? event.roles().contains(role) : event.school() != null && event.school().equals(school);
    }

    /** For a person. */
    String audience() {
        return role != null ? role.label() : "school " + school;
    }
}
