package org.bellwether.batch.receive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bellwether.home.Folders;
import org.bellwether.home.Json;
import org.bellwether.intake.register.Submission;
import org.bellwether.intake.register.SubmissionState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was accepted is judged again when its contract or rules change, and stays what it is. */
class RestageTest {

    private static final String EVENTS = "returns/policy_events.yml";
    private static final String SHORTER = "tables: {policy_event: {columns: {detail: {required: true, max_length: 8}}}}";

    @TempDir
    Path folder;

    private ReceivingFixture home;
    private Submission events;
    private Submission dates;

    @BeforeEach
    void a_home_with_events_and_a_calendar() {
        home = ReceivingFixture.in(folder);
        events = home.receive("policy_events.csv", """
                laestab,event_date,event,detail
                8992001,2025-01-10,TRAINED,short
                8992001,2025-01-11,TRAINED,brief
                8992001,2025-01-12,TRAINED,curt
                8992001,2025-01-13,TRAINED,terse
                8992001,2025-01-14,TRAINED,more than eight
                """);
        dates = home.receive("term_dates.csv", """
                la_code,academic_year,date_from,date_to,day_type,term,half_term
                899,202425,2024-09-02,2024-10-25,TERM,AUT,AUT1
                """);
    }

    @Test
    void nothing_is_judged_again_while_contracts_and_rules_are_the_same() {
        assertThat(home.restage().restageChanged().returns()).isEmpty();
        home.config(EVENTS, "title: What schools have done\ntables: {policy_event: {columns: {detail: {says: In a few words}}}}");
        assertThat(home.restage().restageChangedAndDamaged().returns()).isEmpty();
    }

    @Test
    void rows_counts_and_rejects_are_those_of_the_new_contract_and_the_rest_stays() {
        assertThat(home.register().find(events.id()).orElseThrow().accepted()).isEqualTo(5);
        home.config(EVENTS, SHORTER);
        String before = home.register().digest();

        RestageService.Result result = home.restage().restageChanged();

        assertThat(result.restaged()).extracting(Submission::id).containsExactly(events.id());
        Submission now = home.register().find(events.id()).orElseThrow();
        assertThat(now.accepted()).isEqualTo(4);
        assertThat(now.rejected()).isEqualTo(1);
        assertThat(now.state()).isEqualTo(SubmissionState.ACCEPTED_WITH_QUERIES);
        assertThat(now.receivedAt()).isEqualTo(events.receivedAt());
        assertThat(now.arrival()).isEqualTo(events.arrival());
        assertThat(now.judgedBy()).isNotEqualTo(events.judgedBy());
        assertThat(Json.read(home.home().landing("policy_events", events.id()).resolve(Submission.RECORD), Submission.class)).isEqualTo(now);
        assertThat(home.staged(now, "policy_event", "source_line", "detail")).containsExactly("2 short", "3 brief", "4 curt", "5 terse");
        assertThat(home.rejects(now)).singleElement().asString().startsWith("6; ROW-010");
        assertThat(home.register().digest()).as("so that a build follows").isNotEqualTo(before);
        assertThat(home.restage().restageChanged().returns()).isEmpty();
        assertThat(home.home().staged().resolve(".restaging")).doesNotExist();
    }

    @Test
    void of_what_would_be_rejected_whole_the_rows_stay_and_it_is_told_once() {
        home.config(EVENTS, "tables: {policy_event: {columns: {detail: {required: true, max_length: 4}}}}");

        RestageService.Result result = home.restage().restageChanged();

        assertThat(result.restaged()).isEmpty();
        assertThat(result.kept()).extracting(Submission::id).containsExactly(events.id());
        Submission now = home.register().find(events.id()).orElseThrow();
        assertThat(now.state()).isEqualTo(SubmissionState.ACCEPTED);
        assertThat(now.judgedBy()).isEqualTo(events.judgedBy());
        assertThat(now.warnings()).singleElement().asString().startsWith("FILE-065").contains("80 % of its rows are rejected");
        assertThat(home.count(now, "policy_event")).isEqualTo(5);
        assertThat(home.restage().restageChanged().returns()).as("judged already").isEmpty();

        home.config(EVENTS, SHORTER);
        assertThat(home.restage().restageChanged().restaged()).extracting(Submission::id).containsExactly(events.id());
    }

    @Test
    void a_kill_while_rows_are_exchanged_leaves_them_to_be_judged_again() {
        home.register().forgetJudgedBy(events.id());
        Folders.delete(home.home().staged("policy_events", events.id()));

        assertThat(home.restage().restageChanged().restaged()).extracting(Submission::id).containsExactly(events.id());

        assertThat(home.count(events, "policy_event")).isEqualTo(5);
        assertThat(home.register().find(events.id())).contains(events);
    }

    @Test
    void staged_rows_that_are_gone_are_made_again_from_landing() throws Exception {
        Path rows = home.home().staged("term_dates", dates.id()).resolve("term_date.parquet");
        byte[] before = Files.readAllBytes(rows);
        Files.delete(rows);

        assertThat(home.restage().restageChanged().returns()).as("a night does not take what is not mounted for gone").isEmpty();
        assertThat(home.restage().restageChangedAndDamaged().restaged()).extracting(Submission::id).containsExactly(dates.id());

        assertThat(rows).hasBinaryContent(before);
    }

    @Test
    void a_return_is_judged_again_whole_and_what_is_not_in_landing_any_more_stays() throws Exception {
        Files.delete(home.home().landing("policy_events", events.id()).resolve("policy_events.csv"));

        assertThat(home.restage().restageAll("term_dates").restaged()).extracting(Submission::id).containsExactly(dates.id());
        RestageService.Result result = home.restage().restageAll("policy_events");

        assertThat(result.restaged()).isEqualTo(List.of());
        assertThat(result.kept().get(0).warnings()).singleElement().asString().contains("policy_events.csv is not in landing any more");
        assertThat(home.count(events, "policy_event")).isEqualTo(5);
    }
}
