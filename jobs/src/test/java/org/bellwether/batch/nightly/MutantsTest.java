package org.bellwether.batch.nightly;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bellwether.app.session.WarehouseApplication;
import org.bellwether.batch.build.WarehouseProvider;
import org.bellwether.batch.receive.IntakeJob;
import org.bellwether.batch.receive.ReceivingFixture;
import org.bellwether.batch.receive.SubmissionReceiver;
import org.bellwether.batch.report.RunReport;
import org.bellwether.config.ConfigFiles;
import org.bellwether.config.Settings;
import org.bellwether.engine.Sql;
import org.bellwether.home.Folders;
import org.bellwether.intake.register.Submission;
import org.bellwether.intake.register.SubmissionState;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** Whatever senders make of their files: what is accepted is published, counts are right, and files are kept byte for byte. */
class MutantsTest {

    private static final int ROWS = 12;

    /** Periods and days in the name of a sample file, after the name of its return. */
    private static final Pattern OF_ITS_TIME = Pattern.compile("_?[0-9][0-9-]*(_[A-Z]{3})?\\.csv$");

    @TempDir
    Path folder;

    @Test
    void a_night_of_mutants_is_published() throws Exception {
        nights(2026, 1, 3);
    }

    @Test
    @Tag("slow")
    void two_thousand_mutants_are_published() throws Exception {
        // -Dproofs=sample: a quarter of them, for a run that has to end soon.
        int homes = "sample".equals(System.getProperty("proofs")) ? 1 : 4;
        for (int home = 1; home <= homes; home++) {
            nights(home, 4, 8);
        }
    }

    /** Nights of so many mutants of each return, and of two census sets, in one home. */
    private void nights(long seed, int nights, int each) throws Exception {
        ReceivingFixture home = ReceivingFixture.in(folder.resolve("home-" + seed));
        Mutator mutator = new Mutator(seed);
        List<String> stuck = new ArrayList<>();
        for (int night = 1; night <= nights; night++) {
            Map<String, byte[]> sent = new LinkedHashMap<>();
            for (Map.Entry<String, Path> file : files().entrySet()) {
                List<String> lines = lines(file.getValue());
                for (int number = 1; number <= each; number++) {
                    sent.put(file.getKey() + "_" + night + "_" + number + ".csv", mutator.mutate(lines));
                }
            }
            census(mutator, 2023 + night % 2, sent);
            sent.forEach(home::drop);
            stuck.addAll(night(home, ReceivingFixture.FIRST_NIGHT.plusSeconds(86_400L * night), sent));
        }
        assertThat(stuck).isEmpty();
    }

    /** The last sample file of each return, by the name under which its mutants come. */
    private static SortedMap<String, Path> files() {
        SortedMap<String, Path> files = new TreeMap<>();
        for (Path file : Folders.list(ReceivingFixture.PROJECT.sampleData().resolve("night-1"))) {
            String name = file.getFileName().toString();
            if (name.endsWith(".csv") && !Character.isDigit(name.charAt(0))) {
                String stem = OF_ITS_TIME.matcher(name).replaceFirst("");
                files.put(stem.endsWith(".csv") ? stem.substring(0, stem.length() - ".csv".length()) : stem, file);
            }
        }
        return files;
    }

    /** A set of the census, every file of it a mutant but that of the schools, without which none would be accepted. */
    private static void census(Mutator mutator, int year, Map<String, byte[]> sent) throws IOException {
        Path set = ReceivingFixture.PROJECT.root().resolve("jobs/src/test/resources/org/bellwether/batch/receive/census");
        for (Path file : Folders.list(set)) {
            String name = file.getFileName().toString();
            if (name.endsWith(".csv")) {
                sent.put(name.replace("2024_", year + "_"), name.endsWith("_schoolcensus.csv") ? Files.readAllBytes(file) : mutator.mutate(lines(file)));
            }
        }
    }

    private static List<String> night(ReceivingFixture home, java.time.Instant at, Map<String, byte[]> sent) throws Exception {
        List<String> stuck = new ArrayList<>();
        try (ConfigurableApplicationContext application = WarehouseApplication.start(ReceivingFixture.PROJECT, home.home(),
                Settings.load(ConfigFiles.of(ReceivingFixture.PROJECT, home.home().config())))) {
            SubmissionReceiver.Result result = application.getBean(IntakeJob.class).receiveInbox(at, new RunReport());
            result.failed().forEach(arrival -> stuck.add("arrival " + arrival + " failed"));
            for (Submission one : result.submissions()) {
                if (one.rows() != null && one.rows() != one.accepted() + one.rejected()) {
                    stuck.add(one.id() + " counts " + one.rows() + " = " + one.accepted() + " + " + one.rejected());
                }
                one.files().forEach(file -> assertThat(home.keptBytes(one, file.file())).as(file.file()).isEqualTo(sent.get(file.file())));
            }
            application.getBean(WarehouseJobLauncher.class).build();
            application.getBean(WarehouseJobLauncher.class).publish();
            if (application.getBean(RunReport.class).release() == null) {
                stuck.add("nothing was published");
            }
            stuck.addAll(miscounted(home, application, result.submissions()));
        }
        return stuck;
    }

    /** Staged tables hold as many rows as were accepted of single files whose rows are staged one to one. */
    private static List<String> miscounted(ReceivingFixture home, ConfigurableApplicationContext application, List<Submission> submissions)
            throws Exception {
        List<String> wrong = new ArrayList<>();
        try (Connection connection = application.getBean(WarehouseProvider.class).of(home.home().build()).connection()) {
            for (Submission one : submissions) {
                Path staged = home.home().staged(String.valueOf(one.returnName()), one.id()).resolve("exclusion_notice.parquet");
                if (one.state() != SubmissionState.REJECTED && Files.exists(staged)) {
                    long rows = Sql.queryLong(connection, "select count(*) from read_parquet('" + staged + "')");
                    if (rows != one.accepted()) {
                        wrong.add(one.id() + " stages " + rows + " of " + one.accepted());
                    }
                }
            }
        }
        return wrong;
    }

    private static List<String> lines(Path file) {
        try (Stream<String> lines = Files.lines(file, Charset.forName("windows-1252"))) {
            return lines.limit(ROWS + 1).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
