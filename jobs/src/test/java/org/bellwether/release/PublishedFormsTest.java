package org.bellwether.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.bellwether.home.Json;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The forms in which a release leaves beside Parquet and DuckDB: EES tables, data package, catalog page, models. */
class PublishedFormsTest extends PublicationTrial {

    @Test
    void an_ees_table_has_its_places_symbols_and_five_decimal_places() throws SQLException, IOException {
        warehouse.release();

        assertThat(warehouse.current().ees().resolve("exclusions_la_academic_year.csv")).content().isEqualTo("""
                time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,\
                old_la_code,new_la_code,la_name,breakdown_topic,breakdown,headcount,suspension,susp_rate,\
                days_lost_exact,yoy_change_pct
                202324,Academic year,Local authority,E92000001,England,E12000006,East of England,899,E06000999,\
                Wardown Borough,Sex,Male,140,6,4.28571,9.0,x
                202425,Academic year,Local authority,E92000001,England,E12000006,East of England,899,E06000999,\
                Wardown Borough,Sex,Female,150,0,0.00000,0.0,z
                202425,Academic year,Local authority,E92000001,England,E12000006,East of England,899,E06000999,\
                Wardown Borough,Sex,Male,150,c,c,c,c
                202425,Academic year,Local authority,E92000001,England,E12000006,East of England,899,E06000999,\
                Wardown Borough,Total,Total,300,3,1.00000,4.5,-25.00000
                """);
    }

    @Test
    void an_ees_table_has_its_metadata() throws SQLException, IOException {
        warehouse.release();

        assertThat(warehouse.current().ees().resolve("exclusions_la_academic_year.meta.csv")).content().isEqualTo("""
                col_name,col_type,label,indicator_grouping,indicator_unit,indicator_dp,filter_hint,filter_grouping_column
                breakdown,Filter,Breakdown,,,,,breakdown_topic
                headcount,Indicator,Headcount,,,0,,
                suspension,Indicator,Suspension,,,0,,
                susp_rate,Indicator,Suspension rate,,%,2,,
                days_lost_exact,Indicator,Days lost exact,,,1,,
                yoy_change_pct,Indicator,Yoy change pct,,,5,,
                """);
    }

    @Test
    void what_is_more_than_zero_and_rounds_to_it_is_low() throws SQLException, IOException {
        warehouse.execute("update mart.mart_exclusions_la set susp_rate = 0.000001 where breakdown = 'Total'");
        warehouse.release();

        assertThat(warehouse.current().ees().resolve("exclusions_la_academic_year.csv")).content()
                .contains("Total,Total,300,3,low,");
    }

    @Test
    void each_family_of_periods_has_its_own_table_and_half_terms_have_none() throws SQLException, IOException {
        periods("(202324, 'Autumn term'), (2025, 'Week 12'), (2024, 'Week 2'), (202223, 'Autumn half term 1')");
        warehouse.release();

        assertThat(warehouse.files()).filteredOn(file -> file.matches(".*ees/[a-z_]+\\.csv")).containsExactly(
                "published/ees/exclusions_la_academic_year.csv", "published/ees/exclusions_la_term.csv",
                "published/ees/exclusions_la_week.csv");
    }

    @Test
    void a_filter_of_one_value_is_left_out_where_that_is_total_and_not_described_where_it_is_another() throws SQLException, IOException {
        periods("(202324, 'Autumn term')");
        warehouse.execute("update mart.mart_exclusions_la set breakdown_topic = 'SEX', breakdown = 'TOTAL' where time_identifier = 'Autumn term'");
        warehouse.release();

        Path term = warehouse.current().ees().resolve("exclusions_la_term.csv");
        assertThat(Files.readAllLines(term).get(0)).contains("la_name,breakdown_topic,headcount").doesNotContain("breakdown,");
        assertThat(term.resolveSibling("exclusions_la_term.meta.csv")).content().doesNotContain("Filter,");
    }

    @Test
    void groups_that_are_called_total_in_two_ways_stay_two() throws SQLException, IOException {
        periods("(202324, 'Autumn term'), (202425, 'Autumn term')");
        warehouse.execute("update mart.mart_exclusions_la set breakdown = 'TOTAL' where time_identifier = 'Autumn term' and time_period = 202425");
        warehouse.release();

        assertThat(warehouse.current().ees().resolve("exclusions_la_term.csv")).content().contains(",Total,").contains(",TOTAL,");
    }

    /** Adds rows of the authority as a whole, of other periods. */
    private void periods(String named) throws SQLException {
        warehouse.execute("insert into mart.mart_exclusions_la by name select mart.* replace (named.time_period as time_period, named.time_identifier as time_identifier)"
                + " from mart.mart_exclusions_la as mart, (values " + named + ") as named (time_period, time_identifier) where mart.breakdown = 'Total'");
    }

    @Test
    void the_data_package_describes_every_column() throws SQLException, IOException {
        warehouse.release();

        JsonNode mart = Json.read(warehouse.current().dataPackage(), JsonNode.class).get("resources").get(0);
        assertThat(mart.get("path").asString()).isEqualTo("marts/mart_exclusions_la.parquet");
        assertThat(mart.get("schema").get("fields").get(9).toString())
                .isEqualTo("{\"name\":\"suspension\",\"type\":\"integer\",\"description\":\"Number of suspensions\"}");
    }

    @Test
    void who_may_read_the_published_tier_is_said_with_it() throws SQLException, IOException {
        warehouse.release();

        for (Path file : List.of(warehouse.current().dataPackage(), warehouse.current().catalogue().resolve("index.html"), warehouse.current().manifest())) {
            assertThat(file).content().contains("status c", "whatever they are");
        }
    }

    @Test
    void the_catalogue_escapes_what_a_comment_says() throws SQLException, IOException {
        warehouse.release();

        assertThat(warehouse.current().catalogue().resolve("dim_school.html")).content()
                .contains("Name &lt;as GIAS has it&gt; &amp; no other").doesNotContain("<as GIAS");
        assertThat(warehouse.current().catalogue().resolve("index.html")).content().contains("Suspensions of the LA's pupils");
    }

    @Test
    void nothing_published_names_the_release_or_the_run() throws SQLException, IOException {
        warehouse.release();

        for (Path file : List.of(warehouse.current().dataPackage(), warehouse.current().catalogue().resolve("index.html"))) {
            assertThat(file).content().doesNotContain("2026-05-01-0001").doesNotContain("2026-05-02");
        }
    }

    @Test
    void the_models_are_kept_with_the_home_s_config_but_without_its_secrets() throws SQLException, IOException {
        SmallWarehouse.write(warehouse.home.config().resolve("application.yml"),
                "bellwether: {la: 899, control: {password: secret}, engine: {threads: 1}}");
        warehouse.release();

        List<String> names = new ArrayList<>();
        try (ZipFile zip = new ZipFile(warehouse.current().models().toFile())) {
            zip.stream().map(ZipEntry::getName).forEach(names::add);
            try (InputStream settings = zip.getInputStream(zip.getEntry("home/config/application.yml"))) {
                assertThat(new String(settings.readAllBytes(), StandardCharsets.UTF_8))
                        .contains("899").doesNotContain("secret", "threads");
            }
        }
        assertThat(names).containsExactly("config/disclosure.yml", "config/publication.yml", "home/config/application.yml",
                "sql/functions/duckdb.sql", "sql/marts/mart_exclusions_la.sql");
    }
}
