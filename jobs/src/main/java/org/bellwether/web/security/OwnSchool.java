package org.bellwether.web.security;

import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/** A school's page before disclosure control: for analysts, and for whoever is of that school. */
final class OwnSchool implements AuthorizationManager<RequestAuthorizationContext> {

    private static final Pattern PAGE = Pattern.compile("/restricted/report/(?:data/)?school-(\\d{7})[-.].*");

    @Override
    public AuthorizationDecision authorize(Supplier<? extends Authentication> who, RequestAuthorizationContext context) {
        Authentication authentication = who.get();
        if (authentication == null || !authentication.isAuthenticated()) {
            return new AuthorizationDecision(false);
        }
        Person person = Person.of(authentication);
        Matcher page = PAGE.matcher(context.getRequest().getServletPath());
        return new AuthorizationDecision(person.isAnalyst() || person.school() != null && page.matches() && Integer.parseInt(page.group(1)) == person.school());
    }
}
