package org.bellwether.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.regex.Pattern;
import org.bellwether.app.user.ConsoleAct;
import org.bellwether.config.Shown;
import org.bellwether.home.AuditTrail;
import org.bellwether.home.Home;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;

/** Keeps in control/audit.jsonl who did what, and who saw what is not for everybody. */
@Component
public final class ActTrail implements HandlerInterceptor {

    private static final Pattern RESTRICTED = Pattern.compile("/(restricted|held)/(?!assets/).*|/privacy|/releases/held|/returns/(rejects|submissions|checked)/.*|/returns/mending/report/(?!assets/).*|/releases/diff[?].*restricted=true.*");
    private static final int ERROR = 400;

    private final AuditTrail trail;

    ActTrail(Home home) {
        this.trail = new AuditTrail(home);
    }

    /** Before a byte of it leaves: what was seen is kept, whatever becomes of the answer. */
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        if (isRead(request) && (RESTRICTED.matcher(request.getServletPath()).matches() || RESTRICTED.matcher(request.getServletPath() + query).matches())) {
            add(request, "see", query, "seen");
        }
        return true;
    }

    @Override
    public void afterCompletion(HttpServletRequest request, HttpServletResponse response, Object handler, Exception failure) {
        if (!isRead(request)) {
            add(request, "do", "", failure != null || response.getStatus() >= ERROR ? "refused, " + response.getStatus() : "done");
        }
    }

    private void add(HttpServletRequest request, String act, String query, String outcome) {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        if (who != null) {
            trail.add(new ConsoleAct(Instant.now(), who.getName(), act, Shown.text(request.getServletPath() + query), outcome));
        }
    }

    private static boolean isRead(HttpServletRequest request) {
        return HttpMethod.GET.matches(request.getMethod()) || HttpMethod.HEAD.matches(request.getMethod());
    }
}
