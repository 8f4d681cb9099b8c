package org.bellwether.app.notify;

import java.io.File;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bellwether.app.Moment;
import org.bellwether.batch.report.RunReport;
import org.bellwether.batch.report.SetAsideEntry;
import org.bellwether.config.BellwetherException;
import org.bellwether.config.Shown;
import org.bellwether.contract.Rule;
import org.bellwether.contract.catalog.ContractCatalog;
import org.bellwether.home.Home;
import org.bellwether.intake.register.Submission;
import org.bellwether.intake.register.SubmissionState;
import org.bellwether.release.check.AuditResult;

/** What a run has found that somebody wants to know. Files are not named, since a name may be a child's. */
final class RunEvents {

    private final NotificationConfig config;
    private final ContractCatalog catalog;
    private final Instant now;

    RunEvents(NotificationConfig config, ContractCatalog catalog, Instant now) {
        this.config = config;
        this.catalog = catalog;
        this.now = now;
    }

    static Event failed(NotificationConfig config, Home home, BellwetherException failure, Instant now) {
        return Event.of("failed " + now, EventKind.FAILED, now, config.told(EventKind.FAILED),
                Map.of("code", failure.code().code(), "sentence", withoutDeliveries(failure.getMessage(), home)));
    }

    /** What was delivered may bear a child's name; of its path no more than the folder is told. A name may hold anything, so what may end it is the end of the last one. */
    static String withoutDeliveries(String sentence, Home home) {
        return sentence.replaceAll("(" + Pattern.quote(home.root() + File.separator) + "(?:inbox|landing|refused|staged)\\b)[^)]*", "$1/…");
    }

    static Event stopped(NotificationConfig config, Instant started, Instant now) {
        return Event.of("stopped " + started, EventKind.STOPPED, now, config.told(EventKind.STOPPED), Map.of("started", Moment.shown(started)));
    }

    /** Each arrival that could not be taken in for a fault of the machine; it is tried again, and told once. */
    List<Event> failedArrivals(RunReport report) {
        return report.failedArrivals().stream().map(number -> Event.of("arrival " + number, EventKind.FAILED, now, config.told(EventKind.FAILED),
                Map.of("code", "arrival " + number, "sentence", "Arrival " + number + " could not be taken in. It stays in landing, and the next run takes it up again;"
                        + " the log of the run says why"))).toList();
    }

    List<Event> held(RunReport report) {
        if (!report.isHeld()) {
            return List.of();
        }
        List<Map<String, Object>> audits = (report.audits() == null ? List.<AuditResult>of() : report.audits()).stream().filter(AuditResult::isHolding)
                .map(one -> Map.<String, Object>of("audit", one.audit().name(), "message", one.audit().message(), "resolve", one.audit().resolve())).toList();
        Map<String, Object> data = new LinkedHashMap<>(Map.of("audits", audits));
        data.put("held", report.release().id().toString());
        return List.of(Event.of("held " + report.release().contentHash(), EventKind.HELD, now, config.told(EventKind.HELD), data));
    }

    List<Event> setAside(RunReport report) {
        List<SetAsideEntry> entries = report.newlySetAside();
        if (entries.isEmpty()) {
            return List.of();
        }
        Map<List<String>, Long> counts = entries.stream().collect(Collectors.groupingBy(one ->
                List.of(one.returnName(), one.rule(), String.valueOf(one.message()), String.valueOf(one.remedy())), LinkedHashMap::new, Collectors.counting()));
        List<Map<String, Object>> items = counts.entrySet().stream().map(one -> Map.<String, Object>of("return", one.getKey().get(0), "title", title(one.getKey().get(0)),
                "rule", one.getKey().get(1), "message", Shown.text(one.getKey().get(2)), "remedy", Shown.text(one.getKey().get(3)), "rows", one.getValue())).toList();
        return List.of(Event.of("set aside " + Delivery.idOf(entries.toString()), EventKind.SET_ASIDE, now, config.told(EventKind.SET_ASIDE), Map.of("items", items)));
    }

    /**
     * One event for staff, and one for each school that is told of its own.
     *
     * @param candidates submissions of which some may have been told already
     * @param known what was kept to be told before
     */
    List<Event> rejects(List<Submission> candidates, List<Delivery> known, RowRejects rejects) throws SQLException {
        List<Submission> broken = candidates.stream().filter(RunEvents::isBroken).toList();
        if (broken.isEmpty()) {
            return List.of();
        }
        Map<Submission, Map<Integer, List<Map<String, Object>>>> rules = new LinkedHashMap<>();
        for (Submission one : broken) {
            rules.put(one, one.returnName() == null ? Map.of() : rejects.bySchool(one.returnName(), one.id()));
        }
        List<Event> events = new ArrayList<>();
        Set<String> told = Outbox.toldAbout(known, EventKind.REJECTS, null);
        List<Submission> news = broken.stream().filter(one -> !told.contains(one.id())).toList();
        if (!news.isEmpty()) {
            events.add(new Event("rejects " + ids(news), EventKind.REJECTS, now, config.told(EventKind.REJECTS), null, idSet(news),
                    Map.of("submissions", news.stream().map(one -> submission(one, rules.get(one))).toList())));
        }
        for (int school : config.schools()) {
            Set<String> toldSchool = Outbox.toldAbout(known, EventKind.OWES, school);
            List<Submission> own = broken.stream().filter(one -> config.schoolReturns().contains(one.returnName()) && rules.get(one).containsKey(school)
                    && !toldSchool.contains(one.id())).toList();
            if (!own.isEmpty()) {
                events.add(new Event("owes " + school + " " + ids(own), EventKind.OWES, now, Set.of(), school, idSet(own), Map.of("school", Integer.toString(school), "submissions",
                        own.stream().map(one -> Map.<String, Object>of("return", one.returnName(), "title", title(one.returnName()), "submission", one.id(),
                                "rules", rules.get(one).get(school))).toList())));
            }
        }
        return events;
    }

    private static boolean isBroken(Submission one) {
        return one.state() == SubmissionState.REFUSED || one.state() == SubmissionState.REJECTED || one.rejected() != null && one.rejected() > 0;
    }

    private Map<String, Object> submission(Submission one, Map<Integer, List<Map<String, Object>>> bySchool) {
        Map<String, Object> data = new TreeMap<>();
        data.put("return", one.returnName() == null ? "unknown" : one.returnName());
        data.put("title", one.returnName() == null ? "No known return" : title(one.returnName()));
        data.put("submission", one.id());
        data.put("state", one.state().label());
        data.put("rows", one.rows() == null ? 0L : one.rows());
        data.put("rejected", one.rejected() == null ? 0L : one.rejected());
        data.put("refusal", one.error() == null ? List.of() : List.of(refusal(one)));
        data.put("schools", bySchool.entrySet().stream().map(school -> Map.<String, Object>of(
                "school", school.getKey() == RowRejects.NO_SCHOOL ? "not told" : school.getKey().toString(), "rules", school.getValue())).toList());
        return data;
    }

    /** In the words of its rule alone: what stands in a file's name or header is not repeated. */
    private Map<String, Object> refusal(Submission one) {
        Rule rule = catalog.rule(one.error().rule());
        return Map.of("rule", rule.id(), "message", rule.message().replaceAll("\\{\\w+}", "…"), "remedy", rule.fix(), "rows", one.rows() == null ? 0L : one.rows());
    }

    private String title(String returnName) {
        return catalog.returns().stream().filter(one -> one.name().equals(returnName)).findFirst().map(one -> one.title()).orElse(returnName);
    }

    private static Set<String> idSet(List<Submission> submissions) {
        return submissions.stream().map(Submission::id).collect(Collectors.toSet());
    }

    private static String ids(List<Submission> submissions) {
        return submissions.stream().map(Submission::id).sorted().collect(Collectors.joining(" "));
    }
}
