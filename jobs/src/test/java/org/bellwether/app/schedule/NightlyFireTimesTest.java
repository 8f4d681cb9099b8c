package org.bellwether.app.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.bellwether.config.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NightlyFireTimesTest {

    private static final String HALF_PAST_TWO = "0 30 2 * * ?";

    @Test
    void nights_begin_by_the_clock_of_the_zone_before_and_after_it_changes() {
        NightlyFireTimes fireTimes = fireTimes(HALF_PAST_TWO, SchoolDays.everyDay());

        assertThat(fireTimes.next(Instant.parse("2026-03-27T12:00:00Z"), 3)).containsExactly(
                Instant.parse("2026-03-28T02:30:00Z"), Instant.parse("2026-03-29T01:30:00Z"), Instant.parse("2026-03-30T01:30:00Z"));
        assertThat(fireTimes.next(Instant.parse("2026-10-23T12:00:00Z"), 3)).containsExactly(
                Instant.parse("2026-10-24T01:30:00Z"), Instant.parse("2026-10-25T02:30:00Z"), Instant.parse("2026-10-26T02:30:00Z"));
    }

    /** Every day of years with changes of the clock at one, at two, at three, at midnight, and by half an hour. */
    @ParameterizedTest
    @ValueSource(strings = {"Europe/London", "America/New_York", "America/Santiago", "Africa/Cairo", "Australia/Lord_Howe", "Pacific/Auckland", "UTC"})
    void every_day_has_its_one_night(String zone) {
        ZoneRules rules = ZoneId.of(zone).getRules();
        for (LocalTime time : List.of(LocalTime.MIDNIGHT, LocalTime.of(0, 30), LocalTime.of(1, 0), LocalTime.of(1, 30), LocalTime.of(2, 15),
                LocalTime.of(3, 0), LocalTime.of(23, 30))) {
            NightlyCron cron = NightlyCron.of(new Settings.Schedule("0 " + time.getMinute() + " " + time.getHour() + " * * ?", zone, false));
            LocalDate day = LocalDate.parse("2023-01-02");
            Instant night = day.atTime(time).atZone(ZoneId.of(zone)).toInstant();
            while (day.isBefore(LocalDate.parse("2028-01-01"))) {
                day = day.plusDays(1);
                LocalDateTime shown = day.atTime(time);
                night = cron.next(night).orElseThrow();
                assertThat(night).as("%s in %s", shown, zone).isEqualTo(rules.getValidOffsets(shown).isEmpty()
                        ? rules.getTransition(shown).getInstant() : shown.toInstant(rules.getValidOffsets(shown).get(0)));
            }
        }
    }

    @Test
    void a_night_that_the_clock_skips_and_that_did_not_run_is_missed() {
        NightlyFireTimes fireTimes = fireTimes("0 30 1 * * ?", SchoolDays.everyDay());
        Optional<Instant> saturday = Optional.of(Instant.parse("2026-03-28T01:30:04Z"));

        assertThat(fireTimes.missed(saturday, Instant.parse("2026-03-29T00:59:59Z"))).isEmpty();
        assertThat(fireTimes.missed(saturday, Instant.parse("2026-03-29T01:00:00Z"))).contains(Instant.parse("2026-03-29T01:00:00Z"));
        assertThat(fireTimes.missed(Optional.of(Instant.parse("2026-03-29T01:00:04Z")), Instant.parse("2026-03-30T00:00:00Z"))).isEmpty();
    }

    @Test
    void a_night_that_the_clock_repeats_is_missed_at_most_once() {
        NightlyFireTimes fireTimes = fireTimes("0 30 1 * * ?", SchoolDays.everyDay());

        assertThat(fireTimes.missed(Optional.of(Instant.parse("2026-10-25T00:30:04Z")), Instant.parse("2026-10-25T09:00:00Z"))).isEmpty();
        assertThat(fireTimes.missed(Optional.of(Instant.parse("2026-10-24T00:30:04Z")), Instant.parse("2026-10-25T09:00:00Z")))
                .contains(Instant.parse("2026-10-25T00:30:00Z"));
    }

    @Test
    void several_times_that_the_clock_skips_are_one_night() {
        NightlyFireTimes fireTimes = fireTimes("0 0/20 1,2 29 3 ?", SchoolDays.everyDay());

        assertThat(fireTimes.next(Instant.parse("2026-03-29T00:00:00Z"), 3)).containsExactly(
                Instant.parse("2026-03-29T01:00:00Z"), Instant.parse("2026-03-29T01:20:00Z"), Instant.parse("2026-03-29T01:40:00Z"));
    }

    @Test
    void the_zone_of_the_machine_does_not_matter() {
        NightlyFireTimes fireTimes = new NightlyFireTimes(NightlyCron.of(new Settings.Schedule(HALF_PAST_TWO, "Pacific/Auckland", false)), SchoolDays.everyDay());

        assertThat(fireTimes.next(Instant.parse("2026-05-13T12:00:00Z"))).contains(Instant.parse("2026-05-13T14:30:00Z"));
    }

    @Test
    void nights_before_days_without_school_are_skipped() {
        NightlyFireTimes fireTimes = fireTimes(HALF_PAST_TWO, days("2026-05-11/2026-05-17", "2026-05-11", "2026-05-13"));

        assertThat(fireTimes.next(Instant.parse("2026-05-10T12:00:00Z"), 3)).containsExactly(
                Instant.parse("2026-05-11T01:30:00Z"), Instant.parse("2026-05-13T01:30:00Z"), Instant.parse("2026-05-18T01:30:00Z"));
    }

    @Test
    void a_night_that_begins_in_the_evening_is_the_night_before_the_next_day() {
        NightlyFireTimes fireTimes = fireTimes("0 0 22 * * ?", days("2026-05-11/2026-05-17", "2026-05-11", "2026-05-13"));

        assertThat(fireTimes.next(Instant.parse("2026-05-10T12:00:00Z"), 3)).containsExactly(
                Instant.parse("2026-05-10T21:00:00Z"), Instant.parse("2026-05-12T21:00:00Z"), Instant.parse("2026-05-17T21:00:00Z"));
    }

    @Test
    void a_night_missed_while_nothing_ran_is_found_once() {
        NightlyFireTimes fireTimes = fireTimes(HALF_PAST_TWO, SchoolDays.everyDay());
        Optional<Instant> last = Optional.of(Instant.parse("2026-05-11T01:30:04Z"));

        assertThat(fireTimes.missed(last, Instant.parse("2026-05-11T23:00:00Z"))).isEmpty();
        assertThat(fireTimes.missed(last, Instant.parse("2026-05-14T09:00:00Z"))).contains(Instant.parse("2026-05-14T01:30:00Z"));
        assertThat(fireTimes.missed(last, Instant.parse("2026-05-12T01:30:00Z"))).contains(Instant.parse("2026-05-12T01:30:00Z"));
    }

    @Test
    void an_excluded_night_is_not_missed() {
        NightlyFireTimes fireTimes = fireTimes(HALF_PAST_TWO, days("2026-05-11/2026-05-17", "2026-05-11"));

        assertThat(fireTimes.missed(Optional.of(Instant.parse("2026-05-11T01:30:04Z")), Instant.parse("2026-05-14T09:00:00Z"))).isEmpty();
    }

    @Test
    void a_home_that_never_had_a_night_has_missed_none() {
        assertThat(fireTimes(HALF_PAST_TWO, SchoolDays.everyDay()).missed(Optional.empty(), Instant.parse("2026-05-14T09:00:00Z"))).isEmpty();
    }

    @Test
    void a_cron_whose_times_have_all_passed_has_no_next_night() {
        assertThat(fireTimes("0 30 2 1 1 ? 2020", SchoolDays.everyDay()).next(Instant.parse("2026-05-14T09:00:00Z"))).isEmpty();
    }

    private static NightlyFireTimes fireTimes(String cron, SchoolDays days) {
        return new NightlyFireTimes(NightlyCron.of(new Settings.Schedule(cron, "Europe/London", true)), days);
    }

    private static SchoolDays days(String known, String... school) {
        LocalDate first = LocalDate.parse(known.substring(0, known.indexOf('/')));
        LocalDate last = LocalDate.parse(known.substring(known.indexOf('/') + 1));
        TreeSet<LocalDate> open = Set.of(school).stream().map(LocalDate::parse).collect(Collectors.toCollection(TreeSet::new));
        return new SchoolDays(first.datesUntil(last.plusDays(1)).collect(Collectors.toSet()), open);
    }
}
