package org.bellwether.sample.comparator;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.bellwether.sample.calendar.SchoolYear;
import org.bellwether.sample.council.Council;
import org.bellwether.sample.council.Scenario;
import org.bellwether.sample.file.CsvFile;

/** Writes the two published tables of attendance: pupil attendance of the year to date, and pupil absence. */
public final class AttendanceBenchmarkWriter {

    private static final int PLACES = 13;
    /** Too few special schools there to be published. */
    private static final int UNPUBLISHED_LA = 870;

    private final Council council;

    public AttendanceBenchmarkWriter(Council council) {
        this.council = council;
    }

    public void write(Path folder) throws IOException {
        for (SchoolYear year : council.years()) {
            if (year.start() < Scenario.LAST_YEAR) {
                attendance(folder.resolve("benchmarks_attendance_" + year.key() + ".csv"), year);
                absence(folder.resolve("benchmarks_absence_" + year.key() + ".csv"), year);
            }
        }
    }

    private void attendance(Path file, SchoolYear year) throws IOException {
        boolean isNew = year.start() >= 2024;
        String[] header = attendanceRow(Area.all(council).get(0), "Total", zero(), isNew, year).keySet().toArray(String[]::new);
        try (CsvFile csv = new CsvFile(file, header)) {
            for (Area area : Area.all(council)) {
                AttendanceFigures total = zero();
                for (int phase = 0; phase < 3; phase++) {
                    AttendanceFigures figures = AttendanceFigures.of(council, area, phase, year);
                    total = total.plus(figures);
                    Map<String, Object> row = attendanceRow(area, AttendanceFigures.PHASES.get(phase), figures, isNew,
                            year);
                    if (area.isLocal() && area.oldLaCode() == UNPUBLISHED_LA && phase == 2) {
                        hide(row);
                    }
                    csv.row(row.values().toArray());
                }
                if (!area.isLocal()) {
                    csv.row(attendanceRow(area, "Total", total, isNew, year).values().toArray());
                }
            }
        }
    }

    private static Map<String, Object> attendanceRow(Area area, String phase, AttendanceFigures figures, boolean isNew,
            SchoolYear year) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("time_period", year.key());
        place(row, area);
        row.put("school_type", phase);
        row.put("num_schools", figures.schools() + ".5");
        row.put("enrolments", figures.enrolments());
        long attended = figures.possible() - figures.absent();
        long educated = attended / 90;
        row.put("present_sessions", attended - educated);
        row.put("overall_attendance", attended);
        row.put("approved_educational_activity", educated);
        row.put("overall_absence", figures.absent());
        row.put("authorised_absence", figures.authorised());
        row.put("unauthorised_absence", figures.unauthorised());
        row.put("late_sessions", figures.possible() / 70);
        row.put("possible_sessions", figures.possible());
        row.put("reason_i_authorised_illness", figures.illness());
        row.put("reason_m_authorised_medical_dental", figures.illness() / 9);
        row.put("reason_e_authorised_excluded", figures.excluded());
        if (isNew) {
            row.put("reason_c2_authorised_temp_reduced_timetable", figures.authorised() / 40);
        }
        row.put("reason_g_unauthorised_holiday", figures.unauthorised() * 2 / 7);
        row.put("reason_o_other_unauthorised", figures.unauthorised() * 4 / 7);
        row.put("reason_n_no_reason_yet", figures.unauthorised() / 14);
        row.put("total_num_schools", figures.schools() + 1);
        row.put("total_enrolments", figures.enrolments() + figures.enrolments() / 90);
        row.put("attendance_perc", share(attended, figures));
        row.put("overall_absence_perc", share(figures.absent(), figures));
        row.put("authorised_absence_perc", share(figures.authorised(), figures));
        row.put("unauthorised_absence_perc", share(figures.unauthorised(), figures));
        row.put("illness_perc", share(figures.illness(), figures));
        row.put("unauth_hol_perc", share(figures.unauthorised() * 2 / 7, figures));
        row.put("unauth_oth_perc", share(figures.unauthorised() * 4 / 7, figures));
        row.put("auth_excluded_perc", share(figures.excluded(), figures));
        if (isNew) {
            row.put("auth_part_time_perc", share(figures.authorised() / 40, figures));
        }
        row.put("pa_perc", Rates.percent(figures.persistent(), figures.enrolments(), PLACES));
        row.put("time_identifier", "Academic year");
        return row;
    }

    private void absence(Path file, SchoolYear year) throws IOException {
        try (CsvFile csv = new CsvFile(file, "time_period", "time_identifier", "geographic_level", "country_code",
                "country_name", "region_code", "region_name", "new_la_code", "la_name", "old_la_code", "school_type",
                "num_schools", "enrolments", "sess_possible", "sess_overall", "sess_authorised", "sess_unauthorised",
                "sess_overall_percent", "sess_authorised_percent", "sess_unauthorised_percent",
                "enrolments_pa_10_exact", "enrolments_pa_10_exact_percent", "enrolments_pa_50_exact",
                "enrolments_pa_50_exact_percent", "sess_auth_illness", "sess_auth_excluded")) {
            for (Area area : Area.all(council)) {
                AttendanceFigures total = zero();
                for (int phase = 0; phase < 3; phase++) {
                    AttendanceFigures figures = AttendanceFigures.of(council, area, phase, year);
                    total = total.plus(figures);
                    String type = AttendanceFigures.PHASES.get(phase);
                    absenceRow(csv, area, phase == 2 ? type : "State-funded " + type.toLowerCase(Locale.ROOT),
                            figures, year);
                }
                absenceRow(csv, area, "Total", total, year);
            }
        }
    }

    private static void absenceRow(CsvFile csv, Area area, String type, AttendanceFigures figures, SchoolYear year)
            throws IOException {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("time_period", year.key());
        row.put("time_identifier", "Academic year");
        place(row, area);
        row.put("school_type", type);
        row.put("num_schools", figures.schools());
        row.put("enrolments", figures.enrolments());
        row.put("sess_possible", figures.possible());
        row.put("sess_overall", figures.absent());
        row.put("sess_authorised", figures.authorised());
        row.put("sess_unauthorised", figures.unauthorised());
        row.put("sess_overall_percent", Rates.percent(figures.absent(), figures.possible(), 5));
        row.put("sess_authorised_percent", Rates.percent(figures.authorised(), figures.possible(), 5));
        row.put("sess_unauthorised_percent", Rates.percent(figures.unauthorised(), figures.possible(), 5));
        row.put("enrolments_pa_10_exact", figures.persistent());
        row.put("enrolments_pa_10_exact_percent", Rates.percent(figures.persistent(), figures.enrolments(), 5));
        row.put("enrolments_pa_50_exact", figures.severe());
        row.put("enrolments_pa_50_exact_percent", Rates.percent(figures.severe(), figures.enrolments(), 5));
        row.put("sess_auth_illness", figures.illness());
        row.put("sess_auth_excluded", figures.excluded());
        csv.row(row.values().toArray());
    }

    private static void place(Map<String, Object> row, Area area) {
        row.put("geographic_level", area.level());
        row.put("country_code", "E92000001");
        row.put("country_name", "England");
        row.put("region_code", area.regionCode());
        row.put("region_name", area.regionName());
        row.put("new_la_code", area.newLaCode());
        row.put("la_name", area.laName());
        row.put("old_la_code", area.oldLaCode());
    }

    private static void hide(Map<String, Object> row) {
        boolean isFigure = false;
        for (Map.Entry<String, Object> cell : row.entrySet()) {
            isFigure |= cell.getKey().equals("enrolments");
            if (isFigure && !cell.getKey().equals("time_identifier")) {
                cell.setValue("c");
            }
        }
    }

    private static String share(long part, AttendanceFigures figures) {
        return Rates.percent(part, figures.possible(), PLACES);
    }

    private static AttendanceFigures zero() {
        return new AttendanceFigures(0, 0, 0, 0, 0, 0, 0, 0, 0);
    }
}
