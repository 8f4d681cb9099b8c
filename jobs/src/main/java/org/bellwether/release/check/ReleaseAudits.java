package org.bellwether.release.check;

import static org.bellwether.engine.Sql.identifier;
import static org.bellwether.engine.Sql.literal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bellwether.release.check.Auditor.Question;
import org.bellwether.release.disclosure.DisclosureConfig;
import org.bellwether.release.disclosure.MartDisclosure;
import org.bellwether.release.format.DatabaseFile;
import org.bellwether.release.format.Table;

/** What must hold of every published tier, whatever its marts: nobody can be found in it, and nothing is missing. */
final class ReleaseAudits {

    private static final String OF_PUPILS = "'(^|_)(upn|pupil_key|pupil_term_key|submission_key|source_line)$'";

    private ReleaseAudits() {
    }

    static List<Question> questions(Connection connection, DatabaseFile published, DisclosureConfig config)
            throws SQLException {
        List<Question> questions = new ArrayList<>();
        questions.add(new Question("published_keys", "No published column leads to a pupil or to a row of a return",
                "select table_name, column_name from duckdb_columns() where database_name = "
                        + literal(published.alias()) + " and regexp_matches(column_name, " + OF_PUPILS + ")"));
        List<Table> marts = Table.tables(connection, connection.getCatalog(), "mart");
        Map<Table, MartDisclosure> disclosures = config.of(marts);
        for (Table mart : marts) {
            Table shown = new Table("main", mart.name(), mart.comment(), mart.columns());
            String relation = published.qualified(shown);
            questions.add(new Question(mart.name() + "_rows", "A published mart has the rows of its mart",
                    "select 1 where (select count(*) from " + mart.qualified() + ")"
                            + " <> (select count(*) from " + relation + ")"));
            questions.addAll(smallCells(mart, disclosures.get(mart), relation));
        }
        return questions;
    }

    private static List<Question> smallCells(Table mart, MartDisclosure disclosure, String relation) {
        String closed = "coalesce(not (" + disclosure.open() + "), true)";
        List<Question> questions = new ArrayList<>();
        for (String count : disclosure.counts()) {
            questions.add(new Question(mart.name() + "_" + count + "_small", "No small count is published",
                    "select 1 from " + relation + " where " + closed + " and " + identifier(count) + " between 1 and "
                            + (disclosure.threshold() - 1)));
        }
        disclosure.rates().forEach((name, rate) -> {
            if (rate.of() != null && disclosure.counts().contains(rate.of())) {
                questions.add(new Question(mart.name() + "_" + name + "_tells",
                        "No rate is published beside a hidden numerator",
                        "select 1 from " + relation + " where " + identifier(name) + " is not null and "
                                + identifier(Table.statusOf(rate.of())) + " = 'c'"));
            }
        });
        for (String figure : disclosure.figures()) {
            if (mart.columns().stream().anyMatch(column -> column.name().equals(figure) && column.isNumeric())) {
                questions.add(new Question(mart.name() + "_" + figure + "_status", "A hidden figure has no value",
                        "select 1 from " + relation + " where " + identifier(Table.statusOf(figure))
                                + " = 'c' and " + identifier(figure) + " is not null"));
            }
        }
        return questions;
    }
}
