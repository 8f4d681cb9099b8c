package org.bellwether.batch.nightly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bellwether.app.session.WarehouseApplication;
import org.bellwether.app.status.Status;
import org.bellwether.app.status.StatusWriter;
import org.bellwether.batch.SmallProject;
import org.bellwether.batch.build.WarehouseProvider;
import org.bellwether.batch.receive.Given;
import org.bellwether.batch.receive.IntakeJob;
import org.bellwether.batch.receive.ReceivingFixture;
import org.bellwether.batch.report.RunReport;
import org.bellwether.batch.report.SetAsideEntry;
import org.bellwether.batch.step.RunFailedException;
import org.bellwether.config.ConfigFiles;
import org.bellwether.config.Project;
import org.bellwether.config.Settings;
import org.bellwether.engine.Sql;
import org.bellwether.home.Json;
import org.bellwether.release.check.AuditException;
import org.bellwether.release.store.Manifest;
import org.bellwether.release.store.ReleaseFolder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** Whole nights in which something that was accepted cannot be built or audited: the rest is published. */
class NightWithOddRowsTest {

    private static final String COSTS = "placement_id,la_code,financial_year,month,element,provider_sector,s251_line,actual_gbp,invoice_ref\n";
    private static final String EVENTS = "laestab,event_date,event,detail\n";

    @TempDir
    Path folder;

    private ReceivingFixture home;
    private Project project;
    private ConfigurableApplicationContext application;
    private Instant now = ReceivingFixture.FIRST_NIGHT;

    @BeforeEach
    void a_home_with_a_project_of_its_own() throws Exception {
        home = ReceivingFixture.in(folder);
        project = SmallProject.in(folder.resolve("project"));
        begin();
    }

    /** Starts the application, in place of one that is running. */
    private void begin() {
        if (application != null) {
            application.close();
        }
        application = WarehouseApplication.start(project, home.home(), Settings.load(ConfigFiles.of(project, home.home().config())));
    }

    @AfterEach
    void close() {
        application.close();
    }

    @Test
    void rows_that_an_audit_names_are_set_aside_told_and_back_when_corrected() throws Exception {
        String odd = COSTS + "P1,899,202425,1,TOPUP,,1.2.2|X,100.00,Y\n" + "P1,899,202425,1,TOPUP,,1.2.2,50.00,X|Y\n"
                + "P2,899,202425,1,TOPUP,,1.2.2,25.00,Z\n";
        night("placement_cost.csv", odd);

        assertThat(report().newlySetAside()).extracting(SetAsideEntry::file, SetAsideEntry::line, SetAsideEntry::rule)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("placement_cost.csv", 3, "BLD-008"));
        assertThat(report().newlySetAside().get(0).sentence()).startsWith("placement_cost  placement_cost.csv line 3  BLD-008: ");
        assertThat(ask("select sum(actual_gbp) from core.fact_placement_cost")).containsExactly("125.00");
        assertThat(SetAsideEntry.read(home.home())).hasSize(1);
        assertThat(status().submissions().get(0).warnings()).anyMatch(warning -> warning.startsWith("BLD-008 ") && warning.contains("(1 rows)"));

        night("placement_cost.csv", odd.replace("X|Y", "XY"));
        assertThat(report().setAside()).isEmpty();
        assertThat(ask("select sum(actual_gbp) from core.fact_placement_cost")).containsExactly("175.00");
        assertThat(SetAsideEntry.read(home.home())).isEmpty();
    }

    @Test
    void a_submission_with_which_a_model_fails_is_held_and_the_others_are_published() throws Exception {
        breakModel("core/fact_policy_event.sql", "    event.detail,\n",
                "    case when event.detail = 'raises' then error('secret of the engine') else event.detail end as detail,\n");
        night("policy_event.csv", EVENTS + "8992001,2025-02-03,CHARTER_SIGNED,first\n");
        drop("exclusion_notice_1.csv", Given.notices(1, 2));
        drop("policy_event.csv", EVENTS + "8992001,2025-02-03,CHARTER_SIGNED,raises\n");
        night("exclusion_notice_2.csv", Given.notices(3, 4));

        assertThat(report().newlySetAside()).extracting(SetAsideEntry::file, SetAsideEntry::line, SetAsideEntry::rule)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("policy_event.csv", null, "FILE-045"));
        assertThat(report().newlySetAside().get(0).sentence()).contains("core.fact_policy_event").doesNotContain("secret");
        assertThat(ask("select count(*) from core.fact_exclusion")).containsExactly("4");
        assertThat(ask("select detail from core.fact_policy_event")).as("what it would have replaced").containsExactly("first");
        assertThat(Manifest.read(new ReleaseFolder(home.home().current())).submissions()).as("what came and is not held").hasSize(2);

        night("policy_event.csv", EVENTS + "8992001,2025-02-03,CHARTER_SIGNED,corrected\n");
        assertThat(report().setAside()).as("no longer live").isEmpty();
        assertThat(ask("select detail from core.fact_policy_event")).containsExactly("corrected");
    }

    @Test
    @Tag("slow")
    void a_fault_of_our_own_stops_the_night_and_one_of_a_submission_holds_it_until_the_audit_is_mended() throws Exception {
        night("exclusion_notice_1.csv", Given.notices(1, 2));
        String release = release();
        Path audit = audit("There are notices", "FAIL", "select notice_id from core.fact_exclusion");

        assertThatThrownBy(() -> night("exclusion_notice_2.csv", Given.notices(3, 3))).isInstanceOf(RunFailedException.class)
                .hasCauseInstanceOf(AuditException.class);
        assertThat(release()).isEqualTo(release);
        assertThat(Files.exists(home.home().heldFile())).isFalse();
        application.getBean(StatusWriter.class).write();
        assertThat(status().audits()).singleElement().satisfies(told -> assertThat(told).extracting("name", "outcome", "rows")
                .containsExactly("no_third", "FAIL", 3L)).satisfies(told -> assertThat(Path.of(told.file())).content().contains("N000003"));

        audit("There is a third notice", "FAIL", "select notice_id from core.fact_exclusion where notice_id = 'N000003'");
        night("exclusion_notice_3.csv", Given.notices(4, 4));
        assertThat(report().newlySetAside()).extracting(SetAsideEntry::file).containsExactly("exclusion_notice_2.csv");
        assertThat(report().newlySetAside().get(0).message()).contains("no_third");
        assertThat(status().audits()).as("of what was published at last").isEmpty();
        assertThat(ask("select count(*) from core.fact_exclusion")).containsExactly("3");

        Files.delete(audit);
        night("exclusion_notice_4.csv", Given.notices(5, 5));
        assertThat(report().setAside()).isEmpty();
        assertThat(ask("select count(*) from core.fact_exclusion")).containsExactly("5");
    }

    @Test
    void config_that_is_changed_while_a_night_runs_is_taken_up_by_the_next_and_a_warning_stops_neither() throws Exception {
        Path authorities = home.home().config().resolve("reference/local_authority.csv");
        audit("There are notices", "WARN", "select notice_id from core.fact_exclusion");
        drop("exclusion_notice_1.csv", Given.notices(1, 2));
        List<String> told = new ArrayList<>();
        report().tell(line -> {
            told.add(line);
            if (line.startsWith("audit warns ")) {
                replace(authorities, ",Wardown,", ",Upper Wardown,");
            }
        });

        application.getBean(NightlyJobLauncher.class).run(now);
        application.getBean(StatusWriter.class).write();

        assertThat(told).filteredOn(line -> line.startsWith("audit warns ")).singleElement().asString()
                .contains("no_third: There are notices (2 rows, kept in ", "resolve: mend it", "notice_id=N000001");
        assertThat(status().audits()).extracting(Status.Audit::outcome).containsExactly("WARN");
        assertThat(ask("select distinct la_name from mart.mart_exclusions_la")).containsExactly("Wardown");
        begin();
        application.getBean(NightlyJobLauncher.class).run(now.plusSeconds(1));
        assertThat(ask("select distinct la_name from mart.mart_exclusions_la")).containsExactly("Upper Wardown");
        assertThat(Manifest.read(new ReleaseFolder(home.home().current())).audits()).filteredOn(audit -> audit.rows() > 0)
                .containsExactly(new Manifest.Audit("no_third", "There are notices", "WARN", 2L));
    }

    /** Receives, builds and publishes. */
    private void night(String name, String text) throws Exception {
        drop(name, text);
        application.getBean(IntakeJob.class).receiveInbox(now, new RunReport());
        now = now.plusSeconds(24 * 3600);
        application.getBean(WarehouseJobLauncher.class).build();
        application.getBean(WarehouseJobLauncher.class).publish();
        application.getBean(StatusWriter.class).write();
    }

    private void drop(String name, String text) {
        home.drop(name, text);
    }

    private Path audit(String message, String severity, String query) throws Exception {
        return Files.writeString(project.sql().resolve("audits/no_third.sql"), "-- " + message
                + "\n-- severity: " + severity + "\n-- why: because\n-- matters: to all\n-- resolve: mend it\n" + query + "\n");
    }

    private void breakModel(String model, String part, String broken) {
        replace(project.sql().resolve(model), part, broken);
    }

    private static void replace(Path file, String part, String instead) {
        try {
            String text = Files.readString(file);
            assertThat(text).contains(part);
            Files.writeString(file, text.replace(part, instead));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private RunReport report() {
        return application.getBean(RunReport.class);
    }

    private Status status() {
        return Json.read(home.home().statusFile(), Status.class);
    }

    private String release() throws Exception {
        return home.home().current().toRealPath().getFileName().toString();
    }

    private List<String> ask(String query) throws Exception {
        try (Connection connection = application.getBean(WarehouseProvider.class).of(home.home().build()).connection()) {
            return Sql.queryTexts(connection, query);
        }
    }
}
