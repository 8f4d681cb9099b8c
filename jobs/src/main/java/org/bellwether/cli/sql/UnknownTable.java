package org.bellwether.cli.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bellwether.engine.Sql;

/** The error of a query that names a table which is not there, with those that may have been meant instead of what the engine guesses. */
final class UnknownTable {

    private static final Pattern MESSAGE = Pattern.compile("Table with name (\\S+) does not exist!");
    private static final Pattern GUESS = Pattern.compile("\\R?Did you mean [^\\n]*");
    private static final int NEAREST = 3;

    private UnknownTable() {
    }

    /**
     * The message as a person should read it; unchanged where it is about anything else.
     *
     * @param isRestricted whether a name is that of a table which stands in the restricted tier alone
     */
    static String explained(Connection connection, String message, Predicate<String> isRestricted) {
        Matcher unknown = MESSAGE.matcher(message);
        if (!unknown.find()) {
            return message;
        }
        String error = GUESS.matcher(message).replaceFirst("");
        String name = unknown.group(1).substring(unknown.group(1).lastIndexOf('.') + 1);
        if (isRestricted.test(name)) {
            return error.stripTrailing() + "\n" + name + " stands in the restricted tier alone: add --restricted where you may see single children and schools";
        }
        List<String> near = nearest(connection, name).orElse(List.of());
        return error.stripTrailing() + "\n" + (near.isEmpty() ? "" : "Near it are: " + String.join(", ", near) + ". ") + "All are named by: show all tables";
    }

    /** Empty where the engine does not answer: the error itself is what counts. */
    private static Optional<List<String>> nearest(Connection connection, String name) {
        try {
            return Optional.of(Sql.queryTexts(connection, """
                    select name from (
                        select table_name as name from duckdb_tables() where not internal
                        union
                        select view_name from duckdb_views() where not internal
                    )
                    where name not like 'sqlite_%%' order by jaro_winkler_similarity(name, lower(%s)) desc, name limit %d
                    """.formatted(Sql.literal(name), NEAREST)));
        } catch (SQLException e) {
            return Optional.empty();
        }
    }
}
