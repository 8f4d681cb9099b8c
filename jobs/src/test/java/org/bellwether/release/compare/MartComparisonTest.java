package org.bellwether.release.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.bellwether.config.Project;
import org.bellwether.config.Settings;
import org.bellwether.engine.DuckDb;
import org.bellwether.engine.Sql;
import org.bellwether.release.compare.ReleaseDifference.ColumnChange;
import org.bellwether.release.compare.ReleaseDifference.FigureChange;
import org.bellwether.release.disclosure.MartDisclosure;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MartComparisonTest {

    private static final MartDisclosure WIDE = new MartDisclosure(5, null, null, null, null, List.of("time_period", "laestab"), List.of(), List.of(),
            List.of("suspension"), null, null, null, null, null, null);
    private static final MartDisclosure LONG = new MartDisclosure(0, null, null, null, null, List.of("time_period", "measure_code"), List.of(),
            List.of("target"), null, null, Map.of("actual", List.of()), null, null, null, null);
    private static final String WIDE_ROW = "time_period, laestab, school_name, suspension, suspension_status";

    @TempDir
    Path folder;

    private DuckDb engine;
    private Connection connection;

    @BeforeEach
    void open() throws SQLException {
        engine = DuckDb.memory(Project.locate(), new Settings.Engine("256MB", 1));
        connection = engine.connection();
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
        engine.close();
    }

    @Test
    void each_cell_that_differs_is_counted_once_by_what_has_become_of_it() throws SQLException {
        Path before = mart("before", WIDE_ROW, "(202324, 1, 'Oak', 7, 'ok'), (202425, 1, 'Oak', 8, 'ok'), (202324, 2, 'Elm', 9, 'ok'), (202425, 2, 'Elm', null, 'c'),"
                + " (202324, 3, 'Ash', 6, 'ok'), (202425, 3, 'Ash', null, 'c'), (202324, 4, 'Fir', null, 'x'), (202425, 4, 'Fir', 5, 'ok'), (202324, 5, 'Yew', null, 'z')");
        Path after = mart("after", WIDE_ROW, "(202324, 1, 'Oak', 7, 'ok'), (202425, 1, 'Oak', 9, 'ok'), (202324, 2, 'Elm', null, 'c'), (202425, 2, 'Elm', 5, 'ok'),"
                + " (202425, 3, 'Ash', null, 'c'), (202324, 4, 'Fir', 6, 'ok'), (202425, 4, 'Fir', null, 'x'), (202324, 5, 'Yew', null, 'x'), (202425, 5, 'Yew', null, 'c')");

        List<FigureChange> changes = compare(WIDE, before, after).stream().map(MartComparison.Cells::change).filter(change -> !change.isLabel()).toList();

        assertThat(changes).extracting(change -> change.laestab() + " " + change.measure() + " changed " + change.changed() + ", new " + change.appeared()
                + ", gone " + change.gone() + ", hidden " + change.hidden() + ", shown " + change.shown() + ": " + change.first()).containsExactly(
                "1 susp changed 1, new 0, gone 0, hidden 0, shown 0: Example[cell=202425, before=8, after=9]",
                "2 susp changed 0, new 0, gone 0, hidden 1, shown 1: Example[cell=202324, before=9, after=c]",
                "3 susp changed 0, new 0, gone 1, hidden 0, shown 0: Example[cell=202324, before=6, after=null]",
                "4 susp changed 0, new 1, gone 1, hidden 0, shown 0: Example[cell=202324, before=x, after=6]",
                "5 susp changed 1, new 1, gone 0, hidden 0, shown 0: Example[cell=202324, before=z, after=x]");
    }

    @Test
    void of_a_mart_with_a_row_a_measure_the_row_says_the_measure() throws SQLException {
        String columns = "time_period, measure_code, target, target_status, actual, actual_status";
        Path before = mart("before", columns, "(202425, 'susp_rate', 5, 'ok', 7, 'ok'), (202425, 'pa_rate', 9, 'ok', 8, 'ok')");
        Path after = mart("after", columns, "(202425, 'susp_rate', 4, 'ok', 7, 'ok'), (202425, 'pa_rate', 9, 'ok', 6, 'ok')");

        assertThat(compare(LONG, before, after)).extracting(cells -> cells.change().measure() + "." + cells.change().column() + " " + cells.isTargetChanged())
                .containsExactly("pa_rate.actual false", "susp_rate.target true");
    }

    @Test
    void a_label_that_differs_is_told_as_one() throws SQLException {
        Path before = mart("before", WIDE_ROW, "(202425, 1, 'Oak', 7, 'ok')");
        Path after = mart("after", WIDE_ROW, "(202425, 1, 'Oak Academy', 7, 'ok')");

        assertThat(compare(WIDE, before, after)).singleElement().extracting(MartComparison.Cells::change).satisfies(change -> {
            assertThat(change.isLabel()).isTrue();
            assertThat(change.column()).isEqualTo("school_name");
        });
    }

    @Test
    void columns_that_one_of_them_lacks_are_told_and_no_cells_of_theirs() throws SQLException {
        Path before = mart("before", WIDE_ROW, "(202425, 1, 'Oak', 7, 'ok')");
        Path after = mart("after", "time_period, laestab, suspension, suspension_status, roll, roll_status", "(202425, 1, 7, 'ok', 90, 'ok')");

        assertThat(MartComparison.columnChanges("mart_x", MartComparison.columns(connection, before), MartComparison.columns(connection, after)))
                .containsExactly(new ColumnChange("mart_x", "school_name", "VARCHAR", null), new ColumnChange("mart_x", "roll", null, "INTEGER"),
                        new ColumnChange("mart_x", "roll_status", null, "VARCHAR"));
        assertThat(compare(WIDE, before, after)).isEmpty();
    }

    private List<MartComparison.Cells> compare(MartDisclosure disclosure, Path before, Path after) throws SQLException {
        return new MartComparison(connection, "mart_x", disclosure, Map.of("suspension", "susp")).cells(before, after);
    }

    private Path mart(String name, String columns, String rows) throws SQLException {
        Path file = folder.resolve(name + ".parquet");
        Sql.execute(connection, "copy (select * from (values " + rows + ") as mart(" + columns + ")) to " + Sql.literal(file.toString()) + " (format parquet)");
        return file;
    }
}
