package org.bellwether.app.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.bellwether.app.user.Role;
import org.bellwether.batch.report.RunReport;
import org.bellwether.batch.report.SetAsideEntry;
import org.bellwether.config.ConfigFiles;
import org.bellwether.config.ErrorCode;
import org.bellwether.config.Project;
import org.bellwether.contract.catalog.ContractCatalog;
import org.bellwether.home.Home;
import org.bellwether.release.check.AuditResult;
import org.bellwether.release.store.PublishedRelease;
import org.bellwether.release.store.ReleaseId;
import org.bellwether.warehouse.audit.Audit;
import org.junit.jupiter.api.Test;

/** What is told of a run that was held, that has set something aside, or that could not take something in. */
class RunEventsTest {

    private static final Instant NOW = Instant.parse("2026-05-13T01:31:00Z");
    private static final ConfigFiles CONFIG = ConfigFiles.of(Project.locate(), Path.of("none"));

    private final NotificationConfig config = NotificationConfig.load(CONFIG);
    private final RunEvents events = new RunEvents(config, ContractCatalog.load(CONFIG), NOW);
    private final RunReport report = new RunReport();

    @Test
    void a_release_that_is_held_is_told_with_its_audits_and_once_for_its_content() {
        report.release(new PublishedRelease(new ReleaseId(LocalDate.of(2026, 5, 13), 2), true, "the hash", true));
        report.audits(List.of(audit("plausible_suspensions", Audit.Severity.HOLD), audit("late", Audit.Severity.WARN)));

        Event event = only(events.held(report));

        assertThat(event.roles()).containsExactlyInAnyOrder(Role.OFFICER, Role.APPROVER);
        assertThat(event.key()).isEqualTo("held the hash");
        assertThat(text(event)).contains("Release 2026-05-13-0002 ", "- It is far from what was", "bellwether releases approve 2026-05-13-0002 ").doesNotContain("late", "a row of the audit");
    }

    @Test
    void what_is_set_aside_is_told_by_return_and_rule_without_file_and_line() {
        SetAsideEntry entry = new SetAsideEntry("000001-a", "exclusion_notice", "Letter_about_Smith.csv", 7, "BLD-001", "It is told twice", "send it once");
        report.setAside(List.of(entry, new SetAsideEntry("000001-a", "exclusion_notice", "Letter_about_Smith.csv", 9, "BLD-001", "It is told twice", "send it once")), List.of());

        assertThat(text(only(events.setAside(report)))).contains("(exclusion_notice): BLD-001 It is told twice (rows: 2)", "Do: send it once").doesNotContain("Smith", "line 7");
        report.setAside(List.of(entry), List.of(entry));
        assertThat(events.setAside(report)).as("it was told by the run before").isEmpty();
    }

    @Test
    void an_arrival_that_could_not_be_taken_in_is_told_once_however_often_it_is_tried() {
        report.left(List.of(), List.of(), List.of(12L));

        assertThat(only(events.failedArrivals(report)).key()).isEqualTo(only(events.failedArrivals(report)).key());
        assertThat(text(only(events.failedArrivals(report)))).contains("Arrival 12 could not be taken in");
    }

    @Test
    void of_the_path_of_a_delivery_no_more_is_told_than_its_folder() {
        Home home = new Home(Path.of("/srv/home"));
        String sentence = ErrorCode.DAMAGED.with("/srv/home/landing/.arriving/12/Letter about, Smith; J.csv: read").getMessage();

        assertThat(RunEvents.withoutDeliveries(sentence, home)).startsWith("ENV-006 A file of the home is damaged or gone (/srv/home/landing/…). Run it again").doesNotContain("Smith");
        assertThat(RunEvents.withoutDeliveries("(/srv/home/control/x.json)", home)).isEqualTo("(/srv/home/control/x.json)");
    }

    private static AuditResult audit(String name, Audit.Severity severity) {
        return new AuditResult(new Audit(name, severity, null, "It is far from what was", "why", "matters", "look at it", "select 1"), 3, List.of("a row of the audit"), null);
    }

    private static Event only(List<Event> found) {
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    /** As it is told, after what it holds was held against the example by which templates are tried. */
    private static String text(Event event) {
        assertThat(keys(event.data())).isSubsetOf(keys(EventExamples.of(event.kind())));
        return MessageTemplates.load(CONFIG).text(event.kind(), EventData.with("899", "Wardown Borough", "2026-05-13 02:31", "2026-05-12-0001", event.data())).body();
    }

    private static Set<String> keys(Map<?, ?> data) {
        Set<String> keys = new TreeSet<>();
        data.forEach((key, value) -> {
            keys.add(key.toString());
            if (value instanceof List<?> rows) {
                new ArrayList<>(rows).stream().filter(Map.class::isInstance).forEach(row -> keys(((Map<?, ?>) row)).forEach(inner -> keys.add(key + "." + inner)));
            }
        });
        return keys;
    }
}
