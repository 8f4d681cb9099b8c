package org.bellwether.batch.receive;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.bellwether.batch.step.StepCounts;
import org.bellwether.batch.step.StepRate;
import org.bellwether.contract.catalog.ContractCatalog;
import org.bellwether.home.Folders;
import org.bellwether.home.Home;
import org.bellwether.home.Json;
import org.bellwether.intake.HomeFault;
import org.bellwether.intake.landing.LandingZone;
import org.bellwether.intake.preflight.PreflightReport;
import org.bellwether.intake.profile.FileError;
import org.bellwether.intake.profile.RefusedException;
import org.bellwether.intake.register.Submission;
import org.bellwether.intake.register.SubmissionRegister;
import org.bellwether.staging.Stager;
import org.bellwether.staging.registration.SubmissionRegistrar;
import org.bellwether.staging.validation.StagingResult;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.parameters.DefaultJobParametersValidator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Takes one arrival in, once preflight has looked at it: deduplicate, stage, register.
 *
 * <p>An instance is an arrival and its content. What a step has found lies beside the files until the last one is done, so
 * that a restart goes on where it stopped.
 */
@Configuration(proxyBeanMethods = false)
public class ReceiveJob {

    private static final Logger LOG = LoggerFactory.getLogger(ReceiveJob.class);

    public static final String NAME = "receive";
    public static final String ARRIVAL = "arrival";
    static final String SHA256 = "sha256";
    static final String RECEIVED_AT = "receivedAt";

    private final JobRepository repository;
    private final PlatformTransactionManager transactions;

    ReceiveJob(JobRepository repository, PlatformTransactionManager transactions) {
        this.repository = repository;
        this.transactions = transactions;
    }

    @Bean
    Job receive(Step deduplicate, Step stage, Step register) {
        return new JobBuilder(NAME, repository)
                .validator(new DefaultJobParametersValidator(new String[] {ARRIVAL, SHA256}, new String[] {RECEIVED_AT}))
                .start(deduplicate).next(stage).next(register).build();
    }

    @Bean
    Step deduplicate(Tasklet deduplicateTasklet) {
        return step("deduplicate", deduplicateTasklet);
    }

    @Bean
    Step stage(Tasklet stageTasklet) {
        return step("stage", stageTasklet);
    }

    @Bean
    Step register(Tasklet registerTasklet) {
        return step("register", registerTasklet);
    }

    /** Content that is live already is not judged again, but where only judging tells for what it would be live. */
    @Bean
    @StepScope
    Tasklet deduplicateTasklet(LandingZone landingZone, SubmissionRegister register, ContractCatalog catalog,
            @Value("#{jobParameters['" + ARRIVAL + "']}") Long arrival) {
        return (contribution, context) -> {
            Path file = landingZone.folder(arrival).resolve(PreflightReport.FILE);
            if (!Files.exists(file)) {
                return RepeatStatus.FINISHED;
            }
            PreflightReport report = Json.read(file, PreflightReport.class);
            if (report.error() == null && catalog.contract(report.returnName()).latest().namesItsScopesInRows()) {
                Optional<Submission> live = register.liveWithContent(report.returnName(), report.contentSha256(),
                        report.receivedAt(), report.arrival());
                live.ifPresent(same -> Json.write(file, report.refused(known(same))));
            }
            contribution.getStepExecution().setReadCount(report.files().stream().mapToLong(one -> Math.max(0, one.profile().rows())).sum());
            return RepeatStatus.FINISHED;
        };
    }

    @Bean
    @StepScope
    Tasklet stageTasklet(LandingZone landingZone, Stager stager, SubmissionRegister register, Home home, @Value("#{jobParameters['" + ARRIVAL + "']}") Long arrival) {
        return (contribution, context) -> {
            Path folder = landingZone.folder(arrival);
            if (!Files.exists(folder.resolve(PreflightReport.FILE))) {
                return RepeatStatus.FINISHED;
            }
            PreflightReport report = Json.read(folder.resolve(PreflightReport.FILE), PreflightReport.class);
            if (report.error() != null) {
                return RepeatStatus.FINISHED;
            }
            try {
                StagingResult result = stager.stage(report, folder, staging(home, report));
                Optional<Submission> live = result.error() == null ? register.liveWithContent(report.returnName(), report.contentSha256(),
                        report.receivedAt(), report.arrival(), result.scopes()) : Optional.empty();
                if (live.isPresent()) {
                    Folders.delete(staging(home, report));
                    throw new RefusedException(known(live.get()));
                }
                Json.write(folder.resolve(PreflightReport.STAGING_RESULT_FILE), result);
                StepCounts.record(contribution.getStepExecution(), result.rows(), result.accepted(), result.rejected(), result.accepted());
            } catch (RefusedException e) {
                Json.write(folder.resolve(PreflightReport.FILE), report.refused(e.error()));
            } catch (Exception | StackOverflowError e) {
                if (HomeFault.is(e)) {
                    throw e;
                }
                LOG.debug("Arrival {} cannot be staged", arrival, e);
                Folders.delete(staging(home, report));
                Json.write(folder.resolve(PreflightReport.FILE), report.refused(
                        FileError.of("FILE-050", report.onlyFile(), HomeFault.kind(e) + " while its rows were judged")));
            }
            return RepeatStatus.FINISHED;
        };
    }

    @Bean
    @StepScope
    Tasklet registerTasklet(LandingZone landingZone, SubmissionRegistrar registrar, Home home,
            @Value("#{jobParameters['" + ARRIVAL + "']}") Long arrival) {
        return (contribution, context) -> {
            Path folder = landingZone.folder(arrival);
            if (!Files.exists(folder.resolve(PreflightReport.FILE))) {
                // The submission is in its place already, and the register is told from its record at every start.
                return RepeatStatus.FINISHED;
            }
            PreflightReport report = Json.read(folder.resolve(PreflightReport.FILE), PreflightReport.class);
            StagingResult result = report.error() == null ? Json.read(folder.resolve(PreflightReport.STAGING_RESULT_FILE), StagingResult.class) : null;
            Submission submission = registrar.register(report, result, result == null ? null : staging(home, report));
            contribution.incrementWriteCount(submission.accepted() == null ? 0 : submission.accepted());
            return RepeatStatus.FINISHED;
        };
    }

    private static FileError known(Submission same) {
        return FileError.of("FILE-001", null, "as submission " + same.id());
    }

    /** A restart begins with the first step again: it looks anew at what has landed, and throws away what was staged of it. */
    private Step step(String name, Tasklet tasklet) {
        return new StepBuilder(name, repository).tasklet(tasklet, transactions).allowStartIfComplete(true).listener(new StepRate()).build();
    }

    private static Path staging(Home home, PreflightReport report) {
        return home.staged().resolve(".judging").resolve(report.submissionId());
    }
}
