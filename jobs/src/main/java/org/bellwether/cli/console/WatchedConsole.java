package org.bellwether.cli.console;

import java.io.PrintStream;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarConsumer;
import me.tongfei.progressbar.ProgressBarStyle;
import org.bellwether.batch.report.Progress;
import org.bellwether.batch.report.RunReport;

/** A terminal in front of a person: what is done line by line, and below the last line how far long work has come. Without colours. */
public final class WatchedConsole implements Progress, ProgressBarConsumer {

    /** System property with the columns of the terminal; the launcher sets it where it stands at one, so that a person watches. */
    private static final String PROPERTY = "bellwether.columns";

    private static final String EMPTY_LINE = "\r\u001B[K";
    /** Where a terminal does not tell its width, or a bar would have no room. */
    private static final int LEAST = 80;
    /** What a bar, its numbers and its times want. */
    private static final int BAR = 64;
    private static final int MILLISECONDS = 250;

    private final PrintStream out;
    private final int columns;
    private ProgressBar bar;
    private String shown = "";

    WatchedConsole(PrintStream out, int columns) {
        this.out = out;
        this.columns = Math.max(LEAST, columns);
    }

    /** Lets whoever is at standard output see the run: a line a step, and bars where it is a person. */
    public static void show(RunReport report) {
        if (System.getProperty(PROPERTY) != null) {
            WatchedConsole console = new WatchedConsole(Output.OUT, Integer.getInteger(PROPERTY, LEAST));
            report.tell(console::line);
            report.watchedBy(console);
        } else {
            report.tell(Output.OUT::println);
        }
    }

    synchronized void line(String text) {
        out.print((shown.isEmpty() ? "" : EMPTY_LINE) + text + System.lineSeparator() + shown);
        out.flush();
    }

    @Override
    public void begin(String work, String unit, long total) {
        end();
        if (total == 0) {
            return;
        }
        synchronized (this) {
            bar = new ProgressBarBuilder().setTaskName(work).setInitialMax(total).setUnit(" " + unit, 1).setStyle(ProgressBarStyle.ASCII)
                    .setUpdateIntervalMillis(MILLISECONDS).setConsumer(this).build();
        }
    }

    @Override
    public synchronized void advance(long units, String now) {
        if (bar != null) {
            bar.stepBy(units).setExtraMessage(now.length() < columns - BAR ? " " + now : " " + now.substring(0, columns - BAR));
        }
    }

    /** The line is free for what comes next. */
    @Override
    public void end() {
        ProgressBar ended;
        synchronized (this) {
            ended = bar;
            if (ended == null) {
                return;
            }
            ended.refresh();
            bar = null;
            shown = "";
            out.print(EMPTY_LINE);
            out.flush();
        }
        // Waits for a thread that may be about to draw, and so for this console.
        ended.close();
    }

    @Override
    public int getMaxRenderedLength() {
        return columns - 1;
    }

    /** Draws the bar anew, unless it has ended since the thread that draws set out to. */
    @Override
    public synchronized void accept(String drawn) {
        if (bar != null) {
            shown = drawn;
            out.print(EMPTY_LINE + drawn);
            out.flush();
        }
    }

    @Override
    public void close() {
        // Whoever began the work ends it.
    }
}
