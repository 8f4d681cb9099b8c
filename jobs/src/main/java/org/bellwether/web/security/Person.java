package org.bellwether.web.security;

import java.util.Set;
import java.util.TreeSet;
import org.bellwether.app.user.Role;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;

/**
 * Somebody who is signed in, wherever it was they did so.
 *
 * @param school LAESTAB of the one school whose own page they see whole; null for nobody of a school
 */
public record Person(String name, Set<Role> roles, Integer school) {

    static final String ROLE = "ROLE_";
    static final String SCHOOL = "SCHOOL_";

    public static Person of(Authentication authentication) {
        Set<Role> roles = new TreeSet<>();
        Integer school = null;
        for (String authority : AuthorityUtils.authorityListToSet(authentication.getAuthorities())) {
            if (authority.startsWith(ROLE)) {
                Role.of(authority.substring(ROLE.length())).ifPresent(roles::add);
            } else if (authority.startsWith(SCHOOL)) {
                school = Integer.valueOf(authority.substring(SCHOOL.length()));
            }
        }
        return new Person(authentication.getName(), roles, school);
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }

    /** Whether they may see what disclosure control hides. */
    public boolean isAnalyst() {
        return is(Role.ANALYST);
    }

    public boolean isOfficer() {
        return is(Role.OFFICER);
    }

    public boolean isApprover() {
        return is(Role.APPROVER);
    }

    public boolean isPrivacy() {
        return is(Role.PRIVACY);
    }
}
