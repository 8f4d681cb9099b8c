package org.bellwether.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import org.bellwether.app.user.ConsoleAct;
import org.bellwether.config.Shown;
import org.bellwether.home.AuditTrail;
import org.bellwether.home.Home;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;

/** Keeps in the audit trail who asked for what is not theirs. */
@Component
final class Denied implements AccessDeniedHandler {

    private final AuditTrail trail;

    Denied(Home home) {
        this.trail = new AuditTrail(home);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refused) throws IOException {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        if (who == null || who instanceof AnonymousAuthenticationToken) {
            response.sendRedirect(request.getContextPath() + "/signin?ended");
            return;
        }
        trail.add(new ConsoleAct(Instant.now(), who.getName(), request.getMethod().equals("GET") ? "see" : "do", Shown.text(request.getServletPath()), "refused, 403"));
        response.sendError(HttpServletResponse.SC_FORBIDDEN);
    }
}
