package org.bellwether.app.schedule;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The nights that are to be: those of the cron that the calendar does not exclude. */
public record NightlyFireTimes(NightlyCron cron, SchoolDays days) {

    /** Beyond so many excluded nights in a row nothing is looked for: a calendar of a century. */
    private static final int FARTHEST = 40_000;

    /** The first night after the instant; empty where there is none any more. */
    public Optional<Instant> next(Instant after) {
        Optional<Instant> night = cron.next(after);
        for (int n = 0; n < FARTHEST && night.isPresent() && isExcluded(night.get()); n++) {
            night = cron.next(night.get());
        }
        return night.filter(found -> !isExcluded(found));
    }

    /** At most so many nights after the instant, the next one first. */
    public List<Instant> next(Instant after, int count) {
        return Stream.iterate(next(after), Optional::isPresent, night -> next(night.get())).limit(count).map(Optional::get).toList();
    }

    /**
     * The latest night that should have begun since the last one did, up to now; empty where none was missed.
     *
     * @param last when the last night began; a home that never had one has missed none
     */
    public Optional<Instant> missed(Optional<Instant> last, Instant now) {
        if (last.isEmpty()) {
            return Optional.empty();
        }
        Optional<Instant> missed = Optional.empty();
        for (Optional<Instant> night = next(last.get()); night.isPresent() && !night.get().isAfter(now); night = next(night.get())) {
            missed = night;
        }
        return missed;
    }

    boolean isExcluded(Instant night) {
        return days.excludes(night, cron.zone());
    }
}
