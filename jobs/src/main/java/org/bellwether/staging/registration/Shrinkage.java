package org.bellwether.staging.registration;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bellwether.intake.register.Scope;
import org.bellwether.intake.register.SubmissionRegister;
import org.bellwether.intake.register.SubmissionRegister.Owner;

/**
 * How a replacement compares with what it replaces.
 *
 * @param replaced rows of the scopes that were live when it came, and {@code rows} its own of the same scopes
 */
record Shrinkage(long replaced, long rows) {

    /** @param arrival number of the replacement, of these scopes */
    static Shrinkage of(SubmissionRegister register, String returnName, Instant receivedAt, long arrival, List<Scope> scopes) {
        Map<String, Long> own = new HashMap<>();
        scopes.forEach(scope -> own.put(scope.values(), scope.rows()));
        List<Owner> owners = register.owners(returnName, receivedAt, arrival, List.copyOf(own.keySet()));
        long replaced = owners.stream().mapToLong(Owner::rows).sum();
        long rows = owners.stream().mapToLong(owner -> own.get(owner.scope())).sum();
        return new Shrinkage(replaced, rows);
    }

    boolean isLarge() {
        return rows * 100 < replaced * 80;
    }
}
