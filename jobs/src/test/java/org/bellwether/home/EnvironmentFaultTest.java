package org.bellwether.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.bellwether.config.ErrorCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.transaction.TransactionSystemException;

class EnvironmentFaultTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            DISK_FULL      | /srv/x/build/tmp: No space left on device
            NO_PERMISSION  | IO Error: Cannot open file "/srv/x/build/warehouse.duckdb": Permission denied
            OUT_OF_MEMORY  | Out of Memory Error: could not allocate block of size 256.0 KiB (1.9 GiB/1.9 GiB used)
            OUT_OF_MEMORY  | Java heap space
            DISK_FAILS     | IO Error: Could not read from file "/srv/x/a.parquet": Input/output error
            TOO_MANY_FILES | IO Error: Cannot open file "/srv/x/a.parquet": Too many open files
            """)
    void what_the_engine_and_the_file_system_say_is_told_apart(ErrorCode fault, String message) {
        assertThat(EnvironmentFault.in(new IllegalStateException("outside", new SQLException(message)))).get()
                .extracting(EnvironmentFault::code).isEqualTo(fault);
    }

    @Test
    void a_denied_file_is_named_with_what_to_do() {
        assertThat(EnvironmentFault.in(new AccessDeniedException("/srv/x/vault"))).get().extracting(fault -> fault.error().getMessage()).asString()
                .startsWith("ENV-002 No permission (/srv/x/vault). ").contains("owner of the home");
    }

    @Test
    void a_server_that_does_not_answer_is_told_from_a_damaged_file() {
        assertThat(EnvironmentFault.in(new SQLException("Connection to db:5432 refused.", "08001"))).get()
                .extracting(EnvironmentFault::code).isEqualTo(ErrorCode.NO_CONTROL);
    }

    @Test
    void damage_is_seen_wherever_it_lies_in_an_own_file() throws Exception {
        Path database = folder.resolve("a.duckdb");
        Path parquet = folder.resolve("a.parquet");
        try (Connection engine = DriverManager.getConnection("jdbc:duckdb:" + database); Statement statement = engine.createStatement()) {
            statement.execute("create table a as select range as n, md5(range::varchar) as text from range(200000)");
            statement.execute("checkpoint");
            statement.execute("copy a to '" + parquet + "' (format parquet, compression zstd)");
        }
        for (double place : new double[] {0, 0.3, 0.6, 0.999}) {
            assertThat(faultOf("jdbc:duckdb:" + damaged(database, place), "select count(distinct text), sum(n) from a"))
                    .as("database damaged at " + place).isIn(Optional.empty(), Optional.of(ErrorCode.DAMAGED));
            assertThat(faultOf("jdbc:duckdb:", "select count(distinct text), sum(n) from '" + damaged(parquet, place) + "'"))
                    .as("parquet damaged at " + place).isIn(Optional.empty(), Optional.of(ErrorCode.DAMAGED));
        }
        assertThat(faultOf("jdbc:duckdb:" + cut(database), "select count(distinct text) from a")).contains(ErrorCode.DAMAGED);
        assertThat(faultOf("jdbc:duckdb:", "select count(distinct text) from '" + cut(parquet) + "'")).contains(ErrorCode.DAMAGED);
        assertThat(faultOf("jdbc:duckdb:", "select * from '" + folder.resolve("gone.parquet") + "'")).contains(ErrorCode.DAMAGED);
    }

    @Test
    void a_control_database_that_is_cut_or_changed_anywhere_is_whole_enough_or_told_to_be_damaged() throws Exception {
        Path whole = folder.resolve("whole.mv.db");
        try (Connection control = DriverManager.getConnection("jdbc:h2:file:" + folder.resolve("whole")); Statement statement = control.createStatement()) {
            statement.execute("create table run (id bigint primary key, job varchar(100), parameters blob)");
            statement.execute("insert into run select x, 'job ' || x, cast(repeat('00', 500) || x as varbinary) from system_range(1, 2000)");
        }
        byte[] bytes = Files.readAllBytes(whole);
        Random places = new Random(20_260_514);
        int damaged = 0;
        for (int time = 0; time < 60; time++) {
            byte[] other = time % 3 == 0 ? Arrays.copyOf(bytes, 1 + places.nextInt(bytes.length)) : bytes.clone();
            for (int flips = 0; flips < time % 3 * 20; flips++) {
                other[places.nextInt(other.length)] ^= (byte) (1 << places.nextInt(8));
            }
            Files.write(folder.resolve("control-" + time + ".mv.db"), other);
            try (Connection control = DriverManager.getConnection("jdbc:h2:file:" + folder.resolve("control-" + time) + ";IFEXISTS=TRUE"); Statement statement = control.createStatement();
                    ResultSet rows = statement.executeQuery("select count(*), max(job), sum(length(parameters)) from run")) {
                rows.next();
            } catch (Exception e) {
                if (String.valueOf(e.getMessage()).contains("Table \"RUN\" not found")) {
                    // Nothing of it is left, as where the file is gone: a night makes it anew.
                    continue;
                }
                Optional<EnvironmentFault> fault = EnvironmentFault.in(e);
                // A length that is another may be more than there is memory for.
                assertThat(fault.map(EnvironmentFault::code)).as(time + ": " + e).isIn(Optional.of(ErrorCode.DAMAGED), Optional.of(ErrorCode.OUT_OF_MEMORY));
                assertThat(fault.orElseThrow().where()).as(time + ": " + e).contains("control");
                damaged++;
            }
        }
        assertThat(damaged).isGreaterThan(10);
    }

    @Test
    void what_a_failed_rollback_has_taken_the_place_of_is_seen_and_comes_before_the_damage_that_it_left() {
        TransactionSystemException rollback = new TransactionSystemException("Could not roll back", new SQLException("file corrupted while reading record"));
        rollback.initApplicationException(new UncheckedIOException(new IOException("No space left on device")));

        assertThat(EnvironmentFault.in(new IllegalStateException("outside", rollback))).get().extracting(EnvironmentFault::code).isEqualTo(ErrorCode.DISK_FULL);
    }

    @Test
    void damage_on_a_disk_with_room_is_damage() {
        assertThat(EnvironmentFault.in(new EOFException(), folder)).get().extracting(EnvironmentFault::code).isEqualTo(ErrorCode.DAMAGED);
        assertThat(EnvironmentFault.in(new IllegalStateException("nothing known"), folder)).isEmpty();
        assertThat(EnvironmentFault.in(new EOFException(), folder.resolve("nowhere"))).get().extracting(EnvironmentFault::code).isEqualTo(ErrorCode.DAMAGED);
    }

    @Test
    void what_ends_before_it_should_is_damaged() {
        assertThat(EnvironmentFault.in(new IllegalStateException(new EOFException()))).get().extracting(EnvironmentFault::code).isEqualTo(ErrorCode.DAMAGED);
    }

    @Test
    void what_a_query_says_of_a_value_is_no_fault_of_the_machine() {
        assertThat(EnvironmentFault.in(new SQLException("Conversion Error: Could not convert string 'Permission denied' to INT32"))).isEmpty();
        assertThat(EnvironmentFault.in(new SQLException("Invalid Input Error: CSV Error on Line: 3 Original Line: corrupt, disk quota"))).isEmpty();
    }

    @Test
    void of_a_stream_whose_file_nobody_names_no_class_is_told_instead() {
        EnvironmentFault fault = EnvironmentFault.in(new UncheckedIOException(new IOException("No space left on device"))).orElseThrow();

        assertThat(fault.error()).hasMessageStartingWith("ENV-001 The disk is full (a file of the home). ");
    }

    /**
     * What the failure of a query shows; empty where it answers, since not every byte of a file is looked at.
     *
     * @throws AssertionError where it fails and shows nothing
     */
    private static Optional<ErrorCode> faultOf(String url, String query) {
        try (Connection engine = DriverManager.getConnection(url); Statement statement = engine.createStatement()) {
            statement.execute(query);
            return Optional.empty();
        } catch (SQLException e) {
            return Optional.of(EnvironmentFault.in(e).orElseThrow(() -> new AssertionError("no fault is seen in: " + e.getMessage())).code());
        }
    }

    private Path damaged(Path file, double place) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        int from = (int) (place * (bytes.length - 64));
        for (int i = from; i < from + 64; i++) {
            bytes[i] ^= (byte) 0xFF;
        }
        return Files.write(folder.resolve(place + "-" + file.getFileName()), bytes);
    }

    private Path cut(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        return Files.write(folder.resolve("cut-" + file.getFileName()), java.util.Arrays.copyOf(bytes, bytes.length / 2));
    }
}
