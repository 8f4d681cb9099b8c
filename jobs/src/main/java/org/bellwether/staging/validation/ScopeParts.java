package org.bellwether.staging.validation;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.bellwether.contract.Kind;
import org.bellwether.contract.ReturnContract;
import org.bellwether.contract.TableContract;
import org.bellwether.engine.Sql;
import org.bellwether.intake.register.Scope;
import org.bellwether.staging.typing.TypedTableBuilder;

/** What a row tells of, by the contract's {@code replaces}: of a rejected one as far as it can be read. */
final class ScopeParts {

    private ScopeParts() {
    }

    /** Names of the columns of a table, as it is shown typed. */
    static List<String> columns(Connection connection, TableContract table) throws SQLException {
        return Sql.queryTexts(connection, "select column_name from (describe " + TypedTableBuilder.view(table.name()) + ")");
    }

    /**
     * @param known columns of the typed row
     * @return SQL of texts, one a column of the scope, joined by commas; null where the row does not say
     */
    static String of(ReturnContract contract, List<String> known) {
        if (contract.kind() == Kind.FULL || contract.kind() == Kind.SNAPSHOT) {
            return Sql.literal(Scope.WHOLE);
        }
        return contract.replaces().stream().map(column -> known.contains(column) ? "cast(" + Sql.identifier(column) + " as varchar)" : "null")
                .collect(Collectors.joining(", "));
    }

    /** SQL of the scope as the register calls it; null where any of it cannot be read. */
    static String scope(ReturnContract contract, List<String> known) {
        String parts = "cast([" + of(contract, known) + "] as varchar[])";
        return "case when len(list_filter(%1$s, lambda part: part is null)) = 0 then array_to_string(%1$s, %2$s) end".formatted(parts, Sql.literal(Scope.SEPARATOR));
    }
}
