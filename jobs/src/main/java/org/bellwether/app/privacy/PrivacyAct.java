package org.bellwether.app.privacy;

import java.time.Instant;
import java.util.Set;
import org.bellwether.app.privacy.received.Pupil;
import org.bellwether.config.Shown;
import org.bellwether.home.AuditTrail;
import org.bellwether.home.Home;

/**
 * A line of the audit trail on one pupil, whom it names by pseudonym.
 *
 * @param action {@code subject} or {@code forget}; both have read the vault
 */
record PrivacyAct(Instant at, String action, Set<String> pupil, String by, String why) {

    static void keep(Home home, Instant at, String action, Pupil pupil, String by, String why) {
        new AuditTrail(home).add(new PrivacyAct(at, action, pupil.pseudonyms(), Shown.text(by), Shown.text(why)));
    }
}
