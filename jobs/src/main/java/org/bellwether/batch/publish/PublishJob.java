package org.bellwether.batch.publish;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.bellwether.batch.build.BuildJob;
import org.bellwether.batch.build.HeldSubmissions;
import org.bellwether.batch.build.WarehouseProvider;
import org.bellwether.batch.build.WarehouseRepair;
import org.bellwether.batch.report.RunReport;
import org.bellwether.batch.step.RunNumber;
import org.bellwether.config.Project;
import org.bellwether.config.Settings;
import org.bellwether.engine.Sql;
import org.bellwether.home.Home;
import org.bellwether.intake.register.Submission;
import org.bellwether.intake.register.SubmissionRegister;
import org.bellwether.release.Publisher;
import org.bellwether.release.check.AuditException;
import org.bellwether.release.store.Manifest;
import org.bellwether.release.store.ReleaseDraft;
import org.bellwether.release.store.ReleaseId;
import org.bellwether.release.store.ReleaseInput;
import org.bellwether.release.store.ReleaseStore;
import org.bellwether.release.store.ReleaseTrail;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.parameters.DefaultJobParametersValidator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/** Makes a release of the home's warehouse: write, disclose, audit, describe, verify, publish. Nobody sees it before the last step. */
@Configuration(proxyBeanMethods = false)
public class PublishJob {

    public static final String NAME = "publish";
    /** What a release would be made of: a stopped publication is only carried on while that is the same. */
    public static final String STATE = "state";
    private static final String DRAFT = "draft";

    private final JobRepository repository;
    private final PlatformTransactionManager transactions;

    PublishJob(JobRepository repository, PlatformTransactionManager transactions) {
        this.repository = repository;
        this.transactions = transactions;
    }

    @Bean
    Job publish(Step write, Step disclose, Step audit, Step describe, Step verify, Step move, Step prune) {
        return new JobBuilder(NAME, repository)
                .validator(new DefaultJobParametersValidator(new String[] {BuildJob.AS_OF, STATE, RunNumber.RUN}, new String[0]))
                .start(write).next(disclose).next(audit).next(describe).next(verify).next(move).next(prune).build();
    }

    @Bean
    Publisher publisher(Project project, Home home) {
        return new Publisher(project, home);
    }

    @Bean
    @StepScope
    Tasklet writeTasklet(WarehouseProvider warehouses, Home home, Publisher publisher, Settings settings, SubmissionRegister register,
            HeldSubmissions held, RunReport report,
            @Value("#{jobParameters['" + BuildJob.AS_OF + "']}") String asOf) {
        return (contribution, context) -> {
            try (Connection connection = warehouses.of(home.build()).connection()) {
                ReleaseDraft draft = publisher.write(connection, input(connection, Instant.parse(asOf), home, settings.la(), register, held.ids(), report.startedBy()));
                jobContext(contribution).putString(DRAFT, draft.id().toString());
            }
            return RepeatStatus.FINISHED;
        };
    }

    @Bean
    Step write(Tasklet writeTasklet) {
        return step("write", writeTasklet);
    }

    @Bean
    Step disclose(WarehouseProvider warehouses, Home home, Publisher publisher) {
        return step("disclose", onDraft(warehouses, home, publisher, publisher::disclose));
    }

    @Bean
    Step audit(WarehouseProvider warehouses, Home home, Publisher publisher, RunReport report) {
        return step("audit", onDraft(warehouses, home, publisher, (connection, draft) -> {
            try {
                publisher.audit(connection, draft).ifPresent(report::audits);
            } catch (AuditException e) {
                report.audits(e.results());
                throw e;
            }
        }));
    }

    @Bean
    Step describe(WarehouseProvider warehouses, Home home, Publisher publisher) {
        return step("describe", onDraft(warehouses, home, publisher, publisher::describe));
    }

    @Bean
    Step verify(WarehouseProvider warehouses, Home home, Publisher publisher) {
        return step("verify", onDraft(warehouses, home, publisher, publisher::verify));
    }

    @Bean
    Step move(WarehouseProvider warehouses, Home home, Publisher publisher, RunReport report, WarehouseRepair repair) {
        return step("publish", onDraft(warehouses, home, publisher,
                (connection, draft) -> report.release(publisher.publish(connection, draft, repair.isPending()))));
    }

    /** Older releases that are not pinned keep their manifest and their models. */
    @Bean
    Step prune(Home home, Settings settings) {
        return step("prune", (contribution, context) -> {
            new ReleaseStore(home).prune(settings.releases().keep(), new ReleaseTrail(home).pins().keySet());
            return RepeatStatus.FINISHED;
        });
    }

    /** What a step does with the draft. */
    private interface DraftAction {
        void run(Connection warehouse, ReleaseDraft draft) throws Exception;
    }

    private static Tasklet onDraft(WarehouseProvider warehouses, Home home, Publisher publisher, DraftAction action) {
        return (contribution, context) -> {
            ReleaseId id = ReleaseId.parse(jobContext(contribution).getString(DRAFT)).orElseThrow();
            try (Connection connection = warehouses.of(home.build()).connection()) {
                action.run(connection, publisher.draft(id));
            }
            return RepeatStatus.FINISHED;
        };
    }

    private Step step(String name, Tasklet tasklet) {
        return new StepBuilder(name, repository).tasklet(tasklet, transactions).build();
    }

    private static ExecutionContext jobContext(org.springframework.batch.core.step.StepContribution contribution) {
        return contribution.getStepExecution().getJobExecution().getExecutionContext();
    }

    private static ReleaseInput input(Connection warehouse, Instant asOf, Home home, int la, SubmissionRegister register, Set<String> held, String startedBy)
            throws SQLException, IOException {
        Instant before = new ReleaseStore(home).current().flatMap(current -> Manifest.asOfIn(current.folder())).orElse(Instant.MIN);
        List<ReleaseInput.Submission> came = register.all().stream()
                .filter(one -> one.state().isAccepted() && one.receivedAt().isAfter(before) && !one.receivedAt().isAfter(asOf)
                        && !held.contains(one.id()))
                .map(PublishJob::row).toList();
        Map<String, String> fingerprints = new TreeMap<>();
        Sql.query(warehouse, "select model, slice, fingerprint from build.model_state", row -> fingerprints.put(
                row.getString(1) + (row.getString(2).isEmpty() ? "" : "/" + row.getString(2)), row.getString(3)));
        return new ReleaseInput(asOf, la, came, ReleaseInput.live(warehouse), fingerprints, Map.of("java", System.getProperty("java.version"),
                ReleaseInput.ENGINE, Sql.queryText(warehouse, "select version()"), ReleaseInput.STARTED_BY, startedBy,
                ReleaseInput.MADE, Instant.now().toString(), ReleaseInput.HELD_OUT, String.join(",", new TreeSet<>(held)),
                ReleaseInput.LAST_ARRIVAL, Long.toString(register.highestArrival())));
    }

    private static ReleaseInput.Submission row(Submission one) {
        return new ReleaseInput.Submission(one.id(), one.returnName(), one.state().label(), one.receivedAt(), one.rows(), one.accepted(),
                one.rejected());
    }
}
