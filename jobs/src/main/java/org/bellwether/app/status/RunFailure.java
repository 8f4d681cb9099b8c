package org.bellwether.app.status;

import java.time.Instant;
import java.util.Optional;
import org.bellwether.home.Home;
import org.bellwether.home.Json;

/**
 * Why the last run failed that did.
 *
 * @param at       when
 * @param sentence of the error catalogue: what has happened, and what to do
 * @param log      name of the file in {@code logs/} that has more
 */
public record RunFailure(Instant at, String sentence, String log) {

    public static Optional<RunFailure> read(Home home) {
        return Json.readWhole(home.failureFile(), RunFailure.class);
    }

    public static void write(Home home, RunFailure failure) {
        Json.write(home.failureFile(), failure);
    }
}
