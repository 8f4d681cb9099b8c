package org.bellwether.app.notify;

import java.util.List;
import java.util.Map;
import org.bellwether.config.ErrorCode;

/** What an event of each kind holds, by which a home's own templates are tried before a night needs them. */
final class EventExamples {

    private static final Map<String, Object> RULE = Map.of("rule", "UPN-002", "message", "UPN has the wrong check letter",
            "remedy", "look the pupil up in the school's MIS and send the return again", "rows", 3L);
    private static final Map<String, Object> SUBMISSION = Map.of("return", "exclusion_notice", "title", "Exclusion notices", "submission", "000012-0123456789ab",
            "state", "accepted", "rows", 40L, "rejected", 3L, "refusal", List.of(RULE), "schools", List.of(Map.of("school", "8999001", "rules", List.of(RULE))));

    private EventExamples() {
    }

    /** The same keys as those of {@link RunEvents}, with values of somebody who does not exist. */
    static Map<String, Object> of(EventKind kind) {
        Map<String, Object> own = switch (kind) {
            case FAILED -> Map.of("code", ErrorCode.DISK_FULL.code(), "sentence", "The disk is full. Free space there");
            case STOPPED -> Map.of("started", "2026-05-13 02:30");
            case HELD -> Map.of("held", "2026-05-14-0002", "audits", List.of(Map.of("audit", "plausible_suspensions", "message", "They are far from those of the last release", "resolve", "Look")));
            case REJECTS -> Map.of("submissions", List.of(SUBMISSION));
            case OWES -> Map.of("school", "8999001", "submissions", List.of(Map.of("return", "exclusion_notice", "title", "Exclusion notices",
                    "submission", "000012-0123456789ab", "rules", List.of(RULE))));
            case SET_ASIDE -> Map.of("items", List.of(Map.of("return", "exclusion_notice", "title", "Exclusion notices", "rule", "BLD-001", "message", "It is told twice",
                    "remedy", "send it once", "rows", 2L)));
            case THRESHOLD -> Map.of("threshold", "suspensions", "says", "Many suspensions", "is", "above 10", "rows", List.of(Map.of("where", "202526", "value", "12.5")),
                    "more", 1L, "more_rows", true);
            case DIGEST -> Map.of("messages", List.of(Map.of("subject", "A night failed", "text", "The disk is full.")), "number", 1L);
            case TEST -> Map.of("channel", "office");
        };
        return EventData.with("899", "Wardown Borough", "2026-05-14 02:31", "2026-05-13-0001", own);
    }
}
