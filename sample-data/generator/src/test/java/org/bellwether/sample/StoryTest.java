package org.bellwether.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.bellwether.sample.council.Scenario;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The default set tells its story and keeps to published proportions. */
class StoryTest {

    private static final Set<String> NOT_POSSIBLE = Set.of("D", "X", "Y", "Y1", "Y4", "Q");
    private static final Set<String> ATTENDING = Set.of("/", "\\", "L", "V", "P", "W", "B", "K", "J");

    /** The module lies among what it writes. */
    private static final Path COMMITTED = Path.of("..");

    @TempDir
    static Path folder;

    private static SampleFiles sample;

    @BeforeAll
    static void generate() throws IOException {
        sample = SampleFiles.generate(folder, 1500, 3, 899);
    }

    @Test
    void the_committed_set_is_what_the_generator_writes() throws IOException {
        Map<String, String> written = sample.digests();
        Map<String, String> committed = new SampleFiles(COMMITTED).digests();
        // The home's config has more than the generator knows: its strategy, for one.
        committed.keySet().removeIf(name -> name.startsWith("config") && !written.containsKey(name));
        assertThat(written).as("generate again: see the README").isEqualTo(committed);
    }

    @Test
    void suspensions_fall_by_more_than_half_where_the_policy_changed_and_not_elsewhere() throws IOException {
        Map<String, Integer> autumn = new HashMap<>();
        sample.rows("night-1/exclusion_notice_*_AUT.csv", row -> {
            boolean hasChanged = Scenario.POLICY_SCHOOLS.contains(Integer.parseInt(row.get("laestab")));
            if (row.get("category").equals("SUSP")) {
                autumn.merge(row.get("start_date").substring(0, 4) + hasChanged, 1, Integer::sum);
            }
        });
        assertThat(autumn.get("2025true")).isLessThan(autumn.get("2024true") / 2);
        assertThat(autumn.get("2025false")).isGreaterThan(autumn.get("2024false") * 3 / 4);
    }

    @Test
    void attendance_of_the_centres_children_rises_once_they_are_supported() throws IOException {
        Map<String, LocalDate> supported = new HashMap<>();
        sample.rows("night-1/ebsna_register.csv", row -> {
            if (!row.get("support_start_date").isEmpty()) {
                supported.put(row.get("upn"), LocalDate.parse(row.get("support_start_date")));
            }
        });
        int[] before = new int[2];
        int[] after = new int[2];
        sample.marks("night-1/attendance_marks*", mark -> {
            LocalDate start = supported.get(mark[2]);
            if (start != null && !NOT_POSSIBLE.contains(mark[5])) {
                LocalDate date = LocalDate.parse(mark[3]);
                boolean isBefore = date.isBefore(start) && date.isAfter(start.minusWeeks(12));
                boolean isAfter = !date.isBefore(start) && date.isBefore(start.plusWeeks(12));
                int[] side = isBefore ? before : isAfter ? after : new int[2];
                side[0]++;
                side[1] += ATTENDING.contains(mark[5]) ? 1 : 0;
            }
        });
        double rise = 100.0 * after[1] / after[0] - 100.0 * before[1] / before[0];
        assertThat(rise).isGreaterThan(15);
    }

    @Test
    void outreach_costs_less_than_the_provisions_before_it() throws IOException {
        Map<String, Double> cost = new HashMap<>();
        sample.rows("night-1/placement_cost_*.csv", row -> {
            if (row.get("s251_line").equals("1.2.8") && !row.get("element").equals("FEE")) {
                cost.merge(row.get("financial_year") + row.get("element"), Double.valueOf(row.get("actual_gbp")),
                        Double::sum);
            }
        });
        assertThat(cost.get("202425PLACE")).isBetween(400_000.0, 480_000.0);
        assertThat(cost.get("202526PLACE") + cost.get("202526OUTREACH")).isLessThan(0.65 * cost.get("202425PLACE"));
        assertThat(cost).doesNotContainKey("202627PLACE");
    }

    @Test
    void rates_lie_where_published_ones_lie() throws IOException {
        Map<String, int[]> children = new HashMap<>();
        sample.marks("night-1/attendance_marks_202526*", mark -> {
            if (!NOT_POSSIBLE.contains(mark[5]) && !mark[0].startsWith("8991")) {
                int[] child = children.computeIfAbsent(mark[0] + mark[2], key -> new int[2]);
                child[0]++;
                child[1] += ATTENDING.contains(mark[5]) ? 0 : 1;
            }
        });
        double enrolments = children.size();
        double possible = children.values().stream().mapToInt(child -> child[0]).sum();
        double absent = children.values().stream().mapToInt(child -> child[1]).sum();
        assertThat(100 * absent / possible).as("absence").isBetween(5.8, 7.4);
        assertThat(100 * children.values().stream().filter(child -> child[1] * 10 >= child[0]).count() / enrolments)
                .as("persistent absence").isBetween(15.5, 19.5);
        assertThat(100 * children.values().stream().filter(child -> child[1] * 2 >= child[0]).count() / enrolments)
                .as("severe absence").isBetween(1.4, 2.6);

        int[] census = new int[5];
        sample.rows("night-1/2026_spring_pupilonroll.csv", row -> {
            census[0]++;
            census[1] += row.get("senprovision").equals("K") ? 1 : 0;
            census[2] += row.get("senprovision").equals("E") ? 1 : 0;
            census[3] += row.get("schoollunchtaken").equals("True") ? 1 : 0;
        });
        assertThat(census[0]).isBetween(1450, 1600);
        assertThat(100.0 * census[1] / census[0]).as("SEN support").isBetween(12.0, 17.0);
        assertThat(100.0 * census[2] / census[0]).as("EHC plans").isBetween(4.0, 6.5);
        assertThat(100.0 * census[3] / census[0]).as("free school meals").isBetween(22.0, 31.0);

        int[] excluded = new int[2];
        sample.rows("night-1/exclusion_notice_202425_*.csv", row -> {
            excluded[0] += row.get("category").equals("SUSP") ? 1 : 0;
            excluded[1] += row.get("category").equals("PERM") ? 1 : 0;
        });
        assertThat(100.0 * excluded[0] / 1500).as("suspensions").isBetween(5.0, 9.5);
        assertThat(100.0 * excluded[1] / 1500).as("permanent exclusions").isBetween(0.05, 0.24);
    }
}
