package org.bellwether.web.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.www.BasicAuthenticationConverter;
import org.springframework.web.filter.OncePerRequestFilter;

/** The same for machines, which send name and password with each request. */
final class BasicSignInFilter extends OncePerRequestFilter {

    private final SignInGuard guard;
    private final BasicAuthenticationConverter converter = new BasicAuthenticationConverter();

    BasicSignInFilter(SignInGuard guard) {
        this.guard = guard;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
        if (guard.isLocked(name(request).orElse(""), request.getRemoteAddr())) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "900");
            response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
        } else {
            chain.doFilter(request, response);
        }
    }

    private Optional<String> name(HttpServletRequest request) {
        try {
            return Optional.ofNullable(converter.convert(request)).map(Authentication::getName);
        } catch (BadCredentialsException e) {
            return Optional.empty();
        }
    }
}
