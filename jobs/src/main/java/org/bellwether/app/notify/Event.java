package org.bellwether.app.notify;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.bellwether.app.user.Role;

/**
 * Something to be told.
 *
 * @param key the same for the same thing, whichever run finds it: it is told once
 * @param roles who of the staff is told; none where it is for a school
 * @param school LAESTAB of the school that is told; null where it is for staff
 * @param about ids of what it speaks of, so that none of it is told again in another event
 * @param data texts, numbers and lists of such maps, for templates and programs: no name, no UPN, no path
 */
record Event(String key, EventKind kind, Instant at, Set<Role> roles, Integer school, Set<String> about, Map<String, Object> data) {

    static Event of(String key, EventKind kind, Instant at, Set<Role> roles, Map<String, Object> data) {
        return new Event(key, kind, at, roles, null, Set.of(), data);
    }
}
