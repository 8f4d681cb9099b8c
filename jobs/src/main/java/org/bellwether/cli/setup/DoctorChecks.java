package org.bellwether.cli.setup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bellwether.app.lineage.LineageConfig;
import org.bellwether.app.notify.Notifier;
import org.bellwether.app.schedule.FireTimeFormat;
import org.bellwether.app.schedule.NightlyCron;
import org.bellwether.app.schedule.NightlyFireTimes;
import org.bellwether.app.schedule.SchoolDays;
import org.bellwether.app.session.RunTelling;
import org.bellwether.cli.release.ReleasesVerifyCommand;
import org.bellwether.config.ConfigFiles;
import org.bellwether.config.Project;
import org.bellwether.config.Settings;
import org.bellwether.contract.Waiver;
import org.bellwether.contract.catalog.ContractCatalog;
import org.bellwether.engine.DuckDb;
import org.bellwether.engine.Sql;
import org.bellwether.home.Home;
import org.bellwether.home.HomeFolders;
import org.bellwether.home.PseudonymKey;
import org.bellwether.home.Tombstones;
import org.bellwether.release.disclosure.DisclosureConfig;
import org.bellwether.release.exchange.Publication;
import org.bellwether.release.site.report.ReportConfig;
import org.bellwether.release.check.ReleaseVerifier;
import org.bellwether.release.store.HeldReleases;
import org.bellwether.release.store.Release;
import org.bellwether.release.store.ReleaseStore;

/** What a night needs, each looked at by itself. */
final class DoctorChecks {

    private static final long ROOM = 5L << 30;
    private static final int PATIENCE_SECONDS = 10;

    private static final int KEY_COPY_DAYS = 366;

    private DoctorChecks() {
    }

    /** Something looked at; what it throws is to be mended too. */
    interface Check {
        Finding look() throws Exception;
    }

    /** How it stands: a note keeps no night from running, and is better mended all the same. */
    enum Mark {
        OK, NOTE, MEND
    }

    /** @param text what was found, or how to mend it; may be empty where all is well */
    record Finding(Mark mark, String text) {

        static Finding ok(String text) {
            return new Finding(Mark.OK, text);
        }

        static Finding note(String text) {
            return new Finding(Mark.NOTE, text);
        }

        static Finding mend(String text) {
            return new Finding(Mark.MEND, text);
        }
    }

    static Finding java() {
        return Runtime.version().feature() >= 17 ? Finding.ok("") : Finding.mend("install Java 17 or later");
    }

    static Finding catalog(ConfigFiles config) {
        ContractCatalog catalog = ContractCatalog.load(config);
        return Finding.ok(catalog.returns().size() + " contracts, " + catalog.rules().size() + " rules, " + catalog.codeSets().size()
                + " code sets");
    }

    /** Rules that are not asked of a school; of those whose time is over somebody has to decide again, or take them out. */
    static Finding waivers(ConfigFiles config, LocalDate today) {
        List<Waiver> all = ContractCatalog.load(config).waivers();
        List<String> over = all.stream().filter(waiver -> waiver.until().isBefore(today)).map(waiver -> waiver.name() + " (" + waiver.rule() + ") ended on " + waiver.until()).toList();
        return over.isEmpty() ? Finding.ok(all.isEmpty() ? "none" : all.stream().filter(waiver -> waiver.holdsOn(today)).count() + " of " + all.size() + " hold today")
                : Finding.note(String.join("; ", over) + ": decide again, or take it out of config/" + ConfigFiles.WAIVERS);
    }

    /** A night reads it when everything else is done. */
    static Finding publication(ConfigFiles config) {
        Publication.load(config);
        return Finding.ok(DisclosureConfig.load(config).marts().size() + " marts, " + ReportConfig.load(config).pages().size() + " pages of the report");
    }

    /** Whether those whom the home names would be told; nothing is sent. */
    static Finding notifications(Project project, ConfigFiles config, Home home) throws SQLException, IOException {
        if (!RunTelling.isWanted(home)) {
            return Finding.ok("nobody is told of runs");
        }
        Notifier notifier = Notifier.of(project, home, config);
        List<String> faults = notifier.faults();
        return faults.isEmpty() ? Finding.ok(notifier.summary()) : Finding.mend(String.join("; ", faults));
    }

    static Finding lineage(ConfigFiles config, Home home) {
        if (!Files.exists(home.config().resolve(ConfigFiles.LINEAGE))) {
            return Finding.ok("goes nowhere");
        }
        LineageConfig lineage = LineageConfig.load(config);
        return Finding.ok("goes to " + (lineage.file().isBlank() ? lineage.url() : lineage.file()));
    }

    static Finding authority(int la, ConfigFiles config, Home home) {
        Path file = home.config().resolve(Settings.FILE);
        if (la == 0) {
            return Finding.mend("there is none; run bellwether init, or set bellwether.la in " + file);
        }
        return new Authorities(config).name(la).map(name -> Finding.ok(la + " " + name))
                .orElseGet(() -> Finding.mend(la + " is not in reference/local_authority.csv; mend bellwether.la in " + file));
    }

    static Finding schedule(Settings.Schedule settings) {
        NightlyFireTimes fireTimes = new NightlyFireTimes(NightlyCron.of(settings), SchoolDays.everyDay());
        return fireTimes.next(Instant.now()).map(night -> Finding.ok("next night " + FireTimeFormat.of(night, fireTimes)))
                .orElseGet(() -> Finding.mend("bellwether.schedule.cron gives no night any more"));
    }

    static Finding engine(Settings.Engine settings, Project project) throws SQLException {
        try (DuckDb engine = DuckDb.memory(project, settings); Connection connection = engine.connection()) {
            return Finding.ok("DuckDB " + Sql.queryText(connection, "select version()") + ", " + settings.threads() + " threads, "
                    + settings.memoryLimit());
        }
    }

    /** The embedded one is the home's own file, which only the holder of its lock may open. */
    static Finding control(Settings.Control settings) throws SQLException {
        if (settings.isEmbedded()) {
            return Finding.ok("embedded");
        }
        DriverManager.setLoginTimeout(PATIENCE_SECONDS);
        try (Connection connection = DriverManager.getConnection(settings.url(), settings.username(), settings.password())) {
            return Finding.ok(connection.getMetaData().getDatabaseProductName() + " " + connection.getMetaData().getDatabaseProductVersion());
        } catch (SQLException e) {
            return Finding.mend("bellwether.control.url cannot be reached: " + String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
        }
    }

    /** Without the key no pupil joins what is known of them, and nothing makes it again. */
    static Finding keyCopy(Settings.KeyCopy copy, Home home) {
        if (!PseudonymKey.exists(home)) {
            return Finding.ok("there is no key yet; the first night makes it");
        }
        if (!copy.path().isBlank()) {
            return keyCopy(Path.of(copy.path()), home);
        }
        if (copy.kept().isBlank()) {
            return Finding.note("none is known, and without the key no pupil joins what is known of them: copy " + home.vault()
                    + " to another place and name it as bellwether.key_copy in " + home.config().resolve(Settings.FILE));
        }
        String seen = copy.kept() + ", last seen " + copy.checked();
        long days = ChronoUnit.DAYS.between(copy.checkedOn().orElseThrow(), LocalDate.now(Settings.LONDON));
        return days <= KEY_COPY_DAYS ? Finding.ok(seen) : Finding.mend(seen + ": look whether it is still there and is the same,"
                + " and set bellwether.key_copy.checked");
    }

    private static Finding keyCopy(Path path, Home home) {
        if (path.toAbsolutePath().normalize().startsWith(home.root().toAbsolutePath().normalize())) {
            return Finding.mend(path + " lies in the home and is lost with it; keep it elsewhere");
        }
        try {
            return PseudonymKey.isSame(home, path) ? Finding.ok(path + " is the same key")
                    : Finding.mend(path + " is another key; replace it by a copy of " + home.vault());
        } catch (IOException e) {
            return Finding.mend(path + " cannot be read: mount what it lies on, or mend bellwether.key_copy.path");
        }
    }

    static Finding disk(Home home) throws IOException {
        Path near = home.root();
        while (!Files.exists(near)) {
            near = near.getParent();
        }
        long free = Files.getFileStore(near).getUsableSpace();
        return free > ROOM ? Finding.ok((free >> 30) + " GB free")
                : Finding.mend((free >> 20) + " MB free at " + near + "; a Luton-sized home wants " + (ROOM >> 30) + " GB");
    }

    static Finding currentRelease(Home home) throws IOException, SQLException {
        Optional<Release> current = new ReleaseStore(home).current();
        if (current.isEmpty()) {
            return Finding.ok("none yet");
        }
        ReleaseVerifier.Report report = ReleasesVerifyCommand.verify(current.get());
        return report.isIntact() ? Finding.ok(current.get().id() + ", " + report.files() + " files as they were published")
                : Finding.mend(current.get().id() + " is not as it was published; see: bellwether releases verify");
    }

    static Finding heldRelease(Home home) {
        return new HeldReleases(home).held().map(held -> Finding.note(held.id() + " waits for approval, and readers have the release before it;"
                + " see: bellwether releases review")).orElse(Finding.ok("none"));
    }

    static Finding erasures(Home home) {
        int unfinished = new Tombstones(home).unfinished().size();
        return unfinished == 0 ? Finding.ok("none is under way")
                : Finding.mend(unfinished + " pseudonyms stand under an erasure that was stopped; run it again: bellwether forget UPN --erase");
    }

    static List<Path> folders(Home home) {
        List<Path> folders = new ArrayList<>(List.of(home.root(), home.inbox(), home.releases()));
        folders.addAll(HomeFolders.owners(home));
        return folders;
    }

    static Finding folder(Path folder, Home home) {
        if (!Files.isDirectory(folder)) {
            return Finding.mend("it is a file; move it away");
        }
        if (!Files.isReadable(folder) || !Files.isWritable(folder) || !Files.isExecutable(folder)) {
            return Finding.mend("whoever runs the nights must be able to read, write and enter it");
        }
        return !HomeFolders.owners(home).contains(folder) || !HomeFolders.isOpen(folder) ? Finding.ok("")
                : Finding.mend("others may enter it; the next night closes it where it belongs to whoever runs the night, else: chmod 700");
    }
}
