package org.bellwether.warehouse.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bellwether.config.Project;
import org.bellwether.engine.Sql;
import org.bellwether.home.Folders;

/**
 * An audit whose rows are accepted rows of submissions: it selects {@code staged_table}, {@code submission_key},
 * {@code source_line}, and {@code on_roll} where a table is of two files.
 *
 * <p>Its first comment line is its message, its second one its rule and the remedy: {@code -- BLD-001: correct the date}.
 */
public record RowAudit(String name, String rule, String message, String remedy, String query) {

    private static final String ENDING = ".sql";
    private static final Pattern HEAD = Pattern.compile("-- (?<message>.+)\\R-- (?<rule>BLD-[0-9]{3}): (?<remedy>.+)\\R");

    /** So many rows are a sender's mistake; more than this and a fifth of a table are ours. */
    private static final int SOME = 1000;
    private static final int SHARE = 5;

    /** All of the project, by name. */
    public static List<RowAudit> all(Project project) {
        List<RowAudit> audits = new ArrayList<>();
        try {
            for (Path file : Folders.list(project.sql().resolve("audits"))) {
                if (file.getFileName().toString().endsWith(ENDING)) {
                    read(file).ifPresent(audits::add);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return audits;
    }

    private static Optional<RowAudit> read(Path file) throws IOException {
        String name = file.getFileName().toString();
        String sql = Files.readString(file).strip();
        Matcher head = HEAD.matcher(sql);
        return !head.lookingAt() ? Optional.empty() : Optional.of(new RowAudit(name.substring(0, name.length() - ENDING.length()),
                head.group("rule"), head.group("message"), head.group("remedy"), sql));
    }

    /** The rows that it names now; none where it names most of a table, which no sender can have got wrong. */
    List<SetAsideRow> find(Connection connection) throws SQLException {
        List<SetAsideRow> found = Sql.query(connection, "select distinct staged_table, submission_key, source_line, " + onRoll(connection)
                        + " from (" + query + "\n) as found order by all",
                row -> new SetAsideRow(this, row.getString(1), row.getLong(2), row.getInt(3), (Boolean) row.getObject(4)));
        for (String table : found.stream().map(SetAsideRow::table).distinct().toList()) {
            long rows = found.stream().filter(row -> row.table().equals(table)).count();
            if (rows > SOME && rows * SHARE > Sql.queryLong(connection, "select count(*) from staged." + Sql.identifier(table))) {
                return List.of();
            }
        }
        return found;
    }

    private String onRoll(Connection connection) throws SQLException {
        return Sql.queryTexts(connection, "select column_name from (describe " + query + "\n)").contains("on_roll")
                ? "on_roll" : "cast(null as boolean)";
    }
}
