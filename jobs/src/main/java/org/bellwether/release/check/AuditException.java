package org.bellwether.release.check;

import java.util.List;
import java.util.stream.Collectors;
import org.bellwether.release.store.ReleaseException;

/** A check that a release did not pass; nothing is published. Its message holds no value of any row. */
public class AuditException extends ReleaseException {

    private final transient List<AuditResult> results;

    public AuditException(String message) {
        super(message);
        results = List.of();
    }

    /** @param results of all audits that were made */
    AuditException(List<AuditResult> results) {
        super(results.stream().filter(AuditResult::hasFailed).map(AuditResult::sentence).collect(Collectors.joining("; ")));
        this.results = results;
    }

    /** What all audits have found; empty where it was another check. */
    public List<AuditResult> results() {
        return results;
    }
}
