package org.bellwether.web.security;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.function.Supplier;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/** Whoever asks from the machine on which the console runs. */
final class FromThisMachine implements AuthorizationManager<RequestAuthorizationContext> {

    @Override
    public AuthorizationDecision authorize(Supplier<? extends Authentication> who, RequestAuthorizationContext context) {
        try {
            return new AuthorizationDecision(InetAddress.getByName(context.getRequest().getRemoteAddr()).isLoopbackAddress());
        } catch (UnknownHostException e) {
            return new AuthorizationDecision(false);
        }
    }
}
