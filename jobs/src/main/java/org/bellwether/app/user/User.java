package org.bellwether.app.user;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;

/**
 * Somebody who may sign in to the console of a home.
 *
 * @param name     in lower case
 * @param password its hash, with the name of how it was made
 * @param roles    beside that of a reader, which everybody is
 * @param school   LAESTAB of the one school whose own page this person sees whole; null for nobody of a school
 * @param since    when the password was set: what was signed in with the one before ends
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record User(String name, String password, Set<Role> roles, Integer school, Instant since) {

    public User {
        roles = roles == null ? Set.of() : Set.copyOf(new TreeSet<>(roles));
    }

    User withPassword(String hash, Instant at) {
        return new User(name, hash, roles, school, at);
    }

    /** Without the hash, wherever it may be printed. */
    @Override
    public String toString() {
        return "User[" + name + "]";
    }
}
