package org.bellwether.batch.receive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bellwether.batch.receive.Book.row;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bellwether.intake.register.Submission;
import org.bellwether.intake.register.SubmissionState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The department's workbook of statistical neighbours: an authority a row, ten neighbours with how close each is at its right. */
class NeighboursWorkbookTest {

    @TempDir
    Path folder;

    private ReceivingFixture home;

    @BeforeEach
    void a_home() {
        home = ReceivingFixture.in(folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"xlsx", "ods"})
    void each_neighbour_is_a_row_with_its_rank_and_closeness_and_older_authorities_below_are_read_too(String format) {
        Book book = book(authority(821, 871, 874, 331, 313, 312, 856, 307, 333, 852, 301), authority(420), row(),
                row(null, "Old SNs:"), authority(835, 893, 878, 1, 2, 3, 4, 5, 6, 7, 8));

        Submission set = home.receive("sn_may_2025." + format, format.equals("ods") ? book.ods() : book.xlsx());

        assertThat(set.returnName() + " " + set.state() + " " + set.rows()).isEqualTo("benchmarks ACCEPTED_WITH_QUERIES 3");
        assertThat(home.live("benchmarks")).containsExactly("statistical_neighbours|2025|May|Local authority=" + set.arrival());
        assertThat(staged(set)).hasSize(12).startsWith("821 2025-05 1 871 Very close 4", "821 2025-05 10 301 Close 4", "821 2025-05 2 874 Close 4")
                .contains("835 2025-05 2 878 Close 8").noneMatch(row -> row.startsWith("420"));
        assertThat(home.violations(set)).hasSize(8).allMatch(found -> found.matches("statistical_neighbours 8 ROW-010 value neighbour_[0-9]+"));
    }

    @Test
    void an_authority_among_its_own_neighbours_or_with_one_twice_has_no_set() {
        Submission set = home.receive("sn_may_2025.xlsx", book(authority(821, 871, 821, 331, 313, 312, 856, 307, 333, 852, 301),
                authority(822, 303, 303, 941, 311, 937, 839, 886, 935, 881, 866), authority(823, 303, 826, 941, 311, 937, 839, 886, 935, 881),
                authority(823, 303, 826, 941, 311, 937, 839, 886, 935, 881), authority(301, 308, 823, 313, 333, 336, 307, 304, 312, 874, 203),
                authority(302, 308, 823, 313, 333, 336, 307, 304, 312, 874, 203), authority(303, 308, 823, 313, 333, 336, 307, 304, 312, 874, 203)).xlsx());

        assertThat(home.violations(set)).containsExactly("statistical_neighbours 4 REF-013 error", "statistical_neighbours 5 REF-013 error",
                "statistical_neighbours 7 ROW-004 error");
        assertThat(set.rows()).isEqualTo(set.accepted() + set.rejected());
    }

    @Test
    void a_file_that_does_not_say_its_month_is_refused_with_what_it_lacks() {
        Submission set = home.receive("neighbours.xlsx", book(authority(821, 871, 874, 331, 313, 312, 856, 307, 333, 852, 301)).xlsx());

        assertThat(set.state()).isEqualTo(SubmissionState.REFUSED);
        assertThat(set.error().detail()).contains("time_period");
    }

    /** The set of May 2025; skipped where BELLWETHER_REAL_DATA does not name the folder of published files. */
    @Test
    void the_published_set_gives_luton_and_bedford_the_neighbours_that_the_tool_shows() {
        String real = System.getenv("BELLWETHER_REAL_DATA");
        assumeTrue(real != null, "skipped: BELLWETHER_REAL_DATA is not set");

        Submission set = home.receiveFiles(List.of(Path.of(real, "benchmarks/sn_may_2025.xlsx"))).submissions().get(0);

        assertThat(set.state()).isEqualTo(SubmissionState.ACCEPTED);
        assertThat(set.rows()).isEqualTo(158).isEqualTo(set.accepted());
        assertThat(neighbours(set, 821)).containsExactly("871 874 331 313 312 856 307 333 852 301 Close");
        assertThat(neighbours(set, 822)).containsExactly("303 826 941 311 937 839 886 935 881 866 Very close");
    }

    private List<String> neighbours(Submission set, int la) {
        return home.query("select string_agg(neighbour_la_code, ' ' order by rank) || ' ' || string_agg(distinct closeness, ', ') from " + home.relation(set, "statistical_neighbour")
                + " where la_code = " + la);
    }

    private List<String> staged(Submission set) {
        return home.staged(set, "statistical_neighbour", "la_code", "sn_version", "rank", "neighbour_la_code", "closeness", "source_line");
    }

    private static Object[] authority(int code, int... neighbours) {
        List<Object> cells = new ArrayList<>(List.of(code, "Name", code, 3, "Region"));
        for (int each = 0; each < neighbours.length; each++) {
            cells.add(neighbours[each]);
            cells.add(each == 0 ? "Very Close" : "Close");
        }
        return cells.toArray();
    }

    private static Book book(Object[]... authorities) {
        List<Object> letters = new ArrayList<>(List.of("A", "B", "C", "D", "E"));
        List<Object> numbers = new ArrayList<>(List.of(1, 2, 3, 4, 5));
        List<Object> names = new ArrayList<>(List.of("LA num", "LA Name", "LA number", "GOInd", "GOReg"));
        for (int each = 1; each <= 10; each++) {
            letters.addAll(List.of(2 * each + 1, 2 * each + 2));
            numbers.addAll(List.of(2 * each + 4, 2 * each + 5));
            names.addAll(List.of("SN" + each, "SNP"));
        }
        List<Object[]> rows = new ArrayList<>(List.of(letters.toArray(), numbers.toArray(), names.toArray()));
        rows.addAll(List.of(authorities));
        return new Book().sheet("LA SN Groups", rows.toArray(Object[][]::new));
    }
}
