package org.bellwether.home;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whose data were erased from a home: {@code control/forgotten.json}. Of a pupil it has the pseudonym alone, which nobody without the home's
 * key can make of a UPN. Rows of a pupil who stands here are rejected whenever they come.
 */
public final class Tombstones {

    /**
     * One pseudonym.
     *
     * @param pupil   in hexadecimal digits
     * @param isWhole false while the erasure is under way, or was stopped
     */
    public record Tombstone(String pupil, Instant at, String by, String why, boolean isWhole) {

        public long key() {
            return Long.parseLong(pupil, 16);
        }
    }

    private final Path file;

    public Tombstones(Home home) {
        this.file = home.forgottenFile();
    }

    /** In the order in which they were raised. */
    public List<Tombstone> all() {
        return Files.exists(file) ? List.of(Json.read(file, Tombstone[].class)) : List.of();
    }

    public Set<Long> keys() {
        return all().stream().map(Tombstone::key).collect(Collectors.toSet());
    }

    /** Those of an erasure that was begun and has not ended. */
    public List<Tombstone> unfinished() {
        return all().stream().filter(one -> !one.isWhole()).toList();
    }

    /** Raises one for each pseudonym, in place of any that it has. */
    public void raise(Set<Long> keys, Instant at, String by, String why, boolean isWhole) {
        List<Tombstone> stones = new ArrayList<>(all());
        stones.removeIf(stone -> keys.contains(stone.key()));
        keys.stream().sorted().map(Long::toHexString).map(pupil -> new Tombstone(pupil, at, by, why, isWhole)).forEach(stones::add);
        Json.write(file, stones);
    }
}
