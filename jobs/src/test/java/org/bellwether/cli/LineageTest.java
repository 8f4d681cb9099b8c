package org.bellwether.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.openlineage.client.OpenLineage.InputDataset;
import io.openlineage.client.OpenLineage.OutputDataset;
import io.openlineage.client.OpenLineage.RunEvent;
import io.openlineage.client.OpenLineage.RunEvent.EventType;
import io.openlineage.client.OpenLineageClientUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bellwether.app.notify.channel.HookServer;
import org.bellwether.cli.console.ExitCode;
import org.bellwether.home.Folders;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** What a night tells of itself by the OpenLineage standard, read back by the types of its client. */
@Tag("slow")
@Tag("long")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LineageTest {

    private TrialHome home;
    private Path told;
    private List<RunEvent> events;

    @BeforeAll
    void a_night_with_more_notices(@TempDir Path folder) throws Exception {
        Path returns = FirstNight.returns(folder.resolve("returns"));
        home = FirstNight.copyTo(folder.resolve("home")).withReturns(returns.resolve("night-2")).keeping("exclusion_notice.*");
        told = home.home().control().resolve("lineage.jsonl");
        goesTo("file: control/lineage.jsonl");
        home.nightHere(TrialHome.SECOND_NIGHT);
        events = events();
    }

    @Test
    @Order(1)
    void every_run_has_a_beginning_and_an_end_below_the_night() {
        RunEvent night = of("nightly", EventType.START);
        assertThat(events.get(0)).isSameAs(night);
        assertThat(events.get(events.size() - 1).getRun().getRunId()).isEqualTo(night.getRun().getRunId());
        assertThat(events).extracting(event -> event.getJob().getName()).contains("nightly", "receive", "build", "publish", "core.fact_exclusion", "mart.mart_exclusions_la");
        assertThat(events).allSatisfy(event -> assertThat(event.getJob().getNamespace()).isEqualTo("bellwether-899"));
        events.stream().collect(Collectors.groupingBy(event -> event.getRun().getRunId())).forEach((run, both) -> {
            assertThat(both).extracting(RunEvent::getEventType).as(both.get(0).getJob().getName()).containsExactly(EventType.START, EventType.COMPLETE);
            assertThat(both.get(1).getEventTime()).isAfterOrEqualTo(both.get(0).getEventTime());
        });
        UUID build = of("build", EventType.START).getRun().getRunId();
        assertThat(parent(of("build", EventType.COMPLETE))).isEqualTo(night.getRun().getRunId());
        assertThat(parent(of("core.fact_exclusion", EventType.COMPLETE))).isEqualTo(build);
    }

    @Test
    @Order(1)
    void a_model_tells_its_inputs_columns_and_rows() throws Exception {
        RunEvent fact = of("core.fact_exclusion", EventType.COMPLETE);
        assertThat(fact.getInputs()).extracting(InputDataset::getName).contains("core.dim_pupil", "core.fact_exclusion__judged");
        OutputDataset table = fact.getOutputs().get(0);
        assertThat(table.getName()).isEqualTo("core.fact_exclusion");
        assertThat(table.getFacets().getSchema().getFields()).anySatisfy(field -> {
            assertThat(field.getName()).isEqualTo("pupil_key");
            assertThat(field.getType()).isEqualTo("BIGINT");
            assertThat(field.getDescription()).isNotBlank();
        });
        assertThat(table.getOutputFacets().getOutputStatistics().getRowCount()).isEqualTo(rows("core.fact_exclusion"));

        OutputDataset mart = of("mart.mart_exclusions_la", EventType.COMPLETE).getOutputs().get(0);
        assertThat(mart.getFacets().getColumnLineage().getFields().getAdditionalProperties().get("susp_rate").getInputFields()).singleElement().satisfies(from -> {
            assertThat(from.getName()).isEqualTo("figure.exclusion");
            assertThat(from.getTransformations()).singleElement().satisfies(how -> assertThat(how.getDescription()).isEqualTo("measure susp_rate"));
        });
    }

    @Test
    @Order(1)
    void a_delivery_leads_to_its_staged_table_and_a_release_names_itself() throws Exception {
        RunEvent received = events.stream().filter(event -> event.getJob().getName().equals("receive") && event.getEventType() == EventType.COMPLETE).findFirst().orElseThrow();
        assertThat(received.getInputs().get(0).getName()).startsWith("landing.exclusion_notice.0");
        assertThat(received.getOutputs()).singleElement().satisfies(table -> {
            assertThat(table.getName()).isEqualTo("staged.exclusion_notice");
            assertThat(table.getOutputFacets().getOutputStatistics().getRowCount()).isPositive();
        });
        assertThat(of("build", EventType.COMPLETE).getInputs()).extracting(InputDataset::getName).contains("staged.exclusion_notice");
        assertThat(of("publish", EventType.COMPLETE).getOutputs()).hasSameSizeAs(home.publishedMarts())
                .allSatisfy(mart -> assertThat(mart.getFacets().getVersion().getDatasetVersion()).isEqualTo(home.manifest().release()));
        assertThat(Files.readString(told)).doesNotContain(".csv", home.root().toString());
    }

    @Test
    @Order(2)
    void a_run_that_is_killed_is_told_to_have_been_aborted_by_the_next_one() throws Exception {
        Files.delete(told);
        Child night = home.startNight(TrialHome.SECOND_NIGHT);
        while (told.toFile().length() == 0 && night.isRunning()) {
            Thread.sleep(2);
        }
        night.kill();
        RunEvent began = events().get(0);

        home.nightHere(TrialHome.SECOND_NIGHT);

        assertThat(events()).filteredOn(event -> event.getEventType() == EventType.ABORT).extracting(event -> event.getRun().getRunId()).contains(began.getRun().getRunId());
    }

    @Test
    @Order(4)
    void a_night_that_fails_says_why_in_the_words_of_the_catalogue() throws Exception {
        Files.delete(told);
        goesTo("file: control/lineage.jsonl");
        Path wrong = home.home().config().resolve("commentary/now.yml");
        Files.createDirectories(wrong.getParent());
        Files.writeString(wrong, "comments: [{target: susp_rate}]\n");

        assertThat(night()).isEqualTo(ExitCode.USAGE);

        events = events();
        Files.delete(wrong);
        assertThat(of("publish", EventType.FAIL).getRun().getFacets().getErrorMessage().getMessage()).startsWith("CFG-0").contains("now.yml");
        assertThat(of("nightly", EventType.FAIL)).isNotNull();
        assertThat(Files.readString(told)).doesNotContain("\tat ", "Exception: ");
    }

    @Test
    @Order(3)
    void a_server_gets_the_events_with_its_key_and_one_that_fails_keeps_no_night_from_its_end() throws Exception {
        try (HookServer catalogue = new HookServer()) {
            goesTo("{url: '" + catalogue.url() + "', key: of the catalogue, namespace: wardown}");
            catalogue.answering(201, 503);

            home.nightHere(TrialHome.SECOND_NIGHT);

            assertThat(catalogue.requests()).hasSizeGreaterThanOrEqualTo(2).allSatisfy(request -> {
                assertThat(request.path()).isEqualTo("/api/v1/lineage");
                assertThat(request.authorization()).isEqualTo("Bearer of the catalogue");
                assertThat(OpenLineageClientUtils.runEventFromJson(request.body()).getJob().getNamespace()).isEqualTo("wardown");
            });
            assertThat(catalogue.requests()).as("it is not asked again and again").hasSizeLessThan(12);
            List<Path> logs = Folders.files(home.home().logs());
            String log = Files.readString(logs.get(logs.size() - 1));
            assertThat(log).contains("ENV-061 Lineage events of this run are lost").doesNotContain("of the catalogue");
        }
    }

    @Test
    @Order(5)
    void config_that_says_two_things_begins_no_night() throws Exception {
        goesTo("{file: control/lineage.jsonl, url: 'https://catalogue.example.gov.uk'}");

        assertThat(night()).isEqualTo(ExitCode.USAGE);

        Child doctor = home.start("doctor");
        assertThat(doctor.await()).isEqualTo(ExitCode.FAILED);
        assertThat(doctor.printed()).contains("MEND  lineage: CFG-031 ", "needs file or url, and not both");
    }

    private void goesTo(String config) throws IOException {
        Files.writeString(home.home().config().resolve("lineage.yml"), config + "\n");
    }

    private int night() {
        return Bellwether.run("nightly", "--home", home.root().toString(), "--received-at", TrialHome.SECOND_NIGHT.toString());
    }

    private List<RunEvent> events() throws IOException {
        return new ArrayList<>(Files.readAllLines(told).stream().map(OpenLineageClientUtils::runEventFromJson).toList());
    }

    private RunEvent of(String job, EventType type) {
        return events.stream().filter(event -> event.getJob().getName().equals(job) && event.getEventType() == type).findFirst().orElse(null);
    }

    private static UUID parent(RunEvent event) {
        return event.getRun().getFacets().getParent().getRun().getRunId();
    }

    private long rows(String table) throws Exception {
        return Long.parseLong(home.askRestricted("select count(*) from " + table).get(0));
    }
}
