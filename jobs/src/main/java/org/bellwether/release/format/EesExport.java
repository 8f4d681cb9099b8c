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
import java.util.Set;
import org.bellwether.engine.Sql;

/**
 * Writes a published mart as EES tidy CSV with its metadata file: symbols for what has no value, 5 decimal places.
 *
 * <p>EES does not mix families of time identifiers in a file, so each family has its own.
 */
public final class EesExport {

    /** Columns of a mart that EES has under its own names. */
    private static final Set<String> PLACE_AND_TIME = Set.of("la_code", "la_name", "time_period", "time_identifier");

    private static final String FAMILY = """
            case when time_identifier like '%half term%' then 'half_term'
                when time_identifier like '%term' then 'term'
                else lower(replace(regexp_replace(time_identifier, ' Q?[0-9]+$', ''), ' ', '_')) end""";

    private final Connection connection;

    public EesExport(Connection connection) {
        this.connection = connection;
    }

    /** @param relation the published mart, as it stands after {@code from} */
    public void write(Table mart, MartColumns roles, String relation, Path folder) throws SQLException, IOException {
        Files.createDirectories(folder);
        for (String family : Sql.queryTexts(connection,
                "select distinct " + FAMILY + " from " + relation + " order by all")) {
            String name = mart.name().replaceFirst("^mart_", "") + "_" + family;
            Sql.execute(connection, "copy (" + rows(mart, roles, relation, family) + " order by all) to "
                    + literal(folder.resolve(name + ".csv").toString()) + " (format csv, header)");
            Files.writeString(folder.resolve(name + ".meta.csv"), EesMeta.of(connection, mart).text(
                    filters(mart, roles), indicators(mart, roles)));
        }
    }

    private static String rows(Table mart, MartColumns roles, String relation, String family) {
        List<String> columns = new ArrayList<>(List.of("time_period", "time_identifier",
                "'Local authority' as geographic_level", "'E92000001' as country_code", "'England' as country_name",
                "la.region_code", "la.region_name", "m.la_code as old_la_code", "la.new_la_code", "la.la_name"));
        for (Table.Column column : filters(mart, roles)) {
            columns.add("m." + identifier(column.name()));
        }
        for (Table.Column column : indicators(mart, roles)) {
            columns.add(figure(column) + " as " + identifier(column.name()));
        }
        for (Table.Column column : notes(mart, roles)) {
            String note = "m." + identifier(column.name());
            columns.add(column.type().equals("DOUBLE") ? "round(" + note + ", 5) as " + identifier(column.name())
                    : note);
        }
        return "select " + String.join(", ", columns) + " from "
                + relation + " as m join config.local_authority as la on la.old_la_code = m.la_code where " + FAMILY
                + " = " + literal(family);
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

    private static List<Table.Column> filters(Table mart, MartColumns roles) {
        return mart.columns().stream()
                .filter(column -> roles.grain().contains(column.name()) && !PLACE_AND_TIME.contains(column.name()))
                .toList();
    }

    private static List<Table.Column> indicators(Table mart, MartColumns roles) {
        return mart.columns().stream()
                .filter(column -> roles.figures().contains(column.name()) && column.isNumeric())
                .toList();
    }

    /** What says how the row came about: neither filter nor indicator. */
    private static List<Table.Column> notes(Table mart, MartColumns roles) {
        Set<String> figures = roles.figures();
        return mart.columns().stream()
                .filter(column -> !PLACE_AND_TIME.contains(column.name()) && !roles.grain().contains(column.name())
                        && !figures.contains(column.name())
                        && !figures.contains(column.name().replaceFirst("_status$", "")))
                .toList();
    }
}
