package org.bellwether.release.disclosure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.bellwether.config.ConfigFiles;
import org.bellwether.config.Project;
import org.bellwether.engine.Sql;
import org.bellwether.home.Folders;

/** A small mart of groups that add up to a total, {@code mart_g}, with the figures that it shows. */
final class GroupsOfATotal {

    private static final String DISCLOSURE = """
            version: test
            min_denominator: 10
            marts:
              mart_g:
                threshold: 5
                open: breakdown = 'Total'
                grain: [breakdown]
                counts: [headcount, suspension]
                rates: {susp_rate: {of: suspension, per: headcount}}
            """;

    private GroupsOfATotal() {
    }

    /** The shipped measures, and what disclosure control knows of the mart. */
    static ConfigFiles config(Path folder) throws IOException {
        Files.writeString(folder.resolve("disclosure.yml"), DISCLOSURE);
        Folders.copy(Project.locate().config().resolve("measures"), folder.resolve("measures"));
        return new ConfigFiles(folder, folder.resolve("none"));
    }

    /** @param groups name, suspensions and pupils of each; the total is their sum */
    static void create(Connection connection, String... groups) throws SQLException {
        Sql.execute(connection, "create table mart.mart_g (breakdown varchar, suspension bigint, headcount bigint, susp_rate double)");
        for (String group : groups) {
            String[] values = group.split(", ");
            Sql.execute(connection, "insert into mart.mart_g values ('%s', %s, %s, round(100.0 * %2$s / %3$s, 1))".formatted((Object[]) values));
        }
        Sql.execute(connection, "insert into mart.mart_g select 'Total', sum(suspension), sum(headcount), round(100.0 * sum(suspension) / sum(headcount), 1)"
                + " from mart.mart_g");
        List<String> figures = new ArrayList<>();
        Sql.query(connection, "select breakdown, suspension, headcount, rowid + 1 from mart.mart_g", row -> figures.addAll(List.of(
                "suspension, %d, %s, %d, null".formatted(row.getLong(4), row.getString(1), row.getLong(2)),
                "susp_rate, %d, %s, %d, %d".formatted(row.getLong(4), row.getString(1), row.getLong(2), row.getLong(3)),
                "headcount, %d, %s, %d, null".formatted(row.getLong(4), row.getString(1), row.getLong(3)))));
        figures(connection, figures);
        Sql.execute(connection, """
                create or replace view mart.figure__sum as
                select 'groups' as sum_of, total.rowid + 1 as total_key, null::varchar as total_part, part.rowid + 1 as part_key, null::varchar as part
                from mart.mart_g as part
                join mart.mart_g as total on total.breakdown = 'Total' and part.breakdown <> 'Total'
                """);
        Sql.execute(connection, "create view mart.mart_g__figure as select own.breakdown, figure.measure_code as mart_column,"
                + " figure.measure_code as shown_measure, figure.cell_key from mart.mart_g as own join mart.figure as figure on figure.cell_key = own.rowid + 1");
    }

    static void replace(Connection connection, String... groups) throws SQLException {
        Sql.execute(connection, "drop view mart.mart_g__figure; drop view mart.figure__sum; drop table mart.mart_g");
        create(connection, groups);
    }

    /** All figures that there are: measure, cell, group, numerator and denominator. */
    static void figures(Connection connection, List<String> rows) throws SQLException {
        Sql.execute(connection, "create or replace table main.told_figure (measure_code varchar, cell_key bigint, breakdown varchar, numerator bigint, denominator bigint)");
        for (String row : rows) {
            String[] values = row.split(", ");
            Sql.execute(connection, "insert into main.told_figure values ('%s', %s, '%s', %s, %s)".formatted((Object[]) values));
        }
        Sql.execute(connection, """
                create or replace view mart.figure as
                select *, 'Local authority' as geographic_level, '899' as area_code, 202425 as time_period, 'Academic year' as time_identifier,
                    'Total' as phase_type_grouping, 'Group' as breakdown_topic, 'Total' as scope_code
                from main.told_figure
                """);
        Sql.execute(connection, """
                create view if not exists mart.figure__sum as
                select ''::varchar as sum_of, 0::bigint as total_key, null::varchar as total_part, 0::bigint as part_key, null::varchar as part where false
                """);
    }
}
