package org.bellwether.staging.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.bellwether.config.Project;
import org.bellwether.config.Settings;
import org.bellwether.engine.CsvDialect;
import org.bellwether.engine.DuckDb;
import org.bellwether.engine.Sql;
import org.bellwether.intake.profile.CsvText;
import org.bellwether.intake.profile.FileProfile;
import org.bellwether.intake.profile.FileProfiler;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The look at the bytes, Commons CSV and the engine read one dialect: held against each other on files made by chance. */
class CsvDialectTest {

    private static final int FILES = 10_000;
    private static final int FILES_A_QUERY = 1_000;
    private static final long SEED = 899;
    private static final Map<Path, GeneratedCsv> GENERATED = new LinkedHashMap<>();
    private static final Map<Path, FileProfile> PROFILES = new LinkedHashMap<>();

    @TempDir
    static Path folder;

    @BeforeAll
    static void generate() throws IOException {
        Random random = new Random(SEED);
        FileProfiler profiler = new FileProfiler(new Settings.Inbox(null, 1 << 20, 1 << 20, 1 << 20));
        for (int number = 0; number < FILES; number++) {
            GeneratedCsv csv = GeneratedCsv.of(random);
            Path file = Files.write(folder.resolve("file_%05d.csv".formatted(number)), csv.bytes());
            GENERATED.put(file, csv);
            PROFILES.put(file, profiler.profile(file));
        }
    }

    @Test
    void what_was_written_is_read() {
        GENERATED.forEach((file, csv) -> {
            FileProfile profile = PROFILES.get(file);
            if (!csv.isSpoilt()) {
                assertThat(profile.error()).as(text(file)).isNull();
                assertThat(records(file)).as(text(file)).contains(meant(csv.records()));
                assertThat(profile.header()).as(text(file)).isEqualTo(csv.records().get(0));
                assertThat(profile.rows()).as(text(file)).isEqualTo(meant(csv.records()).size() - 1L);
            }
        });
    }

    @Test
    void the_look_at_the_bytes_counts_the_records_of_commons_csv() {
        PROFILES.forEach((file, profile) -> {
            if (profile.error() == null) {
                records(file).ifPresent(records -> assertThat(profile.rows()).as(text(file)).isEqualTo(records.size() - 1L));
            }
        });
    }

    @Test
    void the_engine_reads_of_regular_files_what_commons_csv_reads() throws SQLException {
        Map<Integer, List<Path>> byWidth = new TreeMap<>();
        PROFILES.forEach((file, profile) -> {
            if (profile.error() == null && profile.plain()) {
                byWidth.computeIfAbsent(profile.header().size(), width -> new ArrayList<>()).add(file);
            }
        });

        assertThat(byWidth.values().stream().mapToInt(List::size).sum()).isGreaterThan(FILES / 3);
        try (DuckDb engine = DuckDb.memory(Project.locate(), new Settings.Engine("1GB", 2), folder.resolve("tmp")); Connection connection = engine.connection()) {
            for (Map.Entry<Integer, List<Path>> group : byWidth.entrySet()) {
                for (int from = 0; from < group.getValue().size(); from += FILES_A_QUERY) {
                    List<Path> files = group.getValue().subList(from, Math.min(from + FILES_A_QUERY, group.getValue().size()));
                    Map<Path, List<List<String>>> read = engineRecords(connection, files, group.getKey());
                    for (Path file : files) {
                        List<List<String>> records = records(file).orElseThrow();
                        assertThat(read.getOrDefault(file, List.of())).as(text(file)).isEqualTo(records.subList(1, records.size()));
                    }
                }
            }
        }
    }

    /** The engine takes an empty text for null, and staging does the same. */
    private static Map<Path, List<List<String>>> engineRecords(Connection connection, List<Path> files, int width) {
        Map<Path, List<List<String>>> records = new LinkedHashMap<>();
        String columns = IntStream.range(0, width).mapToObj(n -> "coalesce(c" + n + ", '')").collect(Collectors.joining(", "));
        List<String> types = IntStream.range(0, width).mapToObj(n -> "'c" + n + "': 'VARCHAR'").toList();
        try {
            Sql.query(connection, "select filename, " + columns + " from " + CsvDialect.tables(files, types, true), row -> {
                List<String> record = new ArrayList<>();
                for (int column = 0; column < width; column++) {
                    record.add(row.getString(column + 2));
                }
                return records.computeIfAbsent(Path.of(row.getString(1)), file -> new ArrayList<>()).add(record);
            });
        } catch (SQLException e) {
            throw new AssertionError(files.stream().filter(file -> e.getMessage().contains(file.toString())).map(CsvDialectTest::text).toList().toString(), e);
        }
        return records;
    }

    private static String text(Path file) {
        return file.getFileName() + ": " + new String(GENERATED.get(file).bytes(), StandardCharsets.UTF_8).replace("\r", "\\r").replace("\n", "\\n");
    }

    /** The header, and of the rest what has anything but blanks in it. */
    private static List<List<String>> meant(List<List<String>> records) {
        return Stream.concat(records.stream().limit(1), records.stream().skip(1).filter(record -> !record.stream().allMatch(value -> value.matches("[ \\t\\r\\n]*")))).toList();
    }

    /** Header first; nothing where Commons CSV refuses the file. */
    private static Optional<List<List<String>>> records(Path file) {
        try (CSVParser parser = CsvText.parser(file, PROFILES.get(file).encoding())) {
            return Optional.of(meant(parser.stream().map(CSVRecord::toList).toList()));
        } catch (IOException | UncheckedIOException e) {
            return Optional.empty();
        }
    }
}
