package org.bellwether.release.check;

import java.util.List;
import org.bellwether.config.BellwetherException;
import org.bellwether.config.ErrorCode;

/** Audits with whose rows nothing may be published. */
public final class AuditException extends BellwetherException {

    private final transient List<AuditResult> results;

    /** @param results of all audits that were made */
    AuditException(List<AuditResult> results) {
        super(ErrorCode.AUDIT_FAILED, null, results.stream().filter(AuditResult::hasFailed).map(AuditResult::sentence).toList());
        this.results = List.copyOf(results);
    }

    /** What all audits have found, those that have passed among them. */
    public List<AuditResult> results() {
        return results;
    }

    /** The first that has failed. */
    public String audit() {
        return results.stream().filter(AuditResult::hasFailed).map(result -> result.audit().name()).findFirst().orElseThrow();
    }
}
