package org.bellwether.staging;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bellwether.intake.Receipt;
import org.bellwether.intake.Scope;
import org.bellwether.intake.SubmissionRegister;
import org.bellwether.intake.SubmissionRegister.Owner;

/**
 * How a replacement compares with what it replaces.
 *
 * @param replaced rows of the scopes that were live when it came, and {@code rows} its own of the same scopes
 */
record Shrinkage(long replaced, long rows) {

    static final Shrinkage NONE = new Shrinkage(0, 0);

    static Shrinkage of(SubmissionRegister register, Receipt receipt, List<Scope> scopes) {
        Map<String, Long> own = new HashMap<>();
        scopes.forEach(scope -> own.put(scope.values(), scope.rows()));
        Map<String, Map<String, Long>> earlier = new HashMap<>();
        long replaced = 0;
        long rows = 0;
        for (Owner owner : register.owners(receipt.returnName(), receipt.receivedAt(), receipt.arrival())) {
            if (own.containsKey(owner.scope())) {
                replaced += earlier.computeIfAbsent(owner.submissionId(), id -> rowsOf(register, id)).getOrDefault(owner.scope(), 0L);
                rows += own.get(owner.scope());
            }
        }
        return new Shrinkage(replaced, rows);
    }

    boolean isLarge() {
        return rows * 100 < replaced * 80;
    }

    private static Map<String, Long> rowsOf(SubmissionRegister register, String id) {
        Map<String, Long> rows = new HashMap<>();
        register.find(id).ifPresent(submission -> submission.scopes().forEach(scope -> rows.put(scope.values(), scope.rows())));
        return rows;
    }
}
