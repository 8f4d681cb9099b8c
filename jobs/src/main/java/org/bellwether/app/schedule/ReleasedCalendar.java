package org.bellwether.app.schedule;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bellwether.config.Project;
import org.bellwether.config.Settings;
import org.bellwether.engine.DuckDb;
import org.bellwether.engine.Sql;
import org.bellwether.home.Home;
import org.bellwether.release.store.ReleaseFolder;

/** Reads the school days of the current release: published files alone, so that neither lock nor warehouse is needed. */
public final class ReleasedCalendar {

    private static final Settings.Engine SMALL = new Settings.Engine("256MB", 1);

    private final Project project;
    private final Home home;

    public ReleasedCalendar(Project project, Home home) {
        this.project = project;
        this.home = home;
    }

    /** Every day where nothing is published yet. */
    public SchoolDays read() {
        Path file = new ReleaseFolder(home.current()).publishedDimensions().resolve("dim_date.parquet");
        if (!Files.exists(file)) {
            return SchoolDays.everyDay();
        }
        try {
            return read(file.toRealPath());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException("The calendar of the current release cannot be read", e);
        }
    }

    private SchoolDays read(Path file) throws SQLException {
        Set<LocalDate> known = new HashSet<>();
        Set<LocalDate> school = new HashSet<>();
        try (DuckDb engine = DuckDb.memory(project, SMALL); Connection connection = engine.connection()) {
            List<Day> days = Sql.query(connection, "select date, coalesce(is_school_day, false) from read_parquet(" + Sql.literal(file.toString())
                    + ") where school_day_ordinal is not null", row -> new Day(row.getObject(1, LocalDate.class), row.getBoolean(2)));
            for (Day day : days) {
                known.add(day.date());
                if (day.isSchoolDay()) {
                    school.add(day.date());
                }
            }
        }
        return new SchoolDays(known, school);
    }

    private record Day(LocalDate date, boolean isSchoolDay) {
    }
}
