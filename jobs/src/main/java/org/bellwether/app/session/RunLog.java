package org.bellwether.app.session;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.FileAppender;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.FilterReply;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bellwether.app.status.RunFailure;
import org.bellwether.config.Settings;
import org.bellwether.config.Shown;
import org.bellwether.home.Folders;
import org.bellwether.home.Home;
import org.slf4j.LoggerFactory;
import org.springframework.boot.logging.LogLevel;

/**
 * The log of one run on a home, {@code logs/<instant>.log}: what Bellwether and the libraries below it write, each failure with
 * its trace, without a UPN and without a value of a row.
 *
 * <p>It stays open behind the run, so that whoever explains a failure can write it there, until the next run of the process begins.
 */
public final class RunLog {

    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final String ENDING = ".log";
    private static final String OWN = "org.bellwether";
    private static final String RUN = OWN + ".run";
    /** Tells of jobs and steps; a person at the console is told otherwise. */
    private static final String BATCH = "org.springframework.batch";

    private static RunLog current;

    private final Home home;
    private final Path file;
    private final Settings.Log settings;
    private final FileAppender<ILoggingEvent> appender = new FileAppender<>();

    private RunLog(Home home, Path file, Settings.Log settings) {
        this.home = home;
        this.file = file;
        this.settings = settings;
    }

    /** Begins the log of a run whose caller holds the lock of the home, and throws the oldest away. */
    static synchronized RunLog begin(Home home, Settings.Log settings) {
        end();
        Path folder = Folders.createPrivate(home.logs());
        List<Path> older = Folders.list(folder).stream().filter(log -> log.toString().endsWith(ENDING))
                .sorted(Comparator.comparing(Path::getFileName).reversed()).toList();
        older.stream().skip(settings.keep() - 1L).forEach(Folders::delete);
        current = new RunLog(home, folder.resolve(NAME.format(Instant.now()) + ENDING), settings);
        current.attach();
        current.alone(RUN).info("Java {}, home {}", Runtime.version(), home.root());
        return current;
    }

    /** That of the run that this process began last; empty where it has begun none. */
    public static synchronized Optional<RunLog> current() {
        return Optional.ofNullable(current);
    }

    /** What follows is written into no log. */
    public static synchronized void end() {
        if (current != null) {
            current.detach();
            current = null;
        }
    }

    public Path file() {
        return file;
    }

    /** Name of the run: that of the file without its ending. */
    String run() {
        String name = file.getFileName().toString();
        return name.substring(0, name.length() - ENDING.length());
    }

    /** With its trace and all its causes; nothing of it is printed. The sentence stands beside the status too, for those who have no log. */
    public void failed(String sentence, Throwable failure) {
        alone(RUN).error(sentence, failure);
        try {
            RunFailure.write(home, new RunFailure(Instant.now(), Shown.lines(sentence), file.getFileName().toString()));
        } catch (UncheckedIOException e) {
            // A full disk, say, which is what the run has failed of.
            alone(RUN).warn("The sentence cannot be kept beside the status", e);
        }
    }

    /** Writes into the file from now on; again where the logging has been set up anew. */
    void attach() {
        detach();
        LoggerContext context = context();
        // Where the disk is full every line would tell on the console that it could not be written; the command tells it once.
        context.getStatusManager().getCopyOfStatusListenerList().forEach(context.getStatusManager()::remove);
        RunLogLayout layout = new RunLogLayout();
        layout.setContext(context);
        layout.start();
        LayoutWrappingEncoder<ILoggingEvent> encoder = new LayoutWrappingEncoder<>();
        encoder.setContext(context);
        encoder.setCharset(StandardCharsets.UTF_8);
        encoder.setLayout(layout);
        encoder.start();
        appender.setContext(context);
        appender.setEncoder(encoder);
        appender.setFile(file.toString());
        appender.clearAllFilters();
        appender.addFilter(new Threshold(Level.toLevel(settings.level().name()), Level.toLevel(settings.libraries().name())));
        appender.start();
        context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(appender);
        alone(BATCH);
        lower(Logger.ROOT_LOGGER_NAME, settings.libraries());
        lower(OWN, settings.level());
    }

    /** A logger that writes into this file and nowhere else. */
    private Logger alone(String name) {
        Logger logger = context().getLogger(name);
        logger.setLevel(Level.INFO);
        logger.setAdditive(false);
        logger.addAppender(appender);
        return logger;
    }

    /** What the console wants to hear is not made less; it has a threshold of its own. */
    private static void lower(String name, LogLevel wanted) {
        Logger logger = context().getLogger(name);
        Level level = Level.toLevel(wanted.name());
        if (!level.isGreaterOrEqual(logger.getEffectiveLevel())) {
            logger.setLevel(level);
        }
    }

    /** What the home wants to keep, where the console wants to hear more. */
    private static final class Threshold extends Filter<ILoggingEvent> {

        private final Level own;
        private final Level libraries;

        Threshold(Level own, Level libraries) {
            this.own = own;
            this.libraries = libraries;
        }

        @Override
        public FilterReply decide(ILoggingEvent event) {
            String logger = event.getLoggerName();
            boolean isWanted = logger.startsWith(BATCH) || event.getLevel().isGreaterOrEqual(logger.startsWith(OWN) ? own : libraries);
            return isWanted ? FilterReply.NEUTRAL : FilterReply.DENY;
        }
    }

    private void detach() {
        context().getLoggerList().forEach(logger -> logger.detachAppender(appender));
        List.of(RUN, BATCH).forEach(name -> context().getLogger(name).setLevel(Level.OFF));
        appender.stop();
    }

    private static LoggerContext context() {
        return (LoggerContext) LoggerFactory.getILoggerFactory();
    }
}
