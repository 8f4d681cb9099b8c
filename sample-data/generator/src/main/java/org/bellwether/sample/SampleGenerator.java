package org.bellwether.sample;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.bellwether.sample.attendance.DailyAttendanceWriter;
import org.bellwether.sample.attendance.MarksWriter;
import org.bellwether.sample.attendance.WeeklyAttendanceWriter;
import org.bellwether.sample.calendar.SchoolYear;
import org.bellwether.sample.census.Census;
import org.bellwether.sample.census.CensusWriter;
import org.bellwether.sample.comparator.AttendanceBenchmarkWriter;
import org.bellwether.sample.comparator.ExclusionBenchmarkWriter;
import org.bellwether.sample.council.Council;
import org.bellwether.sample.council.Placement;
import org.bellwether.sample.council.Provision;
import org.bellwether.sample.council.Scenario;
import org.bellwether.sample.finance.CfrWriter;
import org.bellwether.sample.finance.CostWriter;
import org.bellwether.sample.finance.GrantWriter;
import org.bellwether.sample.finance.PlaceWriter;
import org.bellwether.sample.finance.ProvisionFinanceWriter;
import org.bellwether.sample.finance.Section251Writer;
import org.bellwether.sample.population.PlacementPlan;
import org.bellwether.sample.file.Task;
import org.bellwether.sample.population.EbsnaPlan;
import org.bellwether.sample.population.Population;
import org.bellwether.sample.records.CaseloadWriter;
import org.bellwether.sample.records.ConfigWriter;
import org.bellwether.sample.records.GiasWriter;
import org.bellwether.sample.records.GovernanceWriter;
import org.bellwether.sample.records.LateNews;
import org.bellwether.sample.records.MovementWriter;
import org.bellwether.sample.records.NoticeWriter;
import org.bellwether.sample.records.PupilRegisterWriter;
import org.bellwether.sample.records.RegisterWriter;
import org.bellwether.sample.records.ResultsWriter;
import org.bellwether.sample.records.TermDatesWriter;

/** Writes two nights of returns of a council that exists only here, with the config of its home. */
public final class SampleGenerator {

    private final Council council;
    private final Path first;
    private final Path second;
    private final Path config;
    private final Consumer<String> progress;

    private SampleGenerator(SampleOptions options, Path out, Consumer<String> progress) throws IOException {
        this.first = empty(out.resolve("night-1"));
        this.second = empty(out.resolve("night-2"));
        this.config = Files.createDirectories(out.resolve("config"));
        this.progress = progress;
        progress.accept("inventing " + options.pupils() + " pupils");
        this.council = new Council(options.pupils(), options.years(), options.seed());
        new Population(council).live();
        new EbsnaPlan(council).plan();
    }

    /**
     * Writes {@code night-1/}, {@code night-2/} and {@code config/} below {@code out}: for the same options the same
     * content.
     *
     * @param progress told in a few words what is being written or has been
     * @throws FileAlreadyExistsException where one of the nights is there already and not empty
     */
    public static void generate(SampleOptions options, Path out, Consumer<String> progress) throws IOException {
        new SampleGenerator(options, out, progress).write();
    }

    private void write() throws IOException {
        ConfigWriter.write(config);
        progress.accept("writing schools, term dates and notices");
        GiasWriter gias = new GiasWriter(council);
        gias.write(first, LocalDate.of(2024, 9, 2));
        gias.write(first, Scenario.FIRST_NIGHT);
        gias.write(second, Scenario.SECOND_NIGHT);
        for (SchoolYear year : council.years()) {
            TermDatesWriter.write(first, year);
        }
        NoticeWriter notices = new NoticeWriter(council, LateNews.of(council));
        notices.firstNight(first);
        notices.secondNight(second);
        registers();
        MarksWriter marks = new MarksWriter(council);
        CensusWriter censuses = new CensusWriter(council);
        List<Task> tasks = new ArrayList<>(marks.firstNight(first));
        for (Census census : Census.of(council)) {
            tasks.add(new Task("census of " + census.label(), () -> censuses.firstNight(first, census)));
        }
        tasks.add(new Task("DfE's weekly attendance", () -> new WeeklyAttendanceWriter(council).write(first, second)));
        tasks.add(new Task("DfE's daily attendance", () -> new DailyAttendanceWriter(council).write(first, Scenario.LAST_WEEK)));
        tasks.add(new Task("the second night", () -> {
            marks.secondNight(second);
            censuses.secondNight(second);
            marks.broken(second);
        }));
        Task.run(tasks, progress);
        // Files are written side by side, and a home takes them in by the times of their changes.
        arrivedTogether(first, Scenario.FIRST_NIGHT);
        arrivedTogether(second, Scenario.SECOND_NIGHT);
    }

    private static void arrivedTogether(Path night, LocalDate day) throws IOException {
        try (Stream<Path> files = Files.list(night)) {
            for (Path file : files.toList()) {
                Files.setLastModifiedTime(file, FileTime.from(day.atStartOfDay().toInstant(ZoneOffset.UTC)));
            }
        }
    }

    private void registers() throws IOException {
        progress.accept("writing registers, finance and comparators");
        List<Provision> provisions = Provision.of(council.size());
        List<Placement> placements = PlacementPlan.of(council, provisions);
        new RegisterWriter(council, provisions, placements).write(first);
        new PupilRegisterWriter(council).write(first);
        new MovementWriter(council).write(first);
        new GovernanceWriter(council, provisions).write(first);
        CostWriter costs = new CostWriter(council, placements);
        costs.write(first);
        new Section251Writer(council, costs).write(first);
        GrantWriter.write(first, council);
        PlaceWriter.write(first, council);
        new CfrWriter(council).write(first);
        new ProvisionFinanceWriter(council, provisions).write(first);
        new ResultsWriter(council).write(first);
        new CaseloadWriter(council, placements).write(first);
        new ExclusionBenchmarkWriter(council).write(first);
        new AttendanceBenchmarkWriter(council).write(first);
    }

    private static Path empty(Path folder) throws IOException {
        Files.createDirectories(folder);
        try (Stream<Path> files = Files.list(folder)) {
            if (files.findAny().isPresent()) {
                throw new FileAlreadyExistsException(folder.toString(), null, "is not empty");
            }
        }
        return folder;
    }
}
