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
import org.bellwether.app.schedule.FireTimeFormat;
import org.bellwether.app.schedule.NightlyCron;
import org.bellwether.app.schedule.NightlyFireTimes;
import org.bellwether.app.schedule.SchoolDays;
import org.bellwether.cli.report.ReleasesVerifyCommand;
import org.bellwether.config.ConfigException;
import org.bellwether.config.ConfigFiles;
import org.bellwether.config.Project;
import org.bellwether.config.Settings;
import org.bellwether.contract.catalog.ContractCatalog;
import org.bellwether.engine.DuckDb;
import org.bellwether.engine.Sql;
import org.bellwether.home.Home;
import org.bellwether.home.HomeFolders;
import org.bellwether.home.PseudonymKey;
import org.bellwether.release.check.ReleaseVerifier;
import org.bellwether.release.store.Release;
import org.bellwether.release.store.ReleaseStore;

/** What a night needs, each looked at by itself; a check that fails says in its message how to mend it. */
final class DoctorChecks {

    private static final long ROOM = 5L << 30;
    private static final int PATIENCE_SECONDS = 10;

    /** Begins what keeps no night from running, and is better mended all the same. */
    static final String NOTE = "NOTE  ";

    private static final int KEY_COPY_DAYS = 366;

    private DoctorChecks() {
    }

    /** Something looked at; what it returns is told where it is text. */
    interface Check<T> {
        T look() throws Exception;
    }

    static String that(boolean holds, String remedy) {
        if (!holds) {
            throw new ConfigException(remedy);
        }
        return "";
    }

    static String catalog(ConfigFiles config) {
        ContractCatalog catalog = ContractCatalog.load(config);
        return catalog.returns().size() + " contracts, " + catalog.rules().size() + " rules, " + catalog.codeSets().size() + " code sets";
    }

    static Settings settings(ConfigFiles config) {
        return Settings.load(config);
    }

    static String authority(int la, ConfigFiles config, Home home) {
        that(la != 0, "there is none; run bellwether init, or set bellwether.la in " + home.config().resolve(Settings.FILE));
        return la + " " + new Authorities(config).name(la).orElseThrow(() -> new ConfigException(la + " is not in reference/local_authority.csv;"
                + " mend bellwether.la in " + home.config().resolve(Settings.FILE)));
    }

    static String schedule(Settings.Schedule settings) {
        NightlyFireTimes fireTimes = new NightlyFireTimes(NightlyCron.of(settings), SchoolDays.everyDay());
        return "next night " + fireTimes.next(Instant.now()).map(night -> FireTimeFormat.of(night, fireTimes))
                .orElseThrow(() -> new ConfigException("bellwether.schedule.cron gives no night any more"));
    }

    static String engine(Settings.Engine settings, Project project) throws SQLException {
        try (DuckDb engine = DuckDb.memory(project, settings); Connection connection = engine.connection()) {
            return "DuckDB " + Sql.queryText(connection, "select version()") + ", " + settings.threads() + " threads, "
                    + settings.memoryLimit();
        }
    }

    /** The embedded one is the home's own file, which only the holder of its lock may open. */
    static String control(Settings.Control settings) throws SQLException {
        if (settings.isEmbedded()) {
            return "embedded";
        }
        DriverManager.setLoginTimeout(PATIENCE_SECONDS);
        try (Connection connection = DriverManager.getConnection(settings.url(), settings.username(), settings.password())) {
            return connection.getMetaData().getDatabaseProductName() + " " + connection.getMetaData().getDatabaseProductVersion();
        } catch (SQLException e) {
            throw new ConfigException("bellwether.control.url cannot be reached: " + String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
        }
    }

    /** Without the key no pupil joins what is known of them, and nothing makes it again. */
    static String keyCopy(Settings.KeyCopy copy, Home home) {
        if (!PseudonymKey.exists(home)) {
            return "there is no key yet; the first night makes it";
        }
        if (!copy.path().isBlank()) {
            Path path = Path.of(copy.path());
            that(!path.toAbsolutePath().normalize().startsWith(home.root().toAbsolutePath().normalize()),
                    path + " lies in the home and is lost with it; keep it elsewhere");
            try {
                that(PseudonymKey.isSame(home, path), path + " is another key; replace it by a copy of " + home.vault());
            } catch (IOException e) {
                throw new ConfigException(path + " cannot be read: mount what it lies on, or mend bellwether.key_copy.path");
            }
            return path + " is the same key";
        }
        if (copy.kept().isBlank()) {
            return NOTE + "none is known, and without the key no pupil joins what is known of them: copy " + home.vault()
                    + " to another place and name it as bellwether.key_copy in " + home.config().resolve(Settings.FILE);
        }
        long days = ChronoUnit.DAYS.between(copy.checkedOn().orElseThrow(), LocalDate.now(Settings.LONDON));
        that(days <= KEY_COPY_DAYS, copy.kept() + ", last seen " + copy.checked() + ": look whether it is still there and is the same,"
                + " and set bellwether.key_copy.checked");
        return copy.kept() + ", last seen " + copy.checked();
    }

    static String disk(Home home) throws IOException {
        Path near = home.root();
        while (!Files.exists(near)) {
            near = near.getParent();
        }
        long free = Files.getFileStore(near).getUsableSpace();
        that(free > ROOM, (free >> 20) + " MB free at " + near + "; a Luton-sized home wants " + (ROOM >> 30) + " GB");
        return (free >> 30) + " GB free";
    }

    static String currentRelease(Home home) throws IOException, SQLException {
        Optional<Release> current = new ReleaseStore(home).current();
        if (current.isEmpty()) {
            return "none yet";
        }
        ReleaseVerifier.Report report = ReleasesVerifyCommand.verify(current.get());
        that(report.isIntact(), current.get().id() + " is not as it was published; see: bellwether releases verify");
        return current.get().id() + ", " + report.files() + " files as they were published";
    }

    static List<Path> folders(Home home) {
        List<Path> folders = new ArrayList<>(List.of(home.root(), home.inbox(), home.releases()));
        folders.addAll(HomeFolders.owners(home));
        return folders;
    }

    static String folder(Path folder, Home home) {
        that(Files.isDirectory(folder), "it is a file; move it away");
        that(Files.isReadable(folder) && Files.isWritable(folder) && Files.isExecutable(folder),
                "whoever runs the nights must be able to read, write and enter it");
        that(!HomeFolders.owners(home).contains(folder) || !HomeFolders.isOpen(folder),
                "others may enter it; the next night closes it where it belongs to whoever runs the night, else: chmod 700");
        return "";
    }
}
