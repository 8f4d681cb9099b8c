package org.bellwether.app.notify;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bellwether.app.Moment;
import org.bellwether.app.notify.channel.ChannelSettings;
import org.bellwether.app.notify.channel.DeliveryFailedException;
import org.bellwether.app.notify.channel.EnvironmentText;
import org.bellwether.app.notify.channel.Message;
import org.bellwether.batch.report.RunReport;
import org.bellwether.config.BellwetherException;
import org.bellwether.config.ConfigFiles;
import org.bellwether.config.ErrorCode;
import org.bellwether.config.Project;
import org.bellwether.config.Settings;
import org.bellwether.contract.ReturnContract;
import org.bellwether.contract.catalog.ContractCatalog;
import org.bellwether.home.Home;
import org.bellwether.home.HomeLock;
import org.bellwether.intake.register.Submission;
import org.bellwether.intake.register.SubmissionRegister;
import org.bellwether.release.store.Release;
import org.bellwether.release.store.ReleaseStore;

/** Tells those whom config/notifications.yml of a home names what its runs have done: what is to be told is kept first, and sent once the home is free. */
public final class Notifier {

    /** A home that another process has held for so long is told of; before that, it is busy. */
    private static final Duration STUCK = Duration.ofHours(2);

    private final Project project;
    private final Home home;
    private final ConfigFiles files;
    private final Settings settings;
    private final NotificationConfig config;
    private final MessageTemplates templates;
    private final EnvironmentText environment;
    private final Outbox outbox;

    private Notifier(Project project, Home home, ConfigFiles files, EnvironmentText environment) {
        this.project = project;
        this.home = home;
        this.files = files;
        this.settings = Settings.load(files);
        this.config = NotificationConfig.load(files);
        this.templates = MessageTemplates.load(files);
        this.environment = environment;
        this.outbox = new Outbox(home);
    }

    /** @throws BellwetherException naming the file, where what it or a template says cannot be used */
    public static Notifier of(Project project, Home home, ConfigFiles config) {
        return new Notifier(project, home, config, EnvironmentText.ofProcess());
    }

    /** Call while holding the home, before a run does anything. */
    public void began(SubmissionRegister register) {
        Instant now = Instant.now();
        RunMark before = RunMark.read(home, register.highestArrival());
        if (before.started() != null) {
            post(RunEvents.stopped(config, before.started(), now));
        }
        // What a stopped run has received was not told.
        new RunMark(now, before.started() == null ? register.highestArrival() : before.lastArrival(), before.thresholds()).write(home);
    }

    /** Call while holding the home, when the run has ended, well or not. */
    public void ended(RunReport report, SubmissionRegister register, ContractCatalog catalog) throws SQLException, IOException {
        Instant now = Instant.now();
        long highest = register.highestArrival();
        RunMark mark = RunMark.read(home, highest);
        RunEvents events = new RunEvents(config, catalog, now);
        List<Event> found = new ArrayList<>(events.failedArrivals(report));
        found.addAll(events.held(report));
        found.addAll(events.setAside(report));
        List<Submission> candidates = candidates(report, register, mark.lastArrival());
        if (!candidates.isEmpty()) {
            try (RowRejects rejects = new RowRejects(project, home)) {
                found.addAll(events.rejects(candidates, outbox.all(), rejects));
            }
        }
        ThresholdWatch.State passed = thresholds(mark.thresholds(), now, found);
        found.forEach(this::post);
        new RunMark(null, highest, passed).write(home);
    }

    private static List<Submission> candidates(RunReport report, SubmissionRegister register, long lastArrival) {
        Map<String, Submission> all = new LinkedHashMap<>();
        Stream<Submission> since = register.highestArrival() > lastArrival ? register.all().stream().filter(one -> one.arrival() > lastArrival) : Stream.of();
        Stream.concat(report.submissions().stream(), since).forEach(one -> all.put(one.id(), one));
        return List.copyOf(all.values());
    }

    private ThresholdWatch.State thresholds(ThresholdWatch.State before, Instant now, List<Event> found) throws SQLException, IOException {
        Optional<Release> current = new ReleaseStore(home).current();
        boolean isSame = before != null && current.isPresent() && current.get().id().toString().equals(before.release())
                && before.passed().keySet().containsAll(config.thresholds().keySet());
        if (config.thresholds().isEmpty() || current.isEmpty() || isSame) {
            return before;
        }
        return new ThresholdWatch(project, files, config).look(current.get(), before == null ? new ThresholdWatch.State(null, Map.of()) : before, now, found);
    }

    /** Keeps that a night has failed. Needs no lock: it may have failed for want of it. */
    public void failed(BellwetherException failure) {
        if (failure.code() == ErrorCode.SCHEDULE_IN_USE) {
            return;
        }
        Instant now = Instant.now();
        Event event = RunEvents.failed(config, home, failure, now);
        if (failure.code() == ErrorCode.HOME_IN_USE) {
            HomeLock.held(home).filter(holder -> holder.since().isBefore(now.minus(STUCK))).ifPresent(holder ->
                    post(Event.of("in use since " + holder.since(), event.kind(), now, event.roles(), event.data())));
        } else {
            post(event);
        }
    }

    private void post(Event event) {
        Map<String, Object> data = withCommon(event.at(), event.data());
        MessageText text = templates.text(event.kind(), data);
        Event whole = new Event(event.key(), event.kind(), event.at(), event.roles(), event.school(), event.about(), data);
        for (Recipient recipient : config.recipients()) {
            if (recipient.isFor(event)) {
                for (String to : recipient.to().isEmpty() ? List.of("") : recipient.to()) {
                    outbox.put(Delivery.of(whole, recipient, to, text, config.digest().waits(event.kind())));
                }
            }
        }
    }

    private Map<String, Object> withCommon(Instant at, Map<String, Object> own) {
        return EventData.with(Integer.toString(settings.la()), settings.laName(), Moment.shown(at), release(), own);
    }

    private String release() {
        try {
            return new ReleaseStore(home).current().map(current -> current.id().toString()).orElse("");
        } catch (IOException e) {
            return "";
        }
    }

    /**
     * Sends what waits, and the digest where one is due. Call when the home is free: a server may be slow.
     *
     * @param told hears what has become of each, in a line, with what kept it where something did
     * @return how many could not be sent; they stay. Empty where another process is sending
     */
    public Optional<Integer> send(BiConsumer<String, Throwable> told) {
        Instant now = Instant.now();
        return new OutboxSender(home, config, environment, (kind, data) -> templates.text(kind, withCommon(now, data)), told).send(now)
                .map(OutboxSender.Outcome::failed);
    }

    /** How many wait, those for the digest among them. */
    public long waiting() {
        return outbox.all().stream().filter(Delivery::isWaiting).count();
    }

    /**
     * Sends a message to every address of the staff, to see whether the channels work; schools are left alone.
     *
     * @param told hears of each channel and address how it went, in a line, with what kept it where something did
     */
    public void test(BiConsumer<String, Throwable> told) {
        Instant now = Instant.now();
        for (Map.Entry<String, ChannelSettings> channel : config.channels().entrySet()) {
            String name = channel.getKey();
            Map<String, Object> data = withCommon(now, Map.of("channel", name));
            MessageText text = templates.text(EventKind.TEST, data);
            Set<String> addresses = addresses(name);
            if (addresses.isEmpty()) {
                told.accept("channel " + name + ": no role is told by it, and nothing was sent", null);
            }
            for (String to : addresses) {
                String what = "channel " + name + (to.isEmpty() ? "" : " to " + to);
                try {
                    channel.getValue().open(environment).send(new Message(Delivery.idOf("test", now.toString(), name, to), EventKind.TEST.label(), to, text.subject(),
                            text.body(), data, now));
                    told.accept(what + ": taken", null);
                } catch (DeliveryFailedException e) {
                    told.accept(what + ": " + ErrorCode.NOT_SENT.with(name, e.getMessage()).getMessage(), e);
                }
            }
        }
    }

    private Set<String> addresses(String channel) {
        Set<String> addresses = new LinkedHashSet<>();
        config.recipients().stream().filter(one -> one.role() != null && one.by().equals(channel))
                .forEach(one -> addresses.addAll(one.to().isEmpty() ? List.of("") : one.to()));
        return addresses;
    }

    /** What keeps it from telling, though its config can be read: variables that are not set, thresholds whose figures are not published. */
    public List<String> faults() throws SQLException, IOException {
        List<String> faults = new ArrayList<>();
        config.channels().forEach((name, channel) -> {
            try {
                channel.open(environment);
            } catch (DeliveryFailedException e) {
                faults.add("channel " + name + ": " + e.getMessage());
            }
        });
        Set<String> returns = ContractCatalog.load(files).returns().stream().map(ReturnContract::name).collect(Collectors.toSet());
        config.schoolReturns().stream().filter(name -> !returns.contains(name)).forEach(name -> faults.add("school_returns: there is no return " + name));
        Optional<Release> current = new ReleaseStore(home).current();
        if (current.isPresent() && !config.thresholds().isEmpty()) {
            faults.addAll(new ThresholdWatch(project, files, config).faults(current.get()));
        }
        return faults;
    }

    /** What there is, for a person. */
    public String summary() {
        return config.channels().size() + " channels, " + config.recipients().size() + " recipients, " + config.thresholds().size() + " thresholds, " + waiting() + " waiting";
    }
}
