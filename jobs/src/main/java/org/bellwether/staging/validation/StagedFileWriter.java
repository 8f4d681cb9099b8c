package org.bellwether.staging.validation;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bellwether.engine.Sql;
import org.bellwether.intake.register.Submission;
import org.bellwether.staging.session.StagingSession;

/**
 * Writes the staged tables of a submission as Parquet, in exactly the shape that models read. The engine alone reads them, so
 * they have the newer encodings, in which lines and days take a tenth of the place.
 */
final class StagedFileWriter {

    private final StagingSession session;
    private final String submission;
    private final Path folder;
    private final Map<String, String> written = new LinkedHashMap<>();

    StagedFileWriter(StagingSession session, String submission, Path folder) {
        this.session = session;
        this.submission = submission;
        this.folder = folder;
    }

    void write(String stagedTable, List<String> selects) throws SQLException {
        Path file = folder.resolve(stagedTable + ".parquet");
        String rows = String.join(" union all by name ", selects);
        Set<String> numbered = Set.copyOf(Sql.queryTexts(session.connection(),
                "select column_name from (describe " + rows + ") where column_type like 'ENUM%'"));
        String columns = session.shape(stagedTable).entrySet().stream()
                .map(column -> column(column.getKey(), column.getValue(), numbered.contains(column.getKey())))
                .collect(Collectors.joining(", "));
        Sql.execute(session.connection(), "copy (select " + columns + " from (" + rows + ")) to " + Sql.literal(file.toString())
                + " (format parquet, parquet_version v2, compression zstd)");
        written.put(stagedTable, "read_parquet(" + Sql.literal(file.toString()) + ")");
    }

    /** Staged tables and the relations to read them back, in the order in which they were written. */
    Map<String, String> written() {
        return written;
    }

    /** A text whose values have numbers is written by them. Nought is written without a sign, as it is wherever figures are compared. */
    private String column(String name, String type, boolean numbered) {
        if (numbered && type.equals("VARCHAR")) {
            return Sql.identifier(name);
        }
        String value = name.equals("submission_key") ? Long.toString(Submission.key(submission)) : Sql.identifier(name);
        String typed = "cast(" + value + " as " + type + ")";
        return (type.equals("DOUBLE") ? "case when " + typed + " = 0 then 0 else " + typed + " end" : typed) + " as " + Sql.identifier(name);
    }
}
