package org.bellwether.warehouse.source;

import static org.bellwether.engine.Sql.literal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bellwether.engine.Sql;
import org.bellwether.engine.Transaction;

/**
 * The rows of build.set_aside: what this input cannot be built with.
 *
 * <p>They hang on the input alone: another one begins with none, so that a warehouse kept from night to night, one made from
 * scratch and one of another folder leave out the same. A stopped build goes on with those that it had found.
 */
public final class SetAsideTable {

    private final Connection connection;
    private final String input;
    private final Map<String, RowAudit> audits;

    /** @param input digest of everything that the build is made of */
    public SetAsideTable(Connection connection, String input, List<RowAudit> audits) throws SQLException {
        this.connection = connection;
        this.input = input;
        this.audits = audits.stream().collect(Collectors.toMap(RowAudit::name, Function.identity()));
        Sql.execute(connection, "delete from build.set_aside where input <> " + literal(input));
    }

    public List<SetAsideRow> rows() throws SQLException {
        return Sql.query(connection, "select audit, staged_table, submission_key, source_line, on_roll from build.set_aside order by all",
                row -> new SetAsideRow(audits.get(row.getString(1)), row.getString(2), row.getLong(3), row.getInt(4),
                        (Boolean) row.getObject(5)));
    }

    /** What the audits name of what has been built; each row once, under the first audit that names it. */
    public List<SetAsideRow> find() throws SQLException {
        List<SetAsideRow> found = new ArrayList<>();
        for (RowAudit audit : audits.values().stream().sorted((one, other) -> one.name().compareTo(other.name())).toList()) {
            List<String> known = found.stream().map(SetAsideRow::key).toList();
            audit.find(connection).stream().filter(row -> !known.contains(row.key())).forEach(found::add);
        }
        return found;
    }

    public void add(List<SetAsideRow> rows) throws SQLException {
        String values = rows.stream().map(row -> "(%s, %s, %s, %s, %d, %d, %s)".formatted(literal(input), literal(row.audit().rule()),
                literal(row.audit().name()), literal(row.table()), row.submissionKey(), row.sourceLine(), row.onRoll()))
                .collect(Collectors.joining(", "));
        Transaction.of(connection, () -> Sql.update(connection, "insert into build.set_aside values " + values));
    }
}
