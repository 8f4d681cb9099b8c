package org.bellwether.job;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.bellwether.home.Folders;
import org.bellwether.home.Home;
import org.bellwether.home.Json;
import org.bellwether.intake.ArrivalStore;
import org.bellwether.intake.HomeFault;
import org.bellwether.intake.Problem;
import org.bellwether.intake.Receipt;
import org.bellwether.intake.RefusedException;
import org.bellwether.intake.Submission;
import org.bellwether.intake.SubmissionRegister;
import org.bellwether.staging.Judgement;
import org.bellwether.staging.Registrar;
import org.bellwether.staging.Stager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Takes one arrival in: preflight, stage, register.
 *
 * <p>An instance is an arrival and its content. What a step has found lies beside the files until the last one is done, so
 * that a restart goes on where it stopped.
 */
@Configuration(proxyBeanMethods = false)
class ReceiveJob {

    private static final Logger LOG = LoggerFactory.getLogger(ReceiveJob.class);

    static final String NAME = "receive";
    static final String ARRIVAL = "arrival";
    static final String SHA256 = "sha256";

    private final JobRepository repository;
    private final PlatformTransactionManager transactions;

    ReceiveJob(JobRepository repository, PlatformTransactionManager transactions) {
        this.repository = repository;
        this.transactions = transactions;
    }

    @Bean
    Job receive(Step preflight, Step stage, Step register) {
        return new JobBuilder(NAME, repository).start(preflight).next(stage).next(register).build();
    }

    @Bean
    Step preflight(Tasklet preflightTasklet) {
        return step("preflight", preflightTasklet);
    }

    @Bean
    Step stage(Tasklet stageTasklet) {
        return step("stage", stageTasklet);
    }

    @Bean
    Step register(Tasklet registerTasklet) {
        return step("register", registerTasklet);
    }

    /** Content that is live already is not judged again. */
    @Bean
    @StepScope
    Tasklet preflightTasklet(ArrivalStore arrivals, SubmissionRegister register,
            @Value("#{jobParameters['" + ARRIVAL + "']}") Long arrival) {
        return (contribution, context) -> {
            Path file = arrivals.folder(arrival).resolve(Receipt.RECEIPT);
            if (!Files.exists(file)) {
                return RepeatStatus.FINISHED;
            }
            Receipt receipt = Json.read(file, Receipt.class);
            if (receipt.problem() == null) {
                Optional<Submission> live = register.liveWithContent(receipt.returnName(), receipt.contentSha256(),
                        receipt.receivedAt(), receipt.arrival());
                live.ifPresent(same -> Json.write(file, receipt.refused(Problem.of("FILE-001", null, "as submission " + same.id()))));
            }
            contribution.getStepExecution().setReadCount(receipt.files().stream().mapToLong(one -> Math.max(0, one.profile().rows())).sum());
            return RepeatStatus.FINISHED;
        };
    }

    @Bean
    @StepScope
    Tasklet stageTasklet(ArrivalStore arrivals, Stager stager, Home home, @Value("#{jobParameters['" + ARRIVAL + "']}") Long arrival) {
        return (contribution, context) -> {
            Path folder = arrivals.folder(arrival);
            if (!Files.exists(folder.resolve(Receipt.RECEIPT))) {
                return RepeatStatus.FINISHED;
            }
            Receipt receipt = Json.read(folder.resolve(Receipt.RECEIPT), Receipt.class);
            if (receipt.problem() != null) {
                return RepeatStatus.FINISHED;
            }
            long began = System.nanoTime();
            try {
                Judgement judgement = stager.stage(receipt, folder, staging(home, receipt));
                Json.write(folder.resolve(Receipt.JUDGEMENT), judgement);
                StepFacts.record(contribution, judgement.rows(), judgement.accepted(), judgement.rejected(), judgement.accepted(),
                        Duration.ofNanos(System.nanoTime() - began));
            } catch (RefusedException e) {
                Json.write(folder.resolve(Receipt.RECEIPT), receipt.refused(e.problem()));
            } catch (Exception | StackOverflowError e) {
                if (HomeFault.is(e)) {
                    throw e;
                }
                LOG.debug("Arrival {} cannot be staged", arrival, e);
                Folders.delete(staging(home, receipt));
                Json.write(folder.resolve(Receipt.RECEIPT), receipt.refused(
                        Problem.of("FILE-050", receipt.onlyFile(), HomeFault.kind(e) + " while its rows were judged")));
            }
            return RepeatStatus.FINISHED;
        };
    }

    @Bean
    @StepScope
    Tasklet registerTasklet(ArrivalStore arrivals, Registrar registrar, Home home,
            @Value("#{jobParameters['" + ARRIVAL + "']}") Long arrival) {
        return (contribution, context) -> {
            Path folder = arrivals.folder(arrival);
            if (!Files.exists(folder.resolve(Receipt.RECEIPT))) {
                // The submission is in its place already, and the register is told from its record at every start.
                return RepeatStatus.FINISHED;
            }
            Receipt receipt = Json.read(folder.resolve(Receipt.RECEIPT), Receipt.class);
            Judgement judgement = receipt.problem() == null ? Json.read(folder.resolve(Receipt.JUDGEMENT), Judgement.class) : null;
            Submission submission = registrar.register(receipt, judgement, judgement == null ? null : staging(home, receipt));
            contribution.incrementWriteCount(submission.accepted() == null ? 0 : submission.accepted());
            return RepeatStatus.FINISHED;
        };
    }

    /** A restart begins with the first step again: it looks anew at what has landed, and throws away what was staged of it. */
    private Step step(String name, Tasklet tasklet) {
        return new StepBuilder(name, repository).tasklet(tasklet, transactions).allowStartIfComplete(true).build();
    }

    private static Path staging(Home home, Receipt receipt) {
        return home.staged().resolve(".judging").resolve(receipt.submissionId());
    }
}
