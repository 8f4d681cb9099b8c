package org.bellwether.release.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.bellwether.config.Project;
import org.bellwether.home.Folders;
import org.bellwether.release.check.Auditor.Question;

/** The audits of {@code sql/audits}: a query each that must give no rows, behind a comment line that says what it means if it does. */
public final class WarehouseAudits {

    private static final String ENDING = ".sql";
    private static final String PUBLISHED = "published.";

    private WarehouseAudits() {
    }

    static List<Question> all(Project project) throws IOException {
        List<Question> questions = new ArrayList<>();
        for (Path file : Folders.list(project.sql().resolve("audits"))) {
            String name = file.getFileName().toString();
            if (name.endsWith(ENDING)) {
                String query = Files.readString(file).strip();
                questions.add(new Question(name.substring(0, name.length() - ENDING.length()),
                        query.lines().findFirst().orElse("").replaceFirst("^--\\s*", ""),
                        query.endsWith(";") ? query.substring(0, query.length() - 1) : query));
            }
        }
        return questions;
    }

    /** Names of the audits that give rows, of those that ask the warehouse alone. */
    public static List<String> broken(Connection connection, Project project) throws SQLException {
        try {
            List<String> broken = new ArrayList<>();
            for (Question question : all(project)) {
                if (!question.query().contains(PUBLISHED) && question.rows(connection) > 0) {
                    broken.add(question.name());
                }
            }
            return broken;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
