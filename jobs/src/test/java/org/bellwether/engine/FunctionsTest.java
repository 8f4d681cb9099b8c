package org.bellwether.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.bellwether.config.Project;
import org.bellwether.config.Settings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The functions that models name, against the golden facts of the domain. */
class FunctionsTest {

    @TempDir
    static Path tmp;

    private static DuckDb engine;
    private static Connection connection;

    @BeforeAll
    static void open() throws SQLException {
        engine = DuckDb.memory(Project.locate(), new Settings.Engine("256MB", 2), tmp);
        connection = engine.connection();
    }

    @AfterAll
    static void close() throws SQLException {
        connection.close();
        engine.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"R201100018042", "T20110001804V", "T821400224017", "G822900125003", "F82140022400A"})
    void a_upn_with_its_check_letter_is_valid(String upn) throws SQLException {
        assertThat(answer("is_valid_upn('" + upn + "')")).isEqualTo("true");
        assertThat(answer("upn_check_letter('" + upn.substring(1) + "')")).isEqualTo(upn.substring(0, 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "A201100018042", "I201100018042", "O201100018042", "S201100018042", "r201100018042", "R20110001804",
        "R2011000180420", "R20110001804I", "RX01100018042", "", " R201100018042"})
    void any_other_text_is_no_upn(String text) throws SQLException {
        assertThat(answer("is_valid_upn('" + text + "')")).isEqualTo("false");
    }

    @ParameterizedTest
    @CsvSource({"2026-02-13, 2026-07-23, false", "2026-07-17, 2026-07-31, true", "2026-02-13, 2026-02-20, true", "2026-02-13, 2026-02-21, false",
        "infinity, 2027-01-01, true", "-infinity, 2026-07-23, true"})
    void two_running_figures_are_compared_where_they_reach_to_the_same_week(String one, String other, String same) throws SQLException {
        assertThat(answer("is_same_cut_off(date '%s', date '%s', date '2026-07-31')".formatted(one, other))).isEqualTo(same);
        assertThat(answer("is_same_cut_off(null, date '%s', date '2026-07-31')".formatted(other))).isEqualTo("true");
    }

    @Test
    void a_blank_is_never_all_and_a_filter_that_is_not_there_is_no_group() throws SQLException {
        assertThat(answer("breakdown_label(null) || breakdown_label('Boys')")).isEqualTo("UnknownBoys");
        assertThat(answer("breakdown_label('') is null and breakdown_label('TOTAL') is null")).isEqualTo("true");
        assertThat(answer("three_digits('821.0') + coalesce(three_digits('E06'), three_digits(''), three_digits('8210'), 0)")).isEqualTo("821");
    }

    @Test
    void no_upn_is_not_a_valid_one() throws SQLException {
        assertThat(answer("is_valid_upn(cast(null as varchar))")).isEqualTo("false");
    }

    @ParameterizedTest
    @CsvSource({
        "2019, 2019-04-21", "2020, 2020-04-12", "2021, 2021-04-04", "2022, 2022-04-17", "2023, 2023-04-09",
        "2024, 2024-03-31", "2025, 2025-04-20", "2026, 2026-04-05", "2027, 2027-03-28",
        "1981, 1981-04-19", "1954, 1954-04-18", "2049, 2049-04-18", "2076, 2076-04-19"})
    void easter_is_computed(int year, String sunday) throws SQLException {
        assertThat(answer("easter_sunday(" + year + ")")).isEqualTo(sunday);
    }

    @ParameterizedTest
    @CsvSource({
        "27468.15, 6, 1, 4578.03", "-27468.15, 6, 1, -4578.03", "27468.14, 6, 1, 4578.02", "0.01, 2, 1, 0.01", "0.01, 3, 1, 0.00",
        "10.00, 0, 1, ", ", 3, 1, ", "999999999999.99, 1, 1, 999999999999.99", "2.01, 1000000, 1025000, 2.06",
        "33.33500, 1, 1, 33.34", "100.66665, 3, 1, 33.56"})
    void money_is_divided_in_integers_and_rounded_once(String amount, int divisor, long factor, String pounds) throws SQLException {
        String value = amount == null ? "cast(null as decimal(18, 2))" : amount;
        assertThat(answer("money_quotient(" + value + ", " + divisor + ", " + factor + ")")).isEqualTo(pounds);
    }

    @ParameterizedTest
    @CsvSource({
        "2024-08-31, 202425, AUT, 202425", "2025-07-31, 202425, SUM, 202526", "2025-08-01, 202526, AUT, 202526",
        "2025-04-20, 202425, SPR, 202526", "2025-04-21, 202425, SUM, 202526", "2026-04-06, 202526, SUM, 202627",
        "2024-12-31, 202425, AUT, 202425", "2025-01-01, 202425, SPR, 202425", "2025-03-31, 202425, SPR, 202425",
        "2025-04-01, 202425, SPR, 202526", "1999-09-01, 199900, AUT, 199900"})
    void years_and_terms_follow_the_official_windows(String day, String academic, String term, String financial)
            throws SQLException {
        String date = "date '" + day + "'";
        assertThat(answer("academic_year(" + date + ")")).isEqualTo(academic);
        assertThat(answer("term_of(" + date + ")")).isEqualTo(term);
        assertThat(answer("financial_year(" + date + ")")).isEqualTo(financial);
    }

    @Test
    void no_day_is_of_no_year_and_no_term() throws SQLException {
        assertThat(answer("coalesce(term_of(cast(null as date)), 'none')")).isEqualTo("none");
        assertThat(answer("coalesce(academic_year(cast(null as date)), 0)")).isEqualTo("0");
    }

    @Test
    void a_key_is_the_same_in_every_build_and_tells_its_parts_apart() throws SQLException {
        assertThat(answer("stable_key(8999001)")).isEqualTo(Long.toString(Long.parseLong("525191b5f902538", 16)));
        assertThat(answer("stable_key(1, 'x') = stable_key('1|x')")).isEqualTo("true");
        assertThat(answer("stable_key(1, null) = stable_key(1, '')")).isEqualTo("true");
        assertThat(answer("stable_key(1, 2, 3, 4, 5, 6, 7, 8) = stable_key('1|2|3|4|5|6|7|8')")).isEqualTo("true");
    }

    @Test
    void an_instant_falls_on_its_day_in_england() throws SQLException {
        assertThat(answer("london_date(timestamp '2025-07-01 23:30:00')")).isEqualTo("2025-07-02");
        assertThat(answer("london_date(timestamp '2025-12-01 23:30:00')")).isEqualTo("2025-12-01");
    }

    @ParameterizedTest
    @CsvSource({
        "41, 40671, 0.10081", "2469, 40671, 6.07066", "70, 31625, 0.22134", "2637, 31625, 8.33834",
        "57, 27842, 0.20473",
        "1, 8, 12.5", "0, 5, 0.0", "3, 2, 150.0",
        "-3, 16, -18.75", "-6, 37, -16.21622", "6, 10, 60.0", "5, 11, 45.45455"})
    void a_rate_is_rounded_half_up_at_five_places(long numerator, long denominator, String rate) throws SQLException {
        assertThat(answer("rate(" + numerator + ", " + denominator + ")")).isEqualTo(rate);
    }

    @Test
    void a_rate_without_a_denominator_is_none() throws SQLException {
        assertThat(answer("rate(29, 0)")).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "202425, 1, 2024-04-01", "202425, 9, 2024-12-01", "202425, 10, 2025-01-01", "202425, 12, 2025-03-01", "202425, 0,", "202425, 13,",
        "202425, -3,", "202425, 2147483647,", "-1, 1,", "2147483647, 1,", "0, 1,"})
    void a_month_of_a_financial_year_has_a_first_day_and_what_is_no_month_has_none(int year, int month, String day) throws SQLException {
        assertThat(answer("financial_month_start(" + year + ", " + month + ")")).isEqualTo(day);
    }

    @ParameterizedTest
    @CsvSource({"899, 2001, 8992001", "214749, 1,", "899, 10000,", "899, -1,", "2147483647, 2147483647,"})
    void a_laestab_is_three_digits_and_four(int la, int establishment, String laestab) throws SQLException {
        assertThat(answer("laestab_of(" + la + ", " + establishment + ")")).isEqualTo(laestab);
    }

    /** What a function cannot answer is null, so that no accepted value can stop a night. */
    @ParameterizedTest
    @ValueSource(strings = {
        "academic_year(date '%s')", "term_of(date '%s')", "financial_year(date '%s')", "add_days(date '%s', 28)", "add_days(date '%s', -28)",
        "stable_key(date '%s')"})
    void no_day_is_too_odd_for_a_function(String call) throws SQLException {
        for (String day : new String[] {"0001-01-01", "9999-12-31", "-290000-01-01", "290000-01-01", "5881580-07-10", "infinity", "-infinity"}) {
            answer(call.formatted(day));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "quotient((-9223372036854775808)::bigint, 3::integer, 100)", "rate(2147483647::integer, 2147483647::integer)",
        "rate(9223372036854775807::bigint, 9223372036854775807::bigint)", "gbp(1e300)", "gbp(-99999999999999999999999.99)", "gbp('nan'::double)",
        "money_quotient(9999999999999999.99, 1, 1000000000)", "money_quotient(1e300, 3, 1)", "money_quotient(-0.01, 9223372036854775807, 1)"})
    void no_number_is_too_large_for_a_function(String call) throws SQLException {
        answer(call);
    }

    private static String answer(String expression) throws SQLException {
        return Sql.queryText(connection, "select cast(" + expression + " as varchar)");
    }
}
