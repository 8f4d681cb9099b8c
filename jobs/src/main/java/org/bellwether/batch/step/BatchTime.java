package org.bellwether.batch.step;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** Batch keeps local times of the machine it runs on. */
public final class BatchTime {

    private BatchTime() {
    }

    /** @param local null where the execution has not come so far */
    public static Instant instant(LocalDateTime local) {
        return local == null ? null : local.atZone(ZoneId.systemDefault()).toInstant();
    }
}
