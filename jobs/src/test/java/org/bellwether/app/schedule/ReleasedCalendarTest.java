package org.bellwether.app.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.LocalDate;
import org.bellwether.config.Project;
import org.bellwether.config.Settings;
import org.bellwether.engine.DuckDb;
import org.bellwether.engine.Sql;
import org.bellwether.home.Home;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReleasedCalendarTest {

    @TempDir
    Path folder;

    @Test
    void days_are_known_where_the_released_calendar_counts_school_days() throws Exception {
        Home home = new Home(folder);
        Path dims = Files.createDirectories(home.current().resolve("published/dims"));
        try (DuckDb engine = DuckDb.memory(Project.locate(), new Settings.Engine("256MB", 1), folder.resolve("tmp"));
                Connection connection = engine.connection()) {
            Sql.execute(connection, """
                    copy (
                        select * from (values
                            (date '2026-05-08', true, 150),
                            (date '2026-05-09', false, 150),
                            (date '2028-05-09', false, null)
                        ) as days (date, is_school_day, school_day_ordinal)
                    ) to '%s' (format parquet)
                    """.formatted(dims.resolve("dim_date.parquet")));
        }

        SchoolDays days = new ReleasedCalendar(Project.locate(), home).read();

        assertThat(days.known()).containsExactlyInAnyOrder(LocalDate.parse("2026-05-08"), LocalDate.parse("2026-05-09"));
        assertThat(days.school()).containsExactly(LocalDate.parse("2026-05-08"));
    }

    @Test
    void before_the_first_release_no_day_is_excluded() {
        assertThat(new ReleasedCalendar(Project.locate(), new Home(folder)).read()).isEqualTo(SchoolDays.everyDay());
    }
}
