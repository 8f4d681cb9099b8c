package org.bellwether.web.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import org.springframework.web.filter.OncePerRequestFilter;

/** Turns tries to sign in away that the guard does not let be looked at. */
final class SignInFilter extends OncePerRequestFilter {

    private final SignInGuard guard;

    SignInFilter(SignInGuard guard) {
        this.guard = guard;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
        if (request.getMethod().equals("POST") && request.getServletPath().equals("/signin")
                && guard.isLocked(Objects.requireNonNullElse(request.getParameter("username"), ""), request.getRemoteAddr())) {
            response.sendRedirect(request.getContextPath() + "/signin?locked");
        } else {
            chain.doFilter(request, response);
        }
    }
}
