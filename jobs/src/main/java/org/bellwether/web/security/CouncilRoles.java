package org.bellwether.web.security;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bellwether.app.user.Role;
import org.bellwether.config.ServeSettings;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/** What people of the council's OpenID Connect may do: what a claim of theirs says, by the home's settings. Whoever has no role there does not come in. */
@Component
final class CouncilRoles extends OidcUserService {

    private static final List<String> NAMES = List.of("preferred_username", "email", "sub");

    private final ServeSettings serve;

    CouncilRoles(ServeSettings serve) {
        this.serve = serve;
    }

    @Override
    public OidcUser loadUser(OidcUserRequest request) {
        OidcUser user = super.loadUser(request);
        Set<GrantedAuthority> authorities = authorities(user.getClaims());
        if (authorities.isEmpty()) {
            throw new OAuth2AuthenticationException(new OAuth2Error("access_denied"), "No role is given by the claim " + serve.rolesClaim());
        }
        String name = NAMES.stream().filter(claim -> user.getClaimAsString(claim) != null).findFirst().orElse("sub");
        return new DefaultOidcUser(authorities, user.getIdToken(), user.getUserInfo(), name);
    }

    private Set<GrantedAuthority> authorities(Map<String, Object> claims) {
        Map<String, String> given = serve.roleOfClaim();
        Set<GrantedAuthority> authorities = new LinkedHashSet<>();
        values(claims.get(serve.rolesClaim())).stream().map(given::get).map(role -> Optional.ofNullable(role).flatMap(Role::of)).flatMap(Optional::stream)
                .forEach(role -> authorities.add(new SimpleGrantedAuthority(Person.ROLE + role.name())));
        if (!authorities.isEmpty()) {
            authorities.add(new SimpleGrantedAuthority(Person.ROLE + Role.READER.name()));
        }
        return authorities;
    }

    private static List<String> values(Object claim) {
        return claim instanceof Collection<?> several ? several.stream().map(String::valueOf).toList() : claim == null ? List.of() : List.of(claim.toString());
    }
}
