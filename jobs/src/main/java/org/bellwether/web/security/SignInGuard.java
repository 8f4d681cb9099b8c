package org.bellwether.web.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.bellwether.app.user.ConsoleAct;
import org.bellwether.home.AuditTrail;
import org.bellwether.home.Home;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/**
 * Counts the tries to sign in that went wrong: after a few of one name, or many from one address, no password is looked at for a while, right or wrong.
 * Each is in the audit trail; those that were not looked at are told once.
 */
@Component
public final class SignInGuard {

    private static final Duration LOCKED = Duration.ofMinutes(15);
    private static final int OF_A_NAME = 5;
    private static final int FROM_AN_ADDRESS = 30;
    private static final int KNOWN = 100_000;

    private final AuditTrail trail;
    private final Cache<String, AtomicInteger> names = counts();
    private final Cache<String, AtomicInteger> addresses = counts();

    SignInGuard(Home home) {
        this.trail = new AuditTrail(home);
    }

    private static Cache<String, AtomicInteger> counts() {
        return Caffeine.newBuilder().expireAfterWrite(LOCKED).maximumSize(KNOWN).build();
    }

    /** Whether a password is not looked at now. */
    boolean isLocked(String name, String address) {
        return reached(names, plain(name), OF_A_NAME) || reached(addresses, address, FROM_AN_ADDRESS);
    }

    private static boolean reached(Cache<String, AtomicInteger> counts, String key, int most) {
        AtomicInteger count = counts.getIfPresent(key);
        return count != null && count.get() >= most;
    }

    @EventListener
    void failed(AbstractAuthenticationFailureEvent event) {
        String name = String.valueOf(event.getAuthentication().getName());
        String address = event.getAuthentication().getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "unknown";
        count(addresses, address);
        int tries = count(names, plain(name));
        // Whoever mistypes may have typed the password into the field of the name.
        told(tries == OF_A_NAME ? "locked for " + LOCKED.toMinutes() + " minutes" : "refused", null, "from " + address);
    }

    private static int count(Cache<String, AtomicInteger> counts, String key) {
        return counts.get(key, any -> new AtomicInteger()).incrementAndGet();
    }

    @EventListener
    void succeeded(InteractiveAuthenticationSuccessEvent event) {
        names.invalidate(plain(event.getAuthentication().getName()));
        told("done", event.getAuthentication().getName(), null);
    }

    private void told(String outcome, String by, String of) {
        trail.add(new ConsoleAct(Instant.now(), by, "sign in", of, outcome));
    }

    private static String plain(String name) {
        String plain = name.strip().toLowerCase(Locale.ROOT);
        return plain.substring(0, Math.min(plain.length(), 80));
    }
}
