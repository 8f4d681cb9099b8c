package org.bellwether.batch.receive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bellwether.intake.register.Submission;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of which areas published figures are, however these are named. */
class PublishedAreasTest {

    private static final String EXCLUSIONS = "time_period,time_identifier,geographic_level,country_code,region_code,new_la_code,old_la_code"
            + ",school_type,headcount,perm_excl,perm_excl_rate,suspension,susp_rate\n";

    @TempDir
    Path folder;

    private ReceivingFixture home;

    @BeforeEach
    void a_home() {
        home = ReceivingFixture.in(folder);
    }

    @Test
    void an_area_without_a_code_is_known_by_its_name_and_the_nation_is_england() {
        String header = EXCLUSIONS.replace("region_code,", "region_code,region_name,").replace("old_la_code,", "old_la_code,la_name,");
        String figures = ",Total,1000,1,0.1,40,4.0\n";
        Submission areas = home.receive("exclusions.csv", header + "202425,Academic year,National,z,,,,," + figures
                + "202425,Academic year,Regional,E92000001,,East of England,,," + figures + "202425,Academic year,Regional,E92000001,z,London,,," + figures
                + "202425,Academic year,Local authority,E92000001,E12000006,East of England,,,Luton" + figures);

        assertThat(areas.rejected()).isZero();
        assertThat(home.query("select distinct geographic_level || ' ' || area_code from " + home.relation(areas, "benchmark") + " order by all"))
                .containsExactly("Local authority E06000032", "National E92000001", "Regional E12000006", "Regional E12000007");
    }

    @Test
    void a_level_is_known_by_its_other_words_and_one_that_nobody_knows_is_rejected() {
        Submission levels = home.settings("max_rejected_pct: 90").receive("exclusions.csv", EXCLUSIONS + "202425,Academic year,ENGLAND,,,,,Total,1000,1,0.1,40,4.0\n"
                + "202425,Academic year,la,E92000001,,E06000032,821,Total,10,1,0.1,40,4.0\n202425,Academic year,Galaxy,E92000001,,,,Total,10,1,0.1,40,4.0\n");

        assertThat(home.live("benchmarks")).containsExactly("exclusions|202425|Academic year|Local authority=1", "exclusions|202425|Academic year|National=1");
        assertThat(home.query("select distinct area_code from " + home.relation(levels, "benchmark") + " order by all")).containsExactly("E06000032", "E92000001");
        assertThat(home.violations(levels)).containsExactly("exclusions 4 REF-004 error");
    }

    @Test
    void an_authority_is_found_by_its_number_first_then_by_any_code_it_has_had() {
        String rows = Stream.of("E08000016,370", "E08000039,373.0", "E08000020,", "E06000063,909", "E10000027,", "E99999999,")
                .map(codes -> "202425,Academic year,Local authority,E92000001,," + codes + ",Total,1,1,0.1,40,4.0\n")
                .collect(Collectors.joining());

        Submission areas = home.receive("exclusions.csv", EXCLUSIONS + rows);

        assertThat(home.query("select area_code from " + home.relation(areas, "benchmark")
                + " where measure = 'headcount' order by source_line")).containsExactly(
                        "E08000038", "E08000039", "E08000037", "E10000006", "E06000066", "E99999999");
    }
}
