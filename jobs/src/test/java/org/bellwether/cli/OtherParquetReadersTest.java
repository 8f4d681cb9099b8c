package org.bellwether.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bellwether.config.Project;
import org.bellwether.engine.Sql;
import org.bellwether.home.Folders;
import org.bellwether.home.Json;
import org.bellwether.release.check.ParquetContents;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every Parquet file of a release, value by value, as readers find it that share no code with the engine that wrote it: parquet-java, Hardwood (which
 * needs Java 21 or later beside the one that runs the tests) and hyparquet (which needs Node and the registry of npm). Where what one needs is not there its
 * test is skipped.
 */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OtherParquetReadersTest {

    private static final int FIRST_JAVA = 21;
    private static final double CLOSE = 1e-6;
    private static final List<String> PACKAGES = List.of("hyparquet@1.31.5", "hyparquet-compressors@1.1.2");

    private Path folder;
    private Map<Path, List<List<Object>>> contents;

    @BeforeAll
    void a_release_as_parquet_java_reads_it(@TempDir Path empty) throws Exception {
        folder = empty;
        TrialHome home = FirstNight.copyTo(folder.resolve("home"));
        contents = new LinkedHashMap<>();
        for (Path file : Folders.files(home.home().current().toRealPath())) {
            if (file.toString().endsWith(".parquet")) {
                List<List<Object>> rows = new ArrayList<>();
                try (ParquetContents.Rows reader = ParquetContents.of(file).read()) {
                    for (List<Object> row = reader.next(); row != null; row = reader.next()) {
                        rows.add(row);
                    }
                }
                contents.put(file, rows);
            }
        }
        assertThat(contents).hasSizeGreaterThan(50);
        assertThat(contents.values().stream().flatMap(List::stream).flatMap(List::stream).filter(value -> value != null).map(Object::getClass).distinct())
                .contains(Integer.class, Long.class, Double.class, String.class, LocalDate.class, BigDecimal.class, Boolean.class);
    }

    @Test
    void parquet_java_reads_what_the_engine_reads() throws Exception {
        Map<Path, List<List<String>>> read = new LinkedHashMap<>();
        try (Connection engine = DriverManager.getConnection("jdbc:duckdb:")) {
            for (Path file : contents.keySet()) {
                int columns = ParquetContents.of(file).columns().size();
                read.put(file, Sql.query(engine, "select cast(columns(*) as varchar) from read_parquet(" + Sql.literal(file.toString()) + ")",
                        row -> IntStream.rangeClosed(1, columns).mapToObj(column -> text(row, column)).toList()));
            }
        }
        expectEqual(read);
    }

    @Test
    void hardwood_reads_the_same() throws Exception {
        Optional<Path> java = laterJava();
        assumeTrue(java.isPresent(), "Hardwood needs Java " + FIRST_JAVA + ": there is none in JAVA21_HOME or below /usr/lib/jvm");
        Path library = Project.locate().root().resolve("jobs/target/other-readers/hardwood-core.jar");
        String classPath = MadeOnce.classPath().stream().map(Path::toString).filter(entry -> entry.contains("zstd-jni") || entry.contains("snappy-java"))
                .collect(Collectors.joining(":", library + ":", ""));

        expectEqual(rows(List.of(java.get().toString(), "-cp", classPath, program("HardwoodRows.java").toString())));
    }

    @Test
    void hyparquet_reads_the_same() throws Exception {
        Path packages = Files.createDirectories(folder.resolve("npm"));
        List<String> install = new ArrayList<>(List.of("npm", "install", "--no-audit", "--no-fund", "--prefix", packages.toString()));
        install.addAll(PACKAGES);
        assumeTrue(ends(install, packages.resolve("install.log")), "There is no Node, or npm cannot fetch " + PACKAGES);
        Path program = Files.copy(program("hyparquet-rows.mjs"), packages.resolve("rows.mjs"));

        expectEqual(rows(List.of("node", program.toString())));
    }

    private static String text(java.sql.ResultSet row, int column) {
        try {
            return row.getString(column);
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void expectEqual(Map<Path, List<List<String>>> read) {
        assertThat(read.keySet()).isEqualTo(contents.keySet());
        long values = 0;
        for (Map.Entry<Path, List<List<Object>>> file : contents.entrySet()) {
            List<List<String>> rows = read.get(file.getKey());
            assertThat(rows).as(file.getKey().toString()).hasSameSizeAs(file.getValue());
            for (int row = 0; row < rows.size(); row++) {
                for (int column = 0; column < file.getValue().get(row).size(); column++) {
                    Object expected = file.getValue().get(row).get(column);
                    String found = rows.get(row).get(column);
                    if (!isSame(expected, found)) {
                        throw new AssertionError(file.getKey() + ", row " + row + ", column " + column + ": " + found + " for " + expected);
                    }
                    values++;
                }
            }
        }
        assertThat(values).isGreaterThan(10_000);
    }

    private static boolean isSame(Object expected, String found) {
        if (expected == null || found == null) {
            return expected == null && found == null;
        }
        if (expected instanceof Double number) {
            return Double.parseDouble(found) == number;
        }
        if (expected instanceof BigDecimal number) {
            return Math.abs(Double.parseDouble(found) - number.doubleValue()) < CLOSE;
        }
        if (expected instanceof LocalDate) {
            return found.substring(0, Math.min(10, found.length())).equals(expected.toString());
        }
        if (expected instanceof LocalDateTime moment) {
            String text = found.replace(' ', 'T').replace("Z", "");
            return Math.abs(java.time.Duration.between(LocalDateTime.parse(text), moment).toMillis()) == 0;
        }
        return expected.toString().equals(found);
    }

    /** What the program prints of all files. */
    private Map<Path, List<List<String>>> rows(List<String> command) throws IOException, InterruptedException {
        List<String> whole = new ArrayList<>(command);
        contents.keySet().forEach(file -> whole.add(file.toString()));
        Path printed = Files.createTempFile(folder, "rows-", ".txt");
        assertThat(ends(whole, printed)).as(() -> head(printed.resolveSibling(printed.getFileName() + ".errors"))).isTrue();
        Map<Path, List<List<String>>> rows = new LinkedHashMap<>();
        List<List<String>> file = List.of();
        for (String line : Files.readAllLines(printed)) {
            if (line.startsWith("[")) {
                file.add(Arrays.asList(Json.parse(line, String[].class)));
            } else {
                file = new ArrayList<>();
                rows.put(Path.of(line), file);
            }
        }
        return rows;
    }

    private static boolean ends(List<String> command, Path printed) throws InterruptedException {
        try {
            // What a JVM warns of is no row.
            Process process = new ProcessBuilder(command).redirectError(printed.resolveSibling(printed.getFileName() + ".errors").toFile())
                    .redirectOutput(printed.toFile()).start();
            return process.waitFor(5, TimeUnit.MINUTES) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static String head(Path file) {
        try {
            return Files.readString(file).lines().limit(50).collect(Collectors.joining("\n"));
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static Path program(String name) {
        return Project.locate().root().resolve("jobs/src/test/resources/org/bellwether/release/readers").resolve(name);
    }

    private static Optional<Path> laterJava() {
        List<Path> homes = new ArrayList<>(Folders.list(Path.of("/usr/lib/jvm")));
        Optional.ofNullable(System.getenv("JAVA21_HOME")).map(Path::of).ifPresent(home -> homes.add(0, home));
        return homes.stream().filter(home -> version(home) >= FIRST_JAVA).map(home -> home.resolve("bin/java")).filter(Files::isExecutable).findFirst();
    }

    private static int version(Path home) {
        try {
            return Files.readAllLines(home.resolve("release")).stream().filter(line -> line.startsWith("JAVA_VERSION=")).findFirst()
                    .map(line -> line.replaceAll("[^0-9.]", "")).map(text -> Integer.parseInt(text.split("\\.")[0])).orElse(0);
        } catch (IOException | NumberFormatException e) {
            return 0;
        }
    }
}
