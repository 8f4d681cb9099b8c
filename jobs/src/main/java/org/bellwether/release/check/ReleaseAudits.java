package org.bellwether.release.check;

import static org.bellwether.engine.Sql.identifier;
import static org.bellwether.engine.Sql.literal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bellwether.engine.Sql;
import org.bellwether.release.disclosure.DisclosureConfig;
import org.bellwether.release.disclosure.MartDisclosure;
import org.bellwether.release.disclosure.PublicationGrid;
import org.bellwether.release.format.DatabaseFile;
import org.bellwether.release.format.Table;
import org.bellwether.warehouse.audit.Audit;

/** What must hold of every published tier, whatever its marts: nobody can be found in it, and nothing is missing. */
final class ReleaseAudits {

    private static final String OF_PUPILS = "'(^|_)(upn|pupil_key|pupil_term_key|submission_key|source_line)$'";
    private static final String MATTERS = "who reads what is published may know less than who reads the warehouse";
    private static final String OURS = "a fault of disclosure control or of its config: look at the mart in config/disclosure.yml, correct it and publish again";

    private ReleaseAudits() {
    }

    /** @param worksOut relation of what the attack has found */
    static List<Audit> of(Connection connection, DatabaseFile published, DisclosureConfig config, PublicationGrid grid, String worksOut) throws SQLException {
        List<Audit> audits = new ArrayList<>();
        audits.add(audit("published_worked_out", "A hidden figure can be worked out from what is published",
                "a hidden figure follows from totals, other groups, other marts or definitions, and a child behind it can be found",
                "select * from " + worksOut));
        audits.add(audit("published_keys", "A published column leads to a pupil or to a row of a return",
                "with such a column rows of the restricted tier can be joined to what is published",
                "select table_name, column_name from duckdb_columns() where database_name = "
                        + literal(published.alias()) + " and regexp_matches(column_name, " + OF_PUPILS + ")"));
        Map<Table, MartDisclosure> disclosures = config.of(Table.tables(connection, connection.getCatalog(), "mart"));
        for (Table mart : disclosures.keySet()) {
            String relation = published.qualified(new Table("main", mart.name(), mart.comment(), mart.columns()));
            String moves = "not (" + grid.stands(disclosures.get(mart)) + ")";
            audits.add(audit(mart.name() + "_rows", "A published mart has other rows than are to be published of it",
                    "disclosure control hides figures and never rows: one that is missing or twice is a cell that is missing or twice",
                    "select * from (select (select count(*) from " + mart.qualified() + " where " + disclosures.get(mart).isPublished() + " and " + moves + ") as rows_of_mart,"
                            + " (select count(*) from " + relation + " where " + moves + ") as rows_published) as counted where rows_of_mart <> rows_published"));
            audits.addAll(ofCells(mart, disclosures.get(mart), relation));
        }
        return audits;
    }

    /** They tell the cell and not the figure, which is hidden. */
    private static List<Audit> ofCells(Table mart, MartDisclosure disclosure, String relation) {
        String closed = disclosure.isClosed();
        String cells = "select " + (disclosure.grain().isEmpty() ? "1 as cell"
                : disclosure.grain().stream().map(Sql::identifier).collect(Collectors.joining(", "))) + " from " + relation + " where ";
        List<Audit> audits = new ArrayList<>();
        for (String count : shown(disclosure.counts(), disclosure)) {
            audits.add(audit(mart.name() + "_" + count + "_small", "A small count is published",
                    "a child can be found behind a count below the threshold",
                    cells + closed + " and " + identifier(count) + " between 1 and " + (disclosure.threshold() - 1)));
        }
        disclosure.rates().forEach((name, rate) -> {
            if (rate.of() != null && shown(disclosure.counts(), disclosure).contains(rate.of()) && !disclosure.withheld().contains(name)) {
                audits.add(audit(mart.name() + "_" + name + "_tells", "A rate is published beside a hidden numerator",
                        "rate and denominator give the count that is hidden",
                        cells + identifier(name) + " is not null and " + identifier(Table.statusOf(rate.of())) + " = 'c'"));
            }
        });
        for (String figure : shown(disclosure.figures(), disclosure)) {
            if (mart.columns().stream().anyMatch(column -> column.name().equals(figure) && column.isNumeric())) {
                audits.add(audit(mart.name() + "_" + figure + "_status", "A hidden figure has a value",
                        "status c says that a figure is hidden, and its value stands beside it",
                        cells + identifier(Table.statusOf(figure)) + " = 'c' and " + identifier(figure) + " is not null"));
            }
        }
        return audits;
    }

    private static List<String> shown(Collection<String> columns, MartDisclosure disclosure) {
        return columns.stream().filter(column -> !disclosure.withheld().contains(column)).toList();
    }

    private static Audit audit(String name, String message, String why, String query) {
        return new Audit(name, Audit.Severity.FAIL, null, message, why, MATTERS, OURS, query);
    }
}
