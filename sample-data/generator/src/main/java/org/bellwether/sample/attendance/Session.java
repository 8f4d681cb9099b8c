package org.bellwether.sample.attendance;

import java.time.LocalDate;
import org.bellwether.sample.file.CsvFile;

/**
 * A morning or afternoon of school, with those fields of a mark file that all its marks share.
 *
 * @param name AM or PM
 * @param before the fields before the attendance code and the minutes of lateness
 * @param after the fields after them
 */
record Session(LocalDate day, String name, String before, String after) {

    /** Two for each day of the half term, recorded when the register closed. */
    static Session[] of(HalfTermDays half) {
        Session[] sessions = new Session[2 * half.size()];
        for (int i = 0; i < half.size(); i++) {
            LocalDate day = half.days().get(i);
            sessions[2 * i] = of(day, "AM", day + "T09:20:00");
            sessions[2 * i + 1] = of(day, "PM", day + "T13:35:00");
        }
        return sessions;
    }

    Session recordedAt(String moment) {
        return of(day, name, moment);
    }

    private static Session of(LocalDate day, String name, String recordedAt) {
        return new Session(day, name, CsvFile.fields(day, name), CsvFile.fields(recordedAt, "SYNTH"));
    }
}
