package org.bellwether.release.check;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.bellwether.config.Project;
import org.bellwether.engine.Sql;
import org.bellwether.engine.Workers;
import org.bellwether.release.disclosure.DisclosureConfig;
import org.bellwether.release.format.DatabaseFile;
import org.bellwether.release.store.Manifest;
import org.bellwether.release.store.ReleaseFolder;

/**
 * Asks what must give no rows, of the warehouse and of what is about to be published.
 *
 * <p>An audit is a query in {@code sql/audits}; its first comment line is what it says when it fails. It may read the
 * schemas of the warehouse and, as {@code published.<table>}, the published marts and dimensions.
 */
public final class Auditor {

    private static final String PUBLISHED = "published";

    private final Connection connection;
    private final Project project;

    public Auditor(Connection connection, Project project) {
        this.connection = connection;
        this.project = project;
    }

    /** A question that must give no rows. */
    record Question(String name, String message, String query) {

        long rows(Connection connection) throws SQLException {
            return Sql.queryLong(connection, "select count(*) from (" + query + "\n) as found");
        }
    }

    /** @throws AuditException naming every audit that gave rows, and how many */
    public List<Manifest.Audit> audit(ReleaseFolder folder, DisclosureConfig disclosure) throws SQLException, IOException {
        List<Manifest.Audit> made;
        try (DatabaseFile published = DatabaseFile.open(connection, folder.publishedDatabase(), PUBLISHED)) {
            List<Question> questions = new ArrayList<>(ReleaseAudits.questions(connection, published, disclosure));
            questions.addAll(WarehouseAudits.all(project));
            made = new Workers(connection).map(questions, (own, question) -> new Manifest.Audit(question.name,
                    question.message, question.rows(own)));
        }
        String broken = made.stream().filter(audit -> audit.rows() > 0)
                .map(audit -> audit.name() + ": " + audit.message() + " (" + audit.rows() + " rows)")
                .collect(Collectors.joining("; "));
        if (!broken.isEmpty()) {
            throw new AuditException(broken);
        }
        return made;
    }
}
