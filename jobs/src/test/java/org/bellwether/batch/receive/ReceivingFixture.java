package org.bellwether.batch.receive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bellwether.app.status.Status;
import org.bellwether.batch.report.RunReport;
import org.bellwether.config.ConfigFiles;
import org.bellwether.config.Project;
import org.bellwether.config.Settings;
import org.bellwether.contract.catalog.ContractCatalog;
import org.bellwether.engine.DuckDb;
import org.bellwether.engine.Sql;
import org.bellwether.home.Home;
import org.bellwether.home.Json;
import org.bellwether.intake.register.Submission;
import org.bellwether.intake.register.SubmissionRegister;
import org.bellwether.staging.validation.RejectsReport;

/** A home of its own of the fictional authority 899, into which a test drops files and has them received for real. */
public final class ReceivingFixture {

    public static final Project PROJECT = Project.locate();
    public static final Instant FIRST_NIGHT = Instant.parse("2025-03-03T02:30:00Z");

    private final Home home;
    private ReceivingComponents components;
    private Instant now = FIRST_NIGHT;

    private ReceivingFixture(Home home) {
        this.home = home;
    }

    public static ReceivingFixture in(Path folder) {
        ReceivingFixture fixture = new ReceivingFixture(new Home(folder.resolve("home")));
        fixture.config("reference/local_authority.csv", """
                old_la_code,new_la_code,la_name,region_code,region_name
                899,E06000899,Wardown,E12000006,East of England
                """);
        // Of all that a night makes its PDF takes longest, and nobody looks at it here.
        return fixture.config("publication.yml", "board_pack: false\n").settings("");
    }

    /** Starts anew on the same home with these lines under {@code bellwether:} in its config. */
    ReceivingFixture settings(String lines) {
        return config("application.yml", "bellwether:\n  la: 899\n  la_name: Wardown\n"
                + (lines.contains("inbox:") ? "" : "  inbox: {quiet: PT0S}\n") + lines.indent(2));
    }

    /** Writes a file of the home's own config; the next receiving reads it. */
    ReceivingFixture config(String file, String text) {
        write(home.config().resolve(file), text.getBytes(StandardCharsets.UTF_8));
        components = null;
        return this;
    }

    public Home home() {
        return home;
    }

    public ReceivingFixture drop(String name, String text) {
        return drop(name, text.getBytes(StandardCharsets.UTF_8));
    }

    public ReceivingFixture drop(String name, byte[] bytes) {
        write(home.inbox().resolve(name), bytes);
        return this;
    }

    /** Receives what lies in the inbox, one night after the time before. */
    SubmissionReceiver.Result night() {
        SubmissionReceiver.Result result = components().receive(now);
        now = now.plusSeconds(24 * 3600);
        return result;
    }

    /** Receives copies of these files. */
    SubmissionReceiver.Result receiveFiles(List<Path> files) {
        return components().intake().receiveFiles(files, now, new RunReport());
    }

    /** The clock of the next night. */
    void at(Instant instant) {
        now = instant;
    }

    /** Receives what lies in the inbox, in order of arrival. */
    List<Submission> receive() {
        SubmissionReceiver.Result result = night();
        assertThat(result.failed()).as("arrivals that ended in a failure").isEmpty();
        return result.submissions();
    }

    /** Receives one file. */
    Submission receive(String name, String text) {
        return drop(name, text).receiveOne();
    }

    Submission receive(String name, byte[] bytes) {
        return drop(name, bytes).receiveOne();
    }

    Submission receiveOne() {
        List<Submission> submissions = receive();
        assertThat(submissions).hasSize(1);
        return submissions.get(0);
    }

    RestageService restage() {
        return components().restage();
    }

    ContractCatalog catalog() {
        return components().catalog();
    }

    SubmissionRegister register() {
        return components().register();
    }

    /** What {@code status} would say of everything received so far, oldest first. */
    List<Status.SubmissionStatus> status() {
        components().status().write();
        return Json.read(home.statusFile(), Status.class).submissions();
    }

    /** Ids of the submissions that own a scope of the return, each as {@code scope=arrival}. */
    List<String> live(String returnName) {
        return register().owners(returnName, now).stream()
                .map(owner -> owner.scope() + "=" + register().find(owner.submissionId()).orElseThrow().arrival()).sorted().toList();
    }

    /** What was found: file, line, rule, severity and column, joined by spaces, in order of table and line. */
    List<String> violations(Submission submission) {
        return query("select concat_ws(' ', table_name, source_line, rule, severity, column_name) from "
                + findings(submission) + " order by table_name, source_line, rule, column_name");
    }

    /** Line, rule, message and remedy of the rows that were rejected. */
    List<String> rejects(Submission submission) {
        return query("select concat_ws('; ', source_line, rule, message, remedy) from " + findings(submission)
                + " where is_rejected order by source_line, rule");
    }

    /** The report of its rows, a finding a row. */
    String findings(Submission submission) {
        return RejectsReport.findings(home.staged(submission.returnName(), submission.id())).orElseThrow();
    }

    /** Columns of the staged rows joined by spaces, null as '-', in order of line. */
    List<String> staged(Submission submission, String table, String... columns) {
        String text = Stream.of(columns).map(column -> "coalesce(cast(" + column + " as varchar), '-')").collect(Collectors.joining(", "));
        return query("select concat_ws(' ', " + text + ") from " + relation(submission, table) + " order by source_line, 1");
    }

    long count(Submission submission, String table) {
        return Long.parseLong(query("select count(*) from " + relation(submission, table)).get(0));
    }

    List<String> query(String sql) {
        try (DuckDb engine = DuckDb.memory(PROJECT, new Settings.Engine("500MB", 1), home.tmp());
                Connection connection = engine.connection()) {
            return Sql.queryTexts(connection, sql);
        } catch (SQLException e) {
            throw new AssertionError(e.getMessage(), e);
        }
    }

    String relation(Submission submission, String table) {
        return "read_parquet('" + home.staged(submission.returnName(), submission.id()).resolve(table + ".parquet") + "')";
    }

    /** The received files as they are kept, landed or refused, with the record beside them. */
    List<String> kept(Submission submission) {
        try (Stream<Path> all = Files.walk(home.root())) {
            return all.filter(file -> file.getParent().getFileName().toString().equals(submission.id()))
                    .filter(file -> !file.startsWith(home.staged()))
                    .map(file -> home.root().relativize(file).getName(0) + "/" + file.getFileName()).sorted().toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Bytes of a received file where it is kept. */
    public byte[] keptBytes(Submission submission, String name) {
        try (Stream<Path> all = Files.walk(home.root())) {
            return Files.readAllBytes(all.filter(file -> file.endsWith(Path.of(submission.id(), name))
                    && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)).findFirst().orElseThrow());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private ReceivingComponents components() {
        if (components == null) {
            components = ReceivingComponents.of(home, ConfigFiles.of(PROJECT, home.config()));
        }
        return components;
    }

    private static void write(Path file, byte[] bytes) {
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
