package org.bellwether.app.lineage;

import io.openlineage.client.OpenLineage;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bellwether.batch.build.BuildJob;
import org.bellwether.batch.build.WarehouseProvider;
import org.bellwether.batch.publish.PublishJob;
import org.bellwether.batch.receive.ReceiveJob;
import org.bellwether.batch.report.RunReport;
import org.bellwether.batch.step.BatchTime;
import org.bellwether.config.BellwetherException;
import org.bellwether.config.ConfigFiles;
import org.bellwether.config.Settings;
import org.bellwether.contract.TableContract;
import org.bellwether.contract.catalog.ContractCatalog;
import org.bellwether.home.EnvironmentFault;
import org.bellwether.home.Home;
import org.bellwether.intake.register.Submission;
import org.bellwether.intake.register.SubmissionFile;
import org.bellwether.intake.register.SubmissionRegister;
import org.bellwether.release.store.Manifest;
import org.bellwether.release.store.PublishedRelease;
import org.bellwether.release.store.ReleaseStore;
import org.bellwether.warehouse.Warehouse;
import org.bellwether.warehouse.table.ModelException;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.AbstractJob;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.listener.JobExecutionListener;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;

/**
 * Tells by the OpenLineage standard what each job of a run, and each model of a build, has read and made: names, columns and numbers of rows. Nothing
 * that goes wrong here makes a run fail.
 */
public final class LineageRecorder implements JobExecutionListener, BeanPostProcessor {

    static final String JOB = "JOB";
    private static final String MODEL = "MODEL";
    private static final String PUBLISHED_MARTS = "published/marts/";

    private final ConfigurableApplicationContext context;
    private final Home home;
    private final ConfigFiles config;
    private final LineageEvents events;
    private final LineageSender sender;
    private final ModelTimes models = new ModelTimes();
    private final OpenRuns open;
    /** The night, or the intake, whose jobs are the others. */
    private volatile LineageEvents.Run whole;

    private LineageRecorder(ConfigurableApplicationContext context, Home home, Settings settings, ConfigFiles config) {
        LineageConfig lineage = LineageConfig.load(config);
        this.context = context;
        this.home = home;
        this.config = config;
        this.events = new LineageEvents(lineage.namespaceOf(settings.la()));
        this.sender = new LineageSender(lineage, home);
        this.open = new OpenRuns(home);
    }

    /**
     * Follows every job of an application that is about to start, and tells the end of those that a killed one has left. The caller holds the home.
     *
     * @throws BellwetherException where config/lineage.yml cannot be used
     */
    public static void follow(ConfigurableApplicationContext context, Home home, Settings settings, ConfigFiles config) {
        LineageRecorder recorder = new LineageRecorder(context, home, settings, config);
        context.getBeanFactory().registerSingleton("lineageRecorder", recorder);
        context.getBeanFactory().addBeanPostProcessor(recorder);
        recorder.open.takeLeft().forEach(left -> recorder.sender.send(() -> recorder.events.abort(left, Instant.now())));
        context.addApplicationListener((ApplicationListener<ContextClosedEvent>) closed -> recorder.sender.close());
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (bean instanceof AbstractJob job) {
            job.registerJobExecutionListener(this);
        }
        if (bean instanceof RunReport report) {
            report.tellModels(models::add);
        }
        return bean;
    }

    @Override
    public void beforeJob(JobExecution execution) {
        LineageEvents.Run run = run(execution, whole);
        if (whole == null) {
            whole = run;
        }
        models.take();
        guarded(() -> open.begin(run));
        sender.send(() -> events.start(run, BatchTime.instant(execution.getStartTime())));
    }

    @Override
    public void afterJob(JobExecution execution) {
        LineageEvents.Run run = run(execution, whole);
        Instant ended = Optional.ofNullable(BatchTime.instant(execution.getEndTime())).orElseGet(Instant::now);
        try {
            List<OpenLineage.InputDataset> inputs = new ArrayList<>();
            List<OpenLineage.OutputDataset> outputs = new ArrayList<>();
            switch (execution.getJobInstance().getJobName()) {
                case ReceiveJob.NAME -> received(execution, inputs, outputs);
                case BuildJob.NAME -> built(execution, run, inputs, outputs);
                case PublishJob.NAME -> published(inputs, outputs);
                default -> { }
            }
            if (execution.getStatus() == BatchStatus.COMPLETED) {
                sender.send(() -> events.complete(run, ended, inputs, outputs));
            } else {
                sender.send(() -> events.fail(run, ended, sentence(execution.getAllFailureExceptions())));
            }
        } catch (RuntimeException | SQLException | IOException e) {
            sender.giveUp(e.getClass().getSimpleName(), e);
        } finally {
            guarded(() -> open.end(run));
            if (run.id().equals(Optional.ofNullable(whole).map(LineageEvents.Run::id).orElse(null))) {
                whole = null;
            }
        }
    }

    /** A full disk keeps no job from beginning or ending. */
    private void guarded(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            sender.giveUp(e.getClass().getSimpleName(), e);
        }
    }

    private LineageEvents.Run run(JobExecution execution, LineageEvents.Run parent) {
        LineageEvents.Run run = events.run(execution.getJobInstance().getJobName(), JOB, null,
                home.root() + " " + execution.getId() + " " + execution.getCreateTime());
        UUID of = parent == null ? null : parent.id();
        return run.id().equals(of) ? run : new LineageEvents.Run(run.id(), run.job(), run.kind(), parent);
    }

    /** A delivery is named by its submission: its files may bear the names of children. */
    private void received(JobExecution execution, List<OpenLineage.InputDataset> inputs, List<OpenLineage.OutputDataset> outputs) {
        Submission submission = context.getBean(SubmissionRegister.class).ofArrival(execution.getJobParameters().getLong(ReceiveJob.ARRIVAL)).orElse(null);
        if (submission == null || submission.returnName() == null) {
            return;
        }
        inputs.add(events.input("landing." + submission.returnName() + "." + submission.id(), List.of(), submission.rows()));
        if (submission.state().isAccepted()) {
            Map<String, TableContract> tables = context.getBean(ContractCatalog.class).contract(submission.returnName()).latest().tables();
            Map<String, Long> rows = submission.files().stream().filter(file -> file.table() != null && tables.containsKey(file.table()) && file.accepted() != null)
                    .filter(file -> tables.get(file.table()).stages().isPresent())
                    .collect(Collectors.groupingBy(file -> tables.get(file.table()).stages().orElseThrow(), TreeMap::new, Collectors.summingLong(SubmissionFile::accepted)));
            rows.forEach((table, count) -> outputs.add(events.output(new LineageEvents.Output("staged." + table, List.of(), count, null, Map.of()))));
        }
    }

    /** The build's own inputs are what no model makes. What is built as of another instant is another warehouse, and told as a run alone. */
    private void built(JobExecution execution, LineageEvents.Run run, List<OpenLineage.InputDataset> inputs, List<OpenLineage.OutputDataset> outputs)
            throws SQLException, IOException {
        List<ModelTimes.Computed> computed = models.take();
        if (!Path.of(String.valueOf(execution.getJobParameters().getString(BuildJob.FOLDER))).equals(home.build())) {
            return;
        }
        Warehouse warehouse = context.getBean(WarehouseProvider.class).of(home.build());
        SortedSet<String> sources = new TreeSet<>();
        try (Connection connection = warehouse.connection()) {
            WarehouseTables tables = new WarehouseTables(warehouse, connection, config, events);
            for (ModelTimes.Computed one : computed) {
                SortedSet<String> reads = tables.readBy(connection, one.table());
                LineageEvents.Run model = events.run(one.table(), MODEL, run, run.id().toString());
                List<OpenLineage.OutputDataset> made = List.of(tables.output(one.table(), one.rows(), reads));
                sender.send(() -> events.start(model, one.began()));
                sender.send(() -> events.complete(model, one.ended(), reads.stream().map(tables::input).toList(), made));
                outputs.addAll(made);
                reads.stream().filter(table -> table.startsWith("staged.") || table.startsWith("config.")).forEach(sources::add);
            }
            sources.forEach(table -> inputs.add(tables.input(table)));
        }
        failedModel(execution.getAllFailureExceptions()).ifPresent(failure -> {
            LineageEvents.Run model = events.run(failure.model(), MODEL, run, run.id().toString());
            sender.send(() -> events.start(model, Instant.now()));
            sender.send(() -> events.fail(model, Instant.now(), failure.getMessage()));
        });
    }

    /** Of a release that is held, or that was there already, nothing is told: nobody reads another. */
    private void published(List<OpenLineage.InputDataset> inputs, List<OpenLineage.OutputDataset> outputs) {
        PublishedRelease release = context.getBean(RunReport.class).release();
        if (release == null || release.isHeld() || !release.isNew()) {
            return;
        }
        Optional<Manifest> manifest = Manifest.readWhole(new ReleaseStore(home).folder(release.id()));
        for (Manifest.File file : manifest.map(Manifest::files).orElse(List.of())) {
            if (file.path().startsWith(PUBLISHED_MARTS) && file.path().endsWith(".parquet")) {
                String mart = file.path().substring(PUBLISHED_MARTS.length(), file.path().length() - ".parquet".length());
                inputs.add(events.input("mart." + mart, List.of(), null));
                outputs.add(events.output(new LineageEvents.Output("published." + mart, List.of(), file.rows(), release.id().toString(), Map.of())));
            }
        }
    }

    private static Optional<ModelException> failedModel(List<Throwable> failures) {
        return failures.stream().map(failure -> cause(failure, ModelException.class)).flatMap(Optional::stream).findFirst();
    }

    /** That of the catalogue; of what it does not know the kind alone. */
    private static String sentence(List<Throwable> failures) {
        return failures.stream().map(failure -> cause(failure, BellwetherException.class).map(Throwable::getMessage)
                .or(() -> EnvironmentFault.in(failure).map(fault -> fault.error().getMessage())).orElse(failure.getClass().getSimpleName())).findFirst().orElse("failed");
    }

    private static <T extends Throwable> Optional<T> cause(Throwable failure, Class<T> type) {
        int depth = 0;
        for (Throwable one = failure; one != null && depth < 50; one = one.getCause(), depth++) {
            if (type.isInstance(one)) {
                return Optional.of(type.cast(one));
            }
        }
        return Optional.empty();
    }
}
