package org.bellwether.staging.validation;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bellwether.contract.ReturnContract;
import org.bellwether.contract.Rule;
import org.bellwether.contract.TableContract;
import org.bellwether.contract.Waiver;
import org.bellwether.contract.catalog.ContractCatalog;
import org.bellwether.engine.Sql;
import org.bellwether.staging.typing.TypedTableBuilder;

/** What nobody is asked because a rule is waived for the school. */
final class Waived {

    private Waived() {
    }

    /** The schools of some waivers, joined by commas; empty where there are none, or rows of the table name no school. */
    static Optional<String> schools(List<Waiver> waivers, ReturnContract contract, TableContract table) {
        boolean hasSchool = table.columns().containsKey(TableContract.LAESTAB)
                || !contract.reference().isEmpty() && !table.name().equals(CensusReturns.HEADER);
        return waivers.isEmpty() || !hasSchool ? Optional.empty()
                : Optional.of(waivers.stream().flatMap(waiver -> waiver.schools().stream()).distinct().sorted().map(String::valueOf).collect(Collectors.joining(", ")));
    }

    /** Sentences for the data officer: how many rows of which school, until when and by whom. */
    static List<String> notes(Connection connection, ContractCatalog catalog, ReturnContract contract, TableContract table, LocalDate received, String parent)
            throws SQLException {
        List<String> notes = new ArrayList<>();
        for (Rule rule : catalog.rulesFor(table)) {
            for (Waiver waiver : catalog.waivers(rule.id(), received)) {
                Optional<String> schools = schools(List.of(waiver), contract, table);
                if (schools.isPresent()) {
                    String broken = rule.checks().stream().map(check -> "coalesce(" + check.when() + ", false)").collect(Collectors.joining(" or "));
                    Sql.query(connection, """
                            select laestab, count(distinct source_line)
                            from (select typed.laestab, typed.source_line, %s as is_broken from %s as typed%s)
                            where laestab in (%s) and is_broken
                            group by laestab
                            order by laestab
                            """.formatted(broken, TypedTableBuilder.view(table.name()), parent, schools.get()),
                            row -> notes.add("%s Not asked of %d rows of %s: waived until %s by %s".formatted(rule.id(), row.getLong(2), row.getInt(1), waiver.until(), waiver.by())));
                }
            }
        }
        return notes;
    }
}
