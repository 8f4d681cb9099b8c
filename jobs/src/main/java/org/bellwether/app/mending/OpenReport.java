package org.bellwether.app.mending;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bellwether.home.Home;
import org.bellwether.home.Json;

/**
 * What a school has to mend in a return, in numbers: whom it is about stands in the report alone.
 *
 * @param title  of the return
 * @param school LAESTAB; null of rows that name none
 * @param rows   rejected rows that are open
 * @param since  day in England on which the first of them was received
 * @param rules  how many of the rows break each, the most first; a row may break several
 */
public record OpenReport(String returnName, String title, Integer school, long rows, LocalDate since, Map<String, Long> rules) {

    /** Of the reports as they were written last; empty where they were not, or were taken away. */
    public static Optional<List<OpenReport>> read(Home home) {
        return Json.readWhole(file(home), OpenReport[].class).map(List::of);
    }

    static Path file(Home home) {
        return home.rejectReports().resolve(".open.json");
    }

    /** The folder of its files, below those of all. */
    public String folder() {
        return returnName + "/" + (school == null ? RejectReportFolder.AUTHORITY : school.toString());
    }
}
