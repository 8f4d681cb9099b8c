package org.bellwether.web.command;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;
import org.bellwether.app.user.ConsoleAct;
import org.bellwether.config.Shown;
import org.bellwether.home.AuditTrail;
import org.bellwether.home.Home;
import org.bellwether.home.TemporaryFolder;
import org.springframework.stereotype.Component;

/** The commands that people have had the console start, the latest of them. */
@Component
public final class Commands {

    private static final int KEPT = 30;
    /** At once; others are asked to come back. */
    private static final int MOST = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Nothing is left to do when the command has ended. */
    public static final Consumer<RunningCommand> NOTHING = ended -> { };

    private final CommandLineProcess processes;
    private final AuditTrail trail;
    private final Map<String, RunningCommand> known = Collections.synchronizedMap(new LinkedHashMap<>());
    private final Semaphore asked = new Semaphore(MOST);
    private final AtomicLong number = new AtomicLong(System.currentTimeMillis());
    private final ExecutorService listeners = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "command");
        thread.setDaemon(true);
        return thread;
    });

    Commands(CommandLineProcess processes, Home home) {
        this.processes = processes;
        this.trail = new AuditTrail(home);
    }

    /** Several are going on, and another would take the machine from them. */
    public static final class TooManyException extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    /**
     * Starts one and does not wait for it.
     *
     * @param title      what it does, for whoever sees it
     * @param by         who has it done
     * @param arguments  of the command line, each a text of its own
     * @param afterwards done when it has ended
     * @throws TooManyException where as many as the machine can carry go on
     */
    public RunningCommand start(String title, String by, List<String> arguments, Consumer<RunningCommand> afterwards) {
        return start(title, by, id -> new RunningCommand(id, title, by, processes.start(arguments)), afterwards);
    }

    /**
     * Starts one that answers in JSON and does not wait for it.
     *
     * @param answer file that takes the answer; whoever starts it takes the file away
     * @throws TooManyException where as many as the machine can carry go on
     */
    public RunningCommand startAnswering(String title, String by, List<String> arguments, Path answer) {
        return start(title, by, id -> new RunningCommand(id, title, by, processes.start(arguments, answer), answer), NOTHING);
    }

    /**
     * Starts one that reads a line which must stand in no list of processes, and does not wait for it.
     *
     * @throws TooManyException where as many as the machine can carry go on
     */
    public RunningCommand startTelling(String title, String by, List<String> arguments, String line) {
        return start(title, by, id -> new RunningCommand(id, title, by, processes.startTelling(arguments, line)), NOTHING);
    }

    private RunningCommand start(String title, String by, Function<String, RunningCommand> started, Consumer<RunningCommand> afterwards) {
        synchronized (known) {
            if (known.values().stream().filter(RunningCommand::isRunning).count() >= MOST) {
                throw new TooManyException();
            }
            trail.add(new ConsoleAct(Instant.now(), by, "start", Shown.text(title), "done"));
            RunningCommand command = started.apply(Long.toString(number.incrementAndGet(), Character.MAX_RADIX));
            known.put(command.id(), command);
            forgetOldest();
            listeners.execute(() -> command.listen(afterwards));
            return command;
        }
    }

    /** Starts one that takes a moment and waits for it; what takes longer goes on. */
    public RunningCommand run(String title, String by, List<String> arguments) {
        RunningCommand command = start(title, by, arguments, NOTHING);
        command.await(PATIENCE);
        return command;
    }

    /**
     * Asks one that reports, and waits for what it says.
     *
     * @throws TooManyException where as many as the machine can carry go on, or it takes too long
     */
    public CommandAnswer ask(List<String> arguments) {
        if (!asked.tryAcquire()) {
            throw new TooManyException();
        }
        try (TemporaryFolder folder = TemporaryFolder.create("bellwether-console")) {
            Path out = folder.path().resolve("out");
            Path err = folder.path().resolve("err");
            Process process = processes.start(arguments, out, err);
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
                throw new TooManyException();
            }
            return new CommandAnswer(process.exitValue(), Files.readString(out), Files.readAllLines(err).stream().map(Shown::text).filter(line -> !line.isBlank()).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TooManyException();
        } finally {
            asked.release();
        }
    }

    private void forgetOldest() {
        List<String> ended = known.values().stream().filter(one -> !one.isRunning()).map(RunningCommand::id).toList();
        ended.stream().limit(Math.max(0, known.size() - KEPT)).forEach(known::remove);
    }

    public Optional<RunningCommand> find(String id) {
        return Optional.ofNullable(known.get(id));
    }

    /** The latest first. */
    public List<RunningCommand> list() {
        List<RunningCommand> list;
        synchronized (known) {
            list = new ArrayList<>(known.values());
        }
        Collections.reverse(list);
        return list;
    }

    /** Asks one to end that goes on. */
    public void stop(RunningCommand command) {
        command.stop();
    }

    /** A night that goes on does so without the console. */
    @PreDestroy
    void close() {
        listeners.shutdownNow();
    }
}
