package org.bellwether.web.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.bellwether.config.Shown;
import org.bellwether.home.Json;
import tools.jackson.core.JacksonException;

/** A command that somebody has had the console start: what it has said so far, and how it ended. */
public final class RunningCommand {

    public static final String NIGHT = "Night";
    /** How titles begin that are of files which were sent. */
    public static final String CHECK = "Check ";
    public static final String TAKE_IN = "Take in ";

    private static final int LINES = 500;
    private static final long LONGEST_ANSWER = 1 << 20;
    private static final int STOPPED = 143;
    private static final int LOCKED = 75;

    private final String id;
    private final String title;
    private final String by;
    private final Instant since = Instant.now();
    private final Process process;
    /** Takes what the process prints; null where that is read as it comes. */
    private final Path answer;
    private final Deque<String> said = new ArrayDeque<>();
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile Instant until;
    private volatile String answered;

    RunningCommand(String id, String title, String by, Process process) {
        this(id, title, by, process, null);
    }

    RunningCommand(String id, String title, String by, Process process, Path answer) {
        this.id = id;
        this.title = title;
        this.by = by;
        this.process = process;
        this.answer = answer;
    }

    /** Listens until it ends. */
    void listen(Consumer<RunningCommand> afterwards) {
        try (BufferedReader out = new BufferedReader(new InputStreamReader(answer == null ? process.getInputStream() : process.getErrorStream(), StandardCharsets.UTF_8))) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                say(line);
            }
            process.waitFor();
            if (answer != null && Files.size(answer) <= LONGEST_ANSWER) {
                answered = Files.readString(answer);
            }
        } catch (IOException e) {
            process.destroy();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            until = Instant.now();
            try {
                afterwards.accept(this);
            } finally {
                ended.countDown();
            }
        }
    }

    /** Adds a line to what it has said: what the console has done because of how it ended. */
    public void say(String line) {
        synchronized (said) {
            said.addLast(Shown.text(line));
            if (said.size() > LINES) {
                said.removeFirst();
            }
        }
    }

    /** @return whether it has ended by then */
    boolean await(Duration patience) {
        try {
            return ended.await(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    public String id() {
        return id;
    }

    public String title() {
        return title;
    }

    public String by() {
        return by;
    }

    public Instant since() {
        return since;
    }

    /** Empty while it goes on. */
    public Optional<Instant> until() {
        return Optional.ofNullable(until);
    }

    public boolean isRunning() {
        return until == null;
    }

    public long pid() {
        return process.pid();
    }

    /** The last lines that it has said. */
    public List<String> lines() {
        synchronized (said) {
            return List.copyOf(said);
        }
    }

    /** What it has answered; empty while it goes on, where it answers nothing, and where it was stopped before. */
    public <T> Optional<T> answer(Class<T> type) {
        String text = answered;
        try {
            return text == null ? Optional.empty() : Optional.ofNullable(Json.parse(text, type));
        } catch (JacksonException e) {
            // It was stopped before it had answered to the end.
            return Optional.empty();
        }
    }

    /** As the command line gives it; empty while it goes on. */
    public Optional<Integer> exitCode() {
        return isRunning() || process.isAlive() ? Optional.empty() : Optional.of(process.exitValue());
    }

    /** How it ended, in words. */
    public String outcome() {
        return exitCode().map(RunningCommand::words).orElse("goes on");
    }

    /** Whether it did what it was asked, or had nothing to do. */
    public boolean isGood() {
        return exitCode().filter(code -> code == 0 || code == 99).isPresent();
    }

    /** Whether it has not begun, since another run holds the home. */
    public boolean isLockedOut() {
        return exitCode().filter(code -> code == LOCKED).isPresent();
    }

    /** Whether it was asked to end before it was done. */
    public boolean isStopped() {
        return exitCode().filter(code -> code == STOPPED).isPresent();
    }

    /** Whether it says of files what would become of them. */
    public boolean isCheck() {
        return title.startsWith(CHECK);
    }

    /** Whether files that were sent are what it is about. */
    public boolean isOfFiles() {
        return isCheck() || title.startsWith(TAKE_IN);
    }

    /** Asks it to end: whatever it has done stands, and the next run goes on from there. */
    void stop() {
        process.destroy();
    }

    private static String words(int code) {
        return switch (code) {
            case 0 -> "done";
            case 2 -> "not done: something has to be mended first";
            case 3 -> "done; something was refused or rejected";
            case 4 -> "nothing was published: an audit failed";
            case 5 -> "held for approval";
            case LOCKED -> "not begun: another run holds the home";
            case 99 -> "nothing to do";
            case STOPPED -> "stopped";
            default -> "failed";
        };
    }
}
