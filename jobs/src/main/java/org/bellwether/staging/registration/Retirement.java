package org.bellwether.staging.registration;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bellwether.contract.Column;
import org.bellwether.contract.Kind;
import org.bellwether.contract.ReturnContract;
import org.bellwether.contract.TableContract;
import org.bellwether.engine.ParquetSql;
import org.bellwether.engine.Sql;
import org.bellwether.home.Home;
import org.bellwether.intake.register.Submission;
import org.bellwether.intake.register.SubmissionRegister.Owner;

/**
 * What a submission puts out of use without telling it again: it replaces whole scopes, and part of one retires the rest.
 *
 * @param replaced different rows, by their keys, of the scopes that were live when it came
 * @param retired those of them whose key it does not bring
 */
public record Retirement(long replaced, long retired) {

    public static final Retirement NONE = new Retirement(0, 0);

    /**
     * @param shape columns and types of the return's staged table
     * @param owners what the scopes of the submission belonged to before it
     */
    public static Retirement of(Connection connection, Home home, ReturnContract contract, Map<String, String> shape, Submission submission,
            List<Owner> owners) throws SQLException {
        TableContract table = contract.tables().get(submission.files().get(0).table());
        String staged = stagedTable(contract);
        Path own = home.staged(submission.returnName(), submission.id()).resolve(staged + ".parquet");
        List<Path> before = owners.stream().map(Owner::submissionId).distinct()
                .map(id -> home.staged(submission.returnName(), id).resolve(staged + ".parquet")).toList();
        if (table == null || !Files.exists(own) || !before.stream().allMatch(Files::exists)) {
            return NONE;
        }
        String key = key(contract, table, shape).stream().map(Sql::identifier).collect(Collectors.joining(", "));
        String scope = contract.replaces().stream().map(column -> "coalesce(cast(" + Sql.identifier(column) + " as varchar), '')")
                .collect(Collectors.joining(" || '|' || "));
        return Sql.query(connection, """
                with owned as (select unnest([%s]) as owned_scope, unnest([%s]) as owner_key),
                replaced as (
                    select distinct %s from %s as staged
                    join owned on owner_key = staged.submission_key and owned_scope = %s),
                retired as (select * from replaced except select %3$s from %6$s)
                select (select count(*) from replaced), (select count(*) from retired)
                """.formatted(
                        owners.stream().map(Owner::scope).map(Sql::literal).collect(Collectors.joining(", ")),
                        owners.stream().map(owner -> Long.toString(Submission.key(owner.submissionId()))).collect(Collectors.joining(", ")),
                        key, ParquetSql.byName(before, shape), scope, ParquetSql.byName(List.of(own), shape)),
                row -> new Retirement(row.getLong(1), row.getLong(2))).get(0);
    }

    /** Whether rows of the return can be told apart by a key: those of a census set are of several tables. */
    public static boolean isKnownOf(ReturnContract contract) {
        return contract.kind() == Kind.PART && contract.tables().values().stream().map(Retirement::stagedTable).distinct().count() == 1;
    }

    public static String stagedTable(ReturnContract contract) {
        return stagedTable(contract.tables().values().iterator().next());
    }

    private static String stagedTable(TableContract table) {
        return table.stages().orElse(table.name());
    }

    /** The key that the contract names; where it names none, all that is said in words. */
    private static Set<String> key(ReturnContract contract, TableContract table, Map<String, String> shape) {
        Set<String> key = new LinkedHashSet<>(contract.replaces());
        List<String> named = table.repeats().map(TableContract.Repeats::by).orElseGet(() -> table.keys().stream()
                .map(table.columns()::get).map(Column::stagedName).toList());
        if (!named.isEmpty() && shape.keySet().containsAll(named)) {
            key.addAll(named);
        } else {
            shape.forEach((column, type) -> {
                if (type.equals("VARCHAR") && !column.endsWith("_status")) {
                    key.add(column);
                }
            });
        }
        return key;
    }
}
