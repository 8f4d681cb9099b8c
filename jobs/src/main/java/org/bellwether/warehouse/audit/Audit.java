package org.bellwether.warehouse.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.bellwether.config.BellwetherException;
import org.bellwether.config.Project;
import org.bellwether.engine.Sql;
import org.bellwether.home.Folders;

/**
 * A query that must give no rows, and what a person has to know where it gives some.
 *
 * @param rule    of an audit whose rows are those of submissions, which are set aside before; null for others
 * @param message what it means that there are rows
 * @param why     why that may not be
 * @param matters which figures or readers go wrong by it
 * @param resolve what a person does about it
 */
public record Audit(String name, Severity severity, String rule, String message, String why, String matters, String resolve, String query) {

    private static final String ENDING = ".sql";

    /** What becomes of a release of which an audit gives rows. */
    public enum Severity {
        /** It is published, and the rows are told. No figure may be wrong by them. */
        WARN,
        /** It is published once somebody has looked at it and approved it: rows are beyond what is plausible, and may be right. */
        HOLD,
        /** Nothing is published. */
        FAIL
    }

    /**
     * All of sql/audits, by name.
     *
     * @throws BellwetherException naming the first file whose header is not one
     */
    public static List<Audit> all(Project project) {
        List<Audit> audits = new ArrayList<>();
        for (Path file : Folders.list(project.sql().resolve("audits"))) {
            if (file.getFileName().toString().endsWith(ENDING)) {
                audits.add(read(file));
            }
        }
        return audits;
    }

    static Audit read(Path file) {
        try {
            AuditFile read = AuditFile.parse(file, Files.readString(file));
            String name = file.getFileName().toString();
            return new Audit(name.substring(0, name.length() - ENDING.length()), Severity.valueOf(read.part("severity")), read.part("rule"),
                    read.message(), read.part("why"), read.part("matters"), read.part("resolve"), read.query());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many rows it gives now. */
    public long count(Connection connection) throws SQLException {
        return Sql.queryLong(connection, "select count(*) from (" + query + "\n) as found");
    }
}
