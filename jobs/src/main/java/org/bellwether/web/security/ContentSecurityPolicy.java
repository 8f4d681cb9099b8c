package org.bellwether.web.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import org.springframework.web.filter.OncePerRequestFilter;

/** What a page may do in the browser: show itself, with our stylesheets and the one script that is named by a number of that answer alone. */
public final class ContentSecurityPolicy extends OncePerRequestFilter {

    /** Attribute of the request with that number. */
    public static final String NONCE = ContentSecurityPolicy.class.getName() + ".nonce";

    private static final int BYTES = 18;

    private final SecureRandom random = new SecureRandom();
    private final Optional<String> issuer;

    /** @param issuer where signing in may lead a form */
    ContentSecurityPolicy(Optional<String> issuer) {
        this.issuer = issuer;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String nonce = Base64.getEncoder().encodeToString(bytes);
        request.setAttribute(NONCE, nonce);
        response.setHeader("Content-Security-Policy", "default-src 'none'; script-src 'nonce-" + nonce + "'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
                + "form-action 'self'" + issuer.map(own -> " " + own).orElse("") + "; frame-ancestors 'none'; base-uri 'none'");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
        chain.doFilter(request, response);
    }
}
