package org.bellwether.sample.attendance;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.bellwether.sample.calendar.HalfTerm;
import org.bellwether.sample.calendar.SchoolYear;
import org.bellwether.sample.council.Council;
import org.bellwether.sample.council.Enrolment;
import org.bellwether.sample.council.Phase;
import org.bellwether.sample.council.Scenario;
import org.bellwether.sample.council.School;
import org.bellwether.sample.file.CsvFile;

/** Writes a week as DfE publishes it of the council, day by day: the same marks, summed by type of school. */
public final class DailyAttendanceWriter {

    private static final Map<Phase, String> TYPES = Map.of(Phase.PRIMARY, "Primary", Phase.SECONDARY, "Secondary", Phase.ALL_THROUGH, "Secondary",
            Phase.SPECIAL, "Special");

    /** Of one day and type of school. */
    private static final class Sums {

        private final Set<School> schools = new HashSet<>();
        private final Map<Mark.Kind, Integer> sessions = new EnumMap<>(Mark.Kind.class);
        private int pupils;

        private int of(Mark.Kind kind) {
            return sessions.getOrDefault(kind, 0);
        }
    }

    private final Council council;
    private final Register register;

    public DailyAttendanceWriter(Council council) {
        this.council = council;
        this.register = new Register(council);
    }

    /** @param monday of the week */
    public void write(Path folder, LocalDate monday) throws IOException {
        Map<LocalDate, Map<String, Sums>> days = sums(monday);
        try (CsvFile csv = new CsvFile(folder.resolve("attendance_daily_agg_" + monday + ".csv"), "time_period", "time_identifier", "geographic_level", "country_code",
                "country_name", "region_code", "region_name", "new_la_code", "la_name", "old_la_code", "attendance_date", "school_type", "num_schools", "enrolments",
                "overall_attendance", "overall_absence", "authorised_absence", "unauthorised_absence", "possible_sessions", "attendance_perc", "overall_absence_perc")) {
            for (Map.Entry<LocalDate, Map<String, Sums>> day : days.entrySet()) {
                for (Map.Entry<String, Sums> type : day.getValue().entrySet()) {
                    row(csv, day.getKey(), type.getKey(), type.getValue());
                }
            }
        }
    }

    private Map<LocalDate, Map<String, Sums>> sums(LocalDate monday) {
        Map<LocalDate, Map<String, Sums>> days = new TreeMap<>();
        SchoolYear year = council.year(monday);
        HalfTerm half = year.halfTerms().stream().filter(one -> !one.to().isBefore(monday)).findFirst().orElseThrow();
        HalfTermDays known = HalfTermDays.of(year, half);
        for (List<Enrolment> roll : council.rolls()) {
            for (Enrolment enrolment : roll) {
                if (TYPES.containsKey(enrolment.school().phase()) && enrolment.overlaps(monday, monday.plusDays(4))) {
                    add(days, enrolment, known, monday);
                }
            }
        }
        return days;
    }

    private void add(Map<LocalDate, Map<String, Sums>> days, Enrolment enrolment, HalfTermDays known, LocalDate monday) {
        Mark[] marks = register.marks(enrolment, known);
        for (int at = 0; at < marks.length; at++) {
            LocalDate day = known.days().get(at / 2);
            if (marks[at] != null && marks[at].isPossible() && !day.isBefore(monday) && !day.isAfter(monday.plusDays(4))) {
                Sums sums = days.computeIfAbsent(day, one -> new TreeMap<>()).computeIfAbsent(TYPES.get(enrolment.school().phase()), type -> new Sums());
                sums.schools.add(enrolment.school());
                sums.pupils += at % 2 == 0 ? 1 : 0;
                sums.sessions.merge(marks[at].kind(), 1, Integer::sum);
            }
        }
    }

    private static void row(CsvFile csv, LocalDate day, String type, Sums sums) throws IOException {
        int attending = sums.of(Mark.Kind.ATTENDING);
        int authorised = sums.of(Mark.Kind.AUTHORISED);
        int unauthorised = sums.of(Mark.Kind.UNAUTHORISED);
        int possible = attending + authorised + unauthorised;
        csv.row(day.getYear(), "Week " + day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR), "Local authority", "E92000001", "England", Scenario.REGION_CODE, Scenario.REGION_NAME,
                Scenario.NEW_LA_CODE, Scenario.LA_NAME, Scenario.LA_CODE, day, type, sums.schools.size(), sums.pupils, attending, authorised + unauthorised, authorised,
                unauthorised, possible, possible == 0 ? "z" : 100.0 * attending / possible, possible == 0 ? "z" : 100.0 * (authorised + unauthorised) / possible);
    }
}
