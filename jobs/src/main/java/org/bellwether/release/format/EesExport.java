package org.bellwether.release.format;

import static org.bellwether.engine.Sql.identifier;
import static org.bellwether.engine.Sql.literal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bellwether.engine.Sql;

/**
 * Writes a published mart as EES tidy CSV with its metadata file: symbols for what has no value, 5 decimal places.
 *
 * <p>EES does not mix families of time identifiers in a file, so each family has its own; half terms, for which it has no identifier, have
 * none. What is a filter a file says: a column of the grain with two values or more. What is Total alone is left out, and what says how a row
 * came about, since EES shows filters and indicators.
 */
public final class EesExport {

    /** Columns of a mart that EES has under its own names. */
    private static final Set<String> PLACE_AND_TIME = Set.of("la_code", "la_name", "time_period", "time_identifier");

    private static final String TOTAL = "Total";

    private static final String FAMILY = """
            case when time_identifier like '%half term%' then null
                when time_identifier like '%term' then 'term'
                else lower(replace(regexp_replace(time_identifier, ' Q?[0-9]+$', ''), ' ', '_')) end""";

    /** Filters whose values stand in groups, by the column of the groups. */
    private static final Map<String, String> GROUPS = Map.of("breakdown", "breakdown_topic", "scope_code", "scope_type");

    private final Connection connection;

    public EesExport(Connection connection) {
        this.connection = connection;
    }

    /** @param relation the published mart, as it stands after {@code from} */
    public void write(Table mart, MartColumns roles, String relation, Path folder) throws SQLException, IOException {
        Files.createDirectories(folder);
        for (String family : Sql.queryTexts(connection,
                "select distinct " + FAMILY + " as family from " + relation + " where family is not null order by all")) {
            String name = mart.name().replaceFirst("^mart_", "") + "_" + family;
            String isOfFamily = " where " + FAMILY + " = " + literal(family);
            List<Table.Column> shown = new ArrayList<>();
            List<Table.Column> filters = new ArrayList<>();
            for (Table.Column column : grain(mart, roles)) {
                List<String> values = Sql.queryTexts(connection, "select distinct " + filter(relation + isOfFamily, column) + " as value from " + relation + " as m" + isOfFamily + " order by all limit 2");
                if (values.size() > 1) {
                    filters.add(column);
                }
                if (!values.equals(List.of(TOTAL))) {
                    shown.add(column);
                }
            }
            Sql.execute(connection, "copy (" + select(relation + isOfFamily, shown, indicators(mart, roles)) + " from " + relation
                    + " as m join config.local_authority as la on la.old_la_code = m.la_code" + isOfFamily + " order by all) to "
                    + literal(folder.resolve(name + ".csv").toString()) + " (format csv, header)");
            Files.writeString(folder.resolve(name + ".meta.csv"), EesMeta.of(connection, mart).text(filters, GROUPS, indicators(mart, roles)));
        }
    }

    private static String select(String rows, List<Table.Column> shown, List<Table.Column> indicators) {
        List<String> columns = new ArrayList<>(List.of("time_period", "time_identifier",
                "'Local authority' as geographic_level", "'E92000001' as country_code", "'England' as country_name",
                "la.region_code", "la.region_name", "m.la_code as old_la_code", "la.new_la_code", "la.la_name"));
        for (Table.Column column : shown) {
            columns.add(filter(rows, column) + " as " + identifier(column.name()));
        }
        for (Table.Column column : indicators) {
            columns.add(figure(column) + " as " + identifier(column.name()));
        }
        return "select " + String.join(", ", columns);
    }

    /**
     * Total is written as EES writes it, where that makes no two groups one: somebody may call a provision so.
     *
     * @param rows of the table, as they stand after {@code from}, with their condition
     */
    private static String filter(String rows, Table.Column column) {
        String value = "cast(m." + identifier(column.name()) + " as varchar)";
        String named = "cast(" + identifier(column.name()) + " as varchar)";
        return "case when lower(" + value + ") = 'total' and (select count(distinct " + named + ") from " + rows + " and lower(" + named + ") = 'total') = 1 then '"
                + TOTAL + "' else " + value + " end";
    }

    /** A figure with at most 5 decimal places, or the symbol that says why there is none. */
    private static String figure(Table.Column column) {
        String value = "m." + identifier(column.name());
        String status = "m." + identifier(Table.statusOf(column.name()));
        String shown = column.type().equals("DOUBLE")
                ? "case when " + value + " <> 0 and round(" + value + ", 5) = 0 then 'low'"
                        + " else cast(cast(round(" + value + ", 5) as decimal(38, 5)) as varchar) end"
                : "cast(" + value + " as varchar)";
        return "case when " + value + " is not null then " + shown + " else coalesce(nullif(" + status
                + ", 'ok'), 'x') end";
    }

    private static List<Table.Column> grain(Table mart, MartColumns roles) {
        return mart.columns().stream()
                .filter(column -> roles.grain().contains(column.name()) && !PLACE_AND_TIME.contains(column.name()))
                .toList();
    }

    private static List<Table.Column> indicators(Table mart, MartColumns roles) {
        return mart.columns().stream()
                .filter(column -> roles.figures().contains(column.name()) && column.isNumeric())
                .toList();
    }
}
