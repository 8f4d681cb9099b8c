package org.bellwether.web.security;

import java.io.Serial;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bellwether.app.user.Role;
import org.bellwether.app.user.User;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.AuthorityUtils;

/** One of the people of the home, as signed in: with what was true then. */
final class HomeUserDetails extends org.springframework.security.core.userdetails.User {

    @Serial
    private static final long serialVersionUID = 1L;

    private final Instant since;

    private HomeUserDetails(User user, List<GrantedAuthority> authorities) {
        super(user.name(), user.password(), authorities);
        this.since = user.since();
    }

    static HomeUserDetails of(User user) {
        List<String> authorities = new ArrayList<>(List.of(Person.ROLE + Role.READER.name()));
        user.roles().forEach(role -> authorities.add(Person.ROLE + role.name()));
        if (user.school() != null) {
            authorities.add(Person.SCHOOL + user.school());
        }
        return new HomeUserDetails(user, AuthorityUtils.createAuthorityList(authorities));
    }

    /** Whether password and roles are still those with which this person signed in. */
    boolean isStill(User user) {
        return since.equals(user.since());
    }
}
