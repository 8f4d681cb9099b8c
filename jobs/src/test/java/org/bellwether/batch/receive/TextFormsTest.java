package org.bellwether.batch.receive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bellwether.intake.register.Scope;
import org.bellwether.intake.register.Submission;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A text is read in the forms in which people, ledgers and programs write it, and where it could be two values it is none. */
class TextFormsTest {

    private static final String COST_HEADER = "placement_id,la_code,financial_year,month,element,actual_gbp,invoice_ref\n";
    private static final String EVENT_HEADER = "laestab,event_date,event,detail\n";

    @TempDir
    Path folder;

    private ReceivingFixture home;

    @BeforeEach
    void a_home() {
        home = ReceivingFixture.in(folder).settings("max_rejected_pct: 95");
    }

    @Test
    void money_is_read_as_finance_writes_it() {
        Submission submission = costs("1234.5", "\"1,234.50\"", "\"(1,234.50)\"", "\"£(1,234.50)\"", "'-1234.50", "\"–1,234\"", "\"−1,234\"",
                "\"-£1,234\"", "\"£ 1,234\"", "\"£-1,234\"", "\"1,234.50 CR\"", "\"1,234.50 DR\"", "\"1,234.50-\"", "1\u00a0234.50", "+12", ".5",
                "=\"12\"".replace("\"", "\"\"").transform(text -> "\"" + text + "\""));

        assertThat(home.violations(submission)).isEmpty();
        assertThat(home.staged(submission, "placement_cost", "actual_gbp")).containsExactly("1234.50", "1234.50", "-1234.50", "-1234.50",
                "-1234.50", "-1234.00", "-1234.00", "-1234.00", "1234.00", "-1234.00", "-1234.50", "1234.50", "-1234.50", "1234.50", "12.00", "0.50",
                "12.00");
    }

    @Test
    void money_that_could_be_two_amounts_is_none_and_says_so() {
        Submission submission = costs("\"1.234,56\"", "\"1,23\"", "1.234", "1.234.567", "\"12,34,567\"", "-(5)", "--5", "1e5", "-", "lots");

        assertThat(home.staged(submission, "placement_cost", "actual_gbp")).containsOnly("-");
        assertThat(home.violations(submission)).containsExactly("placement_cost 2 ROW-011 value actual_gbp", "placement_cost 3 ROW-011 value actual_gbp",
                "placement_cost 4 ROW-011 value actual_gbp", "placement_cost 5 ROW-011 value actual_gbp", "placement_cost 6 ROW-011 value actual_gbp",
                "placement_cost 7 ROW-011 value actual_gbp", "placement_cost 8 ROW-011 value actual_gbp", "placement_cost 9 ROW-003 value actual_gbp",
                "placement_cost 10 ROW-003 value actual_gbp", "placement_cost 11 ROW-003 value actual_gbp");
        assertThat(home.query("select distinct message from " + home.findings(submission) + " where rule = 'ROW-011'"))
                .containsExactly("Number that can be read in two ways: actual_gbp");
    }

    @Test
    void the_symbols_of_published_figures_are_no_violations() {
        Submission submission = costs("z", "c", "X", ":", "low");
        Submission published = home.receive("dsg_allocation.csv", "la_code,financial_year,block,gross_gbp,recoupment_gbp,net_gbp,published_on\n"
                + "899,202425,HIGH_NEEDS,z,..,-,2025-07-20\n");

        assertThat(home.violations(submission)).isEmpty();
        assertThat(home.staged(submission, "placement_cost", "actual_gbp")).containsOnly("-");
        assertThat(home.violations(published)).isEmpty();
    }

    @Test
    void a_year_of_two_digits_is_of_this_century_where_the_contract_says_so_and_else_unknown() {
        Submission dsg = home.receive("dsg_allocation.csv", "la_code,financial_year,block,gross_gbp,recoupment_gbp,net_gbp,published_on\n"
                + "899,2025/26,HIGH_NEEDS,1,,1,20/07/25\n" + "899,2025/26,HIGH_NEEDS,2,,2,01/12/25\n");
        Submission notices = home.receive("exclusion_notice.csv", Given.NOTICE_HEADER
                + Given.notice(1).replace(",2025-02-04,SUSP", ",04/02/25,SUSP") + "\n" + Given.notice(2) + "\n");

        assertThat(home.staged(dsg, "dsg_allocation", "published_on")).containsExactly("2025-07-20", "2025-12-01");
        assertThat(home.staged(notices, "exclusion_notice", "notice_date")).containsExactly("-", "2025-02-04");
        assertThat(home.violations(notices)).containsExactly("exclusion_notice 2 ROW-014 value notice_date");
    }

    @Test
    void a_row_is_rejected_whose_period_or_code_would_part_what_the_file_replaces() {
        Submission submission = home.receive("provision_budget_q_202526.csv", """
                provision_code,financial_year,quarter,category,annual_budget_gbp,budget_to_date_gbp,actual_to_date_gbp
                BP|NORTH,202526,1,STAFFING,1000,250,240
                BP-NORTH,202526,1,STAFFING,1000,250,240
                """);

        assertThat(home.violations(submission)).containsExactly("provision_budget 2 ROW-015 error provision_code");
        assertThat(submission.scopes()).extracting(Scope::values).containsExactly("BP-NORTH|202526|1");
    }

    @Test
    void a_day_may_have_a_time_behind_it_and_a_spreadsheet_s_number_is_called_by_its_name() {
        Submission submission = events("2024-09-01 00:00:00", "01/09/2024 00:00", "2024-09-01T00:00:00.000", "1/9/2024", "'2024-09-01",
                "2024-08-31T23:30:00Z", "01/09/2024 12:00:00 AM", "45536", "45536.0", "2024-09-01 25:00");

        assertThat(home.staged(submission, "policy_event", "event_date")).hasSize(7).containsOnly("2024-09-01");
        assertThat(home.violations(submission)).containsExactly("policy_event 9 ROW-013 error event_date", "policy_event 10 ROW-013 error event_date",
                "policy_event 11 ROW-003 error event_date");
    }

    @Test
    void an_instant_has_a_zone_and_a_time_without_one_is_london_s() {
        List<String> told = List.of("2026-06-03T08:45:00Z", "2026-06-03 09:15:00", "2026-06-03T08:45:00.123Z", "2026-06-03 09:45", "03/06/2026 09:45:30",
                "2026-06-03T09:45:00+01:00", "2026-06-03 04:45:00-0400", "2025-10-26T01:30:00+01:00", "2025-10-26T01:30:00Z", "2026-06-03");
        Submission submission = home.receive("attendance_marks.csv", Given.MARK_HEADER + IntStream.range(0, told.size())
                .mapToObj(number -> Given.mark(number, "2026-06-03", "AM", "/", told.get(number))).collect(Collectors.joining()));

        assertThat(home.staged(submission, "attendance_mark", "recorded_at")).containsExactly("2026-06-03 08:45:00", "2026-06-03 08:15:00",
                "2026-06-03 08:45:00.123", "2026-06-03 08:45:00", "2026-06-03 08:45:30", "2026-06-03 08:45:00", "2026-06-03 08:45:00",
                "2025-10-26 00:30:00", "2025-10-26 01:30:00", "-");
        assertThat(home.violations(submission)).containsExactly("attendance_mark 11 ROW-003 value recorded_at");
    }

    @Test
    void of_two_marks_the_later_by_the_clock_counts_however_its_time_is_written() {
        Submission submission = home.receive("attendance_marks.csv", Given.MARK_HEADER + Given.mark(1, "2026-06-03", "AM", "N", "2026-06-03T08:45:00Z")
                + Given.mark(1, "2026-06-03", "AM", "/", "2026-06-03 09:15:00") + Given.mark(2, "2026-06-03", "AM", "/", "2026-06-03T08:45:00.123Z")
                + Given.mark(2, "2026-06-03", "AM", "N", "2026-06-03T08:45:00.124Z"));

        assertThat(home.violations(submission)).isEmpty();
        assertThat(home.staged(submission, "attendance_mark", "attendance_code", "is_superseded"))
                .containsExactly("N false", "/ true", "/ true", "N false");
    }

    @Test
    void what_cannot_be_seen_in_a_text_does_not_change_it() {
        String[] odd = {"\u00a0", "\u2009", "\u200b", "\ufeff", "\t", "\u202f", "\u00ad", " \u00a0 "};
        String rows = IntStream.range(0, odd.length).mapToObj(number -> String.join(",", odd[number] + "8992001" + odd[number],
                Given.upn(number).substring(0, 5) + odd[number] + Given.upn(number).substring(5), "Doe", "2025-02-04" + odd[number],
                odd[number] + "am", "/" + odd[number], "") + "\n").collect(Collectors.joining());
        Submission submission = home.receive("attendance_marks.csv", Given.MARK_HEADER.replace("upn", "\ufeffu\u00adpn\u00a0")
                .replace("attendance_date", "attendance\u00a0date\u200b") + rows);

        assertThat(home.violations(submission)).isEmpty();
        assertThat(home.staged(submission, "attendance_mark", "laestab", "attendance_date", "session", "attendance_code"))
                .hasSize(odd.length).containsOnly("8992001 2025-02-04 AM /");
        assertThat(home.staged(submission, "attendance_mark", "pupil_key")).doesNotHaveDuplicates().doesNotContain("-");
    }

    @Test
    void a_school_s_number_is_one_however_its_parts_are_parted() {
        String[] forms = {"899\u00a02001", "899–2001", "899‑2001", "899/2001", "899 / 2001", "8992001.0", "'8992001", "\"8,992,001\""};
        Submission submission = home.receive("policy_events.csv", EVENT_HEADER + IntStream.range(0, forms.length)
                .mapToObj(number -> forms[number] + ",2024-09-" + (10 + number) + ",CHARTER_SIGNED,\n").collect(Collectors.joining()));

        assertThat(home.staged(submission, "policy_event", "laestab")).hasSize(forms.length).containsOnly("8992001");
    }

    @Test
    void the_number_of_a_budget_line_ends_at_a_space_of_any_kind() {
        Submission submission = home.receive("s251_budget.csv", """
                time_period,time_identifier,geographic_level,old_la_code,category_of_planned_expenditure,gross_planned_expenditure,net_planned_expenditure
                202526,Financial year,Local authority,899,1.2.3\u00a0Top-up and other funding,100,100
                202526,Financial year,Local authority,899,1.2.1\u2009 Top-up funding,z,low
                """);

        assertThat(home.staged(submission, "s251_line", "line_code", "category")).containsExactly("1.2.3 1.2.3 Top-up and other funding",
                "1.2.1 1.2.1 Top-up funding");
        assertThat(home.violations(submission)).isEmpty();
    }

    @Test
    void a_letter_of_another_encoding_garbles_its_own_line_alone_and_is_told() {
        byte[] stray = Stream.of(EVENT_HEADER, "8992001,2024-09-01,CHARTER_SIGNED,Café Noël\n", "8992002,2024-09-01,CHARTER_SIGNED,The head\u2019s\n")
                .map(line -> line.getBytes(line.contains("\u2019") ? Charset.forName("windows-1252") : StandardCharsets.UTF_8))
                .collect(ByteArrayOutputStream::new, ByteArrayOutputStream::writeBytes, (one, other) -> one.writeBytes(other.toByteArray())).toByteArray();
        Submission submission = home.receive("policy_events.csv", stray);

        assertThat(home.staged(submission, "policy_event", "detail")).containsExactly("Café Noël", "The head\u2019s");
        assertThat(submission.files().get(0).notes()).anyMatch(note -> note.startsWith("FILE-040") && note.contains("3"));
    }

    @Test
    void a_file_of_an_older_program_is_read_as_windows_1252_throughout() {
        Submission submission = home.receive("policy_events.csv", (EVENT_HEADER + "8992001,2024-09-01,CHARTER_SIGNED,Café\n"
                + "8992002,2024-09-01,CHARTER_SIGNED,Noël\n").getBytes(Charset.forName("windows-1252")));

        assertThat(home.staged(submission, "policy_event", "detail")).containsExactly("Café", "Noël");
        assertThat(submission.files().get(0).notes()).anyMatch(note -> note.startsWith("FILE-026"));
    }

    @Test
    void numbers_that_a_program_wrote_as_fractions_are_whole() {
        Submission submission = home.receive("placement_register.csv", "placement_id,upn,home_laestab,provision_code,parent_consulted_date,start_date,sessions_per_week,travel_minutes\n"
                + "P1," + Given.upn(1).toLowerCase(java.util.Locale.ROOT) + ",8992001,A,2025-02-03,2025-02-04 00:00:00,10.0,\"1,2\"\n"
                + "P2," + Given.upn(2) + ",8992001,A,2025-02-03,04/02/25,2.5,45\n");

        assertThat(home.staged(submission, "placement", "sessions_per_week", "travel_minutes", "start_date"))
                .containsExactly("10 - 2025-02-04", "- 45 2025-02-04");
        assertThat(home.violations(submission)).containsExactly("placement 2 ROW-011 value travel_minutes", "placement 3 ROW-003 value sessions_per_week");
    }

    private Submission costs(String... amounts) {
        return home.receive("placement_cost.csv", COST_HEADER + IntStream.range(0, amounts.length)
                .mapToObj(number -> "P" + number + ",899,202425,1,OUTREACH," + amounts[number] + ",I" + number + "\n").collect(Collectors.joining()));
    }

    private Submission events(String... days) {
        return home.receive("policy_events.csv", EVENT_HEADER + IntStream.range(0, days.length)
                .mapToObj(number -> (8992001 + number) + "," + days[number] + ",CHARTER_SIGNED,\n").collect(Collectors.joining()));
    }
}
