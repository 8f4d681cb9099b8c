package org.bellwether.app.notify;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.bellwether.config.Project;
import org.bellwether.config.Settings;
import org.bellwether.config.Shown;
import org.bellwether.engine.DuckDb;
import org.bellwether.engine.Sql;
import org.bellwether.home.Home;
import org.bellwether.staging.validation.RejectsReport;

/** Rejected rows of submissions, counted by school and rule, from the reports beside their staged rows. */
final class RowRejects implements AutoCloseable {

    /** Of rows that say no school. */
    static final int NO_SCHOOL = 0;

    private static final Settings.Engine SMALL = new Settings.Engine("256MB", 1);

    private final Home home;
    private final DuckDb engine;

    RowRejects(Project project, Home home) throws SQLException {
        this.home = home;
        this.engine = DuckDb.memory(project, SMALL);
    }

    /** Rules with counts and remedies by LAESTAB, those that cost most rows first. */
    Map<Integer, List<Map<String, Object>>> bySchool(String returnName, String submission) throws SQLException {
        Optional<String> findings = RejectsReport.findings(home.staged(returnName, submission));
        if (findings.isEmpty()) {
            return Map.of();
        }
        Map<Integer, List<Map<String, Object>>> schools = new TreeMap<>();
        try (Connection connection = engine.connection()) {
            Sql.query(connection, """
                    select coalesce(laestab, %d), rule, message, remedy, count(distinct (file, source_line))
                    from %s
                    where is_rejected and severity = 'error'
                    group by all order by 1, 5 desc, 2, 3
                    """.formatted(NO_SCHOOL, findings.get()), row -> schools.computeIfAbsent(row.getInt(1), school -> new ArrayList<>()).add(Map.of(
                    "rule", row.getString(2), "message", Shown.text(row.getString(3)), "remedy", Shown.text(row.getString(4)), "rows", row.getLong(5))));
        }
        return schools;
    }

    @Override
    public void close() {
        engine.close();
    }
}
