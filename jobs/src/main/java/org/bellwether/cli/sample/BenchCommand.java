package org.bellwether.cli.sample;

import org.bellwether.app.session.ApplicationSession;
import org.bellwether.cli.console.ExitCode;
import org.bellwether.cli.console.HomeOption;
import org.bellwether.cli.console.Output;
import org.bellwether.cli.run.NightlyRunner;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.bellwether.engine.DuckDb;
import org.bellwether.engine.Sql;
import org.bellwether.config.ConfigFiles;
import org.bellwether.home.Folders;
import org.bellwether.home.Home;
import org.bellwether.config.Project;
import org.bellwether.config.Settings;
import org.bellwether.batch.nightly.StepTotals;
import org.bellwether.release.disclosure.DisclosureConfig;
import org.bellwether.release.disclosure.HiddenShares;
import org.bellwether.release.format.Table;
import org.bellwether.release.store.Manifest;
import org.bellwether.release.store.ReleaseFolder;
import org.bellwether.sample.SampleGenerator;
import org.bellwether.sample.SampleOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures nights of a generated council against a hand-written script over the same marks, in the same run. */
@Command(name = "bench", description = "Measure nights of a generated council against a hand-written floor.", mixinStandardHelpOptions = true)
public final class BenchCommand implements Callable<Integer> {

    private static final Instant FIRST = Instant.parse("2026-05-13T01:30:00Z");
    private static final int RESENT_DAYS = 30;
    private static final String DAY_OF_MARKS = "attendance_marks_[0-9]{4}-[0-9]{2}-[0-9]{2}[.]csv";

    @Mixin
    private HomeOption home;

    @Option(names = "--pupils", defaultValue = "40000", description = "pupils on roll (default: ${DEFAULT-VALUE})")
    private int pupils;

    @Option(names = "--years", defaultValue = "3", description = "academic years (default: ${DEFAULT-VALUE})")
    private int years;

    @Option(names = "--work", required = true, paramLabel = "DIR", description = "where to generate and load: an empty folder, or that of an earlier bench, which is emptied")
    private Path work;

    @Override
    public Integer call() throws IOException, SQLException {
        OwnFolder own = new OwnFolder(work, "bench");
        own.claim();
        own.empty();
        Path data = work.resolve("data");
        Duration generate = time(() -> SampleGenerator.generate(new SampleOptions(pupils, years, 899), data, text -> { }));
        say("generate", generate, null);
        Path marks = Files.createDirectories(work.resolve("marks"));
        for (Path file : Folders.list(data.resolve("night-1"))) {
            if (file.getFileName().toString().startsWith("attendance_marks")) {
                Files.createLink(marks.resolve(file.getFileName()), file);
            }
        }
        Duration floor = floor(marks);
        say("floor: a hand-written script", floor, floor);

        Home bench = new Home(work.resolve("home"));
        Folders.copy(data.resolve("config"), bench.config());
        Duration first = night(bench, data.resolve("night-1"), FIRST, "first night, all returns", floor);
        Path next = Files.createDirectories(work.resolve("next"));
        Path corrections = Files.createDirectories(work.resolve("corrections"));
        for (Path file : Folders.list(data.resolve("night-2"))) {
            boolean isNewDay = file.getFileName().toString().matches(DAY_OF_MARKS);
            Files.createLink((isNewDay ? next : corrections).resolve(file.getFileName()), file);
        }
        night(bench, next, FIRST.plus(Duration.ofDays(1)), "next night, one day of new marks", first);
        Path resent = Files.createDirectories(work.resolve("resent"));
        resend(marks, resent);
        night(bench, resent, FIRST.plus(Duration.ofDays(2)), "last " + RESENT_DAYS + " days of marks sent again", first);
        night(bench, corrections, FIRST.plus(Duration.ofDays(3)), "a school's census sent again, and other corrections", first);
        hidden(bench);
        Output.OUT.println("each ratio is to the floor for the first night, to the first night for those after it");
        return ExitCode.DONE;
    }

    private static Duration night(Home bench, Path files, Instant receivedAt, String name, Duration against)
            throws IOException, SQLException {
        Folders.copy(files, bench.inbox());
        for (Path file : Folders.list(bench.inbox())) {
            // As delivered during the day: what has just changed would be waited for.
            Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofHours(1))));
        }
        resetPeak();
        Instant began = Instant.now();
        List<StepTotals.Total> steps = new ArrayList<>();
        Duration took = time(() -> {
            try (ApplicationSession session = ApplicationSession.open(bench)) {
                new NightlyRunner(session, bench).run(receivedAt);
                steps.addAll(session.get(StepTotals.class).since(began));
            }
        });
        say(name, took, against);
        steps.forEach(step -> Output.OUT.println(String.format(Locale.ROOT, "    %-12s %5d times %8.1f s %s", step.step(), step.executions(),
                step.took().toMillis() / 1000.0, step.rows() == 0 ? ""
                        : String.format(Locale.ROOT, "%,12d rows %,12d rows a second", step.rows(), step.rate()))));
        return took;
    }

    /** What disclosure control costs the reader: figures and what they tell, and what hiding whole rows would have cost. */
    private static void hidden(Home bench) throws SQLException, IOException {
        ReleaseFolder release = new ReleaseFolder(bench.current().toRealPath());
        for (Manifest.Cost cost : Manifest.read(release).costs()) {
            Output.OUT.println(String.format(Locale.ROOT, "hidden in %-32s %,10d of %,10d figures, %s per cent, by whole rows %s; of counts %s per cent, by whole rows %s", cost.mart(),
                    cost.hidden(), cost.figures(), shown(cost.percent()), shown(cost.percentByRow()), shown(cost.valuePercent()), shown(cost.valuePercentByRow())));
        }
        try (DuckDb engine = DuckDb.memory(Project.locate(), new Settings.Engine("1GB", 2)); Connection connection = engine.connection()) {
            Sql.execute(connection, "attach " + Sql.literal(release.publishedDatabase().toString()) + " as published (read_only)");
            HiddenShares shares = new HiddenShares(connection, DisclosureConfig.load(ConfigFiles.of(Project.locate(), bench.config())), table -> "published." + table.qualified());
            for (HiddenShares.Shown shown : shares.shown(Table.tables(connection, "published", "main"))) {
                Output.OUT.println(String.format(Locale.ROOT, "shown in %-33s %,10d of %,10d figures, %s", shown.mart(), shown.shown(), shown.figures(),
                        shown.column() == null ? "the authority as a whole" : shown.column()));
            }
        }
    }

    private static String shown(BigDecimal percent) {
        return percent == null ? "no" : percent.toPlainString();
    }

    private Duration floor(Path marks) throws IOException, SQLException {
        Path out = Files.createDirectories(work.resolve("floor"));
        Settings.Engine engine = Settings.load(ConfigFiles.of(Project.locate(), home.home().config())).engine();
        resetPeak();
        String script = script().replace("{marks}", marks.toString()).replace("{out}", out.toString());
        return time(() -> {
            try (DuckDb database = DuckDb.file(out.resolve("floor.duckdb"), Project.locate(), engine, out.resolve("tmp"));
                    Connection connection = database.connection()) {
                // By hand one would take the engine as it comes.
                Sql.execute(connection, "reset global disabled_optimizers");
                Sql.execute(connection, script);
            }
        });
    }

    /** The marks of the last days once more, as a school's trailing window sends them. */
    private static void resend(Path marks, Path out) throws SQLException, IOException {
        try (DuckDb database = DuckDb.memory(Project.locate(), new Settings.Engine("2GB", 2), out.resolveSibling("resend-tmp"));
                Connection connection = database.connection()) {
            String all = "read_csv(" + Sql.literal(marks + "/attendance_marks*") + ", all_varchar = true, header = true, union_by_name = true)";
            String first = Sql.queryText(connection, "select cast(max(cast(attendance_date as date)) - " + RESENT_DAYS + " as varchar) from " + all);
            Sql.execute(connection, "copy (select * from " + all + " where attendance_date > " + Sql.literal(first) + ") to "
                    + Sql.literal(out + "/attendance_marks_resent.csv") + " (header)");
        }
    }

    private static String script() throws IOException {
        try (InputStream in = BenchCommand.class.getResourceAsStream("/bench/floor.sql")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void say(String what, Duration took, Duration against) {
        Output.OUT.println(String.format(Locale.ROOT, "%-51s %8.1f s  %s  peak %s", what, took.toMillis() / 1000.0,
                against == null ? "         " : String.format(Locale.ROOT, "x %6.2f ", (double) took.toMillis() / against.toMillis()), peak()));
    }

    /** Greatest resident size since {@link #resetPeak}, where the system tells it. */
    private static String peak() {
        try {
            return Files.readAllLines(Path.of("/proc/self/status")).stream().filter(line -> line.startsWith("VmHWM"))
                    .map(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024 + " MiB").findFirst().orElse("not told");
        } catch (IOException e) {
            return "not told";
        }
    }

    private static void resetPeak() {
        try {
            Files.writeString(Path.of("/proc/self/clear_refs"), "5");
        } catch (IOException e) {
            // Only Linux keeps it; the figure then is that of the whole process.
        }
    }

    /** Something to be timed. */
    private interface Work {
        void run() throws IOException, SQLException;
    }

    private static Duration time(Work work) throws IOException, SQLException {
        long began = System.nanoTime();
        work.run();
        return Duration.ofNanos(System.nanoTime() - began);
    }
}
