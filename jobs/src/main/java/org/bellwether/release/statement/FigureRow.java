package org.bellwether.release.statement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;

/**
 * A cell that a question of a statement has found.
 *
 * @param place      of the figure among those of its statement
 * @param timePeriod null where its table has none
 * @param value      null where the status says why there is none
 */
record FigureRow(String statement, int place, Integer timePeriod, String timeIdentifier, String label, String value, String status, String asAtDate, String dataStatus) {

    private static final String YEAR = "Academic year";

    static FigureRow of(ResultSet row) throws SQLException {
        int period = row.getInt("time_period");
        Integer timePeriod = row.wasNull() ? null : period;
        return new FigureRow(row.getString("statement"), row.getInt("place"), timePeriod, row.getString("time_identifier"), row.getString("label"), row.getString("value"),
                row.getString("status"), row.getString("as_at_date"), row.getString("data_status"));
    }

    /** 2024/25, with the term or week that it is of; null where it is of no period. */
    String period() {
        return timePeriod == null ? null : year(timePeriod) + (timeIdentifier == null || timeIdentifier.equals(YEAR) ? "" : " " + timeIdentifier.toLowerCase(Locale.ROOT));
    }

    /** As people write a year: 202425 is 2024/25. */
    static String year(int period) {
        return String.format(Locale.ROOT, "%d/%02d", period / 100, period % 100);
    }
}
