package org.bellwether.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.bellwether.app.waiver.WaiverService;
import org.bellwether.cli.console.ExitCode;
import org.bellwether.config.BellwetherException;
import org.bellwether.config.ConfigFiles;
import org.bellwether.config.Project;
import org.bellwether.contract.Waiver;
import org.bellwether.contract.reader.WaiverReader;
import org.bellwether.home.Home;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A waiver is added to what a home has written itself, or nothing is changed. */
class WaiveCommandTest {

    private static final LocalDate FROM = LocalDate.of(2026, 9, 1);

    @TempDir
    Path folder;

    private Home home;
    private Path file;

    @BeforeEach
    void a_home() throws IOException {
        home = new Home(folder);
        file = home.config().resolve(ConfigFiles.WAIVERS);
        Files.createDirectories(home.config());
    }

    private Waiver waive(String rule, LocalDate until) throws IOException {
        return new WaiverService(Project.locate(), home).add(new WaiverService.Decision(rule, List.of(8992001), FROM, until, "Head of data", "its \"software\": #1\n2"), Instant.EPOCH);
    }

    private List<Waiver> read() {
        return new WaiverReader(ConfigFiles.of(Project.locate(), home.config())).read();
    }

    @Test
    void the_first_makes_the_file_and_the_next_are_added_below() throws IOException {
        Waiver first = waive("EXC-004", FROM.plusDays(30));
        Waiver second = waive("EXC-004", FROM.plusDays(60));

        assertThat(read()).containsExactly(first, second);
        assertThat(first).isEqualTo(new Waiver("exc-004-8992001-2026-09-01", "EXC-004", List.of(8992001), FROM, FROM.plusDays(30), "Head of data", first.why()));
        assertThat(first.why()).contains("its \"software\": #1").doesNotContain("\n");
        assertThat(second.name()).isEqualTo("exc-004-8992001-2026-09-01-2");
        assertThat(Files.readString(home.auditTrail())).contains("\"action\":\"waive\"", "Head of data");
    }

    @Test
    void what_the_home_has_written_stays_word_for_word() throws IOException {
        String own = "# agreed in the forum\nwaivers:\n  ours:    # until the update\n    {rule: EXC-004, schools: [8992002], from: 2026-09-01, until: 2026-10-01, by: Head of data, why: moving}";
        Files.writeString(file, own);

        waive("EXC-004", FROM.plusDays(30));

        assertThat(Files.readString(file)).startsWith(own + "\n");
        assertThat(read()).extracting(Waiver::name).containsExactly("ours", "exc-004-8992001-2026-09-01");
    }

    @Test
    void one_that_says_none_is_filled() throws IOException {
        Files.writeString(file, "# none yet\nwaivers: {}\n");

        waive("EXC-004", FROM.plusDays(30));

        assertThat(Files.readString(file)).startsWith("# none yet\nwaivers:\n");
        assertThat(read()).hasSize(1);
    }

    @Test
    void where_nothing_can_be_added_or_waived_the_file_is_left_as_it_is() throws IOException {
        String flow = "waivers: {ours: {rule: EXC-004, schools: [8992002], from: 2026-09-01, until: 2026-10-01, by: Head of data, why: moving}}\n";
        Files.writeString(file, flow);
        assertThatThrownBy(() -> waive("EXC-004", FROM.plusDays(30))).isInstanceOf(BellwetherException.class).hasMessageContaining(file.toString());
        assertThat(Files.readString(file)).isEqualTo(flow);

        Files.delete(file);
        assertThatThrownBy(() -> waive("ROW-002", FROM.plusDays(30))).hasMessageContaining("ROW-002 cannot be waived").hasMessageContaining(home.config().toString())
                .hasMessageStartingWith("USR-088 Nothing is waived");
        assertThatThrownBy(() -> waive("EXC-004", FROM.plusYears(2))).hasMessageContaining("more than a year");
        assertThat(file).doesNotExist();
        assertThat(Files.exists(home.auditTrail())).isFalse();
    }

    @Test
    void the_command_asks_for_school_end_name_and_reason() throws IOException {
        assertThat(Bellwether.run("waive", "EXC-004", "--by", "Head of data", "--why", "x", "--until", "2026-12-18", "--home", folder.toString())).isEqualTo(ExitCode.USAGE);
        assertThat(Bellwether.run("waive", "EXC-004", "--school", "8992001", "--by", "Head of data", "--why", "x", "--until", "soon", "--home", folder.toString())).isEqualTo(ExitCode.USAGE);
        assertThat(file).doesNotExist();
        assertThat(Bellwether.run("waive", "EXC-004", "--school", "8992001,8992002", "--from", "2026-09-01", "--until", "2026-12-18", "--by", "Head of data", "--why", "x",
                "--home", folder.toString())).isEqualTo(ExitCode.DONE);
        assertThat(read()).singleElement().satisfies(one -> assertThat(one.schools()).containsExactly(8992001, 8992002));
    }
}
