package org.bellwether.web.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Before anything of it is read: files come from those alone who may send them, say how long they are, and are not too long. */
final class UploadLimit extends OncePerRequestFilter {

    private final long most;

    UploadLimit(long most) {
        this.most = most;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
        String type = request.getContentType();
        if (type == null || !type.regionMatches(true, 0, "multipart/", 0, "multipart/".length())) {
            chain.doFilter(request, response);
            return;
        }
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        if (who == null) {
            response.setHeader("Connection", "close");
            response.sendRedirect(request.getContextPath() + "/signin?ended");
            return;
        }
        HttpStatus refused = !who.isAuthenticated() || !Person.of(who).isOfficer() ? HttpStatus.FORBIDDEN
                : request.getContentLengthLong() < 0 ? HttpStatus.LENGTH_REQUIRED
                : request.getContentLengthLong() > most ? HttpStatus.CONTENT_TOO_LARGE : null;
        if (refused == null) {
            chain.doFilter(request, response);
        } else {
            response.setHeader("Connection", "close");
            response.sendError(refused.value());
        }
    }
}
